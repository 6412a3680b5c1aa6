import { open, stat } from "node:fs/promises";
import { IntakeRefusal } from "./refusal.ts";

/** A file that a user hands in: in memory, or on disk when it is large. The name is for messages only, never trusted. */
export type Source =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string };

/** Largest workbook as it is sent, and largest CSV, in bytes. */
export const limits = {
  workbookBytes: 40 * 1024 * 1024,
  csvBytes: 400 * 1024 * 1024,
  inflatedBytes: 400 * 1024 * 1024,
  entries: 2000,
  workbookRows: 150_000,
  csvRows: 2_000_000,
  matrixRows: 5_000,
} as const;

/** Size in bytes. */
export async function sizeOf(source: Source): Promise<number> {
  return "bytes" in source ? source.bytes.byteLength : (await stat(source.path)).size;
}

/** The first bytes, enough to see what the file is. */
export async function headOf(source: Source, length = 65_536): Promise<Uint8Array> {
  if ("bytes" in source) return source.bytes.subarray(0, length);
  const file = await open(source.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes in pieces, so that a large file never stands in memory whole. */
export async function* piecesOf(source: Source, length = 262_144): AsyncGenerator<Uint8Array> {
  if ("bytes" in source) {
    for (let at = 0; at < source.bytes.byteLength; at += length) yield source.bytes.subarray(at, at + length);
    return;
  }
  const file = await open(source.path);
  try {
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Sends back a file that is larger than `limit` bytes. */
export async function refuseTooBig(source: Source, limit: number): Promise<void> {
  if ((await sizeOf(source)) > limit) throw new IntakeRefusal("too-big", { limit: `${Math.round(limit / 1024 / 1024)} MB` });
}
