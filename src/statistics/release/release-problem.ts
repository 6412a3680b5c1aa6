import { type Cell, type Problem, type Sum, withGroupMarks } from "../disclosure/index.ts";
import { TOTAL, UNKNOWN, cellAddress, parseCell } from "../figure.ts";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { dimensionOf, tableOf } from "../methodology/plan.ts";
import { type CountryMatrix, UNSTATED, countryMatrix, headline } from "./country-matrix.ts";
import { designOf, prints, windowOf } from "./design.ts";
import type { EarlierRelease, ReleaseInputs } from "./inputs.ts";
import { type Interval, anything, isExact, sumOf } from "./interval.ts";
import { type AreaDesign, type ReleasedCell, REGION } from "./release-data.ts";

/** A cell that the release prints or hides: where it stands, and what the coalition knows of it. */
export interface Place {
  readonly id: string;
  readonly area: string;
  readonly cell: string;
  readonly years?: readonly [number, number];
  readonly known: Interval;
  readonly atSource: boolean;
}

/** The release as one problem of disclosure control, with the way back from each number to its place. */
export interface ReleaseProblem {
  readonly problem: Problem;
  readonly places: readonly Place[];
  readonly matrices: ReadonlyMap<string, CountryMatrix>;
  readonly designs: ReadonlyMap<string, AreaDesign>;
}

/** A sum known between limits is printed when they inform: not too wide, and no small count among what it may be. */
function isPrintableRange({ lo, hi }: Interval, k: number): boolean {
  return Number.isFinite(hi) && (lo === hi || (lo >= k && hi - lo <= Math.max(10, 0.4 * hi)));
}

/**
 * Puts all that is printed for a year, the countries, the region, the pooled years of small countries, and the earlier
 * releases it is linked to, into one problem. Throws `ContradictoryFigures` where a country's figures cannot all be true.
 */
export function releaseProblem(inputs: ReleaseInputs): ReleaseProblem {
  const { methodology, year } = inputs;
  const draft = new Draft(methodology);
  const matrices = new Map(inputs.members.map((member) => [member.country, countryMatrix(methodology, member.figures)]));
  const designs = new Map([...matrices].map(([country, matrix]) => [country, designOf(methodology, matrix.known.get(headline))]));
  const before = inputs.earlier.filter((each) => each.data.year === year);

  for (const [country, matrix] of matrices) {
    const design = designs.get(country) ?? "none";
    draft.addCountry(year, country, matrix, (table, codes, cell) => {
      const isOpen = isCandidate(methodology, design, table, codes, matrix, cell);
      return fixedBefore(before, country, cell, matrix.known.get(cell) ?? anything) ?? (isOpen ? "candidate" : "latent");
    });
  }
  const official = [...matrices].filter(([country]) => inputs.exercise || !inputs.members.find((each) => each.country === country)?.fictional);
  draft.addRegion(year, new Map(official), before);
  designs.set(REGION, "full");
  for (const [country, matrix] of matrices) draft.addPool(inputs, country, matrix, designs.get(country) ?? "none");

  const sensitive = new Set(methodology.tables.filter((table) => table.sensitive).map((table) => table.id));
  const minors = new Set(["MINOR"]);
  const problem = withGroupMarks(draft.problem(), (part) => {
    const { table, codes } = parseCell(part.split("/").at(-1) ?? "");
    return sensitive.has(table) || codes.some((code) => minors.has(code));
  });
  return { problem, places: draft.places, matrices, designs };
}

/**
 * What earlier versions of this year make of a cell: hidden once, it stays hidden; printed with the very number it has now, it is
 * public for good and of no use for hiding others. Undefined leaves it open.
 */
function fixedBefore(before: readonly EarlierRelease[], area: string, cell: string, known: Interval, pooled = false): "withheld" | "public" | undefined {
  const was = before.flatMap(({ data }) =>
    data.cells.filter((each) => each.area === area && Boolean(each.years) === pooled && cellAddress(each.table, each.codes) === cell).map((each) => each.published),
  );
  if (was.some((each) => each.kind === "protected")) return "withheld";
  const isPrinted = was.some((each) => (each.kind === "observed" ? each.count === known.lo && isExact(known) : each.kind === "range" && each.lo === known.lo && each.hi === known.hi));
  return isPrinted ? "public" : undefined;
}

