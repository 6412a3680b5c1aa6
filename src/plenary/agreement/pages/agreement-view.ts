import { type Language, formatDate } from "#basics";
import { plenaryAgreementWords } from "#words";
import type { BoardLine } from "../board.ts";
import { responsibleKey } from "../board.ts";
import { type Directory, responsibleName, responsibleText } from "../directory.ts";
import type { Due, DueDate, Standing } from "../due.ts";
import { dueWords } from "../due-words.ts";
import type { Tone } from "./tone.ts";

/** An agreement as a list shows it, in the language of the page. */
export interface ListedAgreement {
  readonly number: string;
  readonly title: string;
  readonly meeting: string;
  readonly responsible: string;
  readonly due: string;
  readonly standing: Standing;
}

/** The colour of where an agreement stands. */
export const tones = {
  overdue: "bad",
  "due-soon": "caution",
  open: "info",
  fulfilled: "good",
  withdrawn: "neutral",
} as const satisfies Record<Standing, Tone>;

/** A due date in words, and as a day where one is known: 'primera plenaria de 2024 (14 de marzo de 2024)'. */
export function dueLine(due: Due, date: DueDate, language: Language): string {
  const words = plenaryAgreementWords[language];
  const said = dueWords(due, language);
  if (due.kind === "none" || due.kind === "date") return said;
  if (typeof date === "string") return words.dueNotConvened(said);
  const day = formatDate(date.date, language);
  return date.by === "year-end" ? words.dueYearEnd(said, day) : words.dueOn(said, day);
}

/** A line of the board in the words of a list. */
export function listed({ agreement, standing, due }: BoardLine, register: Directory, language: Language): ListedAgreement {
  return {
    number: agreement.number,
    title: agreement.title[language],
    meeting: agreement.meeting,
    responsible: responsibleText(agreement.responsible, register)[language],
    due: dueLine(agreement.due, due, language),
    standing,
  };
}

/** All who can have a part in an agreement, as choices of a form: organs first, then countries, committees and organisations. */
export function partyOptions(register: Directory, language: Language): { value: string; label: string }[] {
  const none = { country: null, committee: null, organisation: null, role: "responsible" } as const;
  const parties = [
    ...(["plenary", "presidency", "secretariat"] as const).map((kind) => ({ ...none, kind })),
    ...register.members.map(({ code }) => ({ ...none, kind: "member" as const, country: code })),
    ...register.committees.map(({ id }) => ({ ...none, kind: "committee" as const, committee: id })),
    ...register.organisations.map(({ code }) => ({ ...none, kind: "observer" as const, organisation: code })),
  ];
  return parties.map((party) => ({ value: responsibleKey(party), label: responsibleName(party, register, language) }));
}
