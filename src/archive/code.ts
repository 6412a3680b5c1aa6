/** Crockford's alphabet: no I, L, O or U. 32 letters, so that each letter carries five bits. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 12;

/**
 * A verification code of twelve letters, as 7K3M-9QXD-02HV, from at least twelve random bytes; throws when there are fewer.
 *
 * Sixty bits: whoever tries a thousand codes a second meets one of ten thousand documents after a thousand years or so.
 */
export function newVerificationCode(randomBytes: Uint8Array): string {
  if (randomBytes.byteLength < length) throw new Error(`A verification code needs ${length} random bytes`);
  const letters = Array.from(randomBytes.subarray(0, length), (byte) => alphabet.charAt(byte & 31)).join("");
  return grouped(letters);
}

/** What somebody typed to verify a document: its code, its fingerprint, or neither. */
export type Sought = { readonly code: string } | { readonly hash: string };

/**
 * Reads a code or a SHA-256 fingerprint as people type it: small letters, spaces, missing hyphens, and O for 0 or I and L
 * for 1, which no code contains. Undefined when it is neither.
 */
export function readSought(typed: string): Sought | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s\p{Pd}:.]/gu, "");
  if (/^[0-9a-f]{64}$/i.test(plain)) return { hash: plain.toLowerCase() };
  const letters = plain.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters) ? { code: grouped(letters) } : undefined;
}

function grouped(letters: string): string {
  return (letters.match(/.{4}/g) ?? []).join("-");
}
