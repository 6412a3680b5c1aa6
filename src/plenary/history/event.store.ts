import type { Actor, Text } from "#basics";
import type { Reading, Writing } from "#database";

/** One thing that happened in a meeting, told in a sentence that a delegate understands. */
export interface MeetingEvent {
  readonly id: number;
  readonly item: string | null;
  /** What happened, as 'meeting.convened' or 'vote.closed'; the act is assembled by it. */
  readonly kind: string;
  readonly at: Date;
  readonly author: string;
  readonly office: string;
  readonly country: string | null;
  readonly sentence: Text;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What is to be told: the sentence in both languages, as it stays for ever, and facts for whoever reads by program. */
export interface Happening {
  readonly meeting: string;
  readonly item?: string;
  readonly kind: string;
  readonly sentence: Text;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes a line of the meeting's history, in the transaction of the act itself. */
export async function tell(tx: Writing, actor: Actor, { meeting, item, kind, sentence, detail }: Happening): Promise<void> {
  const member = actor.kind === "member" ? actor : undefined;
  await tx
    .insertInto("plenary.event")
    .values({
      meeting,
      item: item ?? null,
      kind,
      account: member?.account ?? null,
      author: member?.name ?? "CORETT",
      office: member?.office ?? "system",
      country: member?.country ?? null,
      detail: JSON.stringify({ ...detail, sentence }),
    })
    .execute();
}

/** What happened in a meeting, in its order; policy `members_read` decides who may. */
export async function historyOf(tx: Reading, meeting: string): Promise<MeetingEvent[]> {
  const rows = await tx
    .selectFrom("plenary.event")
    .select(["id", "item", "kind", "at", "author", "office", "country", "detail"])
    .where("meeting", "=", meeting)
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const { sentence, ...detail } = row.detail as { sentence?: Text } & Record<string, unknown>; // as `tell` wrote it
    return { ...row, sentence: sentence ?? { es: row.kind, en: row.kind }, detail };
  });
}
