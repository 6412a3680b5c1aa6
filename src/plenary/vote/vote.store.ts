import type { Reading } from "#database";
import { sql } from "#database";
import type { MajorityRule, Outcome, VoteOutcome } from "./majority.ts";
import { type NamedMajorityRule, majorityRules } from "./rule.store.ts";
import type { Mark, RecordedCount, ReconciliationNote, Vote, VoteChoice } from "./vote.ts";

/** The votes of a meeting in the order in which they were opened; policies decide who sees them. Ballots are not in it. */
export async function votesOf(tx: Reading, meeting: string): Promise<Vote[]> {
  return assembled(tx, (await tx.selectFrom("plenary.vote").select("id").where("meeting", "=", meeting).orderBy("opened_at").execute()).map(({ id }) => id));
}

/** One vote; undefined when there is none that the actor may see. */
export async function voteOf(tx: Reading, id: string): Promise<Vote | undefined> {
  return (await assembled(tx, [id])).at(0);
}

/** What the plenary decides on at this moment. */
export interface OpenDecision {
  readonly kind: "consensus" | "vote";
  readonly id: string;
  readonly motion: string | null;
  /** Of a vote: how it is cast. */
  readonly method: "roll-call" | "secret" | null;
  readonly openedAt: Date;
}

/** The one decision that is open in a meeting, if any: two are never open at once. */
export async function openDecision(tx: Reading, meeting: string): Promise<OpenDecision | undefined> {
  const vote = await tx.selectFrom("plenary.vote").select(["id", "motion", "method", "opened_at as openedAt"])
    .where("meeting", "=", meeting).where("state", "=", "open").executeTakeFirst();
  if (vote) return { ...vote, kind: "vote", method: vote.method as OpenDecision["method"] }; // the table's check
  const consensus = await tx.selectFrom("plenary.consensus").select(["id", "motion", "opened_at as openedAt"])
    .where("meeting", "=", meeting).where("closed_at", "is", null).executeTakeFirst();
  return consensus && { ...consensus, kind: "consensus", method: null };
}

/** Why the actor may not decide for a delegation now, or 'entitled'. Only for offices of members and observers. */
export type Entitlement =
  | "entitled" | "unknown-meeting" | "meeting-not-open" | "not-a-delegate" | "not-a-member" | "not-accredited" | "credentials-unchecked"
  | "not-present" | "titular-present" | "no-quorum";

/** Asks the one rule of who may decide for a delegation; the telephone's page and the ballot show its word. */
export async function entitlementOf(tx: Reading, meeting: string): Promise<Entitlement> {
  const { rows } = await sql<{ word: Entitlement }>`select plenary.entitlement(${meeting}) as word`.execute(tx);
  return rows[0]?.word ?? "unknown-meeting";
}

/** The delegations in the room that may vote, by country. */
export async function presentIn(tx: Reading, meeting: string): Promise<string[]> {
  const { rows } = await sql<{ country: string }>`select country from plenary.present_delegations(${meeting}) as country order by country`.execute(tx);
  return rows.map(({ country }) => country);
}

