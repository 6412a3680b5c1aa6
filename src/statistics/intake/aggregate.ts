import { type Figure, type Value, TOTAL, UNKNOWN } from "../figure.ts";
import type { Code, Dimension, DimensionId, Methodology } from "../methodology/methodology.ts";
import { cellsOf } from "../methodology/plan.ts";
import { originRow } from "./country-words.ts";
import type { VictimRecord } from "./record.ts";

/** Statuses whose persons are the headline: identified by an authority, or accredited by a formal decision. */
const headline = new Set(["IDENTIFIED", "ACCREDITED"]);

type Place = (record: VictimRecord) => readonly string[];

/**
 * Counts the tables of the methodology from records, batch by batch.
 *
 * Presumed, preliminary and rescued persons stand in the table of statuses only. A person who was accredited was identified
 * first and is counted under both there, since those counts are never added together. Narrow codes are counted into the
 * broad ones that a table prints; a status or service that no table prints is left out. Tables by an attribute for which
 * the file has no column are 'not collected', not zero.
 */
export class RecordTally {
  readonly #methodology: Methodology;
  readonly #places = new Map<DimensionId, Place>();
  readonly #missing: ReadonlySet<DimensionId>;
  readonly #counts = new Map<string, number>();

  constructor(methodology: Methodology, missing: readonly DimensionId[] = []) {
    this.#methodology = methodology;
    this.#missing = new Set(missing);
    for (const dimension of methodology.dimensions) this.#places.set(dimension.id, placeOf(dimension, methodology));
  }

  /** Adds a batch of records. */
  add(records: readonly VictimRecord[]): void {
    for (const record of records) {
      const isHeadline = headline.has(record.status);
      const codes = new Map<DimensionId, readonly string[]>();
      const codesOf = (id: DimensionId) => {
        let known = codes.get(id);
        if (!known) codes.set(id, (known = this.#places.get(id)?.(record) ?? []));
        return known;
      };
      for (const table of this.#methodology.tables) {
        if (table.counts !== "statuses" && !isHeadline) continue;
        const [first, second] = table.dimensions;
        if (!first) continue;
        for (const a of codesOf(first))
          if (!second) this.#count(`${table.id}:${a}`);
          else for (const b of codesOf(second)) this.#count(`${table.id}:${a}.${b}`);
      }
    }
  }

  /** The figures of all cells of the methodology, in its order; a cell that nobody fell into is zero. */
  figures(): Figure[] {
    return this.#methodology.tables.flatMap((table) => {
      const isMissing = table.dimensions.some((id) => this.#missing.has(id));
      return cellsOf(this.#methodology, table).map(({ cell }): Figure => {
        const value: Value = isMissing ? { kind: "absent", absence: "not-collected" } : { kind: "count", count: this.#counts.get(cell) ?? 0 };
        return { cell, value };
      });
    });
  }

  #count(cell: string): void {
    this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
  }
}

/** Counts all records at once. */
export function aggregateRecords(records: readonly VictimRecord[], methodology: Methodology, missing: readonly DimensionId[] = []): Figure[] {
  const tally = new RecordTally(methodology, missing);
  tally.add(records);
  return tally.figures();
}

/** The printed codes that a person stands under along one dimension, the total included where parts add up. */
function placeOf(dimension: Dimension, methodology: Methodology): Place {
  const codes = methodology.codeLists.find((list) => list.id === dimension.codeList)?.codes ?? [];
  const printed = new Set(dimension.codes);
  const named = new Set(dimension.codes.filter((code) => code !== "AMR" && code !== "WLD" && code !== UNKNOWN));
  const rollUp = rollUpOf(codes, printed);
  const places = new Map<string, readonly string[]>();
  const along = (code: string): readonly string[] => {
    let known = places.get(code);
    if (!known) {
      const part = dimension.id === "ORIGIN" && !printed.has(code) ? originRow(code, named) : rollUp(code);
      known = part === undefined ? [] : dimension.additive ? [part, TOTAL] : [part];
      places.set(code, known);
    }
    return known;
  };
  const several = (given: readonly string[]): readonly string[] => [...new Set(given.flatMap(along))];
  switch (dimension.id) {
    case "SEX":
      return (record) => along(record.sex);
    case "AGE":
      return (record) => along(record.ageGroup);
    case "MAIN_FORM":
      return (record) => along(record.mainForm);
    case "ORIGIN":
      return (record) => along(record.citizenship);
    case "SCOPE":
      return (record) => along(record.scope);
    case "FORM":
      return (record) => several(record.forms.length === 0 ? [UNKNOWN] : record.forms);
    case "SERVICE":
      return (record) => several(record.services);
    case "VICTIM_STATUS":
      return (record) => (record.status === "ACCREDITED" && printed.has("IDENTIFIED") ? ["IDENTIFIED", "ACCREDITED"].filter((code) => printed.has(code)) : along(record.status));
  }
}

function rollUpOf(codes: readonly Code[], printed: ReadonlySet<string>): (code: string) => string | undefined {
  const parents = new Map(codes.map((each) => [each.code, each.parent]));
  return (code) => {
    let at: string | undefined = code;
    for (let steps = 0; at !== undefined && steps < 5; steps++) {
      if (printed.has(at)) return at;
      at = parents.get(at);
    }
    return undefined;
  };
}
