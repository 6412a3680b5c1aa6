import { read } from "#database";
import { DataTable, Section, notFound, useWords } from "#web";
import { planningPlanWords } from "#words";
import { type NodeProgress, wholePlan } from "../roll-up.ts";
import { asked } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { readPlan } from "./plan-read.ts";
import { nodeName, planHead } from "./plan-view.ts";
import { ProgressRule } from "./progress-rule.tsx";
import { askedVersion } from "./version-asked.ts";
import type { Route } from "./+types/plan-sums.ts";

/** Every sum of a plan, with its summands: from these tables each score can be computed again by hand. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  return read(database, actor, async (tx) => {
    const known = await readPlan(tx, args.params.plan, askedVersion(args.request));
    if (!known) throw notFound();
    const names = new Map(known.nodes.map((node) => [node.key, nodeName(node, language)]));
    const sumOf = ({ key, done, due, parts }: NodeProgress) => ({
      key,
      name: names.get(key) ?? null,
      done,
      due,
      parts: parts.map((part) => {
        const own = known.progress.get(part.key);
        return { key: part.key, name: names.get(part.key) ?? "", weight: part.weight, done: own?.done ?? "", gives: part.done, due: own?.due ?? "", givesDue: part.due };
      }),
    });
    const keys = [wholePlan, ...known.nodes.map(({ key }) => key)];
    const sums = keys.flatMap((key) => {
      const own = known.progress.get(key);
      return own && own.parts.length > 0 && own.because !== "nothing-weighs" ? [sumOf(own)] : [];
    });
    return { head: planHead(known, language), isKeeper, sums };
  });
}

/** How a plan adds up, one table for each part that has parts. */
export default function PlanSums({ loaderData: { head, isKeeper, sums } }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.sums;
  return (
    <>
      <PlanHeading plan={head} tab="sums" title={`${words.title}: ${head.title}`} lead={words.lead} isKeeper={isKeeper} />
      {sums.length === 0 && <p className="measure mt-8">{words.none}</p>}
      {sums.map((sum) => (
        <Section key={sum.key} id={`s-${sum.key}`} title={sum.name ?? all.whole}>
          <DataTable
            caption={words.under(sum.name ?? head.title)}
            hideCaption
            rows={sum.parts}
            rowKey={(part) => part.key}
            columns={[
              { id: "part", head: words.part, kind: "row-head", cell: (part) => part.name, foot: words.total },
              { id: "weight", head: words.weight, kind: "number", cell: (part) => part.weight, foot: "100" },
              { id: "done", head: words.done, kind: "number", cell: (part) => part.done, foot: "" },
              { id: "gives", head: words.gives, kind: "number", cell: (part) => part.gives, foot: sum.done },
              { id: "due", head: words.due, kind: "number", cell: (part) => part.due, foot: "" },
              { id: "gives-due", head: words.givesDue, kind: "number", cell: (part) => part.givesDue, foot: sum.due },
            ]}
          />
        </Section>
      ))}
      {sums.length > 0 && <p className="measure mt-6 text-small text-ink-soft">{words.rounding}</p>}
      <ProgressRule />
    </>
  );
}
