import type { ReactNode } from "react";
import type { Grouping, TableTwin } from "#charts";
import { DataTable, Disclosure, useWords } from "#web";
import { explorerWords } from "#words";
import type { PageSection } from "../area-page.ts";
import { ChartDrawing } from "./chart-drawing.tsx";

interface FigureProps {
  readonly section: PageSection;
  readonly grouping: Grouping;
  /** Period and source in words, the same for all charts of the page. */
  readonly period: string;
  readonly source: string;
  readonly children?: ReactNode;
}

/** A chart under its finding, with its table one click below and in its foot what was counted, when and by whom. */
export function ChartFigure({ section, grouping, period, source, children }: FigureProps) {
  const words = useWords(explorerWords).page;
  const status = section.id === "services" ? words.statusServed : words.statusIdentified;
  const unit = section.unit.charAt(0).toUpperCase() + section.unit.slice(1);
  return (
    <figure className="min-w-0" aria-labelledby={`figure-${section.id}`}>
      <figcaption>
        {section.subject !== section.finding && <p className="text-small text-ink-soft">{section.subject}</p>}
        <h2 id={`figure-${section.id}`} className="mt-0.5 font-serif text-h2 font-semibold">
          {section.finding}
        </h2>
      </figcaption>
      <div className="mt-5">
        <ChartDrawing section={section} grouping={grouping} />
      </div>
      {section.note !== undefined && <p className="mt-3 text-small text-ink-soft">{section.note}.</p>}
      {children}
      <Disclosure summary={words.table}>
        <TwinTable caption={words.tableFor(section.finding)} twin={section.twin} />
        <p className="mt-3 flex flex-wrap gap-x-5 text-small">
          <a className="link inline-block py-1" href={section.table}>
            {words.wholeTable}
          </a>
          <a className="link inline-block py-1" href={section.csv}>
            CSV
          </a>
        </p>
      </Disclosure>
      <p className="mt-2.5 text-small text-ink-soft">{words.foot(unit, status, period, source)}</p>
    </figure>
  );
}

/** A chart's figures as a table: words as the chart writes them, numbers aligned right. */
export function TwinTable({ caption, twin }: { caption: string; twin: TableTwin }) {
  const [first = "", ...figures] = twin.header;
  return (
    <DataTable
      caption={caption}
      hideCaption
      stacks={figures.length < 4}
      rows={twin.rows}
      rowKey={(row) => row[0] ?? ""}
      columns={[
        { id: "name", head: first, kind: "row-head", cell: (row) => row[0] },
        ...figures.map((head, at) => ({
          id: `figure-${at}`,
          head,
          kind: "number" as const,
          cell: (row: readonly string[]) => row[at + 1],
        })),
      ]}
    />
  );
}
