import { type Text, formatCount } from "#basics";
import { UNKNOWN, parseCell } from "../../figure.ts";
import { type Finding, findingKey } from "../finding.ts";
import { type Interval, type ValidationInput, cellLabel, intervalOf, intervalText, valuesOf } from "../matrix.ts";
import type { Relation } from "../relation.ts";

type Sum = Extract<Relation, { kind: "sum" }>;

/**
 * The parts of a table never sum to more than their total; they may sum to less only while 'unknown' (or another part) is
 * blank. Counts that a source keeps below a ceiling are reckoned as intervals: '<5' and 12 sum to between 12 and 16.
 *
 * Female and male differ from the total in 21 of 53 country-years of the nine states in GLOTIP, because sex is unknown for
 * some; hence the rule about falling short.
 */
export function partsAndTotal(input: ValidationInput, relation: Sum): Finding[] {
  const values = valuesOf(input.figures);
  const at = (cell: string): Interval => intervalOf(input.methodology, cell, values.get(cell));
  const total = at(relation.total);
  const parts = relation.parts.map((cell) => ({ cell, ...at(cell) }));
  const lo = parts.reduce((sum, part) => sum + part.lo, 0);
  const hi = parts.reduce((sum, part) => sum + part.hi, 0);
  const stated = relation.parts.filter((cell) => values.has(cell));
  const cells = [relation.total, ...stated];
  const label = cellLabel(input.methodology, relation.total);
  const found = intervalText({ lo, hi }, input.country);
  const said = intervalText(total, input.country);

  if (lo > total.hi) return [finding("parts-exceed-total", relation.total, cells, `${lo}>${total.hi}`, {
    es: `${label.es}: las partes suman ${atLeast(found.es, lo, hi, input, "es")} y el total dice ${said.es}.`,
    en: `${label.en}: the parts sum to ${atLeast(found.en, lo, hi, input, "en")} and the total says ${said.en}.`,
  }, {
    es: "Corrija la parte o el total. Las partes no pueden sumar más que el total.",
    en: "Mend the part or the total. The parts cannot sum to more than the total.",
  })];
  if (hi < total.lo) {
    const gap = total.lo - hi;
    const unknown = relation.parts.find((cell) => parseCell(cell).codes.includes(UNKNOWN));
    return [finding("parts-fall-short", relation.total, cells, `${hi}<${total.lo}`, {
      es: `${label.es}: las partes suman ${found.es} y el total dice ${said.es}; faltan ${formatCount(gap, "es", input.country)}.`,
      en: `${label.en}: the parts sum to ${found.en} and the total says ${said.en}; ${formatCount(gap, "en")} are missing.`,
    }, {
      es: unknown ? "Anote en «Se desconoce» a las personas que faltan, o corrija la parte o el total." : "Corrija la parte o el total.",
      en: unknown ? "Enter the missing persons under “Unknown”, or mend the part or the total." : "Mend the part or the total.",
    })];
  }
  return [];
}

function atLeast(text: string, lo: number, hi: number, input: ValidationInput, language: "es" | "en"): string {
  if (lo === hi) return text;
  return `${language === "es" ? "al menos" : "at least"} ${formatCount(lo, language, input.country)}`;
}

function finding(rule: string, place: string, cells: readonly string[], about: string, message: Text, mend: Text): Finding {
  return { key: findingKey(rule, place, about), class: "consistency", severity: "error", rule, cells, message, mend };
}
