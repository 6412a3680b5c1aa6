import type { Language } from "#basics";
import { sql } from "#database";
import { postMail } from "#mail";
import type { ReminderPost } from "./reminder.store.ts";

/**
 * Posts a reminder to those who hold the offices that act next, each in the language of the account. The mail says that
 * something waits; what it is stands on the platform.
 */
export const postReminder: ReminderPost = async (tx, { country, offices, subject, body }) => {
  const { rows } = await sql<{ email: string; language: Language }>`
    select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
    where o.country = ${country} and o.office = any (${[...offices]}) and o.until is null order by a.email`.execute(tx);
  for (const { email, language } of rows) await postMail(tx, { to: email, subject: subject[language], body: body[language] });
};