/** Whether a country's own cell is up for print: its table was reported, its axes carry more than 'unknown', and it is exact or hidden at source. */
function isCandidate(methodology: Methodology, design: AreaDesign, table: TablePlan, codes: readonly string[], matrix: CountryMatrix, cell: string): boolean {
  if (codes.includes(UNSTATED) || !matrix.reported.has(table.id) || !prints(methodology, design, table, codes)) return false;
  if (!axesInform(methodology, table, codes, matrix)) return false;
  return matrix.atSource.has(cell) || isExact(matrix.known.get(cell) ?? anything);
}

/** On an axis of which the country reported nothing, all persons are 'unknown': only the total is worth a line there. */
function axesInform(methodology: Methodology, table: TablePlan, codes: readonly string[], matrix: CountryMatrix): boolean {
  return table.dimensions.every((id, axis) => {
    if (codes[axis] === TOTAL || !dimensionOf(methodology, id).additive) return true;
    return [...matrix.known.keys()].some((key) => {
      const other = parseCell(key);
      const code = other.codes[axis];
      return other.table === table.id && code !== TOTAL && code !== UNKNOWN && code !== UNSTATED;
    });
  });
}

class Draft {
  readonly places: Place[] = [];
  readonly #cells: Cell[] = [];
  readonly #sums: Sum[] = [];
  readonly #bounds: { part: string; whole: string }[] = [];

  constructor(readonly methodology: Methodology) {}

