import { formatCount } from "#basics";
import { DataTable, useLanguage, useWords } from "#web";
import { intakeWords } from "#words";
import type { ProblemLine } from "./problem-line.ts";

/** Problems of a file: where, what it says, what is wrong and how to mend it. `all` counts those that are not listed too. */
export function ProblemList({ caption, problems, all }: { caption: string; problems: readonly ProblemLine[]; all: number }) {
  const words = useWords(intakeWords).report;
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  return (
    <>
      <DataTable
        caption={caption}
        hideCaption
        rows={problems}
        rowKey={(problem) => problem.id}
        columns={[
          {
            id: "place",
            head: words.place,
            kind: "row-head",
            cell: ({ sheet, row, column }) => (
              <>
                {row === 0 ? (sheet === "" ? words.wholeFile : words.wholeSheet) : words.row(count(row))}
                {column !== undefined && `, ${words.column(column.letter)}`}
                <span className="block text-small font-normal text-ink-soft">
                  {[sheet, column?.name].filter(Boolean).join(" · ")}
                </span>
              </>
            ),
          },
          {
            id: "value",
            head: words.value,
            cell: ({ value }) => value !== undefined && value !== "" && <code className="text-small break-all">{value}</code>,
          },
          {
            id: "problem",
            head: words.problem,
            kind: "long",
            cell: ({ message, mend }) => (
              <>
                <span className="measure block">{message}</span>
                <span className="measure block text-ink-soft">{mend}</span>
              </>
            ),
          },
        ]}
      />
      {all > problems.length && (
        <p className="mt-3 text-small text-ink-soft">{words.moreProblems(count(problems.length), count(all))}</p>
      )}
    </>
  );
}
