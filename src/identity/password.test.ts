import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordProblem } from "./password.ts";
import { recoveryCodes, recoveryDigest } from "./recovery-code.ts";
import { throttleLimits, waitAfter } from "./throttle.ts";
import { base32, fromBase32, matchTotp, totpCode, totpStep } from "./totp.ts";

const ana = { email: "ana.castellanos@institucion.gob.gt", name: "Ana Castellanos" };

test("several words that only one person connects are a good password, without any rule about signs", () => {
  const good = [
    "tres garzas y una ceiba",
    "correct horse battery staple",
    "lluvia-sobre-el-istmo",
    "mi abuela vendia cacao en tikal",
  ];
  expect(good.filter((password) => passwordProblem(password, ana) !== undefined)).toEqual([]);
});

test("a short password is refused by its length alone", () => {
  expect(passwordProblem("x7#Kq!z9Lp2", ana)).toBe("password-short");
  expect(passwordProblem("á".repeat(201), ana)).toBe("password-long");
});

test("what the lists of leaked passwords hold is refused, also in disguise", () => {
  const weak = [
    "password1234",
    "P@ssw0rd2024!",
    "Contraseña2024",
    "qwertyuiop12",
    "123456789012",
    "Guatemala2026",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "abcdefghijklmn",
    "teamomucho123",
    "Corett202600",
    "1qaz2wsx3edc",
  ];
  expect(weak.filter((password) => passwordProblem(password, ana) !== "password-common")).toEqual([]);
});

test("the own name or mail address with an ornament is refused", () => {
  expect(passwordProblem("castellanos2026", ana)).toBe("password-personal");
  expect(passwordProblem("Ana.Castellanos!", ana)).toBe("password-personal");
});

test("an authenticator's code is that of the standard", () => {
  const secret = base32(Buffer.from("12345678901234567890"));
  // RFC 6238, appendix B, the last six of eight digits.
  expect(
    [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((second) => totpCode(secret, totpStep(new Date(second * 1000)))),
  ).toEqual(["287082", "081804", "005924", "353130"]);
});

test("a code counts half a minute before and after, and never twice", () => {
  const secret = base32(Buffer.from("12345678901234567890"));
  const now = new Date("2026-03-01T12:00:10Z");
  const step = totpStep(now);
  const at = (offset: number, lastStep = 0) => matchTotp(secret, totpCode(secret, step + offset), now, lastStep);
  expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([undefined, step - 1, step, step + 1, undefined]);
  expect(at(0, step)).toBeUndefined();
  expect(at(-1, step)).toBeUndefined();
});

test("a secret survives being written in letters and typed with spaces", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), (bytes) => {
      const typed = base32(bytes)
        .toLowerCase()
        .replaceAll(/(.{4})/g, "$1 ");
      expect(new Uint8Array(fromBase32(typed))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test("ten recovery codes differ, can be typed with or without the dash, and belong to one account", () => {
  const codes = recoveryCodes((size) => crypto.getRandomValues(new Uint8Array(size)));
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
  const [code = ""] = codes;
  expect(recoveryDigest("a", ` ${code.replace("-", "").toUpperCase()} `)).toEqual(recoveryDigest("a", code));
  expect(recoveryDigest("b", code)).not.toEqual(recoveryDigest("a", code));
});

test("waiting grows with every failure and ends at a quarter of an hour", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (failures) => {
      const wait = waitAfter(failures, throttleLimits.account);
      expect(wait).toBeLessThanOrEqual(15 * 60_000);
      expect(waitAfter(failures + 1, throttleLimits.account)).toBeGreaterThanOrEqual(wait);
    }),
  );
  expect([4, 5, 6, 7].map((failures) => waitAfter(failures, throttleLimits.account))).toEqual([0, 60_000, 120_000, 240_000]);
});
