import type { Displaced } from "./displacement.ts";
import type { Goal, Pattern } from "./pattern.ts";
import type { Reason } from "./problem.ts";

/** Different, yet the same in every run: spreads the joint questions over the vertices. */
function spread(seed: number): number {
  const x = Math.sin(seed * 12.9898 + 78.233) * 43758.5453;
  return 0.5 + (x - Math.floor(x));
}

/**
 * Asks for tables that move many cells at once; each clears every cell that it moves far enough. Goes on while it helps.
 */
export function askJointly(pattern: Pattern, cells: readonly number[], rounds = 6): number[] {
  let open = cells.filter((i) => !pattern.isSafe(i));
  for (let round = 0, idle = 0; open.length > 1 && round < rounds && idle < 2; round++) {
    const sign = round % 3 === 2 ? -1 : 1;
    pattern.learn(pattern.reader.best(open.map((i) => [i, sign * spread(i * 31 + round)] as const)));
    const left = open.filter((i) => !pattern.isSafe(i));
    idle = left.length < open.length ? 0 : idle + 1;
    open = left;
  }
  return open;
}

/** Asks for one cell alone how far it can move under the present pattern; true when that is far enough. */
export function askAlone(pattern: Pattern, i: number): boolean {
  for (const direction of ["up", "down"] as const) {
    if (pattern.isSafe(i)) return true;
    const wanted = pattern.ways(i).some((way) => way.some((goal) => goal.direction === direction));
    if (wanted) pattern.learn(pattern.reader.best([[i, direction === "up" ? 1 : -1]]));
  }
  return pattern.isSafe(i);
}

/**
 * The cheapest of the ways, each the sum of its goals, or undefined when none can be gone. With `frozen` that cell keeps
 * its true value: what an insider knows.
 */
export function cheapest(
  pattern: Pattern,
  i: number,
  ways: readonly (readonly Goal[])[],
  frozen?: number,
): readonly Displaced[] | undefined {
  let best: { moves: Displaced[]; cost: number } | undefined;
  for (const way of ways) {
    const moves: Displaced[] = [];
    for (const goal of way) {
      const moved = pattern.displacement.move(i, goal.direction, goal.value, frozen);
      if (!moved) break;
      moves.push(moved);
    }
    if (moves.length < way.length) continue;
    const cost = moves.reduce((sum, moved) => sum + moved.cost, 0);
    if (!best || cost < best.cost - 1e-9) best = { moves, cost };
    if (cost < 1e-9) break;
  }
  return best?.moves;
}

/**
 * Complementary suppression by sequential linear programs, lazily: a cell is first asked whether the present pattern
 * protects it already; only then the cheapest displacement is sought and its support hidden. What gets hidden is itself
 * put under watch. Returns the cells that nothing can protect.
 *
 * A small count that could not reach k before this release, since others have printed too much, keeps all that was left.
 */
export function complement(pattern: Pattern, reason: Reason, given: ReadonlySet<number> = new Set()): Set<number> {
  const lost = new Set(given);
  for (;;) {
    const unsafe = pattern.unsafe().filter((i) => !lost.has(i));
    if (!unsafe.length) return lost;
    const open = askJointly(pattern, unsafe).sort((a, b) => pattern.truth[b]! - pattern.truth[a]! || a - b);
    for (const i of open) {
      if (askAlone(pattern, i)) continue;
      let moves = cheapest(pattern, i, pattern.ways(i)) ?? cheapest(pattern, i, pattern.waysBetweenWalls(i));
      if (!moves && pattern.settleForPrior(i)) moves = cheapest(pattern, i, pattern.ways(i));
      if (!moves) lost.add(i);
      for (const { table, support } of moves ?? []) {
        for (const c of support) pattern.hide(c, reason);
        pattern.learn(table);
      }
      // A goal may be met by fractions only on the way; asking again settles it, and what then fails is lost.
      if (moves && !pattern.isSafe(i) && !askAlone(pattern, i)) lost.add(i);
    }
  }
}
