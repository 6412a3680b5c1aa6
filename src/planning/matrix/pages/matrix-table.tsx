import type { Language } from "#basics";
import { countryName } from "#basics";
import { planningMatrixWords } from "#words";
import type { MatrixBand, MatrixLine, MatrixRow } from "../matrix.ts";
import { monthsText } from "../month.ts";

const columns = ["row", "baseline", "target", "verification", "responsible", "months", "weight", "progress", "due", "light", "newest"] as const;
const numbers = new Set<string>(["baseline", "weight", "progress", "due"]);

/**
 * The matrix as one table: headings of the plan as bands, then a row for each activity and indicator. Written without a part of its
 * own for each cell, because a plan of ten years has five thousand rows.
 */
export function MatrixTable({ lines, language }: { lines: readonly MatrixLine[]; language: Language }) {
  const words = planningMatrixWords[language];
  return (
    <table role="table" className="matrix">
      <caption className="sr-only">{words.tab}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((id) => (
            <th key={id} role="columnheader" scope="col" className={numbers.has(id) ? "number" : undefined}>
              {words.columns[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{lines.map((line) => ("band" in line ? bandRow(line.band, language) : dataRow(line.row, language)))}</tbody>
    </table>
  );
}

function bandRow({ plan, key, kind, depth, code, title, weight, done, due, light }: MatrixBand, language: Language) {
  const words = planningMatrixWords[language];
  const facts = [weight === null ? "" : words.bandWeight(weight), done === null ? "" : words.bandDone(done, due ?? "0")].filter(Boolean).join("; ");
  return (
    <tr key={`${plan}${key}`} role="row" className={`band band-${Math.min(depth, 3)}`}>
      <th role="rowheader" colSpan={columns.length} scope="rowgroup">
        {code === "" || title.startsWith(code) ? `${kind === "plan" ? "" : `${words.bands[kind]}: `}${title}` : `${words.bands[kind]} ${code}. ${title}`}
        {facts !== "" && <small> — {facts}</small>}
        {light !== null && <small className={`light ${light}`}> {words.lights[light]}</small>}
      </th>
    </tr>
  );
}

function dataRow(row: MatrixRow, language: Language) {
  const words = planningMatrixWords[language];
  const heads = words.columns;
  const { newest } = row;
  const isActivity = row.kind === "activity";
  const told = newest === null ? "" : isActivity ? `${newest.figure} %` : newest.figure;
  return (
    <tr key={`${row.plan}${row.key}`} role="row" className="row">
      <th role="rowheader" scope="row">
        <span className="code">{row.code}</span>
        <a href={`/${language}/workspace/plans/${row.plan}/nodes/${row.key}`} className="link">
          {row.title}
        </a>
      </th>
      <td role="cell" data-label={heads.baseline} className="number">{row.baseline === null ? "" : row.baseline}</td>
      <td role="cell" data-label={heads.target} className="wide">{row.unit === "" ? row.target : row.target === "" ? row.unit : `${row.target} (${row.unit})`}</td>
      <td role="cell" data-label={heads.verification} className="wide">{row.verification}</td>
      <td role="cell" data-label={heads.responsible} className="wide">{row.responsible}</td>
      <td role="cell" data-label={heads.months}>{monthsText(row.months, language)}</td>
      <td role="cell" data-label={heads.weight} className="number">{row.weight === null ? "" : `${row.weight} %`}</td>
      <td role="cell" data-label={heads.progress} className="number">{told}</td>
      <td role="cell" data-label={heads.due} className="number">{row.due === null ? "" : `${row.due} %`}</td>
      <td role="cell" data-label={heads.light} className={row.light === null ? undefined : `light ${row.light}`}>{row.light === null ? "" : words.lights[row.light]}</td>
      <td role="cell" data-label={heads.newest} className="wide">
        {newest !== null ? (row.isMeasured ? `${words.measured}, ${words.untilDay(shortDay(newest.until))}` : words.reportedBy(newest.country === null ? words.organ : countryName(newest.country)[language], shortDay(newest.until))) : row.isMeasured ? words.measured : words.noReport}
      </td>
    </tr>
  );
}

/** '30/06/2026': short, the same in both languages, and read by nobody as a month first, because days lead here. */
function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
