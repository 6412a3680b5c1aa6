import type { Absence, Figure, Value } from "../figure.ts";

/** A figure as the tables `figure` and `figure_round` keep it. */
export interface FigureRow {
  readonly cell: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly suppressed: boolean;
  readonly absence: string | null;
  readonly note: string | null;
}

/** Columns to select for `asFigure`. */
export const figureColumns = ["cell", "lo", "hi", "suppressed", "absence", "note"] as const;

/** The figure of a row. */
export function asFigure(row: FigureRow): Figure {
  const value: Value =
    row.absence !== null
      ? { kind: "absent", absence: row.absence as Absence } // the table's check holds the three words
      : row.suppressed
        ? { kind: "suppressed", below: (row.hi ?? 0) + 1 }
        : { kind: "count", count: row.lo ?? 0 };
  return { cell: row.cell, value, ...(row.note === null ? {} : { note: row.note }) };
}

/** The row of a figure. */
export function asRow({ cell, value, note }: Figure): FigureRow {
  const words = { cell, note: note?.trim() || null };
  switch (value.kind) {
    case "count":
      return { ...words, lo: value.count, hi: value.count, suppressed: false, absence: null };
    case "suppressed":
      return { ...words, lo: 0, hi: value.below - 1, suppressed: true, absence: null };
    case "absent":
      return { ...words, lo: null, hi: null, suppressed: false, absence: value.absence };
  }
}
