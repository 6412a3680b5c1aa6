import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import type { LabelMapping } from "../intake/index.ts";
import type { IntakeReport } from "./intake-report.ts";
import type { Of } from "./member.ts";
import type { SavingRefusal } from "./refusal.ts";
import { asMember, holdFor, isRefusal } from "./submission.store.ts";

/** A file as it came, without its bytes. */
export interface Upload extends Of {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** 'refused': the whole file goes back; 'checked': read, with its report; 'replaced': a later file took its place. */
  readonly state: "checking" | "checked" | "refused" | "committed" | "replaced";
  readonly report: IntakeReport | null;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  readonly committedAt: Date | null;
}

/** The same bytes, sent before. */
export interface SameFile {
  readonly upload: string;
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  /** Whether its figures were taken over. */
  readonly committed: boolean;
}

const columns = [
  "id",
  "collection",
  "country",
  "name",
  "sha256",
  "size",
  "state",
  "report",
  "uploaded_by as uploadedBy",
  "uploaded_by_name as uploadedByName",
  "uploaded_at as uploadedAt",
  "committed_at as committedAt",
] as const;

/** The name of a file as it may be shown and offered again: without folders and control signs. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}"<>|:*?]+/gu, "").trim().slice(0, 200) || "archivo";
}

/**
 * Keeps a file as it came, for the country alone, and says whether the same bytes were sent before. Nothing of it is read yet.
 */
export async function storeUpload(
  tx: Writing,
  actor: Actor,
  of: Of,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ readonly upload: string; readonly sameAs?: SameFile } | { readonly refusal: SavingRefusal | "empty-file" }> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return { refusal: submission as SavingRefusal }; // `enter` is refused with these words alone
  const member = asMember(actor);
  if (!member) return { refusal: "not-yours" };
  if (file.bytes.byteLength === 0) return { refusal: "empty-file" };
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const sameAs = await sameFile(tx, of, sha256);
  const upload = randomUUID();
  await tx
    .insertInto("statistics.upload")
    .values({
      id: upload,
      collection: of.collection,
      country: of.country,
      name: plainName(file.name),
      sha256,
      size: file.bytes.byteLength,
      bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
      uploaded_by: member.account,
      uploaded_by_name: member.name,
    })
    .execute();
  return { upload, ...(sameAs ? { sameAs } : {}) };
}

/** The newest earlier upload with the same bytes, one that was taken over before others; undefined when there is none. */
export async function sameFile(tx: Reading, of: Of, sha256: string, except?: string): Promise<SameFile | undefined> {
  const rows = await tx
    .selectFrom("statistics.upload")
    .select(["id", "name", "uploaded_by_name", "uploaded_at", "state"])
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .where("sha256", "=", sha256)
    .orderBy("uploaded_at", "desc")
    .execute();
  const earlier = rows.filter((row) => row.id !== except);
  const found = earlier.find((row) => row.state === "committed") ?? earlier[0];
  return found && { upload: found.id, name: found.name, by: found.uploaded_by_name, at: found.uploaded_at, committed: found.state === "committed" };
}

/** The files of a submission, the newest first. Policies show them to their country alone. */
export async function uploadsOf(tx: Reading, of: Of): Promise<Upload[]> {
  const rows = await tx
    .selectFrom("statistics.upload")
    .select(columns)
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("uploaded_at", "desc")
    .execute();
  return rows as unknown as Upload[]; // the table's check holds the states, and `keepReport` alone writes reports
}

/** One file, without its bytes; undefined when it is not the actor's to see. */
export async function uploadOf(tx: Reading, id: string): Promise<Upload | undefined> {
  const row = await tx.selectFrom("statistics.upload").select(columns).where("id", "=", id).executeTakeFirst();
  return row as unknown as Upload | undefined;
}

const slice = 8 * 1024 * 1024;

/**
 * The bytes of a file, fetched in slices so that a large one never stands in memory twice as text. Undefined when there is no
 * such file for the actor, or when it was erased.
 */
export async function uploadFile(tx: Reading, id: string): Promise<Buffer | undefined> {
  const { rows: found } = await sql<{ size: number }>`select octet_length(bytes) as size from statistics.upload where id = ${id}`.execute(tx);
  const size = found[0]?.size ?? 0;
  if (size === 0) return undefined;
  const whole = Buffer.allocUnsafe(size);
  for (let at = 0; at < size; at += slice) {
    const { rows } = await sql<{ piece: Buffer }>`select substring(bytes from ${at + 1} for ${slice}) as piece from statistics.upload where id = ${id}`.execute(tx);
    rows[0]?.piece.copy(whole, at);
  }
  return whole;
}

/** Keeps what was found in a file. */
export async function keepReport(tx: Writing, id: string, state: "checked" | "refused", report: IntakeReport): Promise<void> {
  await tx
    .updateTable("statistics.upload")
    .set({ state, report: JSON.stringify(report) })
    .where("id", "=", id)
    .where("state", "in", ["checking", "checked", "refused"])
    .execute();
}

/** Erases the bytes of a file that carries the identity of persons. Its report stays, and tells no value. */
export async function eraseUpload(tx: Writing, id: string): Promise<void> {
  await tx.updateTable("statistics.upload").set({ bytes: Buffer.alloc(0) }).where("id", "=", id).execute();
}

/** Marks a file as the one whose figures stand; the one before it is replaced. */
export async function markCommitted(tx: Writing, of: Of, id: string, report: IntakeReport): Promise<void> {
  await tx
    .updateTable("statistics.upload")
    .set({ state: "replaced" })
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .where("state", "=", "committed")
    .where("id", "<>", id)
    .execute();
  await tx
    .updateTable("statistics.upload")
    .set({ state: "committed", report: JSON.stringify(report), committed_at: new Date() })
    .where("id", "=", id)
    .execute();
}

/** The national words that a country tied to our codes. */
export async function mappingsOf(tx: Reading, country: string): Promise<LabelMapping[]> {
  return tx.selectFrom("statistics.label_mapping").select(["list", "label", "code"]).where("country", "=", country).orderBy("list").orderBy("label").execute();
}

/** Remembers what national words stand for; a word that was tied before is tied anew. */
export async function saveMappings(tx: Writing, actor: Actor, country: string, mappings: readonly LabelMapping[]): Promise<SavingRefusal | undefined> {
  const member = asMember(actor);
  if (!member || member.country !== country) return "not-yours";
  for (const { list, label, code } of mappings)
    await tx
      .insertInto("statistics.label_mapping")
      .values({ country, list, label: label.trim().slice(0, 200), code, mapped_by: member.account })
      .onConflict((known) => known.columns(["country", "list", "label"]).doUpdateSet({ code, mapped_by: member.account, mapped_at: new Date() }))
      .execute();
  return undefined;
}
