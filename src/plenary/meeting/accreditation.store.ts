import { type Actor, countryName } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import type { Accreditation, Capacity } from "./accreditation.ts";
import { type ActRefusal, actRefusal, isDelegate } from "./meeting-act.ts";
import { meetingOf, seatsOf } from "./meeting.store.ts";

/** The people named for a meeting, by delegation and capacity; withdrawn ones too. */
export async function accreditationsOf(tx: Reading, meeting: string): Promise<Accreditation[]> {
  const rows = await tx
    .selectFrom("plenary.accreditation")
    .select([
      "id", "country", "organisation", "account", "name", "post", "capacity", "checked_at as checkedAt", "check_note as checkNote",
      "withdrawn_at as withdrawnAt",
    ])
    .where("meeting", "=", meeting)
    .orderBy("country")
    .orderBy("organisation")
    .orderBy(sql`array_position(array['titular', 'alternate', 'adviser', 'observer'], capacity)`)
    .orderBy("named_at")
    .execute();
  return rows as Accreditation[]; // the table's check holds the capacity
}

/** A person who may be named as titular or alternate: whoever holds the office of delegate of that state today. */
export interface Candidate {
  readonly account: string;
  readonly name: string;
  readonly office: "delegate-titular" | "delegate-alternate";
}

/** The delegates of a state by account; a state sees its own (policies of identity). */
export async function delegateAccounts(tx: Reading, country: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select distinct on (a.id) a.id as account, a.name, o.office from identity.office o join identity.account a on a.id = o.account
    where o.country = ${country} and o.office in ('delegate-titular', 'delegate-alternate') and o.until is null
    order by a.id, o.office desc`.execute(tx);
  return rows.toSorted((one, other) => other.office.localeCompare(one.office) || one.name.localeCompare(other.name, "es"));
}

/** A person as a delegation, an observer or the secretariat names them. */
export interface PersonDraft {
  /** Made with the form: the same form sent twice names one person. */
  readonly id: string;
  readonly country: string | null;
  readonly capacity: Capacity;
  /** Of titular and alternate; advisers are named by name. */
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
}

/** Why a person is not named. */
export type NameRefusal = ActRefusal | "no-seat" | "not-a-delegate" | "titular-named" | "already-named" | "name-missing";

/**
 * Names a person for the meeting: a delegation its own people, the secretariat anybody's advisers and delegates, an observer
 * themselves. The database gives an account its own name, and takes as voters only who holds the office today.
 */
export async function namePerson(tx: Writing, actor: Actor, id: string, draft: PersonDraft): Promise<NameRefusal | undefined> {
  const meeting = await meetingOf(tx, id);
  const refusal = actRefusal(actor, "name", meeting);
  if (refusal !== undefined || !meeting || actor.kind !== "member") return refusal ?? "not-yours";
  const isObserver = draft.capacity === "observer";
  if (isDelegate(actor) && (isObserver || draft.country !== actor.country)) return "not-yours";
  if (actor.office === "observer" && (!isObserver || draft.account !== actor.account)) return "not-yours";
  if (actor.office === "secretariat" && isObserver) return "not-yours"; // observers name themselves
  if (!isObserver && (draft.country === null || !(await seatsOf(tx, id)).includes(draft.country))) return "no-seat";
  const named = await accreditationsOf(tx, id);
  if (named.some((each) => each.id === draft.id)) return undefined;
  const current = named.filter(({ withdrawnAt }) => withdrawnAt === null);
  const isVoter = draft.capacity === "titular" || draft.capacity === "alternate";
  const account = draft.capacity === "adviser" ? null : draft.account;
  if (isVoter && !(await delegateAccounts(tx, draft.country ?? "")).some((each) => each.account === account)) return "not-a-delegate";
  if (account !== null && current.some((each) => each.account === account)) return "already-named";
  if (draft.capacity === "titular" && current.some((each) => each.country === draft.country && each.capacity === "titular")) return "titular-named";
  const name = draft.name.trim();
  if (draft.capacity === "adviser" && name === "") return "name-missing";
  if (draft.capacity === "adviser" && current.some((each) => each.country === draft.country && each.name.toLowerCase() === name.toLowerCase())) return "already-named";
  const made = await tx
    .insertInto("plenary.accreditation")
    .values({
      id: draft.id,
      meeting: id,
      country: isObserver ? null : draft.country,
      // The database puts the organisation of the office in its place.
      organisation: isObserver ? "—" : null,
      account,
      name: name === "" ? actor.name : name,
      post: draft.post.trim(),
      capacity: draft.capacity,
      named_by: actor.account,
    })
    .onConflict((known) => known.doNothing())
    .returning(["name", "organisation"])
    .executeTakeFirst();
  if (!made) return draft.capacity === "titular" ? "titular-named" : "already-named"; // another named them at the same moment
  const of = draft.country === null ? { es: made.organisation ?? "", en: made.organisation ?? "" } : countryName(draft.country);
  await tell(tx, actor, {
    meeting: id,
    kind: "person.named",
    sentence: { es: `${made.name} (${of.es}) fue designado(a) como ${capacityNames[draft.capacity].es}.`, en: `${made.name} (${of.en}) was named as ${capacityNames[draft.capacity].en}.` },
    detail: { accreditation: draft.id, country: draft.country, capacity: draft.capacity },
  });
  return undefined;
}

const capacityNames = {
  titular: { es: "titular", en: "titular delegate" },
  alternate: { es: "suplente", en: "alternate delegate" },
  adviser: { es: "asesor(a)", en: "adviser" },
  observer: { es: "observador(a)", en: "observer" },
} as const satisfies Record<Capacity, { es: string; en: string }>;

async function inTheRoom(tx: Reading, accreditation: string): Promise<boolean> {
  const last = await tx
    .selectFrom("plenary.presence")
    .select("kind")
    .where("accreditation", "=", accreditation)
    .where("annulled_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.kind === "arrival";
}

/** Takes a person off the list, kept with the moment. Whoever is in the room leaves it first. */
export async function withdrawPerson(tx: Writing, actor: Actor, id: string, accreditation: string): Promise<ActRefusal | "unknown-person" | "in-the-room" | undefined> {
  const meeting = await meetingOf(tx, id);
  const refusal = actRefusal(actor, "name", meeting);
  if (refusal !== undefined || !meeting || actor.kind !== "member") return refusal ?? "not-yours";
  const person = (await accreditationsOf(tx, id)).find((each) => each.id === accreditation);
  if (!person) return "unknown-person";
  if (actor.office !== "secretariat" && (!isDelegate(actor) || person.country !== actor.country)) return "not-yours";
  if (person.withdrawnAt) return undefined;
  if (await inTheRoom(tx, accreditation)) return "in-the-room";
  await tx.updateTable("plenary.accreditation").set({ withdrawn_at: new Date() }).where("id", "=", accreditation).execute();
  await tell(tx, actor, {
    meeting: id,
    kind: "person.withdrawn",
    sentence: { es: `Se retiró la designación de ${person.name}.`, en: `The naming of ${person.name} was withdrawn.` },
    detail: { accreditation },
  });
  return undefined;
}

/** Why credentials are not checked. */
export type CheckRefusal = ActRefusal | "unknown-person" | "withdrawn" | "own-credentials" | "already-checked" | "note-missing";

/** The secretariat finds credentials in order, or sends them back with a note. Nobody checks their own. */
export async function checkCredentials(tx: Writing, actor: Actor, id: string, accreditation: string, found: { readonly inOrder: boolean; readonly note: string }): Promise<CheckRefusal | undefined> {
  const meeting = await meetingOf(tx, id);
  const refusal = actRefusal(actor, "check", meeting);
  if (refusal !== undefined || !meeting || actor.kind !== "member") return refusal ?? "not-yours";
  const person = (await accreditationsOf(tx, id)).find((each) => each.id === accreditation);
  if (!person) return "unknown-person";
  if (person.withdrawnAt) return "withdrawn";
  if (person.account === actor.account) return "own-credentials";
  if (person.checkedAt) return found.inOrder ? undefined : "already-checked";
  const note = found.note.trim();
  if (!found.inOrder && note === "") return "note-missing";
  await tx
    .updateTable("plenary.accreditation")
    .set({ check_note: note, ...(found.inOrder ? { checked_at: new Date(), checked_by: actor.account } : {}) })
    .where("id", "=", accreditation)
    .where("checked_at", "is", null)
    .execute();
  await tell(tx, actor, {
    meeting: id,
    kind: found.inOrder ? "credentials.checked" : "credentials.returned",
    sentence: found.inOrder
      ? { es: `La acreditación de ${person.name} está en regla.`, en: `The credentials of ${person.name} are in order.` }
      : { es: `La acreditación de ${person.name} se devolvió: ${note}`, en: `The credentials of ${person.name} were sent back: ${note}` },
    detail: { accreditation },
  });
  return undefined;
}
