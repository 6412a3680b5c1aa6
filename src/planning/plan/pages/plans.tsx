import { Link } from "react-router";
import { dayOf } from "#basics";
import { read } from "#database";
import { Actions, DataTable, EmptyState, LinkButton, PageHeading, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { startingLightRule } from "../light.ts";
import { acceptedOf, plansOf, treeOf } from "../node.store.ts";
import { rollUp, wholePlan } from "../roll-up.ts";
import { LightTag } from "./light-tag.tsx";
import { asked } from "./plan-asked.ts";
import { percentText, periodText, planPath } from "./plan-view.ts";
import { ProgressRule } from "./progress-rule.tsx";
import type { Route } from "./+types/plans.ts";

/** All plans with how far each is today. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  const today = dayOf(new Date());
  return read(database, actor, async (tx) => {
    const rows = [];
    for (const plan of await plansOf(tx)) {
      const whole = rollUp(await treeOf(tx, plan.id), await acceptedOf(tx, plan.id), today, startingLightRule).get(wholePlan);
      rows.push({
        id: plan.id,
        title: plan.title[language],
        kind: plan.kind,
        period: periodText(plan, language),
        version: plan.version,
        draft: plan.draft,
        done: percentText(whole?.done ?? "0", language),
        due: percentText(whole?.due ?? "0", language),
        light: whole?.light ?? ("grey" as const),
        because: whole?.because ?? ("nothing-weighs" as const),
      });
    }
    return { rows, isKeeper };
  });
}

/** The list of plans. */
export default function Plans({ loaderData: { rows, isKeeper } }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.list;
  const language = useLanguage();
  return (
    <>
      <PageHeading title={all.title} lead={all.lead} />
      {isKeeper && (
        <Actions>
          <LinkButton to={`/${language}/workspace/plans/new`}>{words.create}</LinkButton>
        </Actions>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <div className="mt-10">
          <DataTable
            caption={all.title}
            hideCaption
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "plan",
                head: words.plan,
                kind: "row-head",
                cell: (row) => (
                  <>
                    <Link to={planPath(language, row.id)} className="link">
                      {row.title}
                    </Link>
                    <span className="block text-small font-normal text-ink-soft">{all.kinds[row.kind]}</span>
                  </>
                ),
              },
              { id: "period", head: words.period, kind: "long", cell: (row) => row.period },
              {
                id: "state",
                head: words.state,
                kind: "long",
                cell: (row) => [row.version === null ? "" : words.inForce(String(row.version)), row.draft === null ? "" : words.draftOf(String(row.draft))].filter(Boolean).join(" · ") || words.discarded,
              },
              { id: "done", head: words.done, kind: "number", cell: (row) => (row.because === "nothing-weighs" ? "–" : row.done) },
              { id: "due", head: words.due, kind: "number", cell: (row) => (row.because === "nothing-weighs" ? "–" : row.due) },
              { id: "light", head: words.light, cell: (row) => <LightTag light={row.light} because={row.because} /> },
            ]}
          />
        </div>
      )}
      <ProgressRule />
    </>
  );
}
