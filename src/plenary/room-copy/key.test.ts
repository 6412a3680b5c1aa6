import fc from "fast-check";
import { expect, test } from "vitest";
import { codeDigest, keyCheck, readRoomCode, readRoomKey, roomCode, roomKey } from "./key.ts";

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });

test("a key is read back as people type it", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const key = roomKey(random);
      expect(key).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/);
      expect(readRoomKey(key)).toBe(key);
      expect(readRoomKey(` ${key.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(key);
    }),
  );
});

test("what is not a key is told apart", () => {
  expect(readRoomKey("")).toBeUndefined();
  expect(readRoomKey("7777-7777")).toBeUndefined();
  expect(readRoomKey("U777-7777-7777-7777-7777-7777")).toBeUndefined();
  expect(() => roomKey(new Uint8Array(4))).toThrow(RangeError);
});

test("each person has a code of their own in each copy, and the same one when it is printed again", () => {
  const key = roomKey(new Uint8Array(15).fill(7));
  const code = roomCode(key, "copy-1", "ana");
  expect(roomCode(key, "copy-1", "ana")).toBe(code);
  expect(readRoomCode(code.toLowerCase())).toBe(code);
  expect(new Set([code, roomCode(key, "copy-1", "luis"), roomCode(key, "copy-2", "ana"), roomCode(roomKey(new Uint8Array(15)), "copy-1", "ana")]).size).toBe(4);
  expect(codeDigest(code, "ana").equals(codeDigest(code, "luis"))).toBe(false);
  expect(keyCheck(key, "copy-1").equals(keyCheck(key, "copy-2"))).toBe(false);
});
