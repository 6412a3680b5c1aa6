import { createHash } from "node:crypto";
import type { Actor } from "#basics";
import { type Writing, sql } from "#database";
import { type Deposit, type DepositRefusal, type Deposited, type Rendition, keptTypes, plainFileName } from "./deposit.ts";
import { isDocumentNumber, mayDeposit } from "./document.ts";
import { readSought } from "./code.ts";
import { documentOf } from "./document.store.ts";

/**
 * Keeps a document, or a further version of the one that has this number already. The same files as its newest version are
 * recognised and change nothing, so that a job may deposit again after a failure.
 *
 * The refusal is decided before anything is written. Reader circles and depositors are policies of `archive.document`; the
 * seal is a trigger of `archive.version`.
 */
export async function deposit(tx: Writing, actor: Actor, wish: Deposit): Promise<Deposited | { readonly refusal: DepositRefusal }> {
  const refusal = refusalOf(actor, wish);
  if (refusal !== undefined) return { refusal };
  const code = wish.verificationCode;
  const taken = code === undefined ? undefined : await holderOf(tx, code);
  if (taken !== undefined && taken.number !== wish.number) return { refusal: "code-taken" };

  const id = (await documentId(tx, wish.number)) ?? (await newDocument(tx, wish)) ?? (await documentId(tx, wish.number));
  if (id === undefined) return { refusal: "number-taken" }; // it is there, and not for this actor to see
  const found = await documentOf(tx, id);
  if (found && (found.class !== wish.class || found.country !== (wish.country ?? null))) return { refusal: "another-document" };
  if (found && !mayDeposit(actor, found)) return { refusal: "not-yours" };

  await sql`select archive.hold(${id}::uuid)`.execute(tx);
  const latest = (await documentOf(tx, id))?.versions[0];
  if (latest && sameFiles(latest.files.map((file) => `${file.format} ${file.language} ${file.sha256}`), wish.renditions)) {
    const kept = code === undefined || latest.codes.includes(code) ? code : await keepCode(tx, code, id, latest.version);
    return { id, version: latest.version, digest: latest.digest, unchanged: true, ...(kept === undefined ? {} : { code: kept }) };
  }
  if (taken !== undefined) return { refusal: "code-taken" }; // the code is printed on an earlier version of this document
  for (const { format, language, name, mediaType, bytes } of wish.renditions)
    await sql`select archive.add_file(${id}::uuid, ${format}, ${language}, ${plainFileName(name)}, ${mediaType}, ${asBuffer(bytes)}::bytea)`.execute(tx);
  const { rows } = await sql<{ version: number; digest: string }>`
    insert into archive.version (document, note, language) values (${id}, ${wish.note ?? null}, ${wish.language ?? "es"})
    returning version, encode(digest, 'hex') as digest`.execute(tx);
  const made = rows[0];
  if (!made) throw new Error("The archive kept no version");
  if (code !== undefined) await keepCode(tx, code, id, made.version);
  return { id, version: made.version, digest: made.digest, ...(code === undefined ? {} : { code }) };
}

function refusalOf(actor: Actor, wish: Deposit): DepositRefusal | undefined {
  const { class: kind, access, country = null, title, renditions, dated, verificationCode } = wish;
  if (!mayDeposit(actor, { class: kind, access, country })) return "not-yours";
  if (!isDocumentNumber(wish.number)) return "bad-number";
  if ([title.es, title.en].some((text) => text.trim() === "" || text.length > 400)) return "bad-title";
  if (dated !== undefined && !isDay(dated)) return "bad-date";
  if (renditions.length === 0 || renditions.some(({ bytes }) => bytes.byteLength === 0)) return "no-file";
  const known: readonly string[] = Object.values(keptTypes);
  if (renditions.some(({ mediaType }) => !known.includes(mediaType))) return "kind-refused";
  const names = new Set(renditions.map(({ name }) => plainFileName(name)));
  const places = new Set(renditions.map(({ format, language }) => `${format} ${language}`));
  if (names.size < renditions.length || places.size < renditions.length) return "file-twice";
  if (verificationCode !== undefined) {
    const read = readSought(verificationCode);
    if (!read || !("code" in read) || read.code !== verificationCode) return "bad-code";
  }
  return undefined;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

async function documentId(tx: Writing, number: string): Promise<string | undefined> {
  return (await tx.selectFrom("archive.document").select("id").where("number", "=", number).executeTakeFirst())?.id;
}

/** The number is given once; undefined when somebody has it already. */
async function newDocument(tx: Writing, wish: Deposit): Promise<string | undefined> {
  const row = await tx
    .insertInto("archive.document")
    .values({
      number: wish.number,
      class: wish.class,
      title_es: wish.title.es.trim(),
      title_en: wish.title.en.trim(),
      language: wish.language ?? "es",
      access: wish.access,
      country: wish.country ?? null,
      ...(wish.dated === undefined ? {} : { dated: wish.dated }),
    })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

async function holderOf(tx: Writing, code: string): Promise<{ number: string } | undefined> {
  const { rows } = await sql<{ number: string }>`select number from archive.verify(${code}, null)`.execute(tx);
  return rows[0];
}

async function keepCode(tx: Writing, code: string, document: string, version: number): Promise<string> {
  await tx.insertInto("archive.verification").values({ code, document, version }).execute();
  return code;
}

function sameFiles(kept: readonly string[], renditions: readonly Rendition[]): boolean {
  const sent = new Set(
    renditions.map(({ format, language, bytes }) => `${format} ${language} ${createHash("sha256").update(bytes).digest("hex")}`),
  );
  return kept.length === sent.size && kept.every((each) => sent.has(each));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
