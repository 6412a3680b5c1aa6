import { type ChartValue, type Grouping, valueWords } from "#charts";
import { DataTable, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import type { TableView } from "../table-view.ts";

/** Figures of a table as the release prints them: an ellipsis where it prints none, words where a figure is hidden or missing. */
export function ValueTable({ caption, view, grouping, hideCaption = false }: { caption: string; view: TableView; grouping: Grouping; hideCaption?: boolean }) {
  const language = useLanguage();
  const { stubs, heads, lines } = view;
  const words = useWords(explorerWords).table;
  return (
    <>
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      stacks={heads.length < 3}
      rows={lines}
      rowKey={(line) => line.labels.join("/")}
      columns={[
        ...stubs.map((head, at) => ({
          id: `stub-${at}`,
          head,
          ...(at === 0 ? { kind: "row-head" as const } : {}),
          cell: (line: TableView["lines"][number]) => (line.isTotal || (at === 1 && line.isSubtotal) ? <strong className="font-semibold">{line.labels[at]}</strong> : line.labels[at]),
        })),
        ...heads.map(({ label }, at) => ({
          id: `figure-${at}`,
          head: label,
          kind: "number" as const,
          cell: (line: TableView["lines"][number]) => <Value value={line.values[at]} grouping={grouping} isStrong={line.isTotal || line.isSubtotal} words={language} />,
        })),
      ]}
    />
    {view.silent.length > 0 && (
      <p className="measure mt-3 text-small text-ink-soft">
        {words.silent}: {view.silent.join("; ")}.
      </p>
    )}
    </>
  );
}

function Value({ value, grouping, isStrong, words }: { value: ChartValue | undefined; grouping: Grouping; isStrong: boolean; words: "es" | "en" }) {
  if (value === undefined) return <span className="text-ink-soft">…</span>;
  const isFigure = value.kind === "observed" || value.kind === "range";
  return <span className={isFigure ? (isStrong ? "font-semibold" : "") : "text-small text-ink-soft"}>{valueWords(value, words, grouping)}</span>;
}
