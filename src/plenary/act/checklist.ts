import type { Text } from "#basics";
import { isNarrated } from "./act.ts";
import type { ActFacts, SectionNow, VoteFact } from "./facts.ts";

/** Something to be seen to before an act goes out. Errors block; warnings are accepted by name. */
export interface Finding {
  /** The same for the same finding, so that it can be accepted: kind and what it is about. */
  readonly id: string;
  readonly level: "error" | "warning";
  readonly kind: "vote-open" | "vote-unsettled" | "tie-open" | "consensus-open" | "election-open" | "text-aside" | "text-empty" | "motion-undecided" | "untranslated" | "unprintable";
  /** The part, motion or character that it is about. */
  readonly what: Text;
  readonly section: string | null;
}

const ties = new Set(["tie-presidency", "tie-lots"]);

/**
 * What stands against circulating an act. Open decisions and texts that wait to be joined are errors: the act would tell
 * something else tomorrow. Empty or untranslated parts and letters that the print lacks are warnings.
 */
export function actFindings(facts: ActFacts, sections: readonly SectionNow[], given: { readonly asides: number; readonly unprintable: readonly string[] }): Finding[] {
  const findings: Finding[] = [];
  const add = (level: Finding["level"], kind: Finding["kind"], key: string, what: Text, section: string | null = null) =>
    findings.push({ id: `${kind}:${key}`, level, kind, what, section });
  const vote = (fact: VoteFact, what: Text) => {
    if (fact.state === "open") add("error", "vote-open", fact.id, what);
    else if (fact.state === "closed") add("error", "vote-unsettled", fact.id, what);
    else if (ties.has(fact.outcome?.outcome ?? "") && fact.tieDecision === null && fact.rule !== null) add("error", "tie-open", fact.id, what);
  };
  for (const motion of facts.motions) {
    const what = { es: `${motion.number}. ${motion.title.es}`, en: `${motion.number}. ${motion.title.en}` };
    for (const each of motion.votes) vote(each, what);
    for (const each of motion.consensus) if (each.closedAt === null) add("error", "consensus-open", motion.id, what);
    if (motion.state === "put") add("warning", "motion-undecided", motion.id, what);
  }
  for (const election of facts.elections) {
    const what = { es: "la Presidencia", en: "the presidency" };
    for (const round of election.rounds) vote({ ...round.vote, rule: null }, what);
    if (election.state !== "proclaimed" && election.state !== "void") add("error", "election-open", election.item, what);
  }
  if (given.asides > 0) add("error", "text-aside", String(given.asides), { es: String(given.asides), en: String(given.asides) });
  for (const section of sections) {
    if (!isNarrated(section.kind)) continue;
    const isEmpty = section.body.es.trim() === "";
    if (isEmpty) add("warning", "text-empty", section.id, section.title, section.id);
    else if (section.body.en.trim() === "") add("warning", "untranslated", section.id, section.title, section.id);
  }
  if (given.unprintable.length > 0) {
    const signs = given.unprintable.join(" ");
    add("warning", "unprintable", signs, { es: signs, en: signs });
  }
  return findings;
}
