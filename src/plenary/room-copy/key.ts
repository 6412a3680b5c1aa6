import { createHash, createHmac } from "node:crypto";

/** Crockford's letters: no I, L, O or U, so that a code can be read aloud and copied by hand. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The key of a room copy, 24 letters in six groups, from fifteen random bytes (120 bits). It seals the file that is handed
 * over and the one that comes back; it is shown once and kept nowhere.
 */
export function roomKey(random: Uint8Array): string {
  if (random.length !== 15) throw new RangeError("a room key is made of fifteen random bytes");
  return grouped(letters(random, 24));
}

/** Reads a key as a person types it: small letters, without dashes, O for 0, I or L for 1. `undefined` if it is none. */
export function readRoomKey(typed: string): string | undefined {
  return readLetters(typed, 24);
}

/** What the platform keeps of a key, to know it again: it opens nothing. The copy's number keeps two copies apart. */
export function keyCheck(key: string, copy: string): Buffer {
  return createHash("sha256").update(`corett room key ${copy} ${key}`).digest();
}

/**
 * The personal code with which one person enters the copy, twelve letters (60 bits), from the key and the person's account.
 *
 * Made from the key and not drawn, so that whoever holds the key can print the slips again; without the key nobody can.
 */
export function roomCode(key: string, copy: string, account: string): string {
  return grouped(letters(createHmac("sha256", key).update(`corett room code ${copy} ${account}`).digest(), 12));
}

/** Reads a personal code as it is typed; `undefined` if it cannot be one. */
export function readRoomCode(typed: string): string | undefined {
  return readLetters(typed, 12);
}

/** What the copy knows of a personal code. */
export function codeDigest(code: string, account: string): Buffer {
  return createHash("sha256").update(`corett room code ${account} ${code}`).digest();
}

function letters(bytes: Uint8Array, count: number): string {
  let bits = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let place = 0; place < count; place += 1) {
    text = (alphabet[Number(bits & 31n)] ?? "") + text;
    bits >>= 5n;
  }
  return text;
}

function readLetters(typed: string, count: number): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain.length === count && /^[0-9A-HJKMNP-TV-Z]+$/.test(plain) ? grouped(plain) : undefined;
}

const grouped = (text: string) => text.replace(/(.{4})(?!$)/g, "$1-");
