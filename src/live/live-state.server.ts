import { createHash } from "node:crypto";
import { constants, deflateRawSync } from "node:zlib";

/** One state of a topic for one circle, with its forms for the wire: made once for a process, the same for every reader. */
export interface LiveState {
  /** Fingerprint of the text: two server processes give the same state the same id. */
  readonly id: string;
  /** JSON. */
  readonly text: string;
  readonly event: Piece;
}

/** Bytes of an event stream, plain, and packed so that pieces may follow one another in any order. */
export interface Piece {
  readonly plain: Uint8Array;
  readonly packed: () => Uint8Array;
}

/** Makes a state of its JSON text. */
export function liveState(text: string): LiveState {
  const id = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return { id, text, event: piece(`id: ${id}\n${lines.join("")}\n`) };
}

/**
 * Makes a piece of an event stream. Packed, it is a run of deflate blocks that refers to nothing before it and ends on a
 * byte (a full flush), so one packing serves every reader, wherever that reader's stream stands.
 */
export function piece(text: string): Piece {
  const plain = new TextEncoder().encode(text);
  let packed: Uint8Array | undefined;
  return { plain, packed: () => (packed ??= deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH })) };
}
