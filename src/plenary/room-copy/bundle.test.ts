import { expect, test } from "vitest";
import { strToU8, zipSync } from "fflate";
import { type Bundle, asPart, openBundle, packBundle, partText } from "./bundle.ts";
import { seal } from "./seal.ts";

const key = "7K7Q-2M9X-04TD-W8HB-7K7Q-2M9X";
const digest = "ab".repeat(32);
const person = "00000000-0000-4000-8000-000000000001";
const bundle: Bundle = {
  manifest: {
    kind: "session", copy: "00000000-0000-4000-8000-00000000000a", meeting: "V-2024", keyCheck: digest, shape: digest, handedDigest: digest,
    handedAt: "2024-10-01T14:40:00Z", handedBy: person, handedByName: "Presidencia", preparedAt: "2024-10-01T14:30:00Z", preparedBy: person,
    preparedByName: "Secretaría", eventsFrom: 100_001,
  },
  parts: new Map([["rows.json", asPart('{"seat":[{"ñ":9007199254740993}]}')]]),
};

test("a bundle comes out as it went in, big numbers included", () => {
  const opened = openBundle(packBundle(bundle, key), key);
  expect(opened).toMatchObject({ manifest: { meeting: "V-2024" } });
  expect(partText(opened as Bundle, "rows.json")).toBe('{"seat":[{"ñ":9007199254740993}]}'); // opened, as the line before shows
  expect(partText(opened as Bundle, "absent.json")).toBe("{}");
});

test("a wrong key, another file and a part that is not the manifest's are each refused by their word", () => {
  const file = packBundle(bundle, key);
  expect(openBundle(file, "0000-0000-0000-0000-0000-0000")).toBe("does-not-open");
  expect(openBundle(Buffer.from("otro archivo"), key)).toBe("not-a-bundle");
  const forged = zipSync({ "manifest.json": strToU8(JSON.stringify({ ...bundle.manifest, files: { "rows.json": digest } })), "rows.json": strToU8("{}") });
  expect(openBundle(seal(forged, key), key)).toBe("damaged");
  expect(openBundle(seal(zipSync({ "manifest.json": strToU8("{}") }), key), key)).toBe("damaged");
  expect(openBundle(seal(strToU8("no es un zip"), key), key)).toBe("damaged");
});
