import { type Language, dayOf } from "#basics";
import { type Writing, sql } from "#database";
import { postMail } from "#mail";
import { coalitionContactWords } from "#words";
import { contactRemindersDue } from "./contact.ts";
import { currentMembers } from "./member.store.ts";

/** Those who keep a country's directory and are written to; whoever else of the country may keep it too. */
const keepers = ["delegate-titular", "delegate-alternate", "focal-point"];

/**
 * Reminds, as the platform's daily errand, the countries whose entries are stale, each once a month: a mail to its delegates
 * and focal point in the language of their account. It names nobody: the entries stand on the platform. Gives the countries.
 */
export async function postContactReminders(tx: Writing, now: Date): Promise<string[]> {
  const today = dayOf(now);
  const members = new Map((await currentMembers(tx)).map((member) => [member.code, member]));
  const rows = await tx
    .selectFrom("coalition.contact")
    .select(["country", "confirmed_on"])
    .where("ended_at", "is", null)
    .where("country", "in", [...members.keys()])
    .execute();
  const reminded = await tx.selectFrom("coalition.contact_reminder").select(["country", "sent_on as on"]).execute();
  const entries = rows.flatMap(({ country, confirmed_on: confirmedOn }) =>
    country === null ? [] : [{ country, confirmedOn }],
  );
  const due = contactRemindersDue(entries, reminded, today);
  const told: string[] = [];
  for (const { country, stale } of due) {
    // Two servers on one morning: the one that remembers first writes the mail.
    const remembered = await tx
      .insertInto("coalition.contact_reminder")
      .values({ country, sent_on: today })
      .onConflict((already) => already.doNothing())
      .returning("country")
      .executeTakeFirst();
    if (!remembered) continue;
    const { rows: people } = await sql<{ email: string; language: Language }>`
      select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
      where o.country = ${country} and o.office = any (${keepers}) and o.until is null order by a.email`.execute(tx);
    for (const { email, language } of people) {
      const words = coalitionContactWords[language].mail;
      const name = members.get(country)?.name[language] ?? country;
      await postMail(tx, { to: email, subject: words.subject, body: words.body(name, String(stale)) });
    }
    told.push(country);
  }
  return told;
}
