import { Link } from "react-router";
import { formatDate } from "#basics";
import { read } from "#database";
import { Breadcrumbs, DataTable, FigureBig, PageHeading, Section, databaseContext, languageContext, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { planOf, plansOf } from "../node.store.ts";
import { withDescendants } from "../tree.ts";
import { GoalLinks } from "./goal-links.tsx";
import { LightTag } from "./light-tag.tsx";
import { readPlan } from "./plan-read.ts";
import { headlineText, nodeName, planHead, treeLines } from "./plan-view.ts";
import { ProgressRule } from "./progress-rule.tsx";
import type { Route } from "./+types/plan-public.ts";

/** What was accepted today shows today. */
export const headers = () => ({ "Cache-Control": "no-cache" });

/** A plan in force, as everybody may see it: progress by axis from accepted reports, no country and no person. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => {
    const inForce = (await planOf(tx, params.plan))?.version;
    const known = inForce === null || inForce === undefined ? undefined : await readPlan(tx, params.plan, inForce);
    if (!known) throw notFound();
    const { plan, nodes, progress, whole } = known;
    // Who answers is left out: the page tells of the coalition, not of one state's part in it.
    const lines = treeLines(nodes, progress, new Map(), { members: [], committees: [], organisations: [] }, language);
    const tops = nodes.filter(({ parent }) => parent === null);
    const weighs = whole.because !== "nothing-weighs";
    return {
      head: planHead(known, language),
      source: plan.source?.[language] ?? null,
      weighs,
      done: headlineText(whole.done, language),
      due: headlineText(whole.due, language),
      today: formatDate(known.today, language),
      goals: [...new Set(nodes.flatMap(({ goals }) => goals))],
      children: (await plansOf(tx)).filter((each) => each.parent === plan.id && each.version !== null).map(({ id, title }) => ({ id, title: title[language] })),
      axes: weighs ? lines.filter(({ depth, kind }) => depth === 0 && kind !== "indicator") : [],
      content: tops.map((top) => {
        const own = withDescendants(nodes, top.key);
        return {
          key: top.key,
          name: nodeName(top, language),
          kind: top.kind,
          lines: lines.filter(({ key }) => key !== top.key && own.has(key)).map(({ key, depth, kind, name }) => ({ key, depth, kind, name })),
        };
      }),
    };
  });
}

const indents = ["", "", "pl-4", "pl-8", "pl-12"] as const;

/** A plan and its progress in plain words. */
export default function PlanPublic({ loaderData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.public;
  const language = useLanguage();
  const { head, axes, content, children, source } = loaderData;
  return (
    <>
      <PageHeading
        title={head.title}
        lead={`${all.kinds[head.kind]} · ${head.period}`}
        above={<Breadcrumbs way={[{ label: words.breadcrumb, to: `/${language}/plans` }, { label: head.title }]} />}
      />
      <div className="mt-10">
        {loaderData.weighs ? (
          <FigureBig figure={loaderData.done} counts={words.figure} note={`${words.note(loaderData.due, loaderData.today)} ${words.accepted}`} />
        ) : (
          <p className="measure">{words.unmeasured}</p>
        )}
        {source !== null && <p className="measure mt-3 text-small text-ink-soft">{words.source(source)}</p>}
      </div>
      {axes.length > 0 && (
        <Section title={words.byAxis}>
          <DataTable
            caption={words.byAxis}
            hideCaption
            rows={axes}
            rowKey={({ key }) => key}
            columns={[
              { id: "axis", head: words.axis, kind: "row-head", cell: ({ name }) => name },
              { id: "weight", head: words.weight, kind: "number", cell: ({ weight }) => weight ?? "–" },
              { id: "done", head: words.done, kind: "number", cell: ({ done, because }) => (because === "nothing-weighs" ? "–" : (done ?? "–")) },
              { id: "due", head: words.due, kind: "number", cell: ({ due, because }) => (because === "nothing-weighs" ? "–" : (due ?? "–")) },
              { id: "light", head: words.light, cell: ({ light, because }) => (light && because ? <LightTag light={light} because={because} /> : "–") },
            ]}
          />
        </Section>
      )}
      {children.length > 0 && (
        <Section title={words.parents}>
          <ul className="space-y-1">
            {children.map(({ id, title }) => (
              <li key={id}>
                <Link className="link" to={`/${language}/plans/${id}`}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.content}>
        {content.map((top) => (
          <div key={top.key} className="mt-6">
            <h3 className="font-semibold">{top.name}</h3>
            <ul className="measure mt-2 space-y-1">
              {top.lines.map((line) => (
                <li key={line.key} className={indents[Math.min(line.depth, indents.length - 1)] ?? ""}>
                  <span className="text-small text-ink-soft">{all.nodeKinds[line.kind]}: </span>
                  {line.name}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <GoalLinks {...(loaderData.goals.length > 0 ? { goals: loaderData.goals } : {})} />
      {loaderData.weighs && <ProgressRule />}
    </>
  );
}
