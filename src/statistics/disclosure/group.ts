import type { Problem, Sum, Cell } from "./problem.ts";

/** All persons of `total`, or all but one, stand in `part`: whoever is known to be in the one is known to be in the other. */
export interface GroupRisk {
  readonly total: string;
  readonly part: string;
  /** Persons in the part and in the total. */
  readonly count: number;
  readonly of: number;
  /** The total is below 2k: blocked by rule when the attribute is sensitive. */
  readonly small: boolean;
}

/**
 * Lists group disclosure: needs no small count and no identification, only that everybody shares the attribute. Looks at
 * parts of sums and at answers bounded by their total. Only cells that could be printed are listed, and only exact ones.
 */
export function groupRisks(problem: Problem): GroupRisk[] {
  const cells = new Map(problem.cells.map((cell) => [cell.id, cell]));
  const pairs = [
    ...problem.sums.filter((sum) => sum.parts.length > 1 && !sum.across).flatMap(({ total, parts }) => parts.map((part) => ({ total, part }))),
    ...problem.bounds.map(({ part, whole }) => ({ total: whole, part })),
  ];
  const seen = new Set<string>();
  return pairs.flatMap(({ total, part }): GroupRisk[] => {
    const whole = cells.get(total);
    const share = cells.get(part);
    const name = `${total} ${part}`;
    if (!whole || !share || seen.has(name)) return [];
    seen.add(name);
    if (share.role !== "candidate" || !isShared(whole, share)) return [];
    return [{ total, part, count: share.lo, of: whole.lo, small: whole.lo < 2 * problem.k }];
  });
}

function isShared(whole: Cell, share: Cell): boolean {
  if (whole.lo !== whole.hi || share.lo !== share.hi) return false;
  return share.lo >= 1 && whole.lo >= 2 && share.lo >= whole.lo - 1;
}

/**
 * Marks the parts of the chosen risks, so that protection hides them and leaves open that others do not share the
 * attribute. By default those that the rule blocks: a sensitive attribute and a total below 2k.
 */
export function withGroupMarks(
  problem: Problem,
  isSensitive: (part: string) => boolean,
  chosen: (risk: GroupRisk) => boolean = (risk) => risk.small,
): Problem {
  const marked = new Set(groupRisks(problem).filter((risk) => isSensitive(risk.part) && chosen(risk)).map((risk) => risk.part));
  return {
    ...problem,
    cells: problem.cells.map((cell) => (marked.has(cell.id) ? { ...cell, sensitive: "group" as const } : cell)),
  };
}

/**
 * The pairs of total and part that protection keeps in doubt: those whose part is marked 'group'. The attacker takes the
 * same pairs as his targets.
 */
export function groupPairs(problem: Problem): { readonly total: string; readonly part: string }[] {
  const marked = new Set(problem.cells.filter((cell) => cell.sensitive === "group").map((cell) => cell.id));
  return groupRisks(problem)
    .filter((risk) => marked.has(risk.part))
    .map(({ total, part }) => ({ total, part }));
}

/**
 * Adds for each pair the number of persons who do not share the attribute (total − part) as an unprinted cell: a small
 * count like any other, which the reader must not be able to pin down.
 */
export function withGroupRests(problem: Problem): { readonly problem: Problem; readonly rests: ReadonlySet<string> } {
  const cells = new Map(problem.cells.map((cell) => [cell.id, cell]));
  const added: Cell[] = [];
  const sums: Sum[] = [];
  for (const { total, part } of groupPairs(problem)) {
    const rest = cells.get(total)!.lo - cells.get(part)!.lo; // groupPairs lists cells of this problem only
    const id = `${total} without ${part}`;
    added.push({ id, lo: rest, hi: rest, knownLo: 0, knownHi: Infinity, role: "latent", weight: 1 });
    sums.push({ total, parts: [part, id] });
  }
  return {
    problem: { ...problem, cells: [...problem.cells, ...added], sums: [...problem.sums, ...sums] },
    rests: new Set(added.map((cell) => cell.id)),
  };
}
