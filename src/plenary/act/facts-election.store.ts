import type { Text } from "#basics";
import type { Reading } from "#database";
import type { ElectionFact, LotsFact } from "./facts.ts";
import { voteFacts } from "./facts-decision.store.ts";

/** The elections of a meeting with their rounds, lots and proclamation; one that was annulled stays told. */
export async function electionFacts(tx: Reading, meeting: string, name: (code: string) => Text): Promise<ElectionFact[]> {
  const elections = await tx.selectFrom("plenary.election").selectAll().where("meeting", "=", meeting).orderBy("opened_at").execute();
  if (elections.length === 0) return [];
  const ids = elections.map(({ id }) => id);
  const rules = await tx.selectFrom("plenary.election_rule").selectAll().execute();
  const candidacies = await tx.selectFrom("plenary.candidacy").selectAll().where("election", "in", ids).execute();
  const rounds = await tx.selectFrom("plenary.round").selectAll().where("election", "in", ids).orderBy("number").execute();
  const votes = await voteFacts(tx, meeting, name);
  const lots = await lotsFacts(tx, ids, name);
  return elections.map((election) => {
    const rule = rules.find(({ id }) => id === election.rule);
    return {
      item: election.item,
      term: { from: election.term_from, until: election.term_until },
      rule: {
        kind: (rule?.kind ?? "absolute") as ElectionFact["rule"]["kind"], // the foreign key holds the rule, its checks the words
        basis: (rule?.basis ?? "present") as ElectionFact["rule"]["basis"],
        method: (rule?.method ?? "secret") as ElectionFact["rule"]["method"],
        source: { es: rule?.source_es ?? "", en: rule?.source_en ?? "" },
        from: rule?.in_force_from ?? "",
      },
      state: election.state as ElectionFact["state"], // the table's check holds it
      voidReason: election.void_reason,
      candidacies: candidacies
        .filter((each) => each.election === election.id)
        .map((each) => ({ name: name(each.country), proposedBy: name(each.proposed_by), acceptedAt: each.accepted_at, withdrawnAt: each.withdrawn_at }))
        .sort((one, other) => one.name.es.localeCompare(other.name.es, "es")),
      rounds: rounds
        .filter((each) => each.election === election.id)
        .flatMap(({ id, number, candidates }) =>
          votes.filter(({ round }) => round === id).map(({ fact }) => ({ number, candidates: candidates.map(name), vote: fact })),
        ),
      lots: lots.filter((each) => each.election === election.id).map(({ election: _, ...fact }) => fact),
      winner: election.winner === null ? null : name(election.winner),
      decidedBy: election.decided_by as ElectionFact["decidedBy"], // the table's check holds it
      proclaimedAt: election.proclaimed_at,
      proclaimedBy: election.proclaimed_by_name,
    };
  });
}

async function lotsFacts(tx: Reading, elections: readonly string[], name: (code: string) => Text): Promise<(LotsFact & { election: string })[]> {
  const rows = await tx.selectFrom("plenary.lots").selectAll().where("election", "in", elections).orderBy("opened_at").execute();
  if (rows.length === 0) return [];
  const witnesses = await tx.selectFrom("plenary.lots_witness").selectAll().where("vote", "in", rows.map(({ vote }) => vote)).orderBy("country").execute();
  return rows.map((row) => ({
    election: row.election,
    candidates: row.candidates,
    commitment: row.commitment.toString("hex"),
    openedAt: row.opened_at,
    witnesses: witnesses.filter(({ vote }) => vote === row.vote).map((each) => ({ country: each.country, name: name(each.country), person: each.name, word: each.word })),
    secret: row.secret,
    digest: row.digest,
    winner: row.winner === null ? null : name(row.winner),
    drawnAt: row.drawn_at,
  }));
}
