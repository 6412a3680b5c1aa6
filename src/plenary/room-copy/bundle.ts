import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { z } from "zod";
import { seal, unseal } from "./seal.ts";

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What a bundle says of itself. `files` names every part with its SHA-256. */
const Manifest = z.object({
  kind: z.enum(["session", "return"]),
  copy: z.uuid(),
  meeting: z.string().min(1),
  keyCheck: hex,
  /** Of the tables that both places keep: another version of the platform is not understood. */
  shape: hex,
  handedDigest: hex,
  handedAt: z.string(),
  handedBy: z.uuid(),
  handedByName: z.string(),
  preparedAt: z.string(),
  preparedBy: z.uuid(),
  preparedByName: z.string(),
  eventsFrom: z.number().int(),
  /** Of the rows as they come back, and the head of the copy's audit chain. Only in a return. */
  returnedDigest: hex.optional(),
  auditHead: hex.optional(),
  files: z.record(z.string(), hex),
});
/** What a bundle says of itself. */
export type Manifest = z.infer<typeof Manifest>;

/** A bundle in the open: the manifest, and each part as it is named there. */
export interface Bundle {
  readonly manifest: Omit<Manifest, "files">;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Why a file is not taken as a bundle. */
export type BundleFault = "not-a-bundle" | "does-not-open" | "damaged";

/** Packs a bundle into one sealed file. The same content gives the same zip inside, whatever day it is. */
export function packBundle({ manifest, parts }: Bundle, key: string): Buffer {
  const files = Object.fromEntries([...parts].map(([name, bytes]) => [name, sha256(bytes)]));
  const content = { "manifest.json": strToU8(JSON.stringify({ ...manifest, files })), ...Object.fromEntries(parts) };
  return seal(zipSync(content, { level: 6, mtime: new Date("2000-01-01T00:00:00Z") }), key);
}

/** Opens a sealed file and checks every part against its manifest: nothing missing, nothing more, nothing altered. */
export function openBundle(file: Uint8Array, key: string): Bundle | BundleFault {
  const content = unseal(file, key);
  if (typeof content === "string") return content;
  try {
    const { "manifest.json": head, ...parts } = unzipSync(content);
    if (!head) return "damaged";
    const { files, ...manifest } = Manifest.parse(JSON.parse(strFromU8(head)));
    const named = Object.keys(files);
    if (named.length !== Object.keys(parts).length) return "damaged";
    for (const name of named) {
      const bytes = parts[name];
      if (!bytes || sha256(bytes) !== files[name]) return "damaged";
    }
    return { manifest, parts: new Map(Object.entries(parts)) };
  } catch {
    return "damaged";
  }
}

/** A part that holds JSON text; an absent one is empty. It stays text, so that no number passes through JavaScript. */
export function partText({ parts }: Bundle, name: string, absent = "{}"): string {
  const bytes = parts.get(name);
  return bytes ? strFromU8(bytes) : absent;
}

/** Text as a part of a bundle. */
export function asPart(text: string): Uint8Array {
  return strToU8(text);
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
