import { createHash } from "node:crypto";

/** How many recovery codes a member holds at once. */
export const recoveryCodeCount = 10;

// Without letters and digits that are mistaken for one another on paper.
const signs = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * Recovery codes to print and keep, like `h7k2m-9xw4p`: ten signs of thirty-one, about fifty bits.
 *
 * `random` gives as many bytes as asked; bytes that would favour some signs are skipped.
 */
export function recoveryCodes(random: (size: number) => Uint8Array): string[] {
  const limit = 256 - (256 % signs.length);
  const one = () => {
    let code = "";
    while (code.length < 10)
      for (const byte of random(16)) if (byte < limit && code.length < 10) code += signs[byte % signs.length];
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  };
  return Array.from({ length: recoveryCodeCount }, one);
}

/** What is kept of a code: its digest with the account, however it was typed. The codes are random, so no slow digest is needed. */
export function recoveryDigest(account: string, typed: string): Buffer {
  const plain = typed.toLowerCase().replaceAll(/[^0-9a-z]/g, "");
  return createHash("sha256").update(`${account} ${plain}`).digest();
}
