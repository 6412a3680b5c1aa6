import type { Text } from "#basics";
import type { QuorumRule } from "./quorum.ts";

/** The quorum at this moment. */
export interface QuorumNow {
  readonly present: number;
  readonly members: number;
  readonly needed: number;
  readonly holds: boolean;
  /** Codes of the delegations in the room, sorted. */
  readonly countries: readonly string[];
}

/** The quorum in one sentence, the same on every screen and in the act: '5 de 9 delegaciones; se necesitan 5: hay quórum.' */
export function quorumSentence({ present, members, needed, holds }: Pick<QuorumNow, "present" | "members" | "needed" | "holds">): Text {
  return {
    es: `${present} de ${members} ${members === 1 ? "delegación" : "delegaciones"}; ${needed === 1 ? "se necesita" : "se necesitan"} ${needed}: ${holds ? "hay quórum." : "no hay quórum."}`,
    en: `${present} of ${members} ${members === 1 ? "delegation" : "delegations"}; ${needed} needed: ${holds ? "there is a quorum." : "there is no quorum."}`,
  };
}

/** A quorum rule in words: 'Más de 1/2 de los Estados miembros'. */
export function quorumRuleText({ kind, numerator, denominator }: Pick<QuorumRule, "kind" | "numerator" | "denominator">): Text {
  const isHalf = numerator === 1 && denominator === 2;
  const isWhole = numerator === denominator;
  const share = isWhole ? { es: "todos", en: "all" } : isHalf ? { es: "la mitad de", en: "half of" } : { es: `${numerator}/${denominator} de`, en: `${numerator}/${denominator} of` };
  const es = kind === "more-than" ? "Más de" : "Al menos";
  const en = kind === "more-than" ? "More than" : "At least";
  return { es: `${es} ${share.es} los Estados miembros`, en: `${en} ${share.en} the member states` };
}
