import { createHash } from "node:crypto";
import { type Rendition, deposit, newVerificationCode } from "#archive";
import type { Actor, Language } from "#basics";
import { type Database, read, sql, write } from "#database";
import { type OfficialDocument, officialDocx, officialPdf } from "#documents";
import { planningAccountabilityWords } from "#words";
import type { Accountability } from "./accountability.ts";
import { reportById, snapshotOf } from "./accountability.store.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** How far the files of a report came. */
export type Frozen = "archived" | "already-archived" | "not-approved";

/** The code printed on a report: from its digest, so that each attempt prints the same. */
export function codeOf(digest: string): string {
  return newVerificationCode(createHash("sha256").update(`accountability ${digest}`).digest());
}

/** The frozen document with the code and fingerprint by which it is verified. */
export function verifiable(document: OfficialDocument, digest: string, origin: string): OfficialDocument {
  const code = codeOf(digest);
  const { language } = document;
  return { ...document, verification: { code, url: `${origin}/${language}/verify?code=${code}`, hashNote: planningAccountabilityWords[language].document.hash(digest) } };
}

/** The four files of an approved report; the same report gives the same bytes. */
export async function reportRenditions(documents: Readonly<Record<Language, OfficialDocument>>, report: Pick<Accountability, "number">, digest: string, origin: string): Promise<Rendition[]> {
  const files: Rendition[] = [];
  for (const language of ["es", "en"] as const) {
    const document = verifiable(documents[language], digest, origin);
    const name = `${report.number}-${language}`;
    files.push({ format: "pdf", language, name: `${name}.pdf`, mediaType: "application/pdf", bytes: await officialPdf(document) });
    files.push({ format: "docx", language, name: `${name}.docx`, mediaType: docxType, bytes: await officialDocx(document) });
  }
  return files;
}

/**
 * Makes the files of an approved report from what was frozen and deposits them under its number, for the members; the archive
 * opens them further. Deposit and state are one transaction, and another attempt prints the same bytes.
 */
export async function freezeReport(database: Database, id: string, origin: string): Promise<Frozen> {
  const actor: Actor = { kind: "system", task: "accountability-files" };
  const found = await read(database, actor, async (tx) => {
    const report = await reportById(tx, id);
    return { report, documents: report && (await snapshotOf(tx, report)) };
  });
  const { report, documents } = found;
  if (report?.state === "archived") return "already-archived";
  if (report?.state !== "approved" || !documents || report.digest === null) return "not-approved";
  const renditions = await reportRenditions(documents, report, report.digest, origin);
  const { digest } = report;
  return write(database, actor, async (tx) => {
    await sql`select pg_advisory_xact_lock(7226591, hashtext(${id}))`.execute(tx);
    if ((await reportById(tx, id))?.state !== "approved") return "already-archived";
    const kept = await deposit(tx, actor, {
      number: report.number,
      class: report.kind === "biennial" ? "report" : "term-report",
      title: report.title,
      language: "es",
      access: "members",
      ...(report.approvedOn === null ? {} : { dated: report.approvedOn }),
      renditions,
      verificationCode: codeOf(digest),
    });
    if ("refusal" in kept) throw new Error(`The archive refused the report ${report.number}: ${kept.refusal}`);
    await tx.updateTable("planning.accountability").set({ state: "archived", document: kept.id }).where("id", "=", id).execute();
    return "archived";
  });
}
