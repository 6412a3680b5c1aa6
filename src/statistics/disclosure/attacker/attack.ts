import type { Finding, PublicView } from "../problem.ts";
import { startEngine } from "./chamber.ts";
import { knowledgeOf, type Knowledge, type Pair } from "./knowledge.ts";
import { publicIntervals, subtract } from "./subtraction.ts";
import { everyBound, search, type Bounds } from "./search.ts";
import { breach } from "./verdict.ts";

export interface AttackOptions {
  /**
   * What was public before the release. What a reader could prove then already is not a breach of this release, and is
   * left out when the release adds nothing to it.
   */
  readonly prior?: PublicView;
  /** Pairs of total and part for which it must stay open that others do not share the part. */
  readonly groups?: readonly Pair[];
  /** Seed of the joint objectives. */
  readonly seed?: number;
  /** Cells settled by whole-number programs when only tables with fractions speak for them. */
  readonly wholeNumberSample?: number;
}

/**
 * Attacks a release with nothing but what is public, and returns every breach. An empty list is the only pass: what the
 * attack cannot decide is returned as 'unresolved', and public numbers that contradict each other as 'inconsistent'.
 */
export async function attack(view: PublicView, options: AttackOptions = {}): Promise<Finding[]> {
  const highs = await startEngine();
  const knowledge = knowledgeOf(view, options.groups);
  if (options.prior) rememberBefore(knowledge, options.prior);
  const found = search(highs, knowledge, { seed: options.seed ?? 1, wholeNumberSample: options.wholeNumberSample ?? 40 });
  if (!found) return [{ kind: "inconsistent", cell: "", lo: 0, hi: 0 }];
  const findings = [...found].map(([i, bounds]) => ({ i, finding: findingOf(knowledge, i, bounds) }));
  const news = options.prior ? await withoutOldNews(findings, options.prior, knowledge) : findings;
  return news.map(({ finding }) => finding).sort((a, b) => (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0));
}

/** Notes what subtraction alone proved before the release. */
function rememberBefore(knowledge: Knowledge, prior: PublicView): void {
  const earlier = knowledgeOf(prior);
  const proved = publicIntervals(earlier);
  if (!subtract(earlier, proved)) return;
  const position = new Map(earlier.ids.map((id, i) => [id, i]));
  for (let i = 0; i < knowledge.firstRest; i++) {
    const p = position.get(knowledge.ids[i]!);
    if (p === undefined) continue;
    knowledge.before.lo[i] = Math.max(knowledge.before.lo[i]!, proved.lo[p]!);
    knowledge.before.hi[i] = Math.min(knowledge.before.hi[i]!, proved.hi[p]!);
  }
}

function findingOf(knowledge: Knowledge, i: number, { lo, hi, resolved }: Bounds): Finding {
  const kind = resolved ? (breach(knowledge, i, lo, hi) ?? "unresolved") : "unresolved";
  return { kind, cell: knowledge.ids[i]!, lo, hi };
}

/** Drops findings that were as sharp before the release. */
async function withoutOldNews<Each extends { readonly i: number; readonly finding: Finding }>(
  findings: readonly Each[],
  prior: PublicView,
  present: Knowledge,
): Promise<readonly Each[]> {
  const cells = new Set(findings.filter(({ i, finding }) => finding.kind !== "unresolved" && i < present.firstRest).map(({ i }) => i));
  if (!cells.size) return findings;
  const knowledge = knowledgeOf(prior);
  const position = new Map(knowledge.ids.map((id, i) => [id, i]));
  const asked = new Set([...cells].flatMap((i) => position.get(present.ids[i]!) ?? []));
  const highs = await startEngine();
  let left = findings;
  for (const wholeNumbers of [false, true]) {
    const before = left.length ? everyBound(highs, knowledge, { only: asked, wholeNumbers }) : undefined;
    if (!before) return left;
    left = left.filter(({ i, finding }) => {
      const bounds = before.get(position.get(finding.cell) ?? -1);
      return !cells.has(i) || !bounds?.resolved || bounds.lo < finding.lo || bounds.hi > finding.hi;
    });
  }
  return left;
}

/**
 * The exact bounds that a reader can prove about each cell, or undefined when the public numbers contradict each other.
 * Complete and slow: for small views, for the proof by enumeration, and for whoever wants to see how sure a number is.
 */
export async function provableBounds(view: PublicView): Promise<Map<string, { lo: number; hi: number }> | undefined> {
  const knowledge = knowledgeOf(view);
  const bounds = everyBound(await startEngine(), knowledge, { wholeNumbers: true });
  return bounds && new Map([...bounds].map(([i, { lo, hi }]) => [knowledge.ids[i]!, { lo, hi }]));
}
