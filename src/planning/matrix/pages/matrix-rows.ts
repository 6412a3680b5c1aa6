import { html } from "hono/html";
import { type Language, countryName } from "#basics";
import { planningMatrixWords } from "#words";
import type { MatrixBand, MatrixLine, MatrixRow } from "../matrix.ts";
import { monthsText } from "../month.ts";

const columns = ["row", "baseline", "target", "verification", "responsible", "months", "weight", "progress", "due", "light", "newest"] as const;
const numbers = new Set<string>(["baseline", "weight", "progress", "due"]);

type Markup = ReturnType<typeof html>;

/**
 * The matrix as the text of one table, every value escaped: headings of the plan as bands, then a row for each activity and
 * indicator. It is text and no tree of parts, because a plan of ten years has five thousand rows, fifty-five thousand cells.
 */
export function matrixTable(lines: readonly MatrixLine[], language: Language): string {
  const words = planningMatrixWords[language];
  const heads = columns.map((id) => html`<th role="columnheader" scope="col" class="${numbers.has(id) ? "number" : ""}">${words.columns[id]}</th>`);
  const rows = lines.map((line) => ("band" in line ? bandRow(line.band, language) : dataRow(line.row, language)));
  const table = html`<table role="table" class="matrix"><caption class="sr-only">${words.tab}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
  if (table instanceof Promise) throw new TypeError("A cell of the matrix is not ready to be written");
  return table.toString();
}

function bandRow({ kind, depth, code, title, weight, done, due, light }: MatrixBand, language: Language): Markup {
  const words = planningMatrixWords[language];
  const facts = [weight === null ? "" : words.bandWeight(weight), done === null ? "" : words.bandDone(done, due ?? "0")].filter(Boolean).join("; ");
  const named = code === "" || title.startsWith(code) ? `${kind === "plan" ? "" : `${words.bands[kind]}: `}${title}` : `${words.bands[kind]} ${code}. ${title}`;
  return html`<tr role="row" class="band band-${Math.min(depth, 3)}"><th role="rowheader" colspan="${columns.length}" scope="rowgroup">${named}${facts === "" ? "" : html`<small> — ${facts}</small>`}${light === null ? "" : html`<small class="light ${light}"> ${words.lights[light]}</small>`}</th></tr>`;
}

function dataRow(row: MatrixRow, language: Language): Markup {
  const words = planningMatrixWords[language];
  const heads = words.columns;
  const target = row.unit === "" ? row.target : row.target === "" ? row.unit : `${row.target} (${row.unit})`;
  const figure = row.newest === null ? "" : row.kind === "activity" ? `${row.newest.figure} %` : row.newest.figure;
  return html`<tr role="row" class="row"><th role="rowheader" scope="row"><span class="code">${row.code}</span><a href="/${language}/workspace/plans/${row.plan}/nodes/${row.key}" class="link">${row.title}</a></th>
<td role="cell" data-label="${heads.baseline}" class="number">${row.baseline}</td>
<td role="cell" data-label="${heads.target}" class="wide">${target}</td>
<td role="cell" data-label="${heads.verification}" class="wide">${row.verification}</td>
<td role="cell" data-label="${heads.responsible}" class="wide">${row.responsible}</td>
<td role="cell" data-label="${heads.months}">${monthsText(row.months, language)}</td>
<td role="cell" data-label="${heads.weight}" class="number">${row.weight === null ? "" : `${row.weight} %`}</td>
<td role="cell" data-label="${heads.progress}" class="number">${figure}</td>
<td role="cell" data-label="${heads.due}" class="number">${row.due === null ? "" : `${row.due} %`}</td>
<td role="cell" data-label="${heads.light}" class="${row.light === null ? "" : `light ${row.light}`}">${row.light === null ? "" : words.lights[row.light]}</td>
<td role="cell" data-label="${heads.newest}" class="wide">${newestText(row, language)}</td></tr>`;
}

function newestText({ newest, isMeasured }: MatrixRow, language: Language): string {
  const words = planningMatrixWords[language];
  if (newest === null) return isMeasured ? words.measured : words.noReport;
  if (isMeasured) return `${words.measured}, ${words.untilDay(shortDay(newest.until))}`;
  return words.reportedBy(newest.country === null ? words.organ : countryName(newest.country)[language], shortDay(newest.until));
}

/** '30/06/2026': short, the same in both languages, and read by nobody as a month first, because days lead here. */
function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
