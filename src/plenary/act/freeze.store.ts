import type { Actor, Language } from "#basics";
import { type Rendition, deposit, widen } from "#archive";
import { type Database, type Writing, read, sql, write } from "#database";
import { type OfficialDocument, officialDocx, officialPdf } from "#documents";
import { plenaryActTextWords } from "#words";
import { dayIn } from "../attendance/quorum.store.ts";
import { tell } from "../history/event.store.ts";
import { meetingOf } from "../meeting/meeting.store.ts";
import { type Act, actNumber, actRefusal } from "./act.ts";
import { actOf } from "./act.store.ts";
import { snapshotOf } from "./approve.store.ts";
import { actTime } from "./assemble-time.ts";
import { grouped } from "./digest.ts";
import type { Refusal } from "./refusal.ts";
import { type ActSignature, signaturesOf } from "./sign.store.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The kept document with what came after its approval: both signatures, the code, and where it is verified. */
export function signedDocument(document: OfficialDocument, act: Pick<Act, "digest" | "code">, signatures: readonly ActSignature[], zone: string, origin: string): OfficialDocument {
  const { language } = document;
  const words = plenaryActTextWords[language].signature;
  const { moment } = actTime({ timeZone: zone, openedAt: null, closedAt: null }, language);
  return {
    ...document,
    signatures: signatures.map(({ name, post, at, digest }) => ({ name, post: post[language], signedAt: moment(at), digest: `${grouped(digest).slice(0, 19)} …` })),
    verification: {
      code: act.code ?? "",
      url: `${origin}/${language}/verify?code=${act.code ?? ""}`,
      hashNote: words.hash(act.digest ?? ""),
    },
  };
}

/** How far the files of an act came: deposited now, there already, or nothing to do because the act is elsewhere. */
export type Frozen = "archived" | "already-archived" | "not-signed";

/**
 * Makes the files of a signed act from what was approved, and deposits them under its number. Whatever breaks off, the next
 * attempt prints the same bytes with the same code, and the archive keeps them once; deposit and state are one transaction.
 */
export async function freezeAct(database: Database, meeting: string, origin: string): Promise<Frozen> {
  const actor: Actor = { kind: "system", task: "act-files" };
  const found = await read(database, actor, async (tx) => ({
    act: await actOf(tx, meeting),
    documents: await snapshotOf(tx, meeting),
    signatures: await signaturesOf(tx, meeting),
    meeting: await meetingOf(tx, meeting),
  }));
  const { act, documents, signatures } = found;
  if (act?.state === "archived") return "already-archived";
  if (act?.state !== "signed" || !documents || !found.meeting) return "not-signed";
  const { timeZone } = found.meeting;
  const renditions = await actRenditions(documents, act, signatures, timeZone, origin);
  const starts = found.meeting.openedAt ?? found.meeting.startsAt;
  return write(database, actor, async (tx) => {
    await sql`select pg_advisory_xact_lock(7226590, hashtext(${meeting}))`.execute(tx);
    if ((await actOf(tx, meeting))?.state !== "signed") return "already-archived";
    const kept = await deposit(tx, actor, {
      number: actNumber(meeting),
      class: "act",
      title: { es: `Acta de la reunión ${meeting} del Pleno`, en: `Act of meeting ${meeting} of the Plenary` },
      language: "es",
      access: "members",
      ...(starts === null ? {} : { dated: dayIn(starts, timeZone) }),
      renditions,
      ...(act.code === null ? {} : { verificationCode: act.code }),
    });
    if ("refusal" in kept) throw new Error(`The archive refused the act ${meeting}: ${kept.refusal}`);
    await tx.updateTable("plenary.act").set({ state: "archived", document: kept.id, archived_at: sql`clock_timestamp()` }).where("meeting", "=", meeting).execute();
    await tell(tx, actor, {
      meeting,
      kind: "act.archived",
      sentence: { es: `El ${actNumber(meeting)} quedó en el archivo.`, en: `${actNumber(meeting)} is in the archive.` },
      detail: { document: kept.id, version: kept.version },
    });
    return "archived";
  });
}

/** The four files of a signed act; the same act gives the same bytes. */
export async function actRenditions(
  documents: Readonly<Record<Language, OfficialDocument>>,
  act: Act,
  signatures: readonly ActSignature[],
  zone: string,
  origin: string,
): Promise<Rendition[]> {
  const files: Rendition[] = [];
  for (const language of ["es", "en"] as const)
    files.push(...(await filesOf(signedDocument(documents[language], act, signatures, zone, origin), language, act.meeting)));
  return files;
}

async function filesOf(document: OfficialDocument, language: Language, meeting: string): Promise<Rendition[]> {
  const name = `${actNumber(meeting)}-${language}`;
  return [
    { format: "pdf", language, name: `${name}.pdf`, mediaType: "application/pdf", bytes: await officialPdf(document) },
    { format: "docx", language, name: `${name}.docx`, mediaType: docxType, bytes: await officialDocx(document) },
  ];
}

/** Opens an archived act to observers, or to everyone. It is never taken back. */
export async function publishAct(tx: Writing, actor: Actor, meeting: string, circle: "observers" | "public"): Promise<Refusal | undefined> {
  const act = await actOf(tx, meeting);
  const refusal = actRefusal(actor, "publish", act);
  if (refusal !== undefined) return refusal;
  if (!act?.document) return "not-archived";
  const word = await widen(tx, act.document, circle);
  if (word !== undefined) return word === "no-document" ? "not-archived" : word;
  await tell(tx, actor, {
    meeting,
    kind: "act.published",
    sentence:
      circle === "public"
        ? { es: `Se publicó el ${actNumber(meeting)}.`, en: `${actNumber(meeting)} was published.` }
        : { es: `El ${actNumber(meeting)} se abrió a las organizaciones observadoras.`, en: `${actNumber(meeting)} was opened to the observer organisations.` },
    detail: { circle },
  });
  return undefined;
}
