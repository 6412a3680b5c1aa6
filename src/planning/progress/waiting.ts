import { type Actor, type Text, dayOf } from "#basics";
import { type Database, read } from "#database";
import type { WaitingItem } from "#web";
import { planningProgressWords } from "#words";
import { stepsWaiting } from "../indicator/step.store.ts";
import { progressRemindersOn } from "./reminder.ts";
import { reminderFacts } from "./reminder.store.ts";
import { leads, reportsForCountry } from "./report.ts";
import { reportsWaiting } from "./report.store.ts";

/** How many owed reports the desk names one by one; the rest is one line that leads to the dashboard. */
const named = 5;

function both(line: (language: "es" | "en") => string): Text {
  return { es: line("es"), en: line("en") };
}

/** What of the plans waits for the acting member: reports that it owes, and for whoever leads those to review. */
export async function waiting(database: Database, actor: Actor, now = new Date()): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || (!leads(actor) && !reportsForCountry(actor))) return [];
  const { account, office, country } = actor;
  return read(database, actor, async (tx) => {
    const today = dayOf(now);
    const who = leads(actor) ? office : country;
    const owed = progressRemindersOn(await reminderFacts(tx, today), today).filter(({ recipients }) => recipients.some((each) => each === who));
    const items: WaitingItem[] = owed.slice(0, named).map(({ node, period }) => ({
      href: `/workspace/plans/${node.plan}/nodes/${node.key}/report`,
      label: both((language) => planningProgressWords[language].waiting.owed(node.code, node.title[language])),
      due: period.until,
    }));
    const more = owed.length - items.length;
    if (more > 0) items.push({ href: "/workspace/planning", label: both((language) => planningProgressWords[language].waiting.owedMore(more)) });
    if (!leads(actor)) return items;
    const reports = (await reportsWaiting(tx)).filter((each) => each.account !== account).length;
    const steps = (await stepsWaiting(tx)).filter((each) => each.account !== account).length;
    const line = (count: number, label: Text): WaitingItem[] => (count === 0 ? [] : [{ href: "/workspace/reports", label }]);
    return [
      ...line(reports, both((language) => planningProgressWords[language].waiting.review(reports))),
      ...line(steps, both((language) => planningProgressWords[language].waiting.steps(steps))),
      ...items,
    ];
  });
}
