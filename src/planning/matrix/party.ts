import type { Language } from "#basics";
import type { PlanResponsible } from "../plan/plan.ts";
import { partyLine } from "../progress/party.ts";
import type { Register } from "../progress/register.store.ts";
import { planningMatrixWords } from "#words";

/** One who answers, in one word for an address: 'GTM', 'secretariat', 'every-member', 'committee:<id>', 'observer:iom'. */
export function partyKey({ kind, country, committee, organisation }: Pick<PlanResponsible, "kind" | "country" | "committee" | "organisation">): string {
  if (kind === "member") return country ?? "";
  if (kind === "committee") return committee === null ? "committee" : `committee:${committee}`;
  return kind === "observer" ? `observer:${organisation}` : kind;
}

/** All who answer in one line, those who support at the end. */
export function partiesText(parties: readonly PlanResponsible[], register: Register, language: Language): string {
  const [first, support] = [partyLine(parties, "responsible", register, language), partyLine(parties, "supports", register, language)];
  return support === "" ? first : planningMatrixWords[language].withSupport(first, support);
}

/** The states among those who answer: by name, in a committee, or as every member. Who supports does not answer. */
export function partyCountries(parties: readonly PlanResponsible[], register: Register): string[] {
  const answering = parties.filter(({ role }) => role === "responsible");
  const found = answering.flatMap(({ kind, country, committee }) => [
    ...(country === null ? [] : [country]),
    ...(kind === "every-member" ? register.members.map(({ code }) => code) : []),
    ...(committee === null ? [] : (register.committeeCountries.get(committee) ?? [])),
  ]);
  return [...new Set(found)].sort();
}
