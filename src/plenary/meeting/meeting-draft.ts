import type { Text } from "#basics";
import type { Meeting, MeetingKind, MeetingMode } from "./meeting.ts";
import { instantAt, localTime } from "./zone.ts";

/** What is decided of a meeting before it is held. */
export interface MeetingDraft {
  readonly kind: MeetingKind;
  readonly mode: MeetingMode;
  readonly place: Text | null;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly link: MeetingLink | null;
}

/** The room of a virtual or hybrid meeting; only those who are convened read it. */
export interface MeetingLink {
  readonly url: string;
  readonly note: string;
}

/** What is wrong with a field of the form. */
export type DraftProblem =
  | "kind-missing"
  | "mode-missing"
  | "place-missing"
  | "place-both"
  | "too-long"
  | "zone-unknown"
  | "time-missing"
  | "time-unreal"
  | "end-before-start"
  | "longer-than-a-week"
  | "link-missing"
  | "link-not-https"
  | "note-without-link"
  | "ordinal-unreal";

type Problems = Record<string, DraftProblem[]>;
const longest = 7 * 24 * 3_600_000;

/** Reads the form of a meeting: the draft, or what is wrong by field. A time that the clocks of the zone skip is refused. */
export function readDraft(said: (field: string) => string): { readonly draft: MeetingDraft } | { readonly problems: Problems } {
  const problems: Problems = {};
  const refuse = (field: string, problem: DraftProblem) => void (problems[field] ??= []).push(problem);
  const kind = said("kind");
  if (kind !== "ordinary" && kind !== "extraordinary") refuse("kind", "kind-missing");
  const mode = said("mode");
  if (mode !== "in-person" && mode !== "virtual" && mode !== "hybrid") refuse("mode", "mode-missing");
  const place = { es: said("placeEs"), en: said("placeEn") };
  if (place.es.length > 300) refuse("placeEs", "too-long");
  if (place.en.length > 300) refuse("placeEn", "too-long");
  if ((place.es === "") !== (place.en === "")) refuse(place.es === "" ? "placeEs" : "placeEn", "place-both");
  else if (place.es === "" && mode !== "virtual" && mode !== "") refuse("placeEs", "place-missing");
  const url = said("url");
  const note = said("linkNote");
  if (url !== "" && !isSecureAddress(url)) refuse("url", "link-not-https");
  if (url === "" && note !== "") refuse("url", "note-without-link");
  if (note.length > 500) refuse("linkNote", "too-long");
  const times = readTimes(said, refuse);
  if (!times || Object.keys(problems).length > 0) return { problems };
  return {
    draft: {
      kind: kind as MeetingKind, // otherwise there is a problem
      mode: mode as MeetingMode,
      place: place.es === "" ? null : place,
      timeZone: said("timeZone"),
      ...times,
      link: url === "" ? null : { url, note },
    },
  };
}

function readTimes(said: (field: string) => string, refuse: (field: string, problem: DraftProblem) => void) {
  const zone = said("timeZone");
  const read = (field: string): Date | undefined => {
    const local = said(field);
    const answer = local === "" ? ("not-a-time" as const) : instantAt(local.slice(0, 16), zone);
    if (answer === "unknown-zone") return undefined; // said once, at the zone
    if (answer === "not-a-time" || answer === "skipped-time") {
      refuse(field, answer === "not-a-time" ? "time-missing" : "time-unreal");
      return undefined;
    }
    return answer.at;
  };
  if (instantAt("2024-01-01T12:00", zone) === "unknown-zone") refuse("timeZone", "zone-unknown");
  const startsAt = read("starts");
  const endsAt = read("ends");
  if (!startsAt || !endsAt) return undefined;
  if (endsAt <= startsAt) refuse("ends", "end-before-start");
  else if (endsAt.getTime() - startsAt.getTime() > longest) refuse("ends", "longer-than-a-week");
  return { startsAt, endsAt };
}

function isSecureAddress(text: string): boolean {
  return text.length <= 1000 && /^https:\/\/[^\s<>"]+\.[^\s<>"]+$/i.test(text) && URL.canParse(text) && text.startsWith("https://");
}

/** The year that a meeting's number bears: that of its start on the clocks of its own zone. */
export function yearOf(draft: Pick<MeetingDraft, "startsAt" | "timeZone">): number {
  return Number(localTime(draft.startsAt, draft.timeZone).slice(0, 4));
}

/** What changed, as people are told of it. */
export type ChangedPart = "time" | "place" | "mode" | "link";

/** The parts of a convened meeting that a new draft changes, as people are told of them. Another zone is another hour to say. */
export function changedParts(meeting: Pick<Meeting, "startsAt" | "endsAt" | "timeZone" | "place" | "mode">, link: MeetingLink | null, draft: MeetingDraft): ChangedPart[] {
  const parts: ChangedPart[] = [];
  const isSameTime = meeting.startsAt?.getTime() === draft.startsAt.getTime() && meeting.endsAt?.getTime() === draft.endsAt.getTime();
  if (!isSameTime || meeting.timeZone !== draft.timeZone) parts.push("time");
  if (meeting.place?.es !== draft.place?.es || meeting.place?.en !== draft.place?.en) parts.push("place");
  if (meeting.mode !== draft.mode) parts.push("mode");
  if (link?.url !== draft.link?.url || (link?.note ?? "") !== (draft.link?.note ?? "")) parts.push("link");
  return parts;
}
