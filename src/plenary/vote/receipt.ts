import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Crockford's letters: no I, L, O or U, so that a code can be read aloud and copied by hand. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const canonical = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/**
 * The receipt of a secret ballot, 'K7QF-2M9X-04TD-W8HB', from ten random bytes (80 bits).
 *
 * It is drawn by chance and from nothing else, so that it says nothing of whose ballot it is. Throws a `RangeError` if
 * there are not exactly ten bytes.
 */
export function receiptCode(random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError("a receipt is made of ten random bytes");
  let bits = random.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let place = 0; place < 16; place += 1) {
    code = (alphabet[Number(bits & 31n)] ?? "") + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?!$)/g, "$1-");
}

/** Reads a receipt as a person types it: small letters, without dashes, O for 0, I or L for 1. `undefined` if it is none. */
export function readReceipt(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const code = plain.replace(/(.{4})(?!$)/g, "$1-");
  return canonical.test(code) ? code : undefined;
}

/** What a slip is for: one vote, one delegation. */
export interface SlipFor {
  readonly vote: string;
  readonly country: string;
}

/**
 * The key of one vote's urn: 32 bytes in hexadecimal, derived from the secret of the installation (HKDF-SHA256).
 *
 * The database does not know that secret, so nobody can make slips out of it. Throws a `RangeError` for a secret shorter
 * than 16 characters.
 */
export function urnKey(installationSecret: string, voteId: string): string {
  if (installationSecret.length < 16) throw new RangeError("the secret of the installation is too short");
  return Buffer.from(hkdfSync("sha256", installationSecret, "corett-urn", `vote ${voteId}`, 32)).toString("hex");
}

function sealOf(code: string, { vote, country }: SlipFor, key: string): string {
  const text = JSON.stringify(["corett-slip", 1, vote, country, code]);
  return createHmac("sha256", Buffer.from(key, "hex")).update(text).digest("base64url");
}

/**
 * A voting slip: the receipt with a seal, given to a delegation with the page on which it votes and sent back with the
 * ballot. Sending it twice brings the same receipt, and so the same ballot.
 *
 * **Never store the slip or its seal**: who holds the key could find the delegation by trying all nine. The ballot keeps
 * the receipt alone. Throws a `RangeError` for a code that {@link receiptCode} would not write.
 */
export function slipOf({ code, vote, country }: SlipFor & { readonly code: string }, key: string): string {
  if (!canonical.test(code)) throw new RangeError("not a receipt code");
  return `${code}.${sealOf(code, { vote, country }, key)}`;
}

/** Gives the receipt on a slip, if the platform gave that slip out for this vote and this delegation. */
export function readSlip(
  text: string,
  slipFor: SlipFor,
  key: string,
): { readonly code: string } | "not-a-slip" | "not-given-for-this" {
  const [code = "", seal = "", ...rest] = text.split(".");
  if (rest.length > 0 || !canonical.test(code) || !/^[\w-]{43}$/.test(seal)) return "not-a-slip";
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(code, slipFor, key))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? { code } : "not-given-for-this";
}
