import type { Text } from "#basics";
import type { Reading } from "#database";
import type { MajorityRule } from "../vote/majority.ts";
import type { ConsensusFact, CountFact, MotionFact, OutcomeFact, VoteFact } from "./facts.ts";

type Name = (code: string) => Text;

/** The motions that were put to the plenary, with every consensus and vote on them; drafts are nobody's decision and stay out. */
export async function motionFacts(tx: Reading, meeting: string, name: Name): Promise<MotionFact[]> {
  const rows = await tx.selectFrom("plenary.motion").selectAll().where("meeting", "=", meeting).where("put_at", "is not", null).orderBy("number").execute();
  const consensus = await consensusFacts(tx, meeting, name);
  const votes = await voteFacts(tx, meeting, name);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({
    id: row.id,
    item: row.item,
    number: row.number,
    purpose: row.purpose as MotionFact["purpose"], // the table's check holds it
    title: { es: row.title_es, en: row.title_en },
    text: { es: row.text_es, en: row.text_en },
    proposedBy: row.proposed_by_country === null ? null : name(row.proposed_by_country),
    state: row.state as MotionFact["state"], // put once, it is no draft again
    replaces: row.replaces === null ? null : (numbers.get(row.replaces) ?? null),
    putAt: row.put_at ?? row.entered_at,
    decidedAt: row.decided_at,
    consensus: consensus.filter(({ motion }) => motion === row.id).map(({ motion: _, ...fact }) => fact),
    votes: votes.filter(({ motion }) => motion === row.id).map(({ fact }) => fact),
  }));
}

async function consensusFacts(tx: Reading, meeting: string, name: Name): Promise<(ConsensusFact & { motion: string })[]> {
  const rows = await tx.selectFrom("plenary.consensus").selectAll().where("meeting", "=", meeting).orderBy("opened_at").execute();
  if (rows.length === 0) return [];
  const positions = await tx
    .selectFrom("plenary.position")
    .select(["consensus", "country", "kind", "text", "name as person", "at"])
    .distinctOn(["consensus", "country"])
    .where("consensus", "in", rows.map(({ id }) => id))
    .orderBy("consensus")
    .orderBy("country")
    .orderBy("place", "desc")
    .execute();
  return rows.map((row) => ({
    motion: row.motion,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    outcome: row.outcome as ConsensusFact["outcome"], // the table's check holds it
    present: row.present,
    members: row.members,
    positions: positions
      .filter(({ consensus }) => consensus === row.id)
      .map(({ country, kind, text, person, at }) => ({ name: name(country), kind: kind as "agreement", text, person, at }))
      .sort((one, other) => one.name.es.localeCompare(other.name.es, "es")),
  }));
}

