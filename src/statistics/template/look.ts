import type { Cell, CellStyle, NamedRange, WriteSheet } from "hucre";
import { themes } from "#brand";

const { light } = themes;
const rgb = (hex: string) => ({ rgb: hex.slice(1).toUpperCase() });
const fill = (hex: string): CellStyle["fill"] => ({ type: "pattern", pattern: "solid", fgColor: rgb(hex) });
const hairline = { style: "thin", color: rgb(light.line) } as const;
const boxed = { top: hairline, bottom: hairline, left: hairline, right: hairline };

/** A typeface that every office machine has; the brand's own would be replaced by chance. */
const face = "Calibri";
const text = (size: number, hex: string, more: CellStyle["font"] = {}): CellStyle["font"] => ({ name: face, size, color: rgb(hex), ...more });

/** The few styles of a template, in the brand's colours. Locked unless it says otherwise. */
export const look = {
  title: { font: text(18, light.ink, { bold: true }), alignment: { vertical: "center" } },
  lead: { font: text(11, light.inkSoft), alignment: { vertical: "top" } },
  body: { font: text(11, light.ink), alignment: { vertical: "top", wrapText: true } },
  strong: { font: text(11, light.ink, { bold: true }), alignment: { vertical: "top", wrapText: true } },
  section: { font: text(13, light.work, { bold: true }), alignment: { vertical: "center" }, border: { bottom: { style: "medium", color: rgb(light.light) } } },
  header: { font: text(11, "#ffffff", { bold: true }), fill: fill(light.ink), border: boxed, alignment: { horizontal: "center", vertical: "center", wrapText: true } },
  corner: { font: text(11, "#ffffff", { bold: true }), fill: fill(light.ink), border: boxed, alignment: { vertical: "center", wrapText: true } },
  year: { font: text(11, light.ink, { bold: true }), fill: fill(light.workWash), border: boxed, alignment: { horizontal: "center" } },
  yearBefore: { font: text(10, light.inkSoft, { italic: true }), fill: fill(light.sunken), border: boxed, alignment: { horizontal: "center" } },
  rowLabel: { font: text(11, light.ink), fill: fill(light.paper), border: boxed, alignment: { vertical: "center", wrapText: true, indent: 1 } },
  totalLabel: { font: text(11, light.ink, { bold: true }), fill: fill(light.workWash), border: boxed, alignment: { vertical: "center", wrapText: true, indent: 1 } },
  input: { font: text(11, light.ink), fill: fill("#ffffff"), border: boxed, numFmt: "#,##0", alignment: { horizontal: "right", vertical: "center" }, protection: { locked: false } },
  totalInput: { font: text(11, light.ink, { bold: true }), fill: fill("#ffffff"), border: { ...boxed, top: { style: "medium", color: rgb(light.ink) } }, numFmt: "#,##0", alignment: { horizontal: "right", vertical: "center" }, protection: { locked: false } },
  before: { font: text(10, light.inkSoft, { italic: true }), fill: fill(light.sunken), border: boxed, numFmt: "#,##0", alignment: { horizontal: "right", vertical: "center" } },
  words: { font: text(11, light.ink), fill: fill("#ffffff"), border: boxed, alignment: { vertical: "top", wrapText: true }, protection: { locked: false } },
  plain: { font: text(11, light.ink), fill: fill("#ffffff"), border: boxed, numFmt: "@", alignment: { vertical: "center" }, protection: { locked: false } },
  day: { font: text(11, light.ink), fill: fill("#ffffff"), border: boxed, numFmt: "dd/mm/yyyy", alignment: { horizontal: "left", vertical: "center" }, protection: { locked: false } },
  code: { font: text(8, light.inkSoft) },
  help: { font: text(10, light.inkSoft, { italic: true }), alignment: { vertical: "top", wrapText: true } },
} satisfies Record<string, CellStyle>;

/** Colours of the sheet tabs: what is to read, what is to fill in, what says who. */
export const tabs = { read: rgb(light.ink), fill: rgb(light.work), source: rgb(light.light) };

/** Locks a sheet against slips, without a password: widths, heights and sorting stay free. */
export const protection: WriteSheet["protection"] = {
  sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true, insertRows: true, deleteRows: true, sort: true, autoFilter: true,
};

/** Prints a sheet on letter paper, as Mexico and Central America do, one page wide. */
export function printed(orientation: "portrait" | "landscape"): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      paperSize: "letter", orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&8CORETT&C&8&A&R&8&P / &N" },
  };
}

/**
 * Repeats a header row on every printed page of a sheet. Written as a name of our own making, because the writer leaves
 * the sheet's name without quotation marks there and Excel then finds the file damaged.
 */
export function repeatedRow(sheet: string, row: number): NamedRange {
  return { name: "_xlnm.Print_Titles", range: `'${sheet}'!$${row}:$${row}`, scope: sheet };
}

/** Collects the cells of a sheet by row and column, both from 0. */
export class Cells {
  readonly map = new Map<string, Partial<Cell>>();
  put(row: number, column: number, value: string | number | null, style: CellStyle): void {
    this.map.set(`${row},${column}`, { value, style });
  }
}
