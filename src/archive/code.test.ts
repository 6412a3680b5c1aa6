import fc from "fast-check";
import { expect, test } from "vitest";
import { newVerificationCode, readSought } from "./code.ts";

const bytes = fc.uint8Array({ minLength: 12, maxLength: 32 });

test("a code has twelve letters in three groups, none of them mistaken for another", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(newVerificationCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test("every letter carries five bits of chance, so that sixty bits must be guessed", () => {
  const first = new Set(Array.from({ length: 256 }, (_, byte) => newVerificationCode(new Uint8Array(12).fill(byte)).charAt(0)));
  expect(first.size).toBe(32);
  expect(() => newVerificationCode(new Uint8Array(11))).toThrow("12 random bytes");
});

test("a code is read however it is typed from paper", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = newVerificationCode(random);
      const typed = [code, code.toLowerCase(), code.replaceAll("-", ""), code.replaceAll("-", " – "), code.replaceAll("0", "o").replaceAll("1", "l")];
      expect(typed.map(readSought)).toEqual(typed.map(() => ({ code })));
    }),
  );
});

test("a fingerprint is read with spaces and capitals, and anything else is neither", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(readSought(`${hash.slice(0, 32).toUpperCase()} ${hash.slice(32)}`)).toEqual({ hash });
  expect(["", "7K3M-9QXD", hash.slice(1), "7K3M-9QXD-02HU", "' or 1=1 --", "<script>"].map(readSought)).toEqual(Array.from({ length: 6 }, () => undefined));
});
