import type { Text } from "#basics";
import type { Reading } from "#database";
import { agreements, convenedMeetings } from "./agreement.store.ts";
import { directory } from "./directory.store.ts";
import { responsibleText } from "./directory.ts";
import { dueDate, standing } from "./due.ts";

/** An agreement as a report of a period prints it: where it stood on the period's last day. */
export interface AgreementInPeriod {
  readonly number: string;
  readonly title: Text;
  readonly responsible: Text;
  readonly standing: "fulfilled" | "overdue" | "open" | "withdrawn";
  /** ISO day; null where none was set or its meeting is not convened yet. */
  readonly dueOn: string | null;
  readonly fulfilledOn: string | null;
}

/**
 * The agreements of the meetings up to the end of a period that concern it, by number: fulfilled or withdrawn ones whose year or day
 * of fulfilment lies in it, and all that were still open. What was fulfilled after its last day counts as open on that day.
 */
export async function agreementsIn(tx: Reading, period: { readonly from: string; readonly until: string }): Promise<AgreementInPeriod[]> {
  const [all, meetings, register] = [await agreements(tx), await convenedMeetings(tx), await directory(tx)];
  return all.flatMap((each): AgreementInPeriod[] => {
    if (`${each.year}-01-01` > period.until) return [];
    const isLater = each.state === "fulfilled" && each.fulfilledOn !== null && each.fulfilledOn > period.until;
    const stood = standing(isLater ? { ...each, state: "open" } : each, period.until, meetings);
    const closedDay = each.fulfilledOn ?? `${each.year}-12-31`;
    if ((stood === "fulfilled" || stood === "withdrawn") && closedDay < period.from) return [];
    const due = dueDate(each.due, meetings, period.until);
    return [
      {
        number: each.number,
        title: each.title,
        responsible: responsibleText(each.responsible, register),
        standing: stood === "due-soon" ? "open" : stood,
        dueOn: typeof due === "string" ? null : due.date,
        fulfilledOn: isLater ? null : each.fulfilledOn,
      },
    ];
  });
}
