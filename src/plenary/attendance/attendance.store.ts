import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import type { Attendee, PresenceEntry } from "./attendance.ts";
import { type PresenceRefusal, isPresenceRefusal } from "./refusal.ts";

/** Everybody named for a meeting with their arrivals and departures; policies decide who may read. */
export async function attendeesOf(tx: Reading, meeting: string): Promise<Attendee[]> {
  const people = await tx
    .selectFrom("plenary.accreditation")
    .select(["id", "account", "country", "organisation", "name", "post", "capacity", "checked_at", "withdrawn_at"])
    .where("meeting", "=", meeting)
    .orderBy("named_at")
    .execute();
  const rows = await tx
    .selectFrom("plenary.presence")
    .select(["id", "accreditation", "kind", "at", "recorded_at as recordedAt", "annulled_at as annulledAt", "annul_reason as annulReason"])
    .where("meeting", "=", meeting)
    .orderBy("at")
    .orderBy("recorded_at")
    .execute();
  const byPerson = new Map<string, PresenceEntry[]>();
  for (const { accreditation, ...entry } of rows) {
    const known = byPerson.get(accreditation) ?? [];
    known.push(entry as PresenceEntry); // the table's check holds the kind
    byPerson.set(accreditation, known);
  }
  return people.map(({ id, checked_at, withdrawn_at, capacity, ...person }) => {
    const entries = byPerson.get(id) ?? [];
    return {
      accreditation: id,
      ...person,
      capacity: capacity as Attendee["capacity"], // the table's check holds it
      checkedAt: checked_at,
      isWithdrawn: withdrawn_at !== null,
      isInTheRoom: entries.findLast(({ annulledAt }) => annulledAt === null)?.kind === "arrival",
      entries,
    };
  });
}

/** What is recorded: who came or went. `at` only where whoever leads records something earlier; else the server's present time. */
export interface Move {
  readonly accreditation: string;
  readonly kind: "arrival" | "departure";
  readonly at?: Date;
  /** Made with the form, so that the same form sent twice records once. */
  readonly id: string;
}

/**
 * Records an arrival or a departure, and tells it. `plenary.record_presence` decides: everybody their own and now, whoever
 * leads anybody's. A refused attempt on somebody else's presence is in the audit: commit after a refusal too.
 */
export async function recordPresence(tx: Writing, actor: Actor, { accreditation, kind, at, id }: Move): Promise<PresenceRefusal | undefined> {
  const { rows } = await sql<{ word: string }>`
    select plenary.record_presence(${accreditation}::uuid, ${kind}, ${at ?? null}::timestamptz, ${id}::uuid) as word`.execute(tx);
  const word = rows[0]?.word ?? "unknown-person";
  if (isPresenceRefusal(word)) return word;
  const made = await madeNow(tx, id);
  if (made === undefined) return undefined; // the same form again: it is recorded and told
  const of = made.country === null ? made.organisation : (await nameOf(tx, made.country)).es;
  const ofEnglish = made.country === null ? made.organisation : (await nameOf(tx, made.country)).en;
  const clock = { es: at === undefined ? "" : ` a las ${made.clock}`, en: at === undefined ? "" : ` at ${made.clock}` };
  await tell(tx, actor, {
    meeting: made.meeting,
    kind: kind === "arrival" ? "presence.arrived" : "presence.left",
    sentence: {
      es: `${made.name} (${of ?? ""}, ${inSpanish[made.capacity] ?? ""}) ${kind === "arrival" ? "entró en la sala" : "salió de la sala"}${clock.es}.`,
      en: `${made.name} (${ofEnglish ?? ""}, ${inEnglish[made.capacity] ?? ""}) ${kind === "arrival" ? "entered the room" : "left the room"}${clock.en}.`,
    },
    detail: { accreditation, country: made.country, at: made.at },
  });
  return undefined;
}

const inSpanish: Readonly<Record<string, string>> = { titular: "titular", alternate: "suplente", adviser: "asesoría", observer: "observación" };
const inEnglish: Readonly<Record<string, string>> = { titular: "titular", alternate: "alternate", adviser: "adviser", observer: "observer" };

/** The entry if this very transaction made it. */
async function madeNow(tx: Writing, id: string) {
  const { rows } = await sql<{
    meeting: string;
    name: string;
    country: string | null;
    organisation: string | null;
    capacity: string;
    at: Date;
    clock: string;
  }>`
    select p.meeting, a.name, a.country, a.organisation, a.capacity, p.at, to_char(p.at at time zone m.time_zone, 'FMHH24:MI') as clock
    from plenary.presence p join plenary.accreditation a on a.id = p.accreditation join plenary.meeting m on m.id = p.meeting
    where p.id = ${id}::uuid and p.xmin = pg_current_xact_id()::xid`.execute(tx);
  return rows[0];
}

async function nameOf(tx: Reading, country: string): Promise<{ es: string; en: string }> {
  const row = await tx.selectFrom("coalition.member").select(["name_es as es", "name_en as en"]).where("country", "=", country).executeTakeFirst();
  return row ?? { es: country, en: country };
}

/** Annuls somebody's last entry, with its reason, and tells it. The entry stays, marked. */
export async function annulPresence(tx: Writing, actor: Actor, meeting: string, presence: string, reason: string): Promise<PresenceRefusal | undefined> {
  const known = await tx
    .selectFrom("plenary.presence as p")
    .innerJoin("plenary.accreditation as a", "a.id", "p.accreditation")
    .select(["a.name", "p.kind"])
    .where("p.id", "=", presence)
    .where("p.meeting", "=", meeting)
    .executeTakeFirst();
  if (!known) return "unknown";
  const { rows } = await sql<{ word: string }>`select plenary.annul_presence(${presence}::uuid, ${reason}) as word`.execute(tx);
  const word = rows[0]?.word ?? "unknown";
  if (isPresenceRefusal(word)) return word;
  const es = known.kind === "arrival" ? "la entrada" : "la salida";
  const en = known.kind === "arrival" ? "The arrival" : "The departure";
  await tell(tx, actor, {
    meeting,
    kind: "presence.annulled",
    sentence: { es: `Se anuló ${es} de ${known.name}: ${reason.trim()}`, en: `${en} of ${known.name} was annulled: ${reason.trim()}` },
    detail: { presence },
  });
  return undefined;
}
