import type { Text } from "#basics";
import type { VoteOutcome } from "./majority.ts";

const ofWhom = {
  members: { es: "los Estados miembros", en: "the member states" },
  present: { es: "las delegaciones presentes", en: "the delegations present" },
  cast: { es: "las papeletas emitidas", en: "the ballots cast" },
} as const satisfies Record<VoteOutcome["basisKind"], Text>;

const next = {
  adopted: { es: "Aprobado.", en: "Adopted." },
  rejected: { es: "No aprobado.", en: "Not adopted." },
  "tie-presidency": { es: "Empate: decide la Presidencia.", en: "Tie: the presidency decides." },
  "tie-second-vote": { es: "Empate: se vota una segunda vez.", en: "Tie: a second vote is held." },
  "tie-lots": { es: "Empate: se decide por sorteo ante testigos.", en: "Tie: decided by lots before witnesses." },
  "no-quorum": {
    es: "Sin resultado: no hubo quórum durante toda la votación.",
    en: "No result: there was no quorum throughout the vote.",
  },
} as const satisfies Record<VoteOutcome["outcome"], Text>;

function figures({ because, kind, basisKind, basis, needed, tally }: VoteOutcome): Text {
  const { inFavour, against } = tally;
  if (because === "no-quorum") return { es: "", en: "" };
  if (because === "nothing-cast") return { es: "Nadie votó a favor ni en contra.", en: "Nobody voted in favour or against." };
  if (kind === "simple")
    return {
      es: `Hubo ${inFavour} a favor y ${against} en contra.`,
      en: `There were ${inFavour} in favour and ${against} against.`,
    };
  const es = needed === 1 ? "Se necesitaba" : "Se necesitaban";
  const en = needed === 1 ? "was" : "were";
  const had = inFavour === 1 ? "was" : "were";
  const tie: Text =
    because === "tie" ? { es: `, con ${against} en contra`, en: `, with ${against} against` } : { es: "", en: "" };
  return {
    es: `${es} ${needed} de ${basis} (mayoría ${kind === "absolute" ? "absoluta" : "de dos tercios"}, sobre ${ofWhom[basisKind].es}); hubo ${inFavour} a favor${tie.es}.`,
    en: `${needed} of ${basis} ${en} needed (${kind === "absolute" ? "absolute majority" : "two thirds"} of ${ofWhom[basisKind].en}); there ${had} ${inFavour} in favour${tie.en}.`,
  };
}

/** The result of a vote in one or two sentences, the same on the page, in the act and on the projector. */
export function outcomeSentence(outcome: VoteOutcome): Text {
  const [result, why] = [next[outcome.outcome], figures(outcome)];
  return { es: `${result.es} ${why.es}`.trim(), en: `${result.en} ${why.en}`.trim() };
}
