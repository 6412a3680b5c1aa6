import { type Reading, sql } from "#database";
import type { Candidacy, Election, ElectionLots, ElectionRound, HeldElectionRule, RoundResult } from "./election.ts";

/**
 * The election of a meeting, with candidacies, rounds and lots; undefined where none was opened or it is void. What a reader
 * sees is the policies' matter: the words of witnesses come with the draw.
 */
export async function electionOf(tx: Reading, meeting: string): Promise<Election | undefined> {
  const row = await tx.selectFrom("plenary.election").selectAll().where("meeting", "=", meeting).where("state", "<>", "void").executeTakeFirst();
  if (!row) return undefined;
  const [rule, candidacies, rounds] = [await ruleOf(tx, row.rule), await candidaciesOf(tx, row.id), await roundsOf(tx, row.id)];
  const lots = await lotsOf(tx, row.id);
  return {
    id: row.id,
    meeting: row.meeting,
    item: row.item,
    state: row.state as Election["state"], // the table's check holds the states
    rule,
    termFrom: row.term_from,
    termUntil: row.term_until,
    ...(row.winner === null ? {} : { winner: row.winner, decidedBy: row.decided_by === "lots" ? "lots" : "votes" }),
    ...(row.proclaimed_at === null ? {} : { proclaimedAt: row.proclaimed_at, proclaimedBy: row.proclaimed_by_name ?? "" }),
    candidacies,
    rounds,
    ...(lots === undefined ? {} : { lots }),
  };
}

/** The rule under which an election is held. Of the ballots cast, abstentions are not counted; of members and present they are. */
export async function ruleOf(tx: Reading, id: string): Promise<HeldElectionRule> {
  const row = await tx.selectFrom("plenary.election_rule").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return {
    id: row.id,
    firstRound: {
      kind: row.kind as HeldElectionRule["firstRound"]["kind"], // the table's checks hold kind, basis and tie
      basis: row.basis as HeldElectionRule["firstRound"]["basis"],
      abstentions: row.basis === "cast" ? "out-of-basis" : "in-basis",
      notVoting: "in-basis",
    },
    secondRound: "top-two-relative",
    tie: row.tie === "second-vote" ? "second-vote" : "lots",
    method: row.method === "roll-call" ? "roll-call" : "secret",
    restTerms: row.rest_terms,
    source: { es: row.source_es, en: row.source_en },
    from: row.in_force_from,
  };
}

async function candidaciesOf(tx: Reading, election: string): Promise<Candidacy[]> {
  const rows = await tx.selectFrom("plenary.candidacy").selectAll().where("election", "=", election).orderBy("country").execute();
  return rows.map(({ country, proposed_by, accepted_at, withdrawn_at, statement }) => ({
    country,
    proposedBy: proposed_by,
    state: withdrawn_at !== null ? (accepted_at === null ? "declined" : "withdrawn") : accepted_at === null ? "proposed" : "standing",
    statement,
  }));
}

async function roundsOf(tx: Reading, election: string): Promise<ElectionRound[]> {
  const rows = await tx
    .selectFrom("plenary.round as r")
    .innerJoin("plenary.vote as v", "v.round", "r.id")
    .leftJoin("plenary.outcome as o", "o.vote", "v.id")
    .select(["r.id", "v.id as vote", "r.number", "r.stage", "r.candidates", "v.title_es", "v.title_en", "v.state"])
    .select(["o.outcome", "o.against", "o.abstention", "o.not_voting", "o.members", "o.present", "o.basis", "o.needed", "o.detail"])
    .select((of) => of.selectFrom("plenary.mark as k").whereRef("k.vote", "=", "v.id").select(of.fn.countAll<number>().as("n")).as("cast"))
    .where("r.election", "=", election)
    .orderBy("r.number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    vote: row.vote,
    number: row.number,
    stage: row.stage,
    title: { es: row.title_es, en: row.title_en },
    candidates: row.candidates,
    state: row.state as ElectionRound["state"], // the table's check holds the states
    cast: row.cast ?? 0,
    ...(row.outcome === null ? {} : { result: resultOf(row) }),
  }));
}

interface OutcomeRow {
  readonly outcome: string | null;
  readonly against: number | null;
  readonly abstention: number | null;
  readonly not_voting: number | null;
  readonly members: number | null;
  readonly present: number | null;
  readonly basis: number | null;
  readonly needed: number | null;
  readonly detail: unknown;
}

/** As `plenary.settle_round` writes the detail. */
interface Detail {
  readonly votes?: Readonly<Record<string, number>>;
  readonly because?: RoundResult["because"];
  readonly elected?: string;
  readonly through?: readonly string[];
  readonly tied?: readonly string[];
}

function resultOf(row: OutcomeRow): RoundResult {
  const { votes = {}, because, elected, through = [], tied = [] } = row.detail as Detail;
  return {
    outcome: row.outcome as RoundResult["outcome"], // the table's check holds the words
    ...(because === undefined ? {} : { because }),
    ballots: {
      candidates: Object.entries(votes)
        .map(([country, count]) => ({ country, votes: count }))
        .sort((one, other) => other.votes - one.votes || (one.country < other.country ? -1 : 1)),
      against: row.against ?? 0,
      abstention: row.abstention ?? 0,
    },
    notVoting: row.not_voting ?? 0,
    members: row.members ?? 0,
    present: row.present ?? 0,
    basis: row.basis ?? 0,
    needed: row.needed ?? 0,
    ...(elected === undefined ? {} : { elected }),
    through,
    tied,
  };
}

async function lotsOf(tx: Reading, election: string): Promise<ElectionLots | undefined> {
  const row = await tx.selectFrom("plenary.lots").selectAll().where("election", "=", election).orderBy("opened_at", "desc").executeTakeFirst();
  if (!row) return undefined;
  const { rows: heard } = await sql<{ country: string; name: string }>`select country, name from plenary.lots_heard(${row.vote}::uuid)`.execute(tx);
  const lots = { vote: row.vote, candidates: row.candidates, commitment: row.commitment.toString("hex"), heard };
  if (row.secret === null || row.digest === null || row.winner === null) return lots;
  const witnesses = await tx.selectFrom("plenary.lots_witness").select(["country", "word"]).where("vote", "=", row.vote).orderBy("country").execute();
  return { ...lots, drawn: { secret: row.secret, digest: row.digest, winner: row.winner, witnesses } };
}
