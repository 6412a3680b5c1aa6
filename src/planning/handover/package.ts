import { createHash } from "node:crypto";
import { type Zippable, zipSync } from "fflate";
import type { Text } from "#basics";

/** A file of a package before it is packed. */
export interface PackageFile {
  /** Its place in the package: 'es/listas.pdf'. */
  readonly path: string;
  readonly what: Text;
  readonly bytes: Uint8Array;
}

/** A file as the table of contents lists it. */
export interface ListedFile {
  readonly path: string;
  readonly what: Text;
  /** Bytes. */
  readonly size: number;
  /** Fingerprint in hexadecimal. */
  readonly sha256: string;
}

/** Name of the file with one fingerprint a line, as `sha256sum --check` reads it. */
export const sumsName = "SHA256SUMS.txt";

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The files as they are listed, by their place. */
export function listed(files: readonly PackageFile[]): ListedFile[] {
  return files.map(({ path, what, bytes }) => ({ path, what, size: bytes.length, sha256: sha256(bytes) })).toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The fingerprints of all files, one a line. */
export function sumsText(files: readonly ListedFile[]): string {
  return files.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join("");
}

/** Packs the files and their fingerprints below one folder. Times inside are noon of the package's day, wherever the server stands. */
export function packed(folder: string, day: string, files: readonly PackageFile[]): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const all: Zippable = { [`${folder}/${sumsName}`]: [new TextEncoder().encode(sumsText(listed(files))), { level: 6, mtime }] };
  for (const { path, bytes } of files) all[`${folder}/${path}`] = [bytes, { level: /\.(pdf|xlsx)$/.test(path) ? 0 : 6, mtime }];
  return zipSync(all);
}
