import { TOTAL, UNKNOWN, cellAddress } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { cellsOf, dimensionOf, printedCodes } from "../methodology/plan.ts";
import { headlineCell } from "./matrix.ts";

/**
 * What must hold between cells whatever a country counts. 'sum': the total is the sum of its parts. 'at-most': the first
 * never passes the second. 'equal': two cells count the same persons.
 */
export type Relation =
  | { readonly kind: "sum"; readonly total: string; readonly parts: readonly string[] }
  | { readonly kind: "at-most"; readonly small: string; readonly large: string; readonly why: AtMost }
  | { readonly kind: "equal"; readonly a: string; readonly b: string };

/** Why one cell cannot pass another. */
export type AtMost = "mentions" | "main-form" | "accredited";

const known = new WeakMap<Methodology, readonly Relation[]>();

/** Every relation of a methodology's tables, derived from the plan alone: a table added to the plan is checked without code. */
export function relationsOf(methodology: Methodology): readonly Relation[] {
  const derived = known.get(methodology) ?? derive(methodology);
  known.set(methodology, derived);
  return derived;
}

function derive(methodology: Methodology): Relation[] {
  return [
    ...methodology.tables.flatMap((plan) => sums(methodology, plan)),
    ...sameHeadline(methodology),
    ...mentionsWithinPersons(methodology),
    ...sameMentions(methodology),
    ...mainAmongForms(methodology),
    ...accreditedAmongIdentified(methodology),
  ];
}

/** Along every dimension whose parts add up, at every place of the other dimensions. */
function sums(methodology: Methodology, plan: TablePlan): Relation[] {
  return plan.dimensions.flatMap((id, axis) => {
    const dimension = dimensionOf(methodology, id);
    if (!dimension.additive) return [];
    return cellsOf(methodology, plan)
      .filter(({ codes }) => codes[axis] === TOTAL)
      .map(({ cell, codes }) => ({
        kind: "sum" as const,
        total: cell,
        parts: dimension.codes.map((code) => cellAddress(plan.id, codes.with(axis, code))),
      }));
  });
}

/** Tables of persons count the same persons, and so does the status 'identified'. */
function sameHeadline(methodology: Methodology): Relation[] {
  const headline = headlineCell(methodology);
  const totals = methodology.tables
    .filter((plan) => plan.counts === "persons")
    .map((plan) => cellAddress(plan.id, plan.dimensions.map(() => TOTAL)))
    .filter((cell) => cell !== headline);
  const identified = statusCell(methodology, "IDENTIFIED");
  return [...totals, ...(identified ? [identified] : [])].map((b) => ({ kind: "equal", a: headline, b }));
}

/** Persons who suffered one form are among the persons of that age or sex. */
function mentionsWithinPersons(methodology: Methodology): Relation[] {
  return methodology.tables
    .filter((plan) => plan.counts === "mentions")
    .flatMap((plan) =>
      cellsOf(methodology, plan).flatMap(({ cell, codes }): Relation[] => {
        const large = personsWith(methodology, plan, codes);
        return large ? [{ kind: "at-most", small: cell, large, why: "mentions" }] : [];
      }),
    );
}

/** The cell of a table of persons that holds everybody with the additive attributes of a mention. */
function personsWith(methodology: Methodology, plan: TablePlan, codes: readonly string[]): string | undefined {
  const wanted = new Map(plan.dimensions.flatMap((id, i) => (dimensionOf(methodology, id).additive ? [[id, codes[i] ?? TOTAL] as const] : [])));
  const persons = methodology.tables.find((each) => each.counts === "persons" && [...wanted.keys()].every((id) => each.dimensions.includes(id)));
  return persons && cellAddress(persons.id, persons.dimensions.map((id) => wanted.get(id) ?? TOTAL));
}

/** Two tables of mentions along the same dimension, by age and by sex, have the same totals. */
function sameMentions(methodology: Methodology): Relation[] {
  const tables = methodology.tables.filter((plan) => plan.counts === "mentions");
  return tables.flatMap((first, i) =>
    tables.slice(i + 1).flatMap((second): Relation[] => {
      const shared = first.dimensions.find((id) => !dimensionOf(methodology, id).additive && second.dimensions.includes(id));
      if (!shared) return [];
      const at = (plan: TablePlan, code: string) => cellAddress(plan.id, plan.dimensions.map((id) => (id === shared ? code : TOTAL)));
      return printedCodes(methodology, first, shared).map((code) => ({ kind: "equal", a: at(first, code), b: at(second, code) }));
    }),
  );
}

/** A person's main form is one of the forms that the person suffered. 'Unknown' is left out: a known form may be the main one or not. */
function mainAmongForms(methodology: Methodology): Relation[] {
  const main = methodology.tables.find((plan) => plan.counts === "persons" && plan.dimensions.length === 1 && plan.dimensions[0] === "MAIN_FORM");
  const forms = methodology.tables.find((plan) => plan.counts === "mentions" && plan.dimensions.includes("FORM"));
  if (!main || !forms) return [];
  return dimensionOf(methodology, "MAIN_FORM")
    .codes.filter((code) => code !== UNKNOWN)
    .map((code) => ({
      kind: "at-most",
      small: cellAddress(main.id, [code]),
      large: cellAddress(forms.id, forms.dimensions.map((id) => (id === "FORM" ? code : TOTAL))),
      why: "main-form",
    }));
}

/** Who is accredited was identified before. */
function accreditedAmongIdentified(methodology: Methodology): Relation[] {
  const small = statusCell(methodology, "ACCREDITED");
  const large = statusCell(methodology, "IDENTIFIED");
  return small && large ? [{ kind: "at-most", small, large, why: "accredited" }] : [];
}

function statusCell(methodology: Methodology, code: string): string | undefined {
  const plan = methodology.tables.find((each) => each.counts === "statuses");
  return plan && dimensionOf(methodology, "VICTIM_STATUS").codes.includes(code) ? cellAddress(plan.id, [code]) : undefined;
}
