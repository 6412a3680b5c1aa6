import fc from "fast-check";
import { expect, test } from "vitest";
import { readReceipt, readSlip, receiptCode, slipOf, urnKey } from "./receipt.ts";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const key = urnKey("a secret of the installation", "vote-1");
const slipFor = { vote: "vote-1", country: "HND" };
const code = receiptCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 250]));

test("a receipt has four groups of four unambiguous characters, and different bytes make different receipts", () => {
  expect(receiptCode(new Uint8Array(10))).toBe("0000-0000-0000-0000");
  expect(receiptCode(new Uint8Array(10).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(receiptCode(one)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(receiptCode(one) === receiptCode(other)).toBe(one.join() === other.join());
    }),
  );
  expect(() => receiptCode(new Uint8Array(9))).toThrow(RangeError);
});

test("a receipt typed by hand is read, and what is none is refused", () => {
  expect(readReceipt("o1i2 abcd-efgh jkl1")).toBe("0112-ABCD-EFGH-JK11");
  fc.assert(
    fc.property(bytes, (each) => {
      expect(readReceipt(receiptCode(each).toLowerCase().replaceAll("-", " "))).toBe(receiptCode(each));
    }),
  );
  for (const typed of ["", "0112-ABCD-EFGH-JK1", "0112-ABCD-EFGH-JK1U", "0112-ABCD-EFGH-JK111"])
    expect(readReceipt(typed), typed).toBeUndefined();
});

test("a slip is taken for the vote and the delegation it was given to, and for no other", () => {
  const slip = slipOf({ code, ...slipFor }, key);
  expect(readSlip(slip, slipFor, key)).toEqual({ code });
  expect(readSlip(slip, { ...slipFor, country: "PAN" }, key)).toBe("not-given-for-this");
  expect(readSlip(slip, { ...slipFor, vote: "vote-2" }, key)).toBe("not-given-for-this");
  expect(readSlip(slip, slipFor, urnKey("a secret of the installation", "vote-2"))).toBe("not-given-for-this");
  expect(readSlip(slip, slipFor, urnKey("another secret of another one", "vote-1"))).toBe("not-given-for-this");
});

test("a slip altered in any one character is refused", () => {
  const slip = slipOf({ code, ...slipFor }, key);
  fc.assert(
    fc.property(fc.nat(slip.length - 1), fc.stringMatching(/^[0-9A-Za-z_.é -]$/), (place, letter) => {
      const altered = slip.slice(0, place) + letter + slip.slice(place + 1);
      expect(typeof readSlip(altered, slipFor, key)).toBe(altered === slip ? "object" : "string");
    }),
  );
  for (const text of ["", code, `${code}.`, `${slip}.x`, `${slip}A`, slip.toLowerCase()])
    expect(typeof readSlip(text, slipFor, key), text).toBe("string");
});

test("each vote has its own key of 32 bytes, and a short secret makes none", () => {
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(urnKey("a secret of the installation", "vote-2")).not.toBe(key);
  expect(() => urnKey("short", "vote-1")).toThrow(RangeError);
  expect(() => slipOf({ code: "made up", ...slipFor }, key)).toThrow(RangeError);
});
