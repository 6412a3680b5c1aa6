import type { Actor, Text } from "#basics";
import type { Reading, Writing } from "#database";
import type { MajorityRule } from "./majority.ts";

/** A majority rule as the settings keep it: with its name and, if it was replaced, its last day. */
export interface NamedMajorityRule extends MajorityRule {
  readonly name: Text;
  readonly until: string | null;
}

/** All majority rules, the newest first; which one a vote follows is chosen when it is opened. */
export async function majorityRules(tx: Reading): Promise<NamedMajorityRule[]> {
  const rows = await tx.selectFrom("plenary.majority_rule").selectAll().orderBy("in_force_from", "desc").orderBy("entered_at").orderBy("id").execute();
  return rows.map((row) => ({
    ...(row as unknown as Pick<MajorityRule, "id" | "kind" | "basis" | "abstentions" | "tie">), // the table's checks hold the words
    notVoting: row.not_voting as MajorityRule["notVoting"],
    name: { es: row.name_es, en: row.name_en },
    source: { es: row.source_es, en: row.source_en },
    from: row.in_force_from,
    until: row.in_force_until,
  }));
}

/** The majority rules under which a vote may be opened on an ISO day. */
export function rulesInForce<R extends { readonly from: string; readonly until: string | null }>(rules: readonly R[], day: string): R[] {
  return rules.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

/** The quorum rules, the newest first. */
export async function quorumRules(tx: Reading) {
  return tx.selectFrom("plenary.quorum_rule").selectAll().orderBy("in_force_from", "desc").execute();
}

/** The rules for the notice of a meeting, the newest first. */
export async function noticeRules(tx: Reading) {
  return tx.selectFrom("plenary.notice_rule").selectAll().orderBy("in_force_from", "desc").execute();
}

/** The rules for the election of the presidency, the newest first. */
export async function electionRules(tx: Reading) {
  return tx.selectFrom("plenary.election_rule").selectAll().orderBy("in_force_from", "desc").execute();
}

/** What every new rule brings: its id from the form, its source, and the day from which it holds. */
interface Entered {
  readonly id: string;
  readonly source: Text;
  readonly from: string;
}

/** Of one sort two rules cannot begin on the same day, except majorities, of which several hold at once. */
export type RuleRefusal = "same-day";

const kept = (actor: Actor, { id, source, from }: Entered) => ({
  id,
  source_es: source.es,
  source_en: source.en,
  in_force_from: from,
  entered_by: actor.kind === "member" ? actor.account : null,
});

/** Enters a quorum rule; the one before stays as it was and holds until the day before. */
export async function enterQuorumRule(
  tx: Writing,
  actor: Actor,
  rule: Entered & { readonly comparison: "more-than" | "at-least"; readonly numerator: number; readonly denominator: number },
): Promise<RuleRefusal | undefined> {
  const { comparison, numerator, denominator } = rule;
  const row = await tx.insertInto("plenary.quorum_rule").values({ ...kept(actor, rule), comparison, numerator, denominator })
    .onConflict((same) => same.doNothing()).returning("id").executeTakeFirst();
  return row || (await isThere(tx, "plenary.quorum_rule", rule.id)) ? undefined : "same-day";
}

/** Enters a rule for the notice of meetings, in days. */
export async function enterNoticeRule(
  tx: Writing,
  actor: Actor,
  rule: Entered & { readonly ordinaryDays: number; readonly extraordinaryDays: number },
): Promise<RuleRefusal | undefined> {
  const row = await tx.insertInto("plenary.notice_rule")
    .values({ ...kept(actor, rule), ordinary_days: rule.ordinaryDays, extraordinary_days: rule.extraordinaryDays })
    .onConflict((same) => same.doNothing()).returning("id").executeTakeFirst();
  return row || (await isThere(tx, "plenary.notice_rule", rule.id)) ? undefined : "same-day";
}

/** Enters a majority rule; several hold at once, and each vote names its own. */
export async function enterMajorityRule(
  tx: Writing,
  actor: Actor,
  rule: Entered & Pick<MajorityRule, "kind" | "basis" | "abstentions" | "notVoting" | "tie"> & { readonly name: Text },
): Promise<undefined> {
  const { kind, basis, abstentions, notVoting, tie, name } = rule;
  await tx.insertInto("plenary.majority_rule")
    .values({ ...kept(actor, rule), kind, basis, abstentions, not_voting: notVoting, tie, name_es: name.es, name_en: name.en })
    .onConflict((same) => same.doNothing()).execute();
  return undefined;
}

/** Enters a rule for the election of the presidency. */
export async function enterElectionRule(
  tx: Writing,
  actor: Actor,
  rule: Entered & Pick<MajorityRule, "kind" | "basis"> & { readonly method: "secret" | "roll-call"; readonly tie: "lots" | "second-vote"; readonly restTerms: number },
): Promise<RuleRefusal | undefined> {
  const { kind, basis, method, tie, restTerms } = rule;
  const row = await tx.insertInto("plenary.election_rule").values({ ...kept(actor, rule), kind, basis, method, tie, rest_terms: restTerms })
    .onConflict((same) => same.doNothing()).returning("id").executeTakeFirst();
  return row || (await isThere(tx, "plenary.election_rule", rule.id)) ? undefined : "same-day";
}

/** The same form sent again: its rule is already there. */
async function isThere(tx: Reading, table: "plenary.quorum_rule" | "plenary.notice_rule" | "plenary.election_rule", id: string): Promise<boolean> {
  return (await tx.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}
