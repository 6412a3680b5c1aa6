import type { CellStyle, WriteSheet } from "hucre";
import { themes } from "#brand";

const { light } = themes;
const rgb = (hex: string) => ({ rgb: hex.slice(1).toUpperCase() });
const fill = (hex: string): CellStyle["fill"] => ({ type: "pattern", pattern: "solid", fgColor: rgb(hex) });
const hairline = { style: "thin", color: rgb(light.line) } as const;
const boxed = { top: hairline, bottom: hairline, left: hairline, right: hairline };
const text = (size: number, hex: string, more: CellStyle["font"] = {}): CellStyle["font"] => ({ name: "Calibri", size, color: rgb(hex), ...more });
const open = { fill: fill("#ffffff"), border: boxed, protection: { locked: false } } as const;

/** The few styles of the file, in the brand's colours. Locked unless it says otherwise. */
export const look = {
  title: { font: text(16, light.ink, { bold: true }), alignment: { vertical: "center" } },
  lead: { font: text(11, light.inkSoft), alignment: { vertical: "top", wrapText: true } },
  header: { font: text(11, "#ffffff", { bold: true }), fill: fill(light.ink), border: boxed, alignment: { vertical: "center", wrapText: true } },
  openHeader: { font: text(11, "#ffffff", { bold: true }), fill: fill(light.work), border: boxed, alignment: { vertical: "center", wrapText: true } },
  code: { font: text(8, light.inkSoft) },
  read: { font: text(10, light.ink), fill: fill(light.sunken), border: boxed, numFmt: "@", alignment: { vertical: "top", wrapText: true } },
  closed: { font: text(10, light.inkSoft, { italic: true }), fill: fill(light.sunken), border: boxed, alignment: { vertical: "top", wrapText: true } },
  figure: { ...open, font: text(11, light.ink), numFmt: "0.####", alignment: { horizontal: "right", vertical: "top" } },
  day: { ...open, font: text(11, light.ink), numFmt: "dd/mm/yyyy", alignment: { horizontal: "left", vertical: "top" } },
  words: { ...open, font: text(11, light.ink), numFmt: "@", alignment: { vertical: "top", wrapText: true } },
} satisfies Record<string, CellStyle>;

/** Locks a sheet against slips, without a password: widths, heights, sorting and filters stay free. */
export const protection: WriteSheet["protection"] = { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true };

/** Prints on letter paper lying down, one page wide, as Mexico and Central America do. */
export const printed: Pick<WriteSheet, "pageSetup" | "headerFooter"> = {
  pageSetup: { paperSize: "letter", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } },
  headerFooter: { oddFooter: "&L&8CORETT&C&8&A&R&8&P / &N" },
};

/** Colour of the tab of a sheet that is filled in. */
export const fillTab = rgb(light.work);
