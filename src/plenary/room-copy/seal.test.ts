import { expect, test } from "vitest";
import { seal, unseal } from "./seal.ts";

const key = "7K7Q-2M9X-04TD-W8HB-7K7Q-2M9X";
const content = Buffer.from("la sesión de la V-2024");

test("what was sealed opens with its key, and shows nothing without it", () => {
  const sealed = seal(content, key);
  expect(unseal(sealed, key)).toEqual(content);
  expect(sealed.includes(Buffer.from("V-2024"))).toBe(false);
  expect(unseal(sealed, "7K7Q-2M9X-04TD-W8HB-7K7Q-2M9Y")).toBe("does-not-open");
});

test("not one altered byte is taken: mark, salt, nonce, content and tag", () => {
  const sealed = seal(content, key);
  for (const place of [20, 35, 45, sealed.length - 20, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[place] = (altered[place] ?? 0) ^ 1;
    expect(unseal(altered, key)).toBe("does-not-open");
  }
  expect(unseal(sealed.subarray(0, sealed.length - 1), key)).toBe("does-not-open");
});

test("another file is told apart from a wrong key", () => {
  expect(unseal(Buffer.from("PK\u0003\u0004 un archivo cualquiera, bastante largo para parecer uno"), key)).toBe("not-a-bundle");
  expect(unseal(Buffer.alloc(0), key)).toBe("not-a-bundle");
});
