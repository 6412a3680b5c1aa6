import type { Language } from "#basics";
import { plenaryAgreementWords } from "#words";
import type { Agreement } from "../agreement.ts";
import { compareMeetings, readMeetingId } from "../../meeting/number.ts";
import { type BoardFilter, readResponsible, standings } from "../board.ts";
import type { Directory } from "../directory.ts";
import { partyOptions } from "./agreement-view.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a reader can narrow a list of agreements to, and what was asked. */
export interface FilterChoices {
  readonly asked: BoardFilter;
  readonly isFiltered: boolean;
  readonly countries: readonly Option[];
  readonly parties: readonly Option[];
  readonly years: readonly Option[];
  readonly meetings: readonly Option[];
  readonly standings: readonly Option[];
}

/** Reads the filter from an address; what is no filter narrows nothing. */
export function readFilter(url: URL): BoardFilter {
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const [country, responsible, year, meeting] = [asked("country"), asked("responsible"), asked("year"), asked("meeting")];
  const standing = standings.find((each) => each === asked("standing"));
  return {
    ...(/^[A-Z]{3}$/.test(country) ? { country } : {}),
    ...(readResponsible(responsible) === undefined ? {} : { responsible }),
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    ...(readMeetingId(meeting) === undefined ? {} : { meeting }),
    ...(standing === undefined ? {} : { standing }),
  };
}

/** The choices of the filters: years and meetings that have agreements, the newest first. The public chooses by year and meeting. */
export function filterChoices(asked: BoardFilter, all: readonly Agreement[], register: Directory, language: Language, isPublic = false): FilterChoices {
  const words = plenaryAgreementWords[language];
  const years = [...new Set(all.map(({ year }) => year))].sort((one, other) => other - one);
  const meetings = [...new Set(all.map(({ meeting }) => meeting))].sort((one, other) => {
    const [first, second] = [readMeetingId(one), readMeetingId(other)];
    return first && second ? compareMeetings(second, first) : 0;
  });
  return {
    asked,
    isFiltered: Object.keys(asked).length > 0,
    countries: isPublic ? [] : register.members.map(({ code, name }) => ({ value: code, label: name[language] })),
    parties: isPublic ? [] : partyOptions(register, language),
    years: years.map((year) => ({ value: String(year), label: String(year) })),
    meetings: meetings.map((meeting) => ({ value: meeting, label: meeting })),
    standings: isPublic ? [] : standings.map((standing) => ({ value: standing, label: words.standings[standing] })),
  };
}
