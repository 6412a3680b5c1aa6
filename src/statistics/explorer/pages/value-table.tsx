import { type ChartValue, type Grouping, valueWords } from "#charts";
import { DataTable, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import type { TableView } from "../table-view.ts";

/** Figures of a table as the release prints them: an ellipsis where it prints none, words where a figure is hidden or missing. */
export function ValueTable({
  caption,
  view,
  grouping,
  hideCaption = false,
}: {
  caption: string;
  view: TableView;
  grouping: Grouping;
  hideCaption?: boolean;
}) {
  const language = useLanguage();
  const { stubs, heads, lines } = view;
  const words = useWords(explorerWords).table;
  return (
    <>
      <DataTable
        caption={caption}
        hideCaption={hideCaption}
        stacks={stubs.length === 1 && heads.length < 6}
        rows={lines}
        rowKey={(line) => line.labels.join("/")}
        columns={[
          ...stubs.map((head, at) => ({
            id: `stub-${at}`,
            head,
            ...(at === 0 ? { kind: "row-head" as const } : {}),
            cell: (line: TableView["lines"][number]) => (
              <Stub
                line={line}
                at={at}
                isRepeated={at === 0 && stubs.length > 1 && lines[lines.indexOf(line) - 1]?.labels[0] === line.labels[0]}
              />
            ),
          })),
          ...heads.map(({ label }, at) => ({
            id: `figure-${at}`,
            head: label,
            kind: "number" as const,
            cell: (line: TableView["lines"][number]) => (
              <Value value={line.values[at]} grouping={grouping} isStrong={line.isTotal || line.isSubtotal} words={language} />
            ),
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

/** What a line is. A name that the line above has too is left to those who hear the table. */
function Stub({ line, at, isRepeated }: { line: TableView["lines"][number]; at: number; isRepeated: boolean }) {
  const label = line.labels[at];
  if (isRepeated)
    return (
      <span className="relative block h-px">
        <span className="sr-only">{label}</span>
      </span>
    );
  return line.isTotal || (at === 1 && line.isSubtotal) ? <strong className="font-semibold">{label}</strong> : label;
}

function Value({
  value,
  grouping,
  isStrong,
  words,
}: {
  value: ChartValue | undefined;
  grouping: Grouping;
  isStrong: boolean;
  words: "es" | "en";
}) {
  if (value === undefined) return <span className="text-ink-soft">…</span>;
  const isFigure = value.kind === "observed" || value.kind === "range";
  return (
    <span className={isFigure ? `whitespace-nowrap ${isStrong ? "font-semibold" : ""}` : "text-small text-ink-soft"}>
      {valueWords(value, words, grouping)}
    </span>
  );
}
