import { formatDate } from "#basics";
import { read } from "#database";
import { DataTable, DefinitionList, notFound, useWords } from "#web";
import { planningPlanWords } from "#words";
import { motionNumbers } from "../decision.store.ts";
import { difference } from "../difference.ts";
import { directory } from "../directory.store.ts";
import { planOf, responsibleOf, treeOf, versionsOf } from "../node.store.ts";
import { differenceLines } from "./difference-view.ts";
import { asked } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { planHead } from "./plan-view.ts";
import type { Route } from "./+types/plan-difference.ts";

/** What changed from the version before to the one that the address names, and by which decision. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  const words = planningPlanWords[language].versions;
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    const versions = plan ? await versionsOf(tx, plan.id) : [];
    const at = versions.findIndex(({ version }) => String(version) === args.params.version);
    const version = versions[at];
    if (!plan || !version) throw notFound();
    // A discarded draft changed nothing: what comes after it is held against what was decided before.
    const older = versions.slice(at + 1).find(({ state }) => state !== "discarded");
    const versioned = async (number: number) => ({ nodes: await treeOf(tx, plan.id, number), responsible: await responsibleOf(tx, plan.id, number) });
    const [before, after] = [older ? await versioned(older.version) : undefined, await versioned(version.version)];
    const motion = version.motion === null ? undefined : (await motionNumbers(tx, [version.motion])).get(version.motion);
    const held = version.decidedIn === null ? null : version.decidedOn === null ? words.decidedIn(version.decidedIn) : words.decidedOn(version.decidedIn, formatDate(version.decidedOn, language));
    return {
      head: planHead({ plan }, language),
      isKeeper,
      version: version.version,
      older: older?.version ?? null,
      reason: version.reason[language],
      decision: version.state === "draft" ? words.notYet : version.state === "discarded" ? words.discarded : (held ?? words.record) + (motion === undefined ? "" : `, ${words.motion(String(motion))}`),
      lines: before ? differenceLines(difference(before, after), before, after, await directory(tx), language) : [],
    };
  });
}

/** The differences of a version, line by line, under the decision that allowed them. */
export default function PlanDifference({ loaderData: { head, isKeeper, version, older, reason, decision, lines } }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.difference;
  return (
    <>
      <PlanHeading plan={head} tab="versions" title={`${words.title(String(version))}: ${head.title}`} lead={older === null ? words.first : words.against(String(older))} isKeeper={isKeeper} />
      <div className="mt-8">
        <DefinitionList
          items={[
            { term: all.versions.decided, detail: decision },
            { term: all.versions.reason, detail: reason || "–" },
          ]}
        />
      </div>
      {older !== null && lines.length === 0 && <p className="measure mt-8">{words.none}</p>}
      {lines.length > 0 && (
        <div className="mt-10">
          <DataTable
            caption={words.title(String(version))}
            hideCaption
            rows={lines}
            rowKey={({ key }) => key}
            columns={[
              {
                id: "part",
                head: words.part,
                kind: "row-head",
                cell: (line) => (
                  <>
                    <span className="block text-small font-normal text-ink-soft">{all.nodeKinds[line.kind]}</span>
                    {line.name}
                  </>
                ),
              },
              { id: "what", head: words.what, kind: "long", cell: ({ what }) => what },
              { id: "before", head: words.before, kind: "long", cell: (line) => line.before },
              { id: "after", head: words.after, kind: "long", cell: (line) => line.after },
            ]}
          />
        </div>
      )}
    </>
  );
}