  problem(): Problem {
    return { k: this.methodology.k, cells: this.#cells, sums: this.#sums, bounds: this.#bounds };
  }

  addCountry(
    year: number,
    country: string,
    matrix: CountryMatrix,
    roleOf: (table: TablePlan, codes: string[], cell: string) => Cell["role"],
  ): void {
    const id = (cell: string) => `${year}/${country}/${cell}`;
    for (const [cell, known] of matrix.known) {
      const { table, codes } = parseCell(cell);
      const role = roleOf(tableOf(this.methodology, table), codes, cell);
      this.#add(id(cell), known, role, weightOf(cell), matrix.atSource.get(cell));
      if (role !== "latent") {
        this.places.push({ id: id(cell), area: country, cell, known, atSource: matrix.atSource.has(cell) });
      }
    }
    for (const { total, parts } of matrix.sums) this.#sums.push({ total: id(total), parts: parts.map(id) });
    for (const { part, whole } of matrix.limits) this.#bounds.push({ part: id(part), whole: id(whole) });
  }

  /** The sums over countries. A table stands for the region when at least one country reported it. */
  addRegion(year: number, matrices: ReadonlyMap<string, CountryMatrix>, before: readonly EarlierRelease[]): void {
    const reported = new Set([...matrices.values()].flatMap((matrix) => [...matrix.reported]));
    const cells = new Set([...matrices.values()].flatMap((matrix) => [...matrix.known.keys()]));
    for (const cell of cells) {
      const { table, codes } = parseCell(cell);
      if (!reported.has(table)) continue;
      const having = [...matrices].filter(([, matrix]) => matrix.known.has(cell));
      const known = sumOf(having.map(([, matrix]) => matrix.known.get(cell) ?? anything));
      const id = `${year}/${REGION}/${cell}`;
      const informs = having.some(([, matrix]) => matrix.reported.has(table) && axesInform(this.methodology, tableOf(this.methodology, table), codes, matrix));
      const fit = informs && !codes.includes(UNSTATED) && isPrintableRange(known, this.methodology.k);
      const role = fixedBefore(before, REGION, cell, known) ?? (fit ? "candidate" : "latent");
      this.#add(id, known, role, 4 * weightOf(cell), undefined);
      if (role !== "latent") this.places.push({ id, area: REGION, cell, known, atSource: false });
      this.#sums.push({ total: id, parts: having.map(([country]) => `${year}/${country}/${cell}`), across: true });
    }
  }

  /**
   * Several years of a country of few cases, printed once when their window ends. The single years stand in the problem with
   * what their own releases printed.
   */
  addPool(inputs: ReleaseInputs, country: string, matrix: CountryMatrix, design: AreaDesign): void {
    const [first, last] = windowOf(this.methodology, inputs.year);
    const own = inputs.earlier.filter((each) => each.data.year === inputs.year);
    if (inputs.year !== last || (design !== "margins" && design !== "total")) return;
    const years = Array.from({ length: last - first }, (_, i) => first + i).map((year) => ({
      year,
      release: inputs.earlier.filter((each) => each.data.year === year).sort((a, b) => b.data.version - a.data.version)[0],
    }));
    const blocks = years.map(({ year, release }) => {
      const figures = release?.figures.get(country);
      return figures && { year, release, matrix: countryMatrix(this.methodology, figures) };
    });
    if (blocks.some((block) => !block?.matrix.known.has(headline))) return;
    const found = blocks.filter((block) => block !== undefined);
    const all = [...found.map((block) => block.matrix), matrix];
    const pooledHeadline = sumOf(all.map((each) => each.known.get(headline) ?? anything));
    const pooledDesign = pooledHeadline.lo >= this.methodology.marginsFrom ? "margins" : "total";

    for (const block of found) {
      const printed = block.release?.data.cells.filter((each) => each.area === country && !each.years) ?? [];
      const roles = new Map(printed.map((each) => [cellAddress(each.table, each.codes), roleAfterwards(each)]));
      this.addEarlier(block.year, country, block.matrix, roles);
    }
    for (const cell of matrix.known.keys()) {
      const { table: tableId, codes } = parseCell(cell);
      const table = tableOf(this.methodology, tableId);
      if (table.counts === "statuses" || codes.includes(UNSTATED) || !prints(this.methodology, pooledDesign, table, codes)) continue;
      if (!all.every((each) => each.known.has(cell) && each.reported.has(tableId))) continue;
      const known = sumOf(all.map((each) => each.known.get(cell) ?? anything));
      if (!isPrintableRange(known, this.methodology.k)) continue;
      const id = `${first}-${last}/${country}/${cell}`;
      const role = fixedBefore(own, country, cell, known, true) ?? "candidate";
      this.#add(id, known, role, weightOf(cell), undefined);
      this.places.push({ id, area: country, cell, years: [first, last], known, atSource: false });
      this.#sums.push({ total: id, parts: [...found.map((block) => `${block.year}/${country}/${cell}`), `${inputs.year}/${country}/${cell}`], across: true });
    }
  }

  private addEarlier(year: number, country: string, matrix: CountryMatrix, roles: ReadonlyMap<string, Cell["role"]>): void {
    const places = this.places.length;
    this.addCountry(year, country, matrix, (_, __, cell) => roles.get(cell) ?? "latent");
    // They are printed in their own release, not in this one.
    this.places.length = places;
  }

  #add(id: string, known: Interval, role: Cell["role"], weight: number, source: Interval | undefined): void {
    this.#cells.push({ id, lo: known.lo, hi: known.hi, knownLo: source?.lo ?? 0, knownHi: source?.hi ?? Infinity, role, weight });
  }
}

function roleAfterwards(cell: ReleasedCell): Cell["role"] {
  if (cell.published.kind === "observed" || cell.published.kind === "range") return "public";
  return cell.published.kind === "absent" ? "latent" : "withheld";
}

/** Headlines first, then the totals of each table, then the cells inside: the order in which a reader would miss them. */
function weightOf(cell: string): number {
  if (cell === headline) return 400;
  const { codes } = parseCell(cell);
  return codes.length > 1 && codes.includes(TOTAL) ? 12 : codes.length === 1 ? 6 : 1;
}
