import { type Agreement, type Responsible, partOf } from "./agreement.ts";
import { type ConvenedMeeting, type DueDate, type Standing, dueDate, standing } from "./due.ts";

/** The groups of the board in their order: what is late first. */
export const standings = ["overdue", "due-soon", "open", "fulfilled", "withdrawn"] as const satisfies readonly Standing[];

/** An agreement on the board: where it stands today, and its due date as a day where one is known. */
export interface BoardLine {
  readonly agreement: Agreement;
  readonly standing: Standing;
  readonly due: DueDate;
}

/** What a board is narrowed to. `responsible` is one who is named: see {@link responsibleKey}; `country` also counts its committees and the plenary. */
export interface BoardFilter {
  readonly responsible?: string;
  readonly country?: string;
  readonly year?: number;
  readonly meeting?: string;
  readonly standing?: Standing;
}

/** One who has a part, in one word for a form or an address: 'GTM', 'presidency', 'committee:<id>', 'observer:iom'. */
export function responsibleKey({ kind, country, committee, organisation }: Omit<Responsible, "role">): string {
  return kind === "member" ? (country ?? "") : kind === "committee" ? `committee:${committee}` : kind === "observer" ? `observer:${organisation}` : kind;
}

/** Reads such a word back; undefined for a word that names nobody. Whether the one named exists is for the register to say. */
export function readResponsible(key: string): Omit<Responsible, "role"> | undefined {
  const none = { country: null, committee: null, organisation: null };
  if (/^[A-Z]{3}$/.test(key)) return { ...none, kind: "member", country: key };
  if (key === "presidency" || key === "secretariat" || key === "plenary") return { ...none, kind: key };
  const committee = /^committee:([0-9a-f-]{36})$/.exec(key)?.[1];
  if (committee !== undefined) return { ...none, kind: "committee", committee };
  const organisation = /^observer:([a-z0-9-]{2,40})$/.exec(key)?.[1];
  return organisation === undefined ? undefined : { ...none, kind: "observer", organisation };
}

const dayOf = ({ due }: BoardLine) => (typeof due === "string" ? "9999-12-31" : due.date);

/** The agreements of a board on an ISO day, narrowed, those due first at the top; the closed ones by number, the newest first. */
export function boardLines(
  all: readonly Agreement[],
  filter: BoardFilter,
  today: string,
  meetings: readonly ConvenedMeeting[],
  committees: ReadonlyMap<string, readonly string[]>,
): BoardLine[] {
  return all
    .filter(
      (each) =>
        (filter.year === undefined || each.year === filter.year) &&
        (filter.meeting === undefined || each.meeting === filter.meeting) &&
        (filter.responsible === undefined || each.responsible.some((part) => responsibleKey(part) === filter.responsible)) &&
        (filter.country === undefined || partOf(filter.country, each.responsible, committees) !== undefined),
    )
    .map((agreement) => ({ agreement, standing: standing(agreement, today, meetings), due: dueDate(agreement.due, meetings, today) }))
    .filter((line) => filter.standing === undefined || line.standing === filter.standing)
    .sort(
      (one, other) =>
        standings.indexOf(one.standing) - standings.indexOf(other.standing) ||
        (one.agreement.state === "open" ? dayOf(one).localeCompare(dayOf(other)) : 0) ||
        other.agreement.year - one.agreement.year ||
        (one.agreement.state === "open" ? one.agreement.ordinal - other.agreement.ordinal : other.agreement.ordinal - one.agreement.ordinal),
    );
}
