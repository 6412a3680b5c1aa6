import { Link } from "react-router";
import { dayOf } from "#basics";
import { read } from "#database";
import { DataTable, EmptyState, PageHeading, databaseContext, languageContext, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { startingLightRule } from "../light.ts";
import { acceptedOf, plansOf, treeOf } from "../node.store.ts";
import { rollUp, wholePlan } from "../roll-up.ts";
import { GoalLinks } from "./goal-links.tsx";
import { percentText, periodText } from "./plan-view.ts";
import type { Route } from "./+types/plans-public.ts";

/** What was accepted today shows today. */
export const headers = () => ({ "Cache-Control": "no-cache" });

/** The approved plans, whoever asks: a member sees here what everybody sees. */
export async function loader({ context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  const today = dayOf(new Date());
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => {
    const rows = [];
    for (const plan of await plansOf(tx)) {
      if (plan.version === null) continue;
      const whole = rollUp(await treeOf(tx, plan.id, plan.version), await acceptedOf(tx, plan.id), today, startingLightRule).get(wholePlan);
      const weighs = whole !== undefined && whole.because !== "nothing-weighs";
      rows.push({ id: plan.id, title: plan.title[language], kind: plan.kind, period: periodText(plan, language), done: weighs ? percentText(whole.done, language) : null });
    }
    return { rows };
  });
}

/** The plans of the coalition for everybody. */
export default function PlansPublic({ loaderData: { rows } }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.public;
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <div className="mt-10">
          <DataTable
            caption={words.title}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "plan",
                head: all.list.plan,
                kind: "row-head",
                cell: (row) => (
                  <>
                    <Link to={`/${language}/plans/${row.id}`} className="link">
                      {row.title}
                    </Link>
                    <span className="block text-small font-normal text-ink-soft">{all.kinds[row.kind]}</span>
                  </>
                ),
              },
              { id: "period", head: all.list.period, kind: "long", cell: ({ period }) => period },
              { id: "done", head: words.done, kind: "long", cell: ({ done }) => done ?? words.unmeasuredShort },
            ]}
          />
        </div>
      )}
      <p className="measure mt-6 text-small text-ink-soft">{words.accepted}</p>
      <GoalLinks />
    </>
  );
}
