import { randomUUID } from "node:crypto";
import type { Language } from "#basics";
import type { Reading, Writing } from "#database";
import type { Contact, ContactFacts, ContactKeeper, ContactKind, ContactRefusal } from "./contact.ts";
import type { Crime } from "./crime.ts";

const columns = [
  "id",
  "country",
  "organisation",
  "organ",
  "name",
  "post",
  "institution",
  "email",
  "telephone",
  "crime",
  "language",
  "kind",
  "confirmed_on",
] as const;

/**
 * The directory as the reader may see it, by keeper and name. Policies `members_read` and `observers_read_organs`: an observer
 * gets the organs' entries alone; the public and the administrator are refused.
 */
export async function contacts(tx: Reading): Promise<Contact[]> {
  const rows = await tx
    .selectFrom("coalition.contact")
    .select(columns)
    .where("ended_at", "is", null)
    .orderBy("country")
    .orderBy("organ")
    .orderBy("organisation")
    .orderBy("name")
    .execute();
  return rows.map(contactOf);
}

/** One entry that still stands, if the reader may see it; an address that was never an entry's gives none. */
export async function contactOfId(tx: Reading, id: string): Promise<Contact | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const row = await tx
    .selectFrom("coalition.contact")
    .select(columns)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row && contactOf(row);
}

/** Adds an entry, confirmed by its adding. Policies `own_entered` and `secretariat_enters`. Gives its id. */
export async function addContact(
  tx: Writing,
  keeper: ContactKeeper,
  facts: ContactFacts,
  today: string,
  id: string = randomUUID(),
): Promise<string> {
  await tx
    .insertInto("coalition.contact")
    .values({
      id,
      ...keeper,
      name: facts.name.trim(),
      post: facts.post ?? null,
      institution: facts.institution ?? null,
      email: facts.email?.toLowerCase() ?? null,
      telephone: facts.telephone ?? null,
      crime: facts.crime,
      language: facts.language,
      kind: facts.kind,
      confirmed_on: today,
    })
    .execute();
  return id;
}

/** Puts a new version in the place of an entry; the earlier one is kept. Policies `own_changed` and `secretariat_changes`. */
export async function changeContact(
  tx: Writing,
  id: string,
  facts: ContactFacts,
  now: Date,
  today: string,
): Promise<{ readonly id: string } | { readonly refusal: ContactRefusal }> {
  const before = await contactOfId(tx, id);
  if (!before) return { refusal: "not-found" };
  const next = randomUUID();
  const ended = await tx
    .updateTable("coalition.contact")
    .set({ ended_at: now, replaced_by: next })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!ended) return { refusal: "not-yours" };
  return { id: await addContact(tx, before.keeper, facts, today, next) };
}

/** Takes an entry out of the directory; it stays in the history. Policies as for a change. */
export async function removeContact(tx: Writing, id: string, now: Date): Promise<ContactRefusal | undefined> {
  return touch(tx, id, { ended_at: now });
}

/** Says that an entry still holds on a day. Policies as for a change. */
export async function confirmContact(tx: Writing, id: string, today: string): Promise<ContactRefusal | undefined> {
  return touch(tx, id, { confirmed_on: today });
}

async function touch(
  tx: Writing,
  id: string,
  change: { ended_at: Date } | { confirmed_on: string },
): Promise<ContactRefusal | undefined> {
  if (!(await contactOfId(tx, id))) return "not-found";
  const done = await tx
    .updateTable("coalition.contact")
    .set(change)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  // The row is seen and yet was not changed: the policy keeps it for others.
  return done.numUpdatedRows === 0n ? "not-yours" : undefined;
}

function contactOf(row: {
  id: string;
  country: string | null;
  organisation: string | null;
  organ: string | null;
  name: string;
  post: string | null;
  institution: string | null;
  email: string | null;
  telephone: string | null;
  crime: string;
  language: string;
  kind: string;
  confirmed_on: string;
}): Contact {
  const keeper: ContactKeeper =
    row.country !== null
      ? { country: row.country }
      : row.organisation !== null
        ? { organisation: row.organisation }
        : { organ: row.organ ?? "" };
  return {
    id: row.id,
    keeper,
    name: row.name,
    ...(row.post === null ? {} : { post: row.post }),
    ...(row.institution === null ? {} : { institution: row.institution }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.telephone === null ? {} : { telephone: row.telephone }),
    crime: row.crime as Crime, // the check constraints of the table hold crimes, languages and kinds
    language: row.language as Language,
    kind: row.kind as ContactKind,
    confirmedOn: row.confirmed_on,
  };
}
