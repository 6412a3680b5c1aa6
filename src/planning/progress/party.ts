import { type Language, countryName } from "#basics";
import { planningProgressWords } from "#words";
import type { PlanResponsible } from "../plan/plan.ts";
import type { Register } from "./register.store.ts";

/** The name of one who answers. One that left the register stands with what is known of it. */
export function partyName(each: PlanResponsible, register: Register, language: Language): string {
  const words = planningProgressWords[language].parties;
  switch (each.kind) {
    case "member":
      return countryName(each.country ?? "")[language];
    case "committee":
      return register.committees.find(({ id }) => id === each.committee)?.name[language] ?? words.committee;
    case "observer": {
      const found = register.organisations.find(({ code }) => code === each.organisation);
      return found?.short?.[language] ?? found?.name[language] ?? each.organisation ?? "";
    }
    case "every-member":
    case "presidency":
    case "secretariat":
    case "plenary":
      return words[each.kind];
  }
}

/** All of one role in one line. */
export function partyLine(all: readonly PlanResponsible[], role: PlanResponsible["role"], register: Register, language: Language): string {
  return all.filter((each) => each.role === role).map((each) => partyName(each, register, language)).join(", ");
}
