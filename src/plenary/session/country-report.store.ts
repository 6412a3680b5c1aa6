import type { Actor } from "#basics";
import { countryName } from "#basics";
import { type DepositRefusal, type UploadRefusal, acceptUpload, deposit } from "#archive";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { isDelegate, leads } from "../meeting/meeting-act.ts";
import { heldMeeting, meetingOf, seatsOf } from "../meeting/meeting.store.ts";

/** The situation of a country as its delegation reports it to a meeting. */
export interface CountryReport {
  readonly country: string;
  readonly body: string;
  /** In the archive. */
  readonly document: string | null;
  readonly documentNumber: string | null;
  readonly handedInAt: Date;
  readonly presentedAt: Date | null;
}

/** Largest document of a report, in bytes. */
export const largestReport = 20 * 1024 * 1024;

/** The country reports of a meeting; member states and whoever leads may read them all (policies). */
export async function countryReportsOf(tx: Reading, meeting: string): Promise<CountryReport[]> {
  return tx
    .selectFrom("plenary.country_report as r")
    .leftJoin("archive.document as d", "d.id", "r.document")
    .select(["r.country", "r.body", "r.document", "d.number as documentNumber", "r.handed_in_at as handedInAt", "r.presented_at as presentedAt"])
    .where("r.meeting", "=", meeting)
    .orderBy("r.country")
    .execute();
}

/** A report as it is handed in, with or without a document. */
export interface ReportDraft {
  readonly body: string;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** Why a report is not taken. */
export type ReportRefusal = "not-yours" | "meeting-over" | "no-seat" | "body-missing" | "already-presented" | "not-handed-in";

/** Hands in the report of the acting delegate's country, or replaces it until it is presented. */
export async function handInReport(
  tx: Writing,
  actor: Actor,
  meeting: string,
  { body, file }: ReportDraft,
): Promise<{ readonly refusal: ReportRefusal } | { readonly file: UploadRefusal } | { readonly archive: DepositRefusal } | undefined> {
  if (!isDelegate(actor) || actor.kind !== "member" || actor.country === undefined) return { refusal: "not-yours" };
  const of = await meetingOf(tx, meeting);
  if (!of || (of.state !== "convened" && of.state !== "open")) return { refusal: "meeting-over" };
  if (!(await seatsOf(tx, meeting)).includes(actor.country)) return { refusal: "no-seat" };
  if (body.trim() === "") return { refusal: "body-missing" };
  const before = (await countryReportsOf(tx, meeting)).find(({ country }) => country === actor.country);
  if (before && before.presentedAt !== null) return { refusal: "already-presented" };
  let document: string | undefined;
  if (file !== undefined) {
    const accepted = await acceptUpload({ name: file.name, bytes: file.bytes, declaredType: file.type, maxBytes: largestReport });
    if ("refusal" in accepted) return { file: accepted.refusal };
    const name = countryName(actor.country);
    const format = accepted.mediaType === "application/pdf" ? "pdf" : accepted.mediaType.endsWith("wordprocessingml.document") ? "docx" : "other";
    // Belize writes in English, every other member in Spanish.
    const language = actor.country === "BLZ" ? "en" : "es";
    const kept = await deposit(tx, actor, {
      number: `INFORME-${meeting}-${actor.country}`,
      class: "meeting-document",
      title: { es: `Informe de situación de ${name.es}, reunión ${meeting}`, en: `Country situation report of ${name.en}, meeting ${meeting}` },
      access: "members",
      country: actor.country,
      language,
      renditions: [{ format, language, name: file.name, mediaType: accepted.mediaType, bytes: file.bytes }],
    });
    if ("refusal" in kept) return { archive: kept.refusal };
    document = kept.id;
  }
  const kept = await tx
    .insertInto("plenary.country_report")
    .values({ meeting, country: actor.country, body: body.trim(), handed_in_by: actor.account, ...(document === undefined ? {} : { document }) })
    .onConflict((known) =>
      known
        .columns(["meeting", "country"])
        .doUpdateSet({ body: body.trim(), handed_in_by: actor.account, handed_in_at: sql<Date>`clock_timestamp()`, ...(document === undefined ? {} : { document }) }),
    )
    .returning("id")
    .executeTakeFirst();
  if (!kept) return { refusal: "already-presented" };
  const name = countryName(actor.country);
  await tell(tx, actor, {
    meeting,
    kind: before ? "report.replaced" : "report.handed-in",
    sentence: before
      ? { es: `${name.es} entregó de nuevo su informe de situación.`, en: `${name.en} handed in its situation report again.` }
      : { es: `${name.es} entregó su informe de situación.`, en: `${name.en} handed in its situation report.` },
    detail: { country: actor.country, ...(document === undefined ? {} : { document }) },
  });
  return undefined;
}

/** Marks a report as presented to the plenary; from then on it stays as it is. */
export async function presentReport(tx: Writing, actor: Actor, meeting: string, country: string): Promise<ReportRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const of = await heldMeeting(tx, actor, meeting);
  if (!of || of.state !== "open") return "meeting-over";
  const done = await tx
    .updateTable("plenary.country_report")
    .set({ presented_at: sql<Date>`clock_timestamp()` })
    .where("meeting", "=", meeting)
    .where("country", "=", country)
    .where("presented_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!done) return (await countryReportsOf(tx, meeting)).some((each) => each.country === country) ? "already-presented" : "not-handed-in";
  const name = countryName(country);
  await tell(tx, actor, {
    meeting,
    ...(of.currentItem === null ? {} : { item: of.currentItem }),
    kind: "report.presented",
    sentence: { es: `${name.es} presentó su informe de situación.`, en: `${name.en} presented its situation report.` },
    detail: { country },
  });
  return undefined;
}
