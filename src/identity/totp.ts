import { createHmac, timingSafeEqual } from "node:crypto";

/** One code lives half a minute. Milliseconds. */
const period = 30_000;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret as people and applications write it: base 32 without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The bytes of a secret in base 32; spaces and small letters are allowed, other signs are left out. */
export function fromBase32(text: string): Buffer {
  let bits = "";
  for (const sign of text.toUpperCase()) {
    const value = alphabet.indexOf(sign);
    if (value >= 0) bits += value.toString(2).padStart(5, "0");
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** The number of the half minute that a moment falls in. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / period);
}

/** The six digits of one half minute. Source: RFC 6238 with HMAC-SHA-1, which every authenticator application speaks. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

/**
 * The half minute that a typed code belongs to, or nothing.
 *
 * The one before and the one after count too, because clocks differ. A code of `lastStep` or earlier was already used:
 * whoever looked over the shoulder comes too late.
 */
export function matchTotp(secret: string, typed: string, now: Date, lastStep: number): number | undefined {
  const code = Buffer.from(typed.replaceAll(/\s/g, ""));
  const current = totpStep(now);
  return [current - 1, current, current + 1].find((step) => {
    const expected = Buffer.from(totpCode(secret, step));
    return step > lastStep && code.length === expected.length && timingSafeEqual(code, expected);
  });
}

/** The address that an authenticator application reads from the picture. */
export function totpAddress(secret: string, email: string): string {
  const query = new URLSearchParams({ secret, issuer: "CORETT", algorithm: "SHA1", digits: "6", period: "30" });
  return `otpauth://totp/CORETT:${encodeURIComponent(email)}?${query}`;
}
