import { type Language, type Text, countryName } from "#basics";
import type { Committee, MemberState, ObserverOrganisation } from "#coalition";
import { plenaryAgreementWords } from "#words";
import type { Responsible } from "./agreement.ts";

/** Who may answer for an agreement, as the coalition's register knows them. */
export interface Directory {
  readonly members: readonly MemberState[];
  readonly committees: readonly Committee[];
  readonly organisations: readonly ObserverOrganisation[];
  /** The countries of each committee by its id. */
  readonly committeeCountries: ReadonlyMap<string, readonly string[]>;
}

/** The name of one who has a part in an agreement. One that left the register stands with what is known of it. */
export function responsibleName(each: Responsible, register: Directory, language: Language): string {
  const words = plenaryAgreementWords[language].organs;
  switch (each.kind) {
    case "member":
      return register.members.find(({ code }) => code === each.country)?.name[language] ?? countryName(each.country ?? "")[language];
    case "committee":
      return register.committees.find(({ id }) => id === each.committee)?.name[language] ?? words.committee;
    case "observer": {
      const found = register.organisations.find(({ code }) => code === each.organisation);
      return found?.short?.[language] ?? found?.name[language] ?? each.organisation ?? "";
    }
    case "presidency":
    case "secretariat":
    case "plenary":
      return words[each.kind];
  }
}

/** All who answer for an agreement in one line, those who support at the end: 'Guatemala; con el apoyo de OIM'. */
export function responsibleText(all: readonly Responsible[], register: Directory): Text {
  const line = (language: Language) => {
    const words = plenaryAgreementWords[language];
    const names = (role: Responsible["role"]) =>
      all.filter((each) => each.role === role).map((each) => responsibleName(each, register, language)).join(", ");
    const [first, support] = [names("responsible"), names("supports")];
    return support === "" ? first : words.withSupport(first, support);
  };
  return { es: line("es"), en: line("en") };
}
