import { type Column, DataTable, useWords } from "#web";
import { releaseWords } from "#words";
import type { PageCell, PageTable } from "./page-table.ts";

type Row = PageTable["rows"][number];

/** One table of a country's page; hidden cells carry their mark and their word. */
export function PageTableView({ table }: { table: PageTable }) {
  const words = useWords(releaseWords).page;
  const columns: Column<Row>[] = [
    { id: "row", head: table.rowHead, kind: "row-head", cell: (row) => (row.isTotal ? row.label : <span className="font-normal">{row.label}</span>) },
    ...table.columns.map((column, place): Column<Row> => ({
      id: column.code || "value",
      head: column.label || words.value,
      kind: "number",
      cell: (row) => <Cell cell={row.cells[place]} isTotal={row.isTotal} />,
    })),
  ];
  return (
    <div className="mt-10">
      <h3 className="text-h3 font-semibold">{table.title}</h3>
      <p className="measure text-small text-ink-soft">
        {table.unit}
        {table.years && `. ${words.years(String(table.years[0]), String(table.years[1]))}.`}
      </p>
      <div className="mt-3">
        <DataTable caption={`${table.title}${table.years ? ` ${table.years.join("–")}` : ""}`} hideCaption columns={columns} rows={table.rows} rowKey={({ code }) => code} />
      </div>
      {table.withoutData.map(({ reason, labels }) => (
        <p key={reason} className="measure mt-3 text-small text-ink-soft">
          {words.withoutData(reason, labels.join("; "))}
        </p>
      ))}
    </div>
  );
}

function Cell({ cell, isTotal }: { cell: PageCell | undefined; isTotal: boolean }) {
  const words = useWords(releaseWords).page;
  if (cell === undefined) return <span className="text-small text-ink-soft">{words.notPrinted}</span>;
  if (cell.kind === "observed" || cell.kind === "range") return <span className={isTotal ? "font-semibold" : ""}>{cell.text}</span>;
  if (cell.kind === "absent") return <span className="text-small text-ink-soft italic">{cell.text}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 text-small text-ink-soft">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="shrink-0 text-ink-soft" fill="none" stroke="currentColor" strokeWidth="1.3">
        <path d="M1 1h14v14H1ZM1 6 6 1M1 11 11 1M1 15 15 1M6 15 15 6M11 15 15 11" />
      </svg>
      {cell.text}
    </span>
  );
}
