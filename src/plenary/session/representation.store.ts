import type { Actor } from "#basics";
import { countryName } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { isDelegate, leads } from "../meeting/meeting-act.ts";
import { meetingOf } from "../meeting/meeting.store.ts";

/** Where somebody represented the coalition, and what was reported of it. */
export interface Representation {
  readonly id: string;
  readonly event: string;
  readonly place: string;
  readonly fromDay: string;
  readonly untilDay: string;
  /** The member state to which the presidency delegated the function; null for the presidency itself. */
  readonly delegatedTo: string | null;
  readonly report: string;
  readonly reportedAt: Date | null;
  /** The meeting in which the plenary heard the report. */
  readonly reportedIn: string | null;
}

/** A representation as it is entered. */
export interface RepresentationDraft {
  readonly id: string;
  readonly event: string;
  readonly place: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly delegatedTo?: string;
}

/** Why a representation is not entered or reported. */
export type RepresentationRefusal = "not-yours" | "unknown" | "unknown-meeting" | "text-missing" | "event-missing" | "bad-days" | "unknown-country" | "not-reported-yet" | "already-heard";

const columns = [
  "id", "event", "place", "from_day as fromDay", "until_day as untilDay", "delegated_to as delegatedTo", "report",
  "reported_at as reportedAt", "reported_in as reportedIn",
] as const;

/** The representations, the newest first; observers get those that were reported (policies). */
export function representations(tx: Reading): Promise<Representation[]> {
  return tx.selectFrom("plenary.representation").select(columns).orderBy("from_day", "desc").orderBy("entered_at", "desc").execute();
}

/** One representation; undefined when there is none that the actor may see. */
export function representationOf(tx: Reading, id: string): Promise<Representation | undefined> {
  return tx.selectFrom("plenary.representation").select(columns).where(sql<string>`id::text`, "=", id).executeTakeFirst();
}

/** Enters where the coalition is or was represented, by the presidency or, if it delegates the function, by a member state. */
export async function enterRepresentation(tx: Writing, actor: Actor, draft: RepresentationDraft): Promise<RepresentationRefusal | undefined> {
  if (!leads(actor) || actor.kind !== "member") return "not-yours";
  if (draft.event.trim() === "") return "event-missing";
  if (!isDay(draft.fromDay) || !isDay(draft.untilDay) || draft.untilDay < draft.fromDay) return "bad-days";
  const { delegatedTo } = draft;
  if (delegatedTo !== undefined && !(await tx.selectFrom("coalition.member").select("country").where("country", "=", delegatedTo).executeTakeFirst())) return "unknown-country";
  await tx
    .insertInto("plenary.representation")
    .values({
      id: draft.id,
      event: draft.event.trim(),
      place: draft.place.trim(),
      from_day: draft.fromDay,
      until_day: draft.untilDay,
      entered_by: actor.account,
      ...(delegatedTo === undefined ? {} : { delegated_to: delegatedTo, delegated_at: sql<Date>`clock_timestamp()`, delegated_by: actor.account }),
    })
    .onConflict((known) => known.column("id").doNothing())
    .execute();
  return undefined;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Whether the actor writes the report: the delegates of the state that represented, or, for the presidency itself, whoever leads. */
export function mayReport(actor: Actor, { delegatedTo }: Pick<Representation, "delegatedTo">): boolean {
  if (delegatedTo === null) return leads(actor);
  return leads(actor) || (isDelegate(actor) && actor.kind === "member" && actor.country === delegatedTo);
}

/** Hands in the report of a representation, or replaces it until the plenary has heard it. */
export async function reportRepresentation(tx: Writing, actor: Actor, id: string, report: string): Promise<RepresentationRefusal | undefined> {
  const known = await representationOf(tx, id);
  if (!known) return "unknown";
  if (!mayReport(actor, known) || actor.kind !== "member") return "not-yours";
  if (known.reportedIn !== null) return "already-heard";
  if (report.trim() === "") return "text-missing";
  await tx
    .updateTable("plenary.representation")
    .set({ report: report.trim(), reported_at: sql<Date>`clock_timestamp()`, reported_by: actor.account })
    .where("id", "=", id)
    .execute();
  return undefined;
}

/** Records that the plenary heard the report in a meeting that is in session; from then on it stays as it is. */
export async function hearRepresentation(tx: Writing, actor: Actor, id: string, meeting: string): Promise<RepresentationRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const known = await representationOf(tx, id);
  if (!known) return "unknown";
  if (known.reportedAt === null) return "not-reported-yet";
  if (known.reportedIn !== null) return "already-heard";
  const of = await meetingOf(tx, meeting);
  if (!of || of.state !== "open") return "unknown-meeting";
  await tx.updateTable("plenary.representation").set({ reported_in: meeting }).where("id", "=", id).where("reported_in", "is", null).execute();
  const by = known.delegatedTo === null ? { es: "la Presidencia", en: "the presidency" } : countryName(known.delegatedTo);
  await tell(tx, actor, {
    meeting,
    ...(of.currentItem === null ? {} : { item: of.currentItem }),
    kind: "representation.heard",
    sentence: {
      es: `Se escuchó el informe de ${by.es} sobre la representación en «${known.event}».`,
      en: `The report of ${by.en} on the representation at “${known.event}” was heard.`,
    },
    detail: { representation: id },
  });
  return undefined;
}
