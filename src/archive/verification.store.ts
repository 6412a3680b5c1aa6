import { type Database, type Reading, read, sql } from "#database";
import type { Text } from "#basics";
import type { Sought } from "./code.ts";
import type { ArchivedFile, Circle, DocumentClass } from "./document.ts";

/** What anyone learns who has the code or the file of a document. */
export interface Verified {
  readonly number: string;
  readonly class: DocumentClass;
  /** Told of public documents alone. */
  readonly title: Text | undefined;
  readonly dated: string;
  readonly access: Circle;
  readonly version: number;
  readonly latestVersion: number;
  /** False when a newer version took the place of this one. */
  readonly isLatest: boolean;
  readonly depositedAt: Date;
  /** For a code all files of the version, for a fingerprint the file that has it. Names are not told. */
  readonly files: readonly Omit<ArchivedFile, "name">[];
}

/**
 * The documents that a code or a fingerprint (64 hexadecimal letters) belongs to: none when it is unknown, several only where
 * the very same file was kept under several numbers. It answers everyone, and gives no content (function `archive.verify`).
 */
export async function verify(tx: Reading, sought: Sought): Promise<Verified[]> {
  const code = "code" in sought ? sought.code : null;
  const hash = "hash" in sought ? Buffer.from(sought.hash, "hex") : null;
  const { rows } = await sql<Omit<Verified, "title"> & { titleEs: string | null; titleEn: string | null }>`
    select number, class, title_es as "titleEs", title_en as "titleEn", dated, access, version, latest_version as "latestVersion",
      is_latest as "isLatest", deposited_at as "depositedAt", files
    from archive.verify(${code}, ${hash}::bytea)`.execute(tx);
  return rows.map(({ titleEs, titleEn, ...row }) => ({
    ...row,
    title: titleEs === null || titleEn === null ? undefined : { es: titleEs, en: titleEn },
  }));
}

/** What a check of the whole archive found. */
export interface ArchiveVerdict {
  readonly documents: number;
  readonly versions: number;
  readonly files: number;
  readonly breaks: readonly ArchiveBreak[];
}

/** A place where somebody altered the archive behind the platform's back. */
export interface ArchiveBreak {
  readonly number: string | null;
  readonly version: number | null;
  /** Fingerprint in hexadecimal. */
  readonly file: string | null;
  readonly fault: string;
}

/** Computes every fingerprint and every seal again, and compares them with the audit. Reads all bytes that are kept. */
export function verifyArchive(database: Database): Promise<ArchiveVerdict> {
  return read(database, { kind: "system", task: "verify archive" }, async (tx) => {
    const { rows: breaks } = await sql<ArchiveBreak>`select * from archive.breaks()`.execute(tx);
    const { rows } = await sql<Omit<ArchiveVerdict, "breaks">>`
      select (select count(*) from archive.document) as documents, (select count(*) from archive.version) as versions,
        (select count(*) from archive.file) as files`.execute(tx);
    return { documents: 0, versions: 0, files: 0, ...rows[0], breaks };
  });
}
