import { type Column, DataTable, type FieldState, fieldId, useWords } from "#web";
import { submissionWords } from "#words";
import type { CellView, RowView, TableView } from "./table-view.ts";

/** A table as a grid of fields: one for each cell, last year's figure below it, and its problem when it could not be read. */
export function EntryTable({ table, field }: { table: TableView; field: (name: string, initial: string) => FieldState }) {
  const words = useWords(submissionWords).enter;
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
        const label = table.columns.length > 1 ? words.fieldName(row.label, column.label) : row.label;
        return (
          cell && <EntryField cell={cell} label={label} earlierYear={table.earlierYear} {...field(cell.cell, cell.entry)} />
        );
      },
    })),
  ];
  return <DataTable caption={table.title} hideCaption columns={columns} rows={table.rows} rowKey={(row) => row.code} />;
}

function EntryField({
  cell,
  label,
  earlierYear,
  name,
  value,
  problem,
}: FieldState & { cell: CellView; label: string; earlierYear: number | undefined }) {
  const words = useWords(submissionWords).enter;
  const id = fieldId(name);
  const notes = [cell.before === undefined ? "" : `${id}-before`, problem === undefined ? "" : `${id}-problem`]
    .filter(Boolean)
    .join(" ");
  return (
    <span className="inline-flex flex-col items-end">
      <input
        id={id}
        name={name}
        defaultValue={value}
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={notes || undefined}
        autoComplete="off"
        spellCheck={false}
        size={6}
        maxLength={40}
        className={`figures min-h-[2.4rem] w-[6.5rem] rounded-small border bg-surface px-2.5 py-1 text-right text-ink ${problem === undefined ? "border-ink-soft" : "border-2 border-bad"}`}
      />
      {cell.before !== undefined && earlierYear !== undefined && (
        <span id={`${id}-before`} className="text-small text-ink-soft">
          {words.before(cell.before, String(earlierYear))}
        </span>
      )}
      {problem !== undefined && (
        <span id={`${id}-problem`} className="max-w-[16rem] text-left text-small font-semibold text-bad">
          {problem}
        </span>
      )}
    </span>
  );
}
