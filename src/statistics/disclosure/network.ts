import type { Cell, Problem } from "./problem.ts";

/** total − Σ parts = 0, by position in the network. */
export interface NetworkSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A problem by position instead of by id, in an order that does not depend on the order of the input. */
export interface Network {
  readonly k: number;
  readonly cells: readonly Cell[];
  readonly sums: readonly NetworkSum[];
  readonly bounds: readonly { readonly part: number; readonly whole: number }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sorts cells by id and relations by their ids, so that the same problem in any order gives the same result; an id that
 * is listed twice, or is named by a relation without being listed, is a fault of the caller and throws.
 */
export function networkOf(problem: Problem): Network {
  const cells = [...problem.cells].sort((a, b) => byText(a.id, b.id));
  const position = new Map(cells.map((cell, i) => [cell.id, i]));
  if (position.size !== cells.length) throw new Error("A cell is listed twice in the disclosure problem");
  const at = (id: string): number => {
    const found = position.get(id);
    if (found === undefined) throw new Error(`A relation names the cell ${id}, which is not in the disclosure problem`);
    return found;
  };
  const key = (sum: NetworkSum): string => [sum.total, ...sum.parts].map((i) => String(i).padStart(8, "0")).join(" ");
  const sums = new Map<string, NetworkSum>();
  for (const sum of problem.sums) {
    const indexed = { total: at(sum.total), parts: sum.parts.map(at).sort((a, b) => a - b) };
    sums.set(key(indexed), indexed);
  }
  const bounds = problem.bounds.map(({ part, whole }) => ({ part: at(part), whole: at(whole) }));
  return {
    k: problem.k,
    cells,
    sums: [...sums.entries()].sort(([a], [b]) => byText(a, b)).map(([, sum]) => sum),
    bounds: bounds.sort((a, b) => a.part - b.part || a.whole - b.whole),
  };
}

/**
 * Splits a network where nothing that can still move connects its halves: a number that the public already holds exactly
 * carries no uncertainty from one side to the other. The halves are then protected one by one, which is much faster.
 */
export function componentsOf(network: Network): Network[] {
  const owner = network.cells.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (owner[root] !== root) root = owner[root]!;
    while (owner[i] !== root) [i, owner[i]] = [owner[i]!, root];
    return root;
  };
  const fixed = (i: number): boolean => {
    const cell = network.cells[i]!;
    return cell.role === "public" && cell.lo === cell.hi;
  };
  const relations = [...network.sums.map((s) => [s.total, ...s.parts]), ...network.bounds.map((b) => [b.part, b.whole])];
  for (const relation of relations) {
    const moving = relation.filter((i) => !fixed(i));
    for (const i of moving) owner[find(i)] = find(moving[0]!);
  }
  const rootOf = (members: readonly number[]): number => find(members.find((i) => !fixed(i)) ?? members[0]!);
  const groups = new Map<number, { cells: Set<number>; sums: NetworkSum[]; bounds: { part: number; whole: number }[] }>();
  const group = (root: number) => {
    const made = groups.get(root) ?? { cells: new Set<number>(), sums: [], bounds: [] };
    groups.set(root, made);
    return made;
  };
  network.cells.forEach((_, i) => group(find(i)).cells.add(i));
  for (const sum of network.sums) {
    const members = [sum.total, ...sum.parts];
    const home = group(rootOf(members));
    home.sums.push(sum);
    for (const i of members) home.cells.add(i);
  }
  for (const bound of network.bounds) {
    const home = group(rootOf([bound.part, bound.whole]));
    home.bounds.push(bound);
    home.cells.add(bound.part).add(bound.whole);
  }
  return [...groups.values()].map((each) => {
    const order = [...each.cells].sort((a, b) => a - b);
    const local = new Map(order.map((global, i) => [global, i]));
    const to = (i: number): number => local.get(i)!; // every member was added to the component above
    return {
      k: network.k,
      cells: order.map((i) => network.cells[i]!),
      sums: each.sums.map((s) => ({ total: to(s.total), parts: s.parts.map(to) })),
      bounds: each.bounds.map((b) => ({ part: to(b.part), whole: to(b.whole) })),
    };
  });
}