async function assembled(tx: Reading, ids: readonly string[]): Promise<Vote[]> {
  if (ids.length === 0) return [];
  const rules = new Map((await majorityRules(tx)).map((rule) => [rule.id, rule]));
  const rows = await tx.selectFrom("plenary.vote").selectAll().where("id", "in", ids).execute();
  const [choices, marks, counts, notes, outcomes, ties] = [
    await tx.selectFrom("plenary.vote_option").selectAll().where("vote", "in", ids).orderBy("option").execute(),
    await tx.selectFrom("plenary.mark").selectAll().where("vote", "in", ids).orderBy("country").execute(),
    await tx.selectFrom("plenary.count").selectAll().where("vote", "in", ids).orderBy("kind").orderBy("attempt").execute(),
    await tx.selectFrom("plenary.reconciliation").selectAll().where("vote", "in", ids).execute(),
    await tx.selectFrom("plenary.outcome").selectAll().where("vote", "in", ids).execute(),
    await tx.selectFrom("plenary.tie_decision").selectAll().where("vote", "in", ids).execute(),
  ];
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    const rule = row && rules.get(row.rule);
    if (row === undefined || rule === undefined) return [];
    const outcome = outcomes.find(({ vote }) => vote === id);
    const note = notes.find(({ vote }) => vote === id);
    const tie = ties.find(({ vote }) => vote === id);
    return [{
      ...headOf(row),
      rule,
      choices: choices.filter(({ vote }) => vote === id).map(({ option, kind, country, label_es, label_en }) =>
        ({ option, kind: kind as VoteChoice["kind"], country, label: { es: label_es, en: label_en } })), // the table's check
      marks: marks.filter(({ vote }) => vote === id).map(({ country, at, name, capacity }) => ({ country, at, name, capacity: capacity as Mark["capacity"] })),
      counts: counts.filter(({ vote }) => vote === id).map((each): RecordedCount => ({
        kind: each.kind as RecordedCount["kind"], attempt: each.attempt, at: each.at, byAccount: each.by_account, byName: each.by_name,
        ballots: each.ballots, figures: each.figures as RecordedCount["figures"], faults: each.faults as unknown[], // as the functions write them
      })),
      reconciliation: note ? { at: note.at, byName: note.by_name, note: note.note } satisfies ReconciliationNote : null,
      outcome: outcome?.outcome ?? null,
      result: outcome && row.motion !== null ? outcomeFrom(outcome, rule) : null,
      tie: tie ? { adopted: tie.adopted, means: tie.means as "presidency" | "lots", at: tie.at, byName: tie.by_name } : null,
    }];
  });
}

interface VoteRow {
  readonly id: string; readonly meeting: string; readonly item: string | null; readonly motion: string | null; readonly round: string | null;
  readonly title_es: string; readonly title_en: string; readonly method: string; readonly recount_required: boolean; readonly state: string;
  readonly opened_at: Date; readonly opened_by_name: string; readonly closed_at: Date | null; readonly members: number;
  readonly present: number | null; readonly quorum_held: boolean | null; readonly void_reason: string | null;
}

function headOf(row: VoteRow) {
  return {
    id: row.id, meeting: row.meeting, item: row.item, motion: row.motion, round: row.round,
    title: { es: row.title_es, en: row.title_en },
    method: row.method as Vote["method"], // the table's check, here and below
    state: row.state as Vote["state"],
    recountRequired: row.recount_required, openedAt: row.opened_at, openedByName: row.opened_by_name, closedAt: row.closed_at,
    members: row.members, present: row.present, quorumHeld: row.quorum_held, voidReason: row.void_reason,
  };
}

interface OutcomeRow {
  readonly outcome: string; readonly in_favour: number | null; readonly against: number | null; readonly abstention: number | null;
  readonly not_voting: number; readonly basis: number | null; readonly needed: number | null;
}

/** The kept outcome with the reason that its sentence needs. Figures and word are the database's; nothing is decided here. */
function outcomeFrom(row: OutcomeRow, rule: NamedMajorityRule | MajorityRule): VoteOutcome {
  const [inFavour, against, abstention] = [row.in_favour ?? 0, row.against ?? 0, row.abstention ?? 0];
  const [basis, needed] = [row.basis ?? 0, row.needed ?? 0];
  const isEven = inFavour === against && inFavour + against === basis && rule.kind !== "two-thirds";
  const because =
    row.outcome === "no-quorum" ? "no-quorum"
    : row.outcome === "adopted" ? "reached"
    : inFavour + against === 0 ? "nothing-cast"
    : isEven ? "tie" : "not-reached";
  return {
    outcome: row.outcome as Outcome, // of a motion's vote, as plenary.outcome_of writes it
    because, kind: rule.kind, basisKind: rule.basis, basis, needed, tally: { inFavour, against, abstention }, notVoting: row.not_voting,
  };
}
