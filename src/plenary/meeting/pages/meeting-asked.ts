import type { Actor, Language, Office } from "#basics";
import { type Database, read } from "#database";
import { type Member, databaseContext, languageContext, memberIn, notFound } from "#web";
import type { Meeting } from "../meeting.ts";
import { meetingOf } from "../meeting.store.ts";
import { zoneOf } from "../zone.ts";

/** Everybody but the administrator, who keeps the machine and reads nothing of the plenary. */
export const plenaryReaders: readonly Office[] = [
  "secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer",
];

/** Those who read the history and the board of delegations. */
export const memberReaders: readonly Office[] = plenaryReaders.filter((office) => office !== "observer");

interface AskedArgs {
  readonly request: Request;
  readonly params: { readonly meeting: string };
  readonly context: Parameters<typeof memberIn>[0]["context"] & {
    get(key: typeof databaseContext): Database;
    get(key: typeof languageContext): Language;
  };
}

/** Who asks for which meeting; not found where there is none that the actor may see. */
export async function askedMeeting({ request, params, context }: AskedArgs, offices = plenaryReaders): Promise<{
  readonly database: Database;
  readonly actor: Member;
  readonly language: Language;
  readonly meeting: Meeting;
  readonly readerZone: string;
}> {
  const actor = memberIn({ request, context }, offices);
  const database = context.get(databaseContext);
  const meeting = await read(database, actor, (tx) => meetingOf(tx, params.meeting));
  if (!meeting) throw notFound();
  return { database, actor, language: context.get(languageContext), meeting, readerZone: readerZone(actor, meeting) };
}

/** The zone in which a person reads hours: that of their country; the meeting's own for offices of the whole coalition. */
export function readerZone(actor: Actor, meeting: Pick<Meeting, "timeZone">): string {
  return actor.kind === "member" && actor.country !== undefined ? zoneOf(actor.country) : meeting.timeZone;
}

/** A field of a form as trimmed text; empty where it is missing or a file. */
export function said(form: FormData): (field: string) => string {
  return (field) => {
    const value = form.get(field);
    return typeof value === "string" ? value.trim() : "";
  };
}

/** A uuid that a form carries, so that the same form sent twice makes one thing; a made-up text gives nothing. */
export function idOf(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
