import { createHash } from "node:crypto";

/** A file of the release: a path with forward slashes inside its folder, and the bytes. */
export interface ReleaseFile {
  readonly path: string;
  readonly mediaType: string;
  /** The area that the file is about, when it is about one alone. */
  readonly area?: string;
  readonly bytes: Uint8Array;
}

/** SHA-256 of bytes or of UTF-8 text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The manifest's own name in the folder of a release. */
export const manifestPath = "manifest.sha256";

/** One line a file, `<sha256>  <path>`, sorted by path: what `sha256sum --check` reads. */
export function manifestOf(files: readonly ReleaseFile[]): ReleaseFile {
  const lines = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => `${sha256(file.bytes)}  ${file.path}\n`);
  return { path: manifestPath, mediaType: "text/plain; charset=utf-8", bytes: new TextEncoder().encode(lines.join("")) };
}

/** Reads a manifest back: SHA-256 by path. Lines that are not of the form are a fault of the file. */
export function readManifest(text: string): Map<string, string> {
  const entries = text.split("\n").filter(Boolean).map((line): [string, string] => {
    const found = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]*)$/.exec(line);
    if (!found || found[2]!.includes("..")) throw new Error(`The manifest has a line that is not '<sha256>  <path>': ${line.slice(0, 80)}`);
    return [found[2]!, found[1]!]; // both groups are in the pattern
  });
  return new Map(entries);
}