/** All votes of a meeting, those of elections too, with what they belong to; the earliest first. */
export async function voteFacts(tx: Reading, meeting: string, name: Name): Promise<{ motion: string | null; round: string | null; fact: VoteFact }[]> {
  const votes = await tx.selectFrom("plenary.vote").selectAll().where("meeting", "=", meeting).orderBy("opened_at").execute();
  if (votes.length === 0) return [];
  const ids = votes.map(({ id }) => id);
  const options = await tx.selectFrom("plenary.vote_option").selectAll().where("vote", "in", ids).orderBy("option").execute();
  const marks = await tx.selectFrom("plenary.mark").selectAll().where("vote", "in", ids).execute();
  const ballots = await tx.selectFrom("plenary.ballot").select(["vote", "country", "option"]).where("vote", "in", ids).where("country", "is not", null).execute();
  const entries = await tx.selectFrom("plenary.entry").selectAll().where("vote", "in", ids).where("confirmed", "=", true).orderBy("settled_at").execute();
  const counts = await tx.selectFrom("plenary.count").selectAll().where("vote", "in", ids).orderBy("kind").orderBy("attempt").execute();
  const reconciliations = await tx.selectFrom("plenary.reconciliation").selectAll().where("vote", "in", ids).execute();
  const outcomes = await tx.selectFrom("plenary.outcome").selectAll().where("vote", "in", ids).execute();
  const ties = await tx.selectFrom("plenary.tie_decision").selectAll().where("vote", "in", ids).execute();
  const rules = new Map((await tx.selectFrom("plenary.majority_rule").selectAll().execute()).map((rule) => [rule.id, rule]));
  return votes.map((vote) => {
    const of = <Row extends { readonly vote: string }>(rows: readonly Row[]) => rows.filter((row) => row.vote === vote.id);
    const rule = rules.get(vote.rule);
    const marked = new Map(of(marks).map((mark) => [mark.country, mark]));
    const reconciliation = of(reconciliations)[0];
    const outcome = of(outcomes)[0];
    const tie = of(ties)[0];
    const fact: VoteFact = {
      id: vote.id,
      method: vote.method as VoteFact["method"], // the tables' checks hold the words of this fact
      state: vote.state as VoteFact["state"],
      voidReason: vote.void_reason,
      rule:
        rule === undefined
          ? null
          : {
              ...({ kind: rule.kind, basis: rule.basis, abstentions: rule.abstentions, notVoting: rule.not_voting, tie: rule.tie } as Pick<MajorityRule, "kind" | "basis" | "abstentions" | "notVoting" | "tie">),
              id: rule.id,
              name: { es: rule.name_es, en: rule.name_en },
              source: { es: rule.source_es, en: rule.source_en },
              from: rule.in_force_from,
            },
      openedAt: vote.opened_at,
      openedBy: vote.opened_by_name,
      closedAt: vote.closed_at,
      members: vote.members,
      present: vote.present,
      quorumHeld: vote.quorum_held,
      options: of(options).map(({ option, kind, label_es, label_en }) => ({ option, kind: kind as "candidate", label: { es: label_es, en: label_en } })),
      roll: of(ballots)
        .flatMap(({ country, option }) => {
          const mark = country === null ? undefined : marked.get(country);
          return mark ? [{ name: name(mark.country), option, capacity: mark.capacity as "titular", person: mark.name, at: mark.at }] : [];
        })
        .sort((one, other) => one.name.es.localeCompare(other.name.es, "es")),
      voted: [...marked.keys()].sort(),
      entries: of(entries).map(({ method, entered_by_name, settled_by_name, settled_at, entered_at, note }) => ({
        method: method as "roll-call",
        by: entered_by_name,
        confirmedBy: settled_by_name ?? "",
        at: settled_at ?? entered_at,
        note,
      })),
      counts: of(counts).map(({ kind, attempt, at, by_name, ballots: cast, figures, faults }) => ({
        kind: kind as CountFact["kind"],
        attempt,
        at,
        by: by_name,
        ballots: cast,
        figures: figures as CountFact["figures"], // option to ballots, as count_vote writes it
        faults: Array.isArray(faults) ? faults.length : 0,
      })),
      reconciliation: reconciliation ? { at: reconciliation.at, by: reconciliation.by_name, note: reconciliation.note } : null,
      outcome: outcome ? outcomeFact(outcome, name) : null,
      tieDecision: tie ? { adopted: tie.adopted, means: tie.means as "presidency", at: tie.at, by: tie.by_name } : null,
    };
    return { motion: vote.motion, round: vote.round, fact };
  });
}

interface OutcomeRow {
  readonly outcome: string;
  readonly in_favour: number | null;
  readonly against: number | null;
  readonly abstention: number | null;
  readonly not_voting: number;
  readonly members: number;
  readonly present: number;
  readonly basis: number | null;
  readonly needed: number | null;
  readonly detail: unknown;
}

function outcomeFact(row: OutcomeRow, name: Name): OutcomeFact {
  const detail = (row.detail ?? {}) as { elected?: string; through?: string[]; tied?: string[] }; // as settle_round writes it
  return {
    outcome: row.outcome as OutcomeFact["outcome"], // the table's check holds it
    inFavour: row.in_favour,
    against: row.against,
    abstention: row.abstention,
    notVoting: row.not_voting,
    members: row.members,
    present: row.present,
    basis: row.basis,
    needed: row.needed,
    elected: detail.elected === undefined ? null : name(detail.elected),
    remaining: (detail.through ?? detail.tied ?? []).map(name).sort((one, other) => one.es.localeCompare(other.es, "es")),
  };
}
