import type { ReportState } from "../progress/report.ts";

/** Version of the file's own layout. */
export const sheetFormat = 1;

/** What a person writes in a row: a report of progress. Empty text is an empty cell; days are ISO days; the figure is decimal text. */
export interface Entry {
  readonly figure: string;
  readonly state: ReportState | "";
  readonly from: string;
  readonly until: string;
  readonly narrative: string;
  readonly whyNot: string;
  readonly link: string;
}

/** The columns that are written in, in their order. */
export const entryColumns = ["figure", "state", "from", "until", "narrative", "whyNot", "link"] as const satisfies readonly (keyof Entry)[];
export type EntryColumn = (typeof entryColumns)[number];

/** The columns that are only read, before and after those that are written in. */
export const readColumns = ["key", "code", "axis", "above", "kind", "title", "baseline", "target", "verification", "responsible", "months", "weight"] as const;
export const lastColumns = ["due", "light", "accepted"] as const;
export const columns = [...readColumns, ...entryColumns, ...lastColumns] as const;
export type ColumnId = (typeof columns)[number];

/** An empty row. */
export const blankEntry: Entry = { figure: "", state: "", from: "", until: "", narrative: "", whyNot: "", link: "" };

/** A row as the file carries it: what stands in its cells, and upon which report. */
export interface SheetRow {
  readonly key: string;
  readonly kind: "activity" | "indicator";
  /** Whoever gets the file reports on it; other rows are locked. */
  readonly isOpen: boolean;
  /** Why a locked row is locked. */
  readonly closed?: "measured" | "not-answering";
  /** Id of the reader's own newest report; empty where there is none. */
  readonly upon: string;
  readonly entry: Entry;
  /** What is printed beside it, by column. */
  readonly said: Readonly<Record<Exclude<ColumnId, EntryColumn | "key">, string>>;
}

/** What a file says about itself. */
export interface Stamp {
  readonly format: number;
  readonly plan: string;
  readonly version: number;
  readonly language: "es" | "en";
  /** ISO day on which it was made. */
  readonly day: string;
  /** For whom: a country's code, or 'organ' for secretariat and presidency. */
  readonly reader: string;
}

/** A file before it is written. */
export interface SheetFile {
  readonly stamp: Stamp;
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** The figure as a cell holds it: a number where the number says exactly the same, else text. */
export function figureCell(figure: string): string | number | null {
  if (figure === "") return null;
  const number = Number(figure);
  return Number.isFinite(number) && String(number) === figure ? number : figure;
}

/** File name of a matrix: plan, version and day. */
export function matrixFileName({ plan, version, day, language }: Pick<Stamp, "plan" | "version" | "day" | "language">): string {
  return `${language === "es" ? "matriz" : "matrix"}-${plan}-v${version}-${day}.xlsx`;
}
