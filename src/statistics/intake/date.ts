import type { Cell } from "./cell.ts";

/** A day read from a cell, as ISO yyyy-mm-dd; undefined when the cell holds no existing day. */
export function readDate(cell: Cell, from1904: boolean): string | undefined {
  if (typeof cell === "number") return fromSerial(cell, from1904);
  if (typeof cell === "object") return cell.odd === "date" && cell.serial !== undefined ? fromSerial(cell.serial, from1904) : undefined;
  if (cell === undefined) return undefined;
  const text = cell.trim();
  // Time of day is let go: only the day counts.
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // Day first, as everywhere in the region, Belize included; a month above twelve is an error, never a guess.
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (dayFirst) return existing(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const words = /^(\d{1,2}) (?:de )?(\p{L}{3,10})\.? (?:de |del )?(\d{4})$/u.exec(text.toLowerCase());
  if (words) return existing(Number(words[3]), months.get((words[2] ?? "").slice(0, 3)) ?? 0, Number(words[1]));
  return /^\d{5}$/.test(text) ? fromSerial(Number(text), from1904) : undefined;
}

const months = new Map<string, number>();
for (const [i, names] of ["ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug", "sep", "oct", "nov", "dic dec"].entries())
  for (const name of names.split(" ")) months.set(name, i + 1);

function existing(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  const last = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > last) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1900 (with the leap day that Excel invents) or 1904. */
function fromSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 61 || days > 73_415) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
