import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type LotsGround, commitmentOf, drawLots, lotsText, verifyLots } from "./lots.ts";

const secret = "0123456789abcdef".repeat(4);
const ground: LotsGround = {
  candidates: ["CRI", "PAN", "DOM"],
  secret,
  witnesses: [
    { country: "HND", word: "ceiba" },
    { country: "BLZ", word: "black orchid" },
  ],
};
const draw = (change: Partial<LotsGround> = {}) => {
  const record = drawLots({ ...ground, ...change });
  if (typeof record === "string") throw new Error(record);
  return record;
};

test("anyone can recompute the draw from what is printed", () => {
  const text = `["corett-lots-1","${secret}",["CRI","DOM","PAN"],[["BLZ","black orchid"],["HND","ceiba"]],0]`;
  expect(lotsText(ground, 0)).toBe(text);
  const digest = createHash("sha256").update(text).digest("hex");
  const record = draw();
  expect(record.digest).toBe(digest);
  expect(record.winner).toBe(["CRI", "DOM", "PAN"][Number(BigInt(`0x${digest}`) % 3n)]);
  expect(record.commitment).toBe(commitmentOf(secret));
  expect(verifyLots(record)).toBe("verified");
});

test("the order in which candidates and witnesses are listed does not matter", () => {
  const reversed = draw({ candidates: ground.candidates.toReversed(), witnesses: ground.witnesses.toReversed() });
  expect([reversed.winner, reversed.digest]).toEqual([draw().winner, draw().digest]);
});

test("one changed letter of a word or of the secret changes the draw", () => {
  expect(
    draw({
      witnesses: [
        { country: "HND", word: "ceibo" },
        { country: "BLZ", word: "black orchid" },
      ],
    }).digest,
  ).not.toBe(draw().digest);
  expect(draw({ secret: secret.replace("0", "1") }).digest).not.toBe(draw().digest);
  const words = fc.string({ minLength: 1 }).filter((word) => word.trim() !== "");
  fc.assert(
    fc.property(words, words, (one, other) => {
      const digest = (word: string) =>
        draw({
          witnesses: [
            { country: "HND", word },
            { country: "BLZ", word: "x" },
          ],
        }).digest;
      const isSame = one.normalize("NFC").trim().replace(/\s+/g, " ") === other.normalize("NFC").trim().replace(/\s+/g, " ");
      expect(digest(one) === digest(other)).toBe(isSame);
    }),
  );
});

test("a word heard is a word written: outer spaces and the coding of accents do not matter", () => {
  const said = (word: string) =>
    draw({
      witnesses: [
        { country: "HND", word },
        { country: "BLZ", word: "x" },
      ],
    }).digest;
  expect(said(" árbol ")).toBe(said("a\u0301rbol"));
});

test("a record with another secret, winner or word does not verify", () => {
  const record = draw();
  expect(verifyLots({ ...record, secret: secret.replace("0", "1") })).toBe("commitment-differs");
  expect(verifyLots({ ...record, winner: record.winner === "PAN" ? "CRI" : "PAN" })).toBe("draw-differs");
  expect(
    verifyLots({
      ...record,
      witnesses: [
        { country: "HND", word: "pino" },
        { country: "BLZ", word: "black orchid" },
      ],
    }),
  ).toBe("draw-differs");
});

test("lots need two candidates, a full secret and two witnesses of different delegations with a word each", () => {
  const [witness = { country: "", word: "" }] = ground.witnesses;
  expect(drawLots({ ...ground, candidates: ["CRI", "CRI"] })).toBe("too-few-candidates");
  expect(drawLots({ ...ground, secret: "abc" })).toBe("bad-secret");
  expect(drawLots({ ...ground, witnesses: [witness] })).toBe("too-few-witnesses");
  expect(drawLots({ ...ground, witnesses: [witness, { ...witness, word: "pino" }] })).toBe("delegation-twice");
  expect(drawLots({ ...ground, witnesses: [witness, { country: "PAN", word: "  " }] })).toBe("empty-word");
});

test("over many secrets each candidate wins about as often", () => {
  const wins = new Map<string, number>();
  for (let number = 0; number < 6000; number += 1) {
    const { winner } = draw({ secret: number.toString(16).padStart(64, "0") });
    wins.set(winner, (wins.get(winner) ?? 0) + 1);
  }
  // the standard deviation is 37: five of them leave one false alarm in a million, and the secrets are always the same
  for (const candidate of ground.candidates) expect(Math.abs((wins.get(candidate) ?? 0) - 2000), candidate).toBeLessThan(185);
});
