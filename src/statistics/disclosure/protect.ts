import type { Highs } from "highs";
import { cleanUp } from "./cleanup.ts";
import { complement } from "./complementary.ts";
import { completion, tightened } from "./consistency.ts";
import { withGroupRests } from "./group.ts";
import { repairForInsiders } from "./insider.ts";
import { solver } from "./linear-program.ts";
import { componentsOf, networkOf, type Network } from "./network.ts";
import { Pattern } from "./pattern.ts";
import { primary } from "./primary.ts";
import { Prior } from "./prior.ts";
import type { Problem, Protection, Reason } from "./problem.ts";

export interface ProtectOptions {
  /** Questions to the solver that the clean-up of one component may ask; more print a little more. */
  readonly cleanUpBudget?: number;
  /** Milliseconds; only for the measured seconds in the result. */
  readonly clock?: () => number;
}

interface Outcome {
  readonly hidden: ReadonlyMap<number, Reason>;
  readonly lost: ReadonlySet<number>;
  readonly unavoidable: ReadonlySet<number>;
  readonly solves: number;
}

/**
 * Decides which numbers of a release are hidden, over all tables jointly: primary suppression, then complementary
 * suppression by linear programs, clean-up, and repair against insiders.
 *
 * The same problem in any order gives the same result. A release must not be published when `unprotectable` names cells.
 * Throws `InconsistentFigures` when the figures contradict one another, and `SolverTrouble` when the solver gives up.
 */
export async function protect(given: Problem, options: ProtectOptions = {}): Promise<Protection> {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const highs = await solver();
  const { problem, rests } = withGroupRests(given);
  const hidden = new Map<string, Reason>();
  const unprotectable = new Set<string>();
  const unavoidable = new Set<string>();
  let solves = 0;
  for (const network of componentsOf(networkOf(problem))) {
    const outcome = protectComponent(highs, network, rests, options.cleanUpBudget ?? 4000);
    const id = (i: number): string => network.cells[i]!.id;
    solves += outcome.solves;
    for (const [i, reason] of outcome.hidden) hidden.set(id(i), reason);
    for (const i of outcome.lost) unprotectable.add(id(i));
    for (const i of outcome.unavoidable) unavoidable.add(id(i));
  }
  return {
    hidden: new Map([...hidden].sort(([a], [b]) => (a < b ? -1 : 1))),
    solves,
    seconds: (clock() - started) / 1000,
    unprotectable: [...unprotectable].sort(),
    unavoidable: [...unavoidable].sort(),
  };
}

function protectComponent(highs: Highs, network: Network, rests: ReadonlySet<string>, budget: number): Outcome {
  const limits = tightened(network);
  const restCells = new Set([...network.cells.keys()].filter((i) => rests.has(network.cells[i]!.id)));
  const truth = completion(highs, network, limits);
  const prior = new Prior(highs, network);
  const start = primary(network, limits, prior.limits, restCells);
  if (!start.watched.size) return { hidden: start.hidden, lost: new Set(), unavoidable: new Set(), solves: 0 };

  const pattern = new Pattern(highs, network, truth, prior, start);
  try {
    prior.prepare(truth);
    let lost = complement(pattern, "complementary");
    cleanUp(pattern, lost, budget);
    for (let repaired = true; repaired; ) {
      const { changed, helpless } = repairForInsiders(pattern, limits);
      lost = complement(pattern, "insider", new Set([...lost, ...helpless]));
      repaired = changed;
    }
    return { hidden: pattern.hidden, lost, unavoidable: narrowedBefore(pattern), solves: pattern.solves };
  } finally {
    pattern.dispose();
    prior.dispose();
  }
}

/** Watched cells about which others have told more than this release would: it leaves all the doubt that was left. */
function narrowedBefore(pattern: Pattern): Set<number> {
  const cells = [...pattern.watched].filter(([i, demand]) => {
    if (demand !== "full") return false;
    const [lo, hi] = pattern.prior.range(pattern.truth, i);
    const { knownLo, knownHi } = pattern.network.cells[i]!;
    return lo > knownLo || hi < knownHi;
  });
  return new Set(cells.map(([i]) => i));
}
