import { type Reading, type Writing, sql } from "#database";
import {
  type ArchivedDocument,
  type ArchivedFile,
  type ArchivedVersion,
  type Circle,
  type DocumentClass,
  type DocumentLine,
  isDocumentNumber,
  widerThan,
} from "./document.ts";

/** Which documents a list is asked for; what is left out does not narrow it. */
export interface DocumentFilter {
  readonly class?: DocumentClass;
  /** Of the day that the document bears. */
  readonly year?: number;
  /** Words that all stand in the number or in the title of either language; accents and capitals do not matter. */
  readonly words?: string;
  readonly access?: Circle;
  readonly country?: string;
  /** Counted from 1. */
  readonly page?: number;
  readonly perPage?: number;
}

const line = [
  "id",
  "number",
  "class",
  "title_es as titleEs",
  "title_en as titleEn",
  "language",
  "access",
  "country",
  "dated",
] as const;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The documents that the actor may read, the youngest first, and how many there are in all. */
export async function documentsOf(tx: Reading, filter: DocumentFilter = {}): Promise<{ documents: DocumentLine[]; count: number }> {
  const { page = 1, perPage = 25 } = filter;
  let asked = tx.selectFrom("archive.document");
  if (filter.class) asked = asked.where("class", "=", filter.class);
  if (filter.access) asked = asked.where("access", "=", filter.access);
  if (filter.country) asked = asked.where("country", "=", filter.country);
  if (filter.year !== undefined) asked = asked.where(sql<number>`extract(year from dated)`, "=", filter.year);
  for (const word of (filter.words ?? "").split(/\s+/).filter(Boolean).slice(0, 8))
    asked = asked.where(
      sql<boolean>`strpos(archive.folded(number || ' ' || title_es || ' ' || title_en), archive.folded(${word})) > 0`,
    );
  const total = await asked.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirst();
  const rows = await asked
    .select([
      ...line,
      sql<number>`(select max(v.version) from archive.version v where v.document = archive.document.id)`.as("latest"),
    ])
    .orderBy("dated", "desc")
    .orderBy("number")
    .limit(perPage)
    .offset((Math.max(1, page) - 1) * perPage)
    .execute();
  return { documents: rows.map(asLine), count: total?.count ?? 0 };
}

/** The years that documents for this actor bear, the youngest first. */
export async function yearsOf(tx: Reading): Promise<number[]> {
  const rows = await tx
    .selectFrom("archive.document")
    .select(sql<number>`extract(year from dated)::integer`.as("year"))
    .distinct()
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year);
}

/** A document by its id or its number, with its versions; undefined when there is none for the actor to read. */
export async function documentOf(tx: Reading, idOrNumber: string): Promise<ArchivedDocument | undefined> {
  if (!isId(idOrNumber) && !isDocumentNumber(idOrNumber)) return undefined;
  const row = await tx
    .selectFrom("archive.document")
    .select([...line, "retention"])
    .where(isId(idOrNumber) ? "id" : "number", "=", idOrNumber)
    .executeTakeFirst();
  if (!row) return undefined;
  const versions = await versionsOf(tx, row.id);
  const { retention, ...head } = row;
  return { ...asLine({ ...head, latest: versions[0]?.version ?? 0 }), retention, versions };
}

async function versionsOf(tx: Reading, document: string): Promise<ArchivedVersion[]> {
  const versions = await tx
    .selectFrom("archive.version")
    .select([
      "version",
      "deposited_at as depositedAt",
      "deposited_office as depositedOffice",
      "deposited_country as depositedCountry",
      "note",
      "language",
      sql<string>`encode(digest, 'hex')`.as("digest"),
    ])
    .where("document", "=", document)
    .orderBy("version", "desc")
    .execute();
  const rows = await tx
    .selectFrom("archive.rendition as r")
    .innerJoin("archive.file as f", "f.sha256", "r.file")
    .select(["r.version", "r.format", "r.language", "r.name", "f.media_type as mediaType", "f.size", sql<string>`encode(r.file, 'hex')`.as("sha256")])
    .where("r.document", "=", document)
    .orderBy("r.language", "desc")
    .orderBy(sql`array_position(array['pdf', 'docx', 'other'], r.format)`)
    .execute();
  const files = new Map<number, ArchivedFile[]>();
  for (const { version, ...file } of rows) files.set(version, [...(files.get(version) ?? []), file as ArchivedFile]); // checks hold format and language
  const codes = await tx
    .selectFrom("archive.verification")
    .select(["version", "code"])
    .where("document", "=", document)
    .orderBy("made_at")
    .execute();
  return versions.map(
    (each) =>
      ({
        ...each,
        files: files.get(each.version) ?? [],
        codes: codes.filter(({ version }) => version === each.version).map(({ code }) => code),
      }) as ArchivedVersion, // the table's checks hold formats and languages
  );
}

/** A file with its bytes, and what stands beside them. */
export interface FileContent extends ArchivedFile {
  readonly bytes: Buffer;
  /** Whether everyone may read it. */
  readonly isPublic: boolean;
}

/** Which file of a document: by format and language, or by its name. */
export type FileWish = { readonly document: string; readonly version: number } & (
  | { readonly format: ArchivedFile["format"]; readonly language: ArchivedFile["language"] }
  | { readonly name: string }
);

/** A file of a version with its bytes; undefined when there is none for the actor to read. */
export async function renditionFile(tx: Reading, wish: FileWish): Promise<FileContent | undefined> {
  if (!isId(wish.document) && !isDocumentNumber(wish.document)) return undefined;
  let asked = tx
    .selectFrom("archive.rendition as r")
    .innerJoin("archive.document as d", "d.id", "r.document")
    .innerJoin("archive.file as f", "f.sha256", "r.file")
    .select(["r.format", "r.language", "r.name", "f.media_type as mediaType", "f.size", "f.bytes", "d.access"])
    .select(sql<string>`encode(r.file, 'hex')`.as("sha256"))
    .where(isId(wish.document) ? "d.id" : "d.number", "=", wish.document)
    .where("r.version", "=", wish.version);
  asked = "name" in wish ? asked.where("r.name", "=", wish.name) : asked.where("r.format", "=", wish.format).where("r.language", "=", wish.language);
  const row = await asked.executeTakeFirst();
  if (!row) return undefined;
  const { access, ...file } = row;
  return { ...file, isPublic: access === "public" } as FileContent; // the table's checks hold formats and languages
}

/** Why the circle of readers stays as it is. */
export type WidenRefusal = "no-document" | "not-wider" | "not-yours";

/** Gives a document further readers. The secretariat alone does it (policy `secretariat_widens`), and nobody takes it back. */
export async function widen(tx: Writing, id: string, access: Circle): Promise<WidenRefusal | undefined> {
  const found = await documentOf(tx, id);
  if (!found) return "no-document";
  if (!widerThan(found.access).includes(access)) return "not-wider";
  const { rows } = await sql<{ may: boolean }>`select has_column_privilege('archive.document', 'access', 'update') as may`.execute(tx);
  if (rows[0]?.may !== true) return "not-yours";
  await tx.updateTable("archive.document").set({ access }).where("id", "=", found.id).execute();
  return undefined;
}

function asLine({ titleEs, titleEn, ...row }: Omit<DocumentLine, "title" | "class" | "language" | "access"> & {
  titleEs: string;
  titleEn: string;
  class: string;
  language: string;
  access: string;
}): DocumentLine {
  return { ...row, title: { es: titleEs, en: titleEn } } as DocumentLine; // the table's checks hold the words
}
