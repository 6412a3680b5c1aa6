import { type Actor, countryName } from "#basics";
import { type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { confirmationsOf } from "./confirmation.store.ts";
import type { Meeting } from "./meeting.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { heldMeeting } from "./meeting.store.ts";

/** Why a meeting stays open: something is still being decided, or was voted and not settled. */
export type CloseRefusal = ActRefusal | "decision-open" | "vote-unsettled";

/**
 * Closes the meeting and writes who took part: every delegation of which a delegate was in the room at any time, in person or
 * by link as it had confirmed, and every organisation that observed.
 */
export async function closeMeeting(tx: Writing, actor: Actor, id: string): Promise<CloseRefusal | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "close", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const consensus = await tx.selectFrom("plenary.consensus").select("id").where("meeting", "=", id).where("closed_at", "is", null).executeTakeFirst();
  const votes = await tx.selectFrom("plenary.vote").select("state").where("meeting", "=", id).where("state", "in", ["open", "closed"]).execute();
  if (consensus || votes.some(({ state }) => state === "open")) return "decision-open";
  if (votes.length > 0) return "vote-unsettled";
  await tx.updateTable("plenary.suspension").set({ until_at: sql<Date>`greatest(from_at, clock_timestamp())` }).where("meeting", "=", id).where("until_at", "is", null).execute();
  await tx.updateTable("plenary.meeting").set({ state: "closed" }).where("id", "=", id).execute();
  const { countries, organisations } = await writeParticipation(tx, meeting);
  await tell(tx, actor, {
    meeting: id,
    kind: "meeting.closed",
    sentence: {
      es: `Se clausuró la reunión ${id}. Participaron ${countries.length} delegaciones${organisations.length > 0 ? ` y ${organisations.length} organizaciones observadoras` : ""}.`,
      en: `Meeting ${id} was closed. ${countries.length} delegations took part${organisations.length > 0 ? `, and ${organisations.length} observer organisations` : ""}.`,
    },
    detail: { countries: countries.map((code) => ({ code, name: countryName(code) })), organisations },
  });
  return undefined;
}

async function writeParticipation(tx: Writing, meeting: Meeting): Promise<{ countries: string[]; organisations: string[] }> {
  const came = await tx
    .selectFrom("plenary.presence as p")
    .innerJoin("plenary.accreditation as a", "a.id", "p.accreditation")
    .select(["a.country", "a.organisation"])
    .distinct()
    .where("p.meeting", "=", meeting.id)
    .where("p.kind", "=", "arrival")
    .where("p.annulled_at", "is", null)
    .where("a.capacity", "in", ["titular", "alternate", "observer"])
    .execute();
  const answers = new Map((await confirmationsOf(tx, meeting.id)).map(({ country, mode }) => [country, mode]));
  const own = meeting.mode === "hybrid" ? null : meeting.mode;
  const countries = came.flatMap(({ country }) => (country === null ? [] : [country])).toSorted();
  const organisations = came.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])).toSorted();
  const rows = [
    ...countries.map((country) => ({ meeting: meeting.id, country, organisation: null, mode: own ?? answers.get(country) ?? null })),
    ...organisations.map((organisation) => ({ meeting: meeting.id, country: null, organisation, mode: own })),
  ];
  if (rows.length > 0) await tx.insertInto("plenary.participation").values(rows).execute();
  return { countries, organisations };
}
