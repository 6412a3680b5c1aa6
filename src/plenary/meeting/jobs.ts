import { type Actor, type Language, isLanguage } from "#basics";
import { type Writing, read, sql, write } from "#database";
import type { TaskHandler } from "#jobs";
import { postMail } from "#mail";
import { type MeetingNotice, noticesOf } from "./notice.store.ts";
import { meetingLetter } from "./letter.ts";
import { meetingOf } from "./meeting.store.ts";
import type { Meeting } from "./meeting.ts";
import { zoneOf } from "./zone.ts";

/** Where the platform is reached, and who signs its mails. */
export interface MeetingPost {
  readonly baseUrl: string;
  /** The address of `MAIL_FROM`: 'corett@example.org' or 'CORETT <corett@example.org>'. */
  readonly mailFrom: string;
}

const actor: Actor = { kind: "system", task: "meeting notices" };

/**
 * Tasks of the meetings for the queue. `meeting-notices` posts the mails of one sequence of notices, each in the language of
 * its reader with a calendar for that reader alone; it goes on where it was interrupted and posts none twice.
 */
export function meetingTasks(post: MeetingPost): Record<"meeting-notices", TaskHandler> {
  return {
    "meeting-notices": async ({ database, payload, progress }) => {
      const id = String(payload["meeting"]);
      const sequence = Number(payload["sequence"]);
      const { meeting, waiting } = await read(database, actor, async (tx) => ({
        meeting: await meetingOf(tx, id),
        waiting: (await noticesOf(tx, id)).filter((each) => each.sequence === sequence && each.mailedAt === null),
      }));
      if (!meeting) return { posted: 0 };
      let posted = 0;
      for (const [place, notice] of waiting.entries()) {
        await progress({ es: "Enviando los correos", en: "Sending the mails" }, place, waiting.length);
        if (await write(database, actor, (tx) => postNotice(tx, meeting, notice, post))) posted += 1;
      }
      return { posted };
    },
  };
}

/** Posts one mail and marks its notice in one transaction, so that neither is without the other. */
async function postNotice(tx: Writing, meeting: Meeting, notice: MeetingNotice, post: MeetingPost): Promise<boolean> {
  const marked = await tx
    .updateTable("plenary.notice")
    .set({ mailed_at: new Date() })
    .where("id", "=", notice.id)
    .where("mailed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!marked) return false;
  const reader = await readerOf(tx, notice.account);
  if (!reader) return false;
  await postMail(
    tx,
    meetingLetter({
      meeting,
      kind: notice.kind,
      sequence: notice.sequence,
      person: { name: notice.name, email: reader.email, isVoter: notice.country !== null },
      language: reader.language,
      organizer: { name: "CORETT", email: addressOf(post.mailFrom) },
      page: `${post.baseUrl.replace(/\/+$/, "")}/${reader.language}/workspace/meetings/${meeting.id}`,
      readerZone: notice.country === null ? meeting.timeZone : zoneOf(notice.country),
      now: new Date(),
    }),
  );
  return true;
}

async function readerOf(tx: Writing, account: string): Promise<{ email: string; language: Language } | undefined> {
  const { rows } = await sql<{ email: string; language: string }>`select email, language from identity.account where id = ${account}::uuid`.execute(tx);
  const [row] = rows;
  return row && { email: row.email, language: isLanguage(row.language) ? row.language : "es" };
}

function addressOf(mailFrom: string): string {
  return /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim();
}
