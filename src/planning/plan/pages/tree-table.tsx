import type { ReactNode } from "react";
import { Link } from "react-router";
import { DataTable, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { LightTag } from "./light-tag.tsx";
import { type TreeLine, planPath } from "./plan-view.ts";

/** How far in a line stands; deeper ones stay at the last. */
const indents = ["", "sm:pl-5", "sm:pl-10", "sm:pl-15", "sm:pl-20"] as const;

/** A part of a plan in the first column: what it is, its name, indented by its depth. */
export function PartCell({ line, children }: { line: Pick<TreeLine, "depth" | "kind">; children: ReactNode }) {
  const words = useWords(planningPlanWords);
  return (
    <span className={`block ${indents[Math.min(line.depth, indents.length - 1)] ?? ""}`}>
      <span className="block text-small font-normal text-ink-soft">{words.nodeKinds[line.kind]}</span>
      <span className={line.depth > 1 ? "font-normal" : ""}>{children}</span>
    </span>
  );
}

/** The tree of a plan as a table; activities and indicators lead to their pages, what has parts to how it adds up. */
export function TreeTable({ plan, lines, version }: { plan: string; lines: readonly TreeLine[]; version: number }) {
  const all = useWords(planningPlanWords);
  const words = all.tree;
  const language = useLanguage();
  return (
    <DataTable
      caption={words.caption}
      hideCaption
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        {
          id: "part",
          head: words.part,
          kind: "row-head",
          cell: (line) => (
            <PartCell line={line}>
              {line.kind === "activity" || line.kind === "indicator" ? (
                <Link to={planPath(language, plan, `/nodes/${line.key}`)} className="link">
                  {line.name}
                </Link>
              ) : (
                line.name
              )}
              {line.because !== null && line.because !== "nothing-weighs" && line.kind !== "activity" && (
                <Link to={planPath(language, plan, `/sums?version=${version}#s-${line.key}`)} className="link block text-small font-normal">
                  {words.addsUp}
                </Link>
              )}
            </PartCell>
          ),
        },
        { id: "weight", head: words.weight, kind: "number", cell: (line) => line.weight ?? "–" },
        { id: "done", head: words.done, kind: "number", cell: (line) => (line.because === "nothing-weighs" ? "–" : (line.done ?? "–")) },
        { id: "due", head: words.due, kind: "number", cell: (line) => (line.because === "nothing-weighs" ? "–" : (line.due ?? "–")) },
        { id: "light", head: words.light, cell: (line) => (line.light && line.because ? <LightTag light={line.light} because={line.because} /> : "–") },
        { id: "responsible", head: words.responsible, kind: "long", cell: (line) => line.responsible || (line.kind === "activity" ? words.nobody : "–") },
      ]}
    />
  );
}
