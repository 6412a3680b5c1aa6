import { type Language, addDays, dayOf, formatDate } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { postMail } from "#mail";
import { planningProgressWords } from "#words";
import { plansOf, responsibleOf, treeOf } from "../plan/node.store.ts";
import type { PlanNode, PlanResponsible } from "../plan/plan.ts";
import { register } from "./register.store.ts";
import { askedForDays } from "./owed.ts";
import { type ProgressReminderDue, type ReminderFacts, progressRemindersOn } from "./reminder.ts";
import type { Report } from "./report.ts";
import { reportsOfPlan } from "./report.store.ts";

/** Those of a country who report, and so are written to. */
const reporters = ["delegate-titular", "delegate-alternate", "focal-point"];

/** What the reminders of `today` are worked out from: the plans in force that are not long over, with what was reported of them. */
export async function reminderFacts(tx: Reading, today: string): Promise<ReminderFacts> {
  const { members, committeeCountries } = await register(tx);
  const nodes: PlanNode[] = [];
  const reports: Report[] = [];
  const responsible = new Map<string, readonly PlanResponsible[]>();
  for (const plan of await plansOf(tx)) {
    if (plan.version === null || plan.from > today || addDays(plan.until, askedForDays) < today) continue;
    nodes.push(...(await treeOf(tx, plan.id, plan.version)));
    reports.push(...(await reportsOfPlan(tx, plan.id)));
    for (const [key, parts] of await responsibleOf(tx, plan.id, plan.version)) responsible.set(key, parts);
  }
  return { nodes, responsible, reports, members: members.map(({ code }) => code), committees: committeeCountries };
}

/**
 * Posts the reminders of progress reports that are owed, as the platform's daily errand: each activity and period once to each
 * who answers, several in one mail, in the language of the account. The mail tells numbers and days; the text stands on the
 * platform. Gives what was posted, as 'plan-2026 1.1.2 GTM'.
 */
export async function postProgressReminders(tx: Writing, now: Date): Promise<string[]> {
  const today = dayOf(now);
  const due = progressRemindersOn(await reminderFacts(tx, today), today);
  const byRecipient = new Map<string, ProgressReminderDue[]>();
  for (const each of due)
    for (const recipient of each.recipients) {
      // Two servers on one morning: the one that remembers first writes the mail.
      const remembered = await tx
        .insertInto("planning.reminder")
        .values({ key: each.node.key, occasion: each.occasion, recipient })
        .onConflict((already) => already.doNothing())
        .returning("key")
        .executeTakeFirst();
      if (remembered) byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), each]);
    }
  const posted: string[] = [];
  for (const [recipient, all] of byRecipient) {
    for (const { email, language } of await peopleOf(tx, recipient)) await postMail(tx, { to: email, ...message(all, language) });
    posted.push(...all.map(({ node }) => `${node.plan} ${node.code} ${recipient}`));
  }
  return posted;
}

async function peopleOf(tx: Reading, recipient: string): Promise<{ readonly email: string; readonly language: Language }[]> {
  const isOrgan = recipient === "presidency" || recipient === "secretariat";
  const { rows } = await sql<{ email: string; language: Language }>`
    select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
    where o.until is null and o.office = any (${isOrgan ? [recipient] : reporters})
      and o.country is not distinct from ${isOrgan ? null : recipient}::text order by a.email`.execute(tx);
  return rows;
}

function message(all: readonly ProgressReminderDue[], language: Language): { readonly subject: string; readonly body: string } {
  const words = planningProgressWords[language].mail;
  const lines = all.map(({ node, period }) => words.line(node.code === "" ? words.noCode : node.code, node.plan, formatDate(period.until, language)));
  return { subject: words.subject, body: [words.intro, ...lines, words.outro].join("\n\n") };
}
