import type { Absence, Value } from "../figure.ts";
import type { Cell } from "./cell.ts";
import { fold } from "./fold.ts";
import type { ProblemCode } from "./problem-wording.ts";

/** What a matrix cell says: a value, nothing yet, or what is wrong with it. `thousands` when separators had to be read. */
export type ReadCount =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: Value; readonly thousands?: true }
  | { readonly kind: "problem"; readonly code: ProblemCode };

const absences = new Map<string, Absence>();
for (const [absence, words] of [
  ["not-available", "nd,n d,no disponible,s d,sd,sin dato,sin datos,not available,no data,no data available"],
  ["not-collected", "nc,n c,no recopilado,no recolectado,no se recopila,no recopilada,not collected"],
  ["not-applicable", "na,n a,no aplica,no corresponde,not applicable"],
] as const)
  for (const word of words.split(",")) absences.set(word, absence);

/** More persons than this in one country and year is a slip of the keyboard. */
const most = 9_999_999;

const below = /^(?:<|menos de|menor que|menor a|fewer than|less than)\s*(\d{1,4})$/i;
const grouped = /^\d{1,3}(?:([.,\u00a0\u202f\u2009 '’])\d{3})(?:\1\d{3})*$/;
const zeroDecimals = /^(\d[\d.,\u00a0\u202f\u2009 '’]*)([.,])0{1,2}$/;

function count(value: number): ReadCount {
  if (!Number.isFinite(value) || value > most) return { kind: "problem", code: "too-large" };
  if (value < 0) return { kind: "problem", code: "negative" };
  if (!Number.isInteger(value)) return { kind: "problem", code: "not-whole" };
  return { kind: "value", value: { kind: "count", count: value } };
}

/**
 * Reads a number of persons as it is written in the region.
 *
 * A count is whole, so one separator followed by exactly three digits marks thousands, be it a point, a comma or a space:
 * '1.234' is 1234, and so is '1,234' (noted as a warning, since '1.234' could be a slip). Any other decimals are refused,
 * but for '12,0' and '12.00', which are 12. '<5' is a count that its own source keeps hidden; ND, NC and NA say why there is
 * none; a blank cell is not filled in yet, and a dash says neither zero nor missing.
 */
export function readCount(cell: Cell): ReadCount {
  if (cell === undefined) return { kind: "blank" };
  if (typeof cell === "number") return count(cell);
  if (typeof cell === "object") return { kind: "problem", code: cell.odd === "formula" ? "formula" : cell.odd === "date" ? "date-cell" : "error-cell" };

  const text = cell.trim().replace(/^'+(?=[=+\-@])/, "");
  if (text === "") return { kind: "blank" };
  if (/^\d{1,12}$/.test(text)) return count(Number(text));
  const hidden = below.exec(text);
  if (hidden) {
    const ceiling = Number(hidden[1]);
    return ceiling >= 2 ? { kind: "value", value: { kind: "suppressed", below: ceiling } } : { kind: "problem", code: "not-a-count" };
  }
  const absence = absences.get(fold(text));
  if (absence) return { kind: "value", value: { kind: "absent", absence } };
  if (/^[-–—−_.]+$/.test(text)) return { kind: "problem", code: "dash-for-count" };
  return readWritten(text);
}

function readWritten(text: string): ReadCount {
  const negative = /^[-−(]\s*[\d.,]+\)?$/.test(text);
  if (negative) return { kind: "problem", code: "negative" };
  const whole = zeroDecimals.exec(text);
  const body = whole?.[1] ?? text;
  const plain = body.replace(/[.,\u00a0\u202f\u2009 '’]/g, "");
  if (/^\d{1,12}$/.test(body)) return count(Number(body));
  if (grouped.test(body) && !(whole && whole[2] === grouped.exec(body)?.[1])) {
    const read = count(Number(plain));
    return read.kind === "value" ? { ...read, thousands: true } : read;
  }
  if (/^\d+[.,]\d+$/.test(text)) return { kind: "problem", code: "not-whole" };
  return { kind: "problem", code: "not-a-count" };
}

/** Writes a value as the templates do, so that `readCount` gives it back. */
export function writeCount(value: Value): string | number {
  if (value.kind === "count") return value.count;
  if (value.kind === "suppressed") return `<${value.below}`;
  return { "not-available": "ND", "not-collected": "NC", "not-applicable": "NA" }[value.absence];
}
