import type { ReactNode } from "react";

/** A column of a table: its heading, what it says of a row, and whether that is a number or a long text. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly kind?: "row-head" | "number" | "long";
  /** What the last line says in this column: a total, or its name. */
  readonly foot?: ReactNode;
}

/**
 * A table that reads well everywhere: numbers aligned right, headings repeated in print, and on a telephone each row as a
 * small sheet with its own labels. A wide matrix that must stay a matrix takes `stacks={false}` and scrolls sideways.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  stacks = true,
  hideCaption = false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  stacks?: boolean;
  hideCaption?: boolean;
}) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <div {...(stacks ? {} : { className: "overflow-x-auto", tabIndex: 0, role: "region", "aria-label": caption })}>
      <table role="table" className={`data-table ${stacks ? "stacks" : ""}`}>
        <caption className={hideCaption ? "sr-only" : ""}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" className={kindClass(column.kind)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.id} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Cell key={column.id} column={column}>
                  {column.foot}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  return column.kind === "row-head" ? (
    <th role="rowheader" scope="row">
      {children}
    </th>
  ) : (
    <td role="cell" data-label={column.head} className={kindClass(column.kind)}>
      <span>{children}</span>
    </td>
  );
}

function kindClass(kind: Column<unknown>["kind"]): string | undefined {
  return kind === "number" || kind === "long" ? kind : undefined;
}
