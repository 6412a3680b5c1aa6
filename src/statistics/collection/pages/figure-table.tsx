import { Link } from "react-router";
import { formatCount } from "#basics";
import { type Column, DataTable, Section, useLanguage, useWords } from "#web";
import { submissionWords } from "#words";
import { type CellView, type RowView, type TableView, foldRows } from "./table-view.ts";

/** One table of a submission, to be read: figures, why one is not there, last year's below, and what was remarked. */
export function FigureTable({ table, root, mayEdit }: { table: TableView; root: string; mayEdit: boolean }) {
  const words = useWords(submissionWords).figures;
  const language = useLanguage();
  const columns: Column<RowView>[] = [
    {
      id: "row",
      head: table.rowHead,
      kind: "row-head",
      cell: (row) => (row.isTotal ? row.label : <span className="font-normal">{row.label}</span>),
    },
    ...table.columns.map((column, place): Column<RowView> => ({
      id: column.code || "value",
      head: column.label,
      kind: "number",
      cell: (row) => {
        const cell = row.cells[place];
        return (
          cell && (
            <Cell
              cell={cell}
              isTotal={row.isTotal}
              showsBefore={table.columns.length > 1}
              root={root}
              label={`${row.label}, ${column.label}`}
            />
          )
        );
      },
    })),
    ...(table.earlierYear !== undefined && table.columns.length === 1
      ? [
          {
            id: "before",
            head: words.lastYear(String(table.earlierYear)),
            kind: "number",
            cell: (row) => <span className="text-ink-soft">{row.cells[0]?.before ?? ""}</span>,
          } as const satisfies Column<RowView>,
        ]
      : []),
  ];
  const notes = table.rows.flatMap((row) =>
    row.cells.flatMap((cell, place) =>
      cell.note === undefined ? [] : [{ cell: cell.cell, where: lineOf(row, table.columns[place]?.label), note: cell.note }],
    ),
  );
  const { rows, folded } = foldRows(table);
  const filled = words.filled(formatCount(table.filled, language), formatCount(table.all, language));
  return (
    <Section id={table.id} title={table.title} lead={table.unit}>
      {rows.length > 0 && (
        <DataTable caption={table.title} hideCaption columns={columns} rows={rows} rowKey={(row) => row.code} />
      )}
      {folded.map(({ text, labels }) => (
        <p key={text} className="measure mt-3 text-small text-ink-soft">
          <span className="font-semibold">{text.charAt(0).toLocaleUpperCase(language) + text.slice(1)}:</span>{" "}
          {labels.join("; ")}.
        </p>
      ))}
      {table.counts === "statuses" && <p className="mt-3 text-small text-ink-soft">{words.notCounted}</p>}
      {table.counts === "mentions" && <p className="mt-3 text-small text-ink-soft">{words.several}</p>}
      {table.earlierYear !== undefined && table.columns.length > 1 && (
        <p className="mt-3 text-small text-ink-soft">{words.lastYearBelow(String(table.earlierYear))}</p>
      )}
      {notes.length > 0 && (
        <dl className="mt-4 space-y-1 text-small">
          {notes.map(({ cell, where, note }) => (
            <div key={cell} className="measure">
              <dt className="inline font-semibold">{where}: </dt>
              <dd className="inline">{note}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 text-small text-ink-soft">
        <span>{filled}</span>
        {mayEdit && (
          <Link to={`${root}/enter/${table.id}`} className="link">
            {words.edit}
            <span className="sr-only">{`: ${table.title}`}</span>
          </Link>
        )}
      </p>
    </Section>
  );
}

function lineOf(row: RowView, column: string | undefined): string {
  return column === undefined ? row.label : `${row.label}, ${column}`;
}

function Cell({
  cell,
  isTotal,
  showsBefore,
  root,
  label,
}: {
  cell: CellView;
  isTotal: boolean;
  showsBefore: boolean;
  root: string;
  label: string;
}) {
  const words = useWords(submissionWords).figures;
  const language = useLanguage();
  const isFigure = cell.kind === "count" || cell.kind === "suppressed";
  return (
    <>
      <span
        className={
          isFigure ? (isTotal ? "font-semibold" : "") : "inline-block max-w-[6.5rem] text-small leading-tight text-ink-soft"
        }
      >
        {cell.text}
      </span>
      {showsBefore && cell.before !== undefined && <span className="block text-small text-ink-soft">{cell.before}</span>}
      {cell.remarks > 0 && (
        <Link to={`${root}/remarks?cell=${encodeURIComponent(cell.cell)}`} className="link block text-small">
          {words.withRemarks(formatCount(cell.remarks, language))}
          <span className="sr-only">{`. ${words.remarksOfCell(label)}`}</span>
        </Link>
      )}
    </>
  );
}
