import { type Language, type Text, countryName } from "#basics";
import type { Committee, MemberState, ObserverOrganisation } from "#coalition";
import { planningPlanWords } from "#words";
import { type PlanResponsible, responsibleKinds } from "./plan.ts";

/** Who may answer for a part of a plan, as the coalition's register knows them. */
export interface PlanDirectory {
  readonly members: readonly MemberState[];
  readonly committees: readonly Committee[];
  readonly organisations: readonly ObserverOrganisation[];
}

type Party = Omit<PlanResponsible, "id" | "key" | "role">;

/** The name of one who has a part in a plan: a country, an organ, a committee, an organisation; never a person. */
export function partyName(party: Party, register: PlanDirectory, language: Language): string {
  const words = planningPlanWords[language].parties;
  switch (party.kind) {
    case "member":
      return register.members.find(({ code }) => code === party.country)?.name[language] ?? countryName(party.country ?? "")[language];
    case "committee":
      return register.committees.find(({ id }) => id === party.committee)?.name[language] ?? words.committee;
    case "observer": {
      const found = register.organisations.find(({ code }) => code === party.organisation);
      return found?.short?.[language] ?? found?.name[language] ?? party.organisation ?? "";
    }
    case "every-member":
    case "presidency":
    case "secretariat":
    case "plenary":
      return words[party.kind];
  }
}

/** All who answer in one line, those who support at the end; empty where nobody is named. */
export function partiesText(all: readonly PlanResponsible[], register: PlanDirectory): Text {
  const line = (language: Language) => {
    const names = (role: PlanResponsible["role"]) =>
      all.filter((each) => each.role === role).map((each) => partyName(each, register, language)).join(", ");
    const [first, support] = [names("responsible"), names("supports")];
    return support === "" ? first : planningPlanWords[language].parties.withSupport(first, support);
  };
  return { es: line("es"), en: line("en") };
}

/** A party as a form sends it: 'member:GTM', 'every-member', 'committee:…'. */
export function partyKey({ kind, country, committee, organisation }: Party): string {
  const detail = country ?? committee ?? organisation;
  return detail === null ? kind : `${kind}:${detail}`;
}

/** Reads a party from a form; undefined for what no form offers. */
export function readParty(text: string): Party | undefined {
  const [name = "", ...rest] = text.split(":");
  const detail = rest.join(":");
  const kind = responsibleKinds.find((each) => each === name);
  if (!kind) return undefined;
  const needsDetail = kind === "member" || kind === "observer";
  if (needsDetail === (detail === "") && kind !== "committee") return undefined;
  return {
    kind,
    country: kind === "member" ? detail : null,
    committee: kind === "committee" && detail !== "" ? detail : null,
    organisation: kind === "observer" ? detail : null,
  };
}

/** Whether the register knows a party. */
export function knows({ members, committees, organisations }: PlanDirectory, party: Party): boolean {
  if (party.kind === "member") return members.some(({ code }) => code === party.country);
  if (party.kind === "committee") return party.committee === null || committees.some(({ id }) => id === party.committee);
  return party.kind !== "observer" || organisations.some(({ code }) => code === party.organisation);
}

/** Who can be chosen in a form: organs, members, committees, organisations. */
export function partyChoices(register: PlanDirectory, language: Language): { value: string; label: string }[] {
  const none = { country: null, committee: null, organisation: null };
  const parties: Party[] = [
    ...(["every-member", "presidency", "secretariat", "plenary"] as const).map((kind) => ({ ...none, kind })),
    ...register.members.map(({ code }) => ({ ...none, kind: "member" as const, country: code })),
    ...register.committees.map(({ id }) => ({ ...none, kind: "committee" as const, committee: id })),
    ...register.organisations.map(({ code }) => ({ ...none, kind: "observer" as const, organisation: code })),
  ];
  return parties.map((party) => ({ value: partyKey(party), label: partyName(party, register, language) }));
}
