import type { Actor, Text } from "#basics";
import { type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { urnKey } from "../vote/receipt.ts";
import type { Election, RoundResult } from "./election.ts";
import { roundInWords, statesInWords } from "./election-sentence.ts";
import { electionOf } from "./election.store.ts";
import { commitmentOf, lotsSecret } from "./lots.ts";
import { namedBy, namesOf } from "./name.store.ts";
import { type ElectionAnswer, answerOf, wordOf } from "./refusal.ts";
import { tellOnce } from "./tell-once.ts";

/**
 * Opens the next round as a vote of the meeting; the database decides who runs. `vote` is the id that the form brought, and
 * the urn of a secret round is sealed with the key of that vote.
 */
export async function openRound(tx: Writing, actor: Actor, election: Election, vote: string, installationSecret: string): Promise<ElectionAnswer<"opened">> {
  const key = election.rule.method === "secret" ? urnKey(installationSecret, vote) : null;
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.open_round(${vote}::uuid, ${election.id}::uuid, ${key}) as word`), ["opened"]);
  if (word !== "opened") return word;
  const round = (await electionOf(tx, election.meeting))?.rounds.find((each) => each.vote === vote);
  if (!round) throw new Error("The round that was opened is not there");
  const running = statesInWords(round.candidates, namedBy(await namesOf(tx)));
  await tellOnce(tx, actor, {
    meeting: election.meeting,
    item: election.item,
    kind: "election.round-opened",
    key: vote,
    sentence: { es: `${round.title.es}: se abrió la votación entre ${running.es}.`, en: `${round.title.en}: the vote was opened on ${running.en}.` },
    detail: { election: election.id, vote, candidates: round.candidates },
  });
  return word;
}

/** Has the database compute the outcome of a round that was counted twice, and tells it with its figures. */
export async function settleRound(tx: Writing, actor: Actor, meeting: string, vote: string): Promise<ElectionAnswer<RoundResult["outcome"]>> {
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.settle_round(${vote}::uuid) as word`), ["elected", "second-round", "tie-lots", "none", "no-quorum"]);
  // 'no-quorum' is the only word that is both an outcome and a refusal of another act: here it is the outcome.
  const election = await electionOf(tx, meeting);
  const round = election?.rounds.find((each) => each.vote === vote);
  if (!election || !round?.result || round.result.outcome !== word) return word;
  await tell(tx, actor, {
    meeting,
    item: election.item,
    kind: "election.round-settled",
    sentence: roundInWords(round, round.result, election.rule.firstRound.basis, namedBy(await namesOf(tx))),
    detail: { election: election.id, vote, outcome: word, votes: round.result.ballots.candidates },
  });
  return word;
}

/** Begins the drawing of lots: from here on the platform is bound by the digest that it shows. */
export async function openLots(tx: Writing, actor: Actor, election: Election, vote: string, installationSecret: string): Promise<ElectionAnswer<"opened">> {
  const commitment = commitmentOf(lotsSecret(installationSecret, vote));
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.open_lots(${vote}::uuid, ${Buffer.from(commitment, "hex")}::bytea) as word`), ["opened"]);
  if (word === "opened")
    await tellOnce(tx, actor, {
      ...at(election),
      kind: "election.lots-opened",
      key: vote,
      sentence: {
        es: `Se abrió el sorteo ante testigos. La plataforma se comprometió con la huella ${commitment}.`,
        en: `The drawing of lots before witnesses was opened. The platform committed itself to the fingerprint ${commitment}.`,
      },
      detail: { election: election.id, vote, commitment },
    });
  return word;
}

/** A witness says a word for its delegation; nobody sees it before the draw. */
export async function sayWord(tx: Writing, actor: Actor, election: Election, vote: string, said: string): Promise<ElectionAnswer<"said">> {
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.witness_lots(${vote}::uuid, ${said}) as word`), ["said"]);
  const country = actor.kind === "member" ? (actor.country ?? "") : "";
  if (word === "said") {
    const name = namedBy(await namesOf(tx))(country);
    await tellOnce(tx, actor, {
      ...at(election),
      kind: "election.lots-witness",
      key: `${vote} ${country}`,
      sentence: { es: `${name.es} dijo su palabra como testigo del sorteo.`, en: `${name.en} said its word as a witness of the lots.` },
      detail: { election: election.id, vote, country },
    });
  }
  return word;
}

/** Shows the secret and draws; the database computes the winner from the secret and the witnesses' words. */
export async function drawElectionLots(tx: Writing, actor: Actor, election: Election, vote: string, installationSecret: string): Promise<ElectionAnswer<"drawn">> {
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.draw_lots(${vote}::uuid, ${lotsSecret(installationSecret, vote)}) as word`), ["drawn"]);
  if (word !== "drawn") return word;
  const lots = (await electionOf(tx, election.meeting))?.lots;
  if (!lots?.drawn) throw new Error("The lots that were drawn are not there");
  const named = namedBy(await namesOf(tx));
  const [winner, witnesses]: [Text, Text] = [named(lots.drawn.winner), statesInWords(lots.heard.map(({ country }) => country), named)];
  await tell(tx, actor, {
    ...at(election),
    kind: "election.lots-drawn",
    sentence: {
      es: `Sorteo ante ${witnesses.es}: la Presidencia corresponde a ${winner.es}.`,
      en: `Lots drawn before ${witnesses.en}: the presidency goes to ${winner.en}.`,
    },
    detail: { election: election.id, vote, ...lots.drawn, commitment: lots.commitment },
  });
  return word;
}

function at({ meeting, item }: Election): { meeting: string; item: string } {
  return { meeting, item };
}
