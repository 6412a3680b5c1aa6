import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import { type Collection, type CollectionRequest, type OpeningRefusal, collectionId, faultOf } from "./collection.ts";
import { writeEvent } from "./history.store.ts";

const columns = ["id", "topic", "year", "exercise", "methodology", "deadline", "publish_on as publishOn", "opened_at as openedAt"] as const;

/** All collections, the newest year first. Everybody may know which years are open. */
export async function collections(tx: Reading): Promise<Collection[]> {
  const rows = await tx.selectFrom("statistics.collection").select(columns).orderBy("year", "desc").orderBy("exercise").execute();
  return rows as Collection[]; // the table's checks hold the topic
}

/** One collection; undefined when there is none of that name. */
export async function collectionOf(tx: Reading, id: string): Promise<Collection | undefined> {
  const row = await tx.selectFrom("statistics.collection").select(columns).where("id", "=", id).executeTakeFirst();
  return row as Collection | undefined;
}

/**
 * Opens a year: the collection, and one draft for each country that takes part. By default all members do, in an exercise
 * the fictional country, which is laid down if there is none yet. Only the secretariat or the platform may.
 */
export async function openCollection(
  tx: Writing,
  actor: Actor,
  request: CollectionRequest,
): Promise<{ readonly id: string } | { readonly refusal: OpeningRefusal }> {
  if (!(actor.kind === "system" || (actor.kind === "member" && actor.office === "secretariat"))) return { refusal: "not-yours" };
  const fault = faultOf(request);
  if (fault) return { refusal: fault };
  const known = await tx.selectFrom("statistics.methodology").select("version").where("version", "=", request.methodology).executeTakeFirst();
  if (!known) return { refusal: "unknown-methodology" };

  const exercise = request.exercise ?? false;
  const id = collectionId(request.year, exercise);
  const countries = request.members ?? (exercise ? [await fictionalMember(tx)] : await members(tx, request.year));
  if (countries.length === 0) return { refusal: "no-members" };
  const opened = await tx
    .insertInto("statistics.collection")
    .values({
      id,
      topic: "trafficking",
      year: request.year,
      exercise,
      methodology: request.methodology,
      deadline: request.deadline,
      publish_on: request.publishOn,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!opened) return { refusal: "already-open" };
  await tx
    .insertInto("statistics.submission")
    .values(countries.map((country) => ({ collection: id, country })))
    .execute();
  for (const country of countries) await writeEvent(tx, actor, { collection: id, country }, { act: "open", round: 1 });
  return { id };
}

async function members(tx: Writing, year: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("coalition.member")
    .select("country")
    .where("fictional", "=", false)
    .where((eb) => eb.or([eb("left_year", "is", null), eb("left_year", ">=", year)]))
    .orderBy("country")
    .execute();
  return rows.map((row) => row.country);
}

async function fictionalMember(tx: Writing): Promise<string> {
  const known = await tx.selectFrom("coalition.member").select("country").where("fictional", "=", true).orderBy("country").executeTakeFirst();
  if (known) return known.country;
  await tx
    .insertInto("coalition.member")
    .values({
      country: "XFI",
      name_es: "Isla Ejemplo (país ficticio)",
      name_en: "Example Island (fictional country)",
      mechanism_es: "Mesa de Ejemplo (ficticia)",
      mechanism_en: "Example Board (fictional)",
      fictional: true,
    })
    .execute();
  return "XFI";
}

/** Moves the deadline or the day of publication. */
export async function changeDates(
  tx: Writing,
  actor: Actor,
  id: string,
  dates: Pick<Collection, "deadline" | "publishOn">,
): Promise<OpeningRefusal | undefined> {
  if (!(actor.kind === "system" || (actor.kind === "member" && actor.office === "secretariat"))) return "not-yours";
  const fault = faultOf(dates);
  if (fault) return fault;
  const changed = await tx
    .updateTable("statistics.collection")
    .set({ deadline: dates.deadline, publish_on: dates.publishOn })
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return changed ? undefined : "not-found";
}
