import { type Reading, type Writing, sql } from "#database";
import { z } from "zod";
import { type Bundle, asPart, partText, sha256 } from "./bundle.ts";

const TravelFile = z.object({ format: z.enum(["pdf", "docx", "other"]), language: z.enum(["es", "en"]), name: z.string(), mediaType: z.string(), sha256: z.string() });
const TravelDocument = z.object({
  id: z.uuid(),
  number: z.string(),
  class: z.string(),
  title_es: z.string(),
  title_en: z.string(),
  language: z.string(),
  access: z.string(),
  country: z.string().nullable(),
  dated: z.string(),
  retention: z.string(),
  versions: z.array(z.object({ note: z.string().nullable(), language: z.string(), by: z.string().nullable(), files: z.array(TravelFile).min(1) })).min(1),
});
type TravelDocument = z.infer<typeof TravelDocument>;

/**
 * The archived documents that travel, as parts of a bundle: with the session the newest state of every paper that it names; with
 * the return what was deposited in the room (there the platform itself deposited what came along, and people the rest).
 */
export async function documentParts(tx: Reading, of: { readonly session: string } | { readonly room: true }): Promise<Map<string, Uint8Array>> {
  const session = "session" in of ? of.session : null;
  const { rows } = await sql<{ document: TravelDocument }>`
    with named as (
      select p.document as id from plenary.meeting_document p where p.meeting = ${session}
      union select r.document from plenary.country_report r where r.meeting = ${session} and r.document is not null
      union select r.report_document from plenary.representation r where (r.reported_in is null or r.reported_in = ${session}) and r.report_document is not null
      union select g.evidence_document from plenary.agreement_progress g join plenary.agreement a on a.id = g.agreement where a.meeting = ${session} and g.evidence_document is not null
      union select o.document from plenary.agreement_offspring o join plenary.agreement a on a.id = o.agreement where a.meeting = ${session} and o.document is not null
    ), travelling as (
      select v.* from archive.version v where case when ${session}::text is null then v.deposited_office is not null
        else v.document in (select id from named) and v.version = (select max(n.version) from archive.version n where n.document = v.document) end
    )
    select jsonb_build_object('id', d.id, 'number', d.number, 'class', d.class, 'title_es', d.title_es, 'title_en', d.title_en, 'language', d.language,
      'access', d.access, 'country', d.country, 'dated', d.dated, 'retention', d.retention,
      'versions', (select jsonb_agg(jsonb_build_object('note', v.note, 'language', v.language, 'by', v.deposited_office,
        'files', (select jsonb_agg(jsonb_build_object('format', r.format, 'language', r.language, 'name', r.name, 'mediaType', f.media_type, 'sha256', encode(r.file, 'hex')))
          from archive.rendition r join archive.file f on f.sha256 = r.file where r.document = v.document and r.version = v.version)) order by v.version)
        from travelling v where v.document = d.id)) as document
    from archive.document d where d.id in (select t.document from travelling t) order by d.number`.execute(tx);
  const parts = new Map<string, Uint8Array>([["documents.json", asPart(JSON.stringify(rows.map(({ document }) => document)))]]);
  for (const hash of new Set(rows.flatMap(({ document }) => document.versions.flatMap((version) => version.files.map((file) => file.sha256))))) {
    const file = await sql<{ bytes: Buffer }>`select bytes from archive.file where sha256 = decode(${hash}, 'hex')`.execute(tx);
    if (file.rows[0]) parts.set(`files/${hash}`, file.rows[0].bytes);
  }
  return parts;
}

/**
 * Keeps the documents that a bundle brings, under their own ids, before the rows that name them. A number that was given to
 * another document meanwhile is told apart by '-SALA'. Throws when a file is missing or is not its fingerprint.
 */
export async function keepDocuments(tx: Writing, bundle: Bundle): Promise<void> {
  for (const document of z.array(TravelDocument).parse(JSON.parse(partText(bundle, "documents.json", "[]")))) {
    const { rows } = await sql<{ same: boolean; taken: boolean }>`select
      exists (select from archive.document where id = ${document.id}) as same, exists (select from archive.document where number = ${document.number}) as taken`.execute(tx);
    const [found] = rows;
    if (!found?.same)
      await sql`insert into archive.document (id, number, class, title_es, title_en, language, access, country, dated, retention)
        values (${document.id}, ${found?.taken ? `${document.number}-SALA-${document.id.slice(0, 8).toUpperCase()}` : document.number}, ${document.class}, ${document.title_es},
          ${document.title_en}, ${document.language}, ${document.access}, ${document.country}, ${document.dated}, ${document.retention})`.execute(tx);
    for (const version of document.versions) {
      for (const file of version.files) {
        const bytes = bundle.parts.get(`files/${file.sha256}`);
        if (!bytes || sha256(bytes) !== file.sha256) throw new Error(`The bundle lacks the file ${file.name}`);
        await sql`select archive.add_file(${document.id}::uuid, ${file.format}, ${file.language}, ${file.name}, ${file.mediaType}, ${Buffer.from(bytes)}::bytea)`.execute(tx);
      }
      const note = [version.note, version.by === null ? null : `Depositado en la copia de la sala (${version.by}) / Deposited in the copy in the room`].filter(Boolean).join(" · ");
      await sql`insert into archive.version (document, note, language) values (${document.id}, ${note || null}, ${version.language})`.execute(tx);
    }
  }
}
