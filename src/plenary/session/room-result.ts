import type { Text } from "#basics";
import type { VoteOutcome } from "../vote/majority.ts";
import { outcomeSentence } from "../vote/sentence.ts";
import type { RoomFacts } from "./room-facts.store.ts";

/** The newest result, in a sentence, with the roll call where there was one. */
export interface RoomResult {
  readonly id: string;
  readonly kind: "consensus" | "vote";
  readonly motion: string | null;
  readonly title: Text;
  readonly sentence: Text;
  readonly adopted: boolean;
  readonly figures: readonly { readonly label: Text; readonly kind: string; readonly count: number }[];
  /** What each delegation said or voted; empty after a secret vote. The number points into `figures`, or the word is of a consensus. */
  readonly roll: Readonly<Record<string, number | "agreement" | "reservation" | "objection">>;
}

/** The newest result that a circle may see; null when nothing has been decided yet. */
export function resultOf(facts: RoomFacts, sees: (item: string | null) => boolean, names: ReadonlyMap<string, Text>): RoomResult | null {
  const consensus = facts.lastConsensus && sees(facts.lastConsensus.item) ? facts.lastConsensus : null;
  const vote = facts.lastVote && sees(facts.lastVote.item) ? facts.lastVote : null;
  if (consensus && (!vote || consensus.at > vote.at)) return consensusResult(consensus, names);
  return vote && voteResult(vote, names);
}

function consensusResult({ id, motion, title, outcome, said }: NonNullable<RoomFacts["lastConsensus"]>, names: ReadonlyMap<string, Text>): RoomResult {
  const who = (kind: string, language: "es" | "en") =>
    said.filter((each) => each.kind === kind).map(({ country }) => names.get(country)?.[language] ?? country).join(", ");
  const reserved = { es: who("reservation", "es"), en: who("reservation", "en") };
  const objected = { es: who("objection", "es"), en: who("objection", "en") };
  const sentence: Text =
    outcome === "adopted"
      ? { es: `Aprobado por consenso.${reserved.es === "" ? "" : ` Con reserva de ${reserved.es}.`}`, en: `Adopted by consensus.${reserved.en === "" ? "" : ` With a reservation by ${reserved.en}.`}` }
      : outcome === "objected"
        ? { es: `Sin consenso: objeción de ${objected.es}.`, en: `No consensus: objection by ${objected.en}.` }
        : { es: "Sin resultado: no hubo quórum durante todo el consenso.", en: "No result: there was no quorum throughout the consensus." };
  return {
    id,
    kind: "consensus",
    motion,
    title,
    sentence,
    adopted: outcome === "adopted",
    figures: [],
    roll: Object.fromEntries(said.map(({ country, kind }) => [country, kind])) as RoomResult["roll"], // the table's check holds the kind
  };
}

function voteResult(vote: NonNullable<RoomFacts["lastVote"]>, names: ReadonlyMap<string, Text>): RoomResult {
  const { outcome } = vote.outcome;
  const places = new Map(vote.options.map(({ option }, place) => [option, place]));
  return {
    id: vote.id,
    kind: "vote",
    motion: vote.motion,
    title: vote.title,
    sentence: vote.tieBroken === null ? sentenceOf(vote, names) : broken(vote.tieBroken),
    adopted: outcome === "adopted" || outcome === "elected" || vote.tieBroken === true,
    figures: vote.options.map(({ option, kind, es, en }) => ({ label: { es, en }, kind, count: vote.figures[String(option)] ?? 0 })),
    roll: Object.fromEntries(vote.ballots.flatMap(({ country, option }) => (places.has(option) ? [[country, places.get(option) ?? 0]] : []))),
  };
}

function broken(adopted: boolean): Text {
  return adopted
    ? { es: "Aprobado: la Presidencia decidió el empate.", en: "Adopted: the presidency decided the tie." }
    : { es: "No aprobado: la Presidencia decidió el empate.", en: "Not adopted: the presidency decided the tie." };
}

function sentenceOf({ outcome: found, round, ruleKind, ruleBasis }: NonNullable<RoomFacts["lastVote"]>, names: ReadonlyMap<string, Text>): Text {
  const { outcome, inFavour, against, abstention, notVoting, basis, needed, elected, through, tied } = found;
  const listed = (codes: readonly string[] | null, language: "es" | "en") => (codes ?? []).map((code) => names.get(code)?.[language] ?? code).join(", ");
  if (round === null) {
    const [yes, no] = [inFavour ?? 0, against ?? 0];
    const because: VoteOutcome["because"] =
      outcome === "no-quorum" ? "no-quorum" : yes + no === 0 ? "nothing-cast" : outcome === "adopted" ? "reached" : outcome.startsWith("tie") ? "tie" : "not-reached";
    return outcomeSentence({
      outcome: outcome as VoteOutcome["outcome"], // the table's check holds it, and of a motion it is no election's
      because,
      kind: ruleKind,
      basisKind: ruleBasis,
      basis: basis ?? 0,
      needed: needed ?? 0,
      tally: { inFavour: yes, against: no, abstention: abstention ?? 0 },
      notVoting,
    });
  }
  if (outcome === "elected" && elected !== null) {
    const name = names.get(elected) ?? { es: elected, en: elected };
    return { es: `Elección: ${name.es}, con ${inFavour ?? 0} votos.`, en: `Elected: ${name.en}, with ${inFavour ?? 0} votes.` };
  }
  if (outcome === "second-round") return { es: `Nadie alcanzó la mayoría. Pasan a la vuelta siguiente: ${listed(through, "es")}.`, en: `Nobody reached the majority. Through to the next round: ${listed(through, "en")}.` };
  if (outcome === "tie-lots") return { es: `Empate entre ${listed(tied, "es")}: se decide por sorteo ante testigos.`, en: `Tie between ${listed(tied, "en")}: decided by lots before witnesses.` };
  if (outcome === "no-quorum") return { es: "Sin resultado: no hubo quórum durante toda la votación.", en: "No result: there was no quorum throughout the vote." };
  return { es: "Nadie resultó elegido: se vuelven a presentar candidaturas.", en: "Nobody was elected: candidacies are presented again." };
}
