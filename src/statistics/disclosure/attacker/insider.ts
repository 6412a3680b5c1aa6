import type { Finding, PublicView } from "../problem.ts";
import { knowledgeOf, type Knowledge, type Pair } from "./knowledge.ts";
import { publicIntervals, subtract } from "./subtraction.ts";

/**
 * Attacks as each person who is alone in a cell and therefore knows that it is 1. A breach is a count of 1 to k - 1 that
 * becomes certain and counts somebody else, or a group of whom she learns that all share an attribute.
 *
 * This attack needs the truth, to know who is alone where; it is run before a release, never by the public.
 */
export async function attackAsInsider(
  view: PublicView,
  truth: ReadonlyMap<string, number>,
  options: { readonly groups?: readonly Pair[]; readonly prior?: PublicView } = {},
): Promise<Finding[]> {
  const knowledge = knowledgeOf(view, options.groups);
  const common = publicIntervals(knowledge);
  if (!subtract(knowledge, common)) return [{ kind: "inconsistent", cell: "", lo: 0, hi: 0 }];
  const count = (i: number): number | undefined => (i < knowledge.firstRest ? truth.get(knowledge.ids[i]!) : undefined);
  const findings = new Map<number, Finding>();
  const knewBefore = options.prior ? earlierInsider(options.prior) : () => () => false;
  for (let insider = 0; insider < knowledge.firstRest; insider++) {
    if (count(insider) !== 1 || common.lo[insider] === common.hi[insider]) continue;
    const proved = { lo: common.lo.slice(), hi: common.hi.slice() };
    proved.lo[insider] = proved.hi[insider] = 1;
    if (!subtract(knowledge, proved, [insider])) return [{ kind: "inconsistent", cell: knowledge.ids[insider]!, lo: 1, hi: 1 }];
    const knew = knewBefore(knowledge.ids[insider]!);
    const certain = (i: number): number | undefined => (proved.lo[i] === proved.hi[i] ? proved.lo[i] : count(i));
    const herself = samePerson(knowledge, certain, insider);
    for (let j = 0; j < proved.lo.length; j++) {
      const [lo, hi] = [proved.lo[j]!, proved.hi[j]!];
      if (herself.has(j) || knew(knowledge.ids[j]!) || (lo === common.lo[j] && hi === common.hi[j])) continue;
      if (j >= knowledge.firstRest) {
        if (hi === 0) findings.set(j, { kind: "group", cell: knowledge.ids[j]!, lo, hi });
      } else if (lo === hi && lo >= 1 && lo < knowledge.k) {
        findings.set(j, { kind: "singleton", cell: knowledge.ids[j]!, lo, hi });
      }
    }
  }
  return [...findings.values()].sort((a, b) => (a.cell < b.cell ? -1 : 1));
}

/** What each insider could work out before the release; that is no breach of this one. */
function earlierInsider(prior: PublicView): (insider: string) => (cell: string) => boolean {
  const knowledge = knowledgeOf(prior);
  const position = new Map(knowledge.ids.map((id, i) => [id, i]));
  return (insider) => {
    const proved = publicIntervals(knowledge);
    const i = position.get(insider);
    if (i === undefined) return () => false;
    proved.lo[i] = proved.hi[i] = 1;
    if (!subtract(knowledge, proved)) return () => false;
    return (cell) => {
      const j = position.get(cell);
      return j !== undefined && proved.lo[j] === proved.hi[j];
    };
  };
}

/** Cells that count this very person: along relations, up and down, as long as the count stays 1. */
function samePerson(knowledge: Knowledge, count: (i: number) => number | undefined, insider: number): Set<number> {
  const herself = new Set([insider]);
  for (const i of herself) {
    for (const r of knowledge.touching[i]!) {
      const { cells, signs } = knowledge.relations[r]!;
      const total = cells[signs.lastIndexOf(-1)]!;
      if (count(total) !== 1) continue;
      herself.add(total);
      for (const j of cells) if (count(j) === 1) herself.add(j);
    }
  }
  return herself;
}
