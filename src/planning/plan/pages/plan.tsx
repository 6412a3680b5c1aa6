import { Link, redirect } from "react-router";
import { formatDate } from "#basics";
import { read } from "#database";
import { FigureBig, Notice, Section, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { directory } from "../directory.store.ts";
import { planOf, versionsOf } from "../node.store.ts";
import { asked } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { readPlan } from "./plan-read.ts";
import { headlineText, planHead, planPath, treeLines } from "./plan-view.ts";
import { ProgressRule } from "./progress-rule.tsx";
import { TreeTable } from "./tree-table.tsx";
import { askedVersion } from "./version-asked.ts";
import type { Route } from "./+types/plan.ts";

/** One plan, in force or in the version that the address names. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  return read(database, actor, async (tx) => {
    const known = await readPlan(tx, args.params.plan, askedVersion(args.request));
    if (!known) {
      // A plan of which only discarded drafts are left is seen in its versions.
      const plan = isKeeper ? await planOf(tx, args.params.plan) : undefined;
      throw plan ? redirect(planPath(language, plan.id, "/versions"), 303) : notFound();
    }
    const state = (await versionsOf(tx, known.plan.id)).find(({ version }) => version === known.version)?.state;
    if (!state) throw notFound();
    const { plan, whole } = known;
    const parent = plan.parent === null ? undefined : await planOf(tx, plan.parent);
    return {
      head: planHead(known, language),
      isKeeper,
      version: known.version,
      state,
      parent: parent ? { id: parent.id, title: parent.title[language] } : null,
      source: plan.source?.[language] ?? null,
      lines: treeLines(known.nodes, known.progress, known.responsible, await directory(tx), language),
      weighs: whole.because !== "nothing-weighs",
      done: headlineText(whole.done, language),
      due: headlineText(whole.due, language),
      activities: whole.activities,
      missing: whole.missing,
      today: formatDate(known.today, language),
    };
  });
}

/** The tree of a plan with weights, progress, lights and who answers. */
export default function PlanPage({ loaderData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.tree;
  const language = useLanguage();
  const { head, state, version, lines, parent, source } = loaderData;
  return (
    <>
      <PlanHeading plan={head} tab="tree" isKeeper={loaderData.isKeeper} />
      {state === "draft" && <Notice tone="caution">{words.seeDraft}</Notice>}
      {state === "discarded" && <Notice tone="caution">{words.seeDiscarded(String(version))}</Notice>}
      {state === "superseded" && (
        <Notice tone="caution">
          {words.seeOld(String(version))}{" "}
          <Link to={planPath(language, head.id)} className="link">
            {words.seeCurrent}
          </Link>
        </Notice>
      )}
      <div className="mt-10">
        {loaderData.weighs ? (
          <FigureBig
            figure={loaderData.done}
            counts={words.figure}
            note={`${words.figureNote(loaderData.due, loaderData.today)} ${words.counts(loaderData.activities, loaderData.missing)}`}
          />
        ) : (
          <p className="measure">{all.public.unmeasured}</p>
        )}
        {parent && (
          <p className="mt-4">
            {words.parent}:{" "}
            <Link to={planPath(language, parent.id)} className="link">
              {parent.title}
            </Link>
          </p>
        )}
        {source !== null && <p className="measure mt-2 text-small text-ink-soft">{words.page(source)}</p>}
      </div>
      <Section title={words.caption}>{lines.length === 0 ? <p>{words.empty}</p> : <TreeTable plan={head.id} lines={lines} version={version} />}</Section>
      <ProgressRule />
    </>
  );
}
