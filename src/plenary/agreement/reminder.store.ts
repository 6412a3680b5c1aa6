import { type Language, formatDate, dayOf } from "#basics";
import { type Writing, sql } from "#database";
import { postMail } from "#mail";
import { plenaryAgreementWords } from "#words";
import { agreements, convenedMeetings } from "./agreement.store.ts";
import { directory } from "./directory.store.ts";
import type { Directory } from "./directory.ts";
import { type ReminderDue, remindersOn } from "./reminder.ts";

/** Those of a country who report on its agreements, and so are written to. */
const reporters = ["delegate-titular", "delegate-alternate", "focal-point"];

interface Person {
  readonly email: string;
  readonly language: Language;
}

/**
 * Posts the reminders of agreements that are due, as the platform's daily errand: each once, to those who answer for it, in the
 * language of their account. The mail says which number waits and until when; the text stands on the platform. Gives what was
 * posted, as 'ACUERDO-CORETT-2024-07 GTM'.
 */
export async function postAgreementReminders(tx: Writing, now: Date): Promise<string[]> {
  const register = await directory(tx);
  const due = remindersOn(
    await agreements(tx),
    dayOf(now),
    await convenedMeetings(tx),
    register.members.map(({ code }) => code),
    register.committeeCountries,
  );
  const posted: string[] = [];
  for (const each of due)
    for (const recipient of each.recipients) {
      // Two servers on one morning: the one that remembers first writes the mail.
      const remembered = await tx
        .insertInto("plenary.agreement_reminder")
        .values({ agreement: each.agreement.id, occasion: each.occasion, recipient })
        .onConflict((already) => already.doNothing())
        .returning("agreement")
        .executeTakeFirst();
      if (!remembered) continue;
      for (const { email, language } of await peopleOf(tx, recipient, register)) await postMail(tx, { to: email, ...message(each, language) });
      posted.push(`${each.agreement.number} ${recipient}`);
    }
  return posted;
}

async function peopleOf(tx: Writing, recipient: string, register: Directory): Promise<Person[]> {
  if (recipient.startsWith("observer:")) {
    const found = register.organisations.find(({ code }) => `observer:${code}` === recipient);
    // An observer's office bears the organisation's name as it was invited: the whole one, or the short one.
    const names = [found?.code, found?.name.es, found?.name.en, found?.short?.es, found?.short?.en].flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]));
    const { rows } = await sql<Person>`
      select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
      where o.office = 'observer' and lower(o.organisation) = any (${names}) and o.until is null order by a.email`.execute(tx);
    return rows;
  }
  const isOrgan = recipient === "presidency" || recipient === "secretariat";
  const { rows } = await sql<Person>`
    select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
    where o.until is null and o.office = any (${isOrgan ? [recipient] : reporters})
      and o.country is not distinct from ${isOrgan ? null : recipient}::text order by a.email`.execute(tx);
  return rows;
}

function message({ agreement, due, isOverdue }: ReminderDue, language: Language): { readonly subject: string; readonly body: string } {
  const words = plenaryAgreementWords[language].mail;
  const day = formatDate(due, language);
  return {
    subject: isOverdue ? words.overdueSubject : words.soonSubject,
    body: isOverdue ? words.overdue(agreement.number, day) : words.soon(agreement.number, day),
  };
}
