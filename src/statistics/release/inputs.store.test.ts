import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { accept } from "../collection/accept.store.ts";
import { beginReview } from "../collection/begin-review.store.ts";
import { openExampleYear } from "../collection/example.ts";
import { submitFileFor } from "../collection/file-submit.ts";
import { sign } from "../collection/sign.store.ts";
import { buildRelease } from "./build.ts";
import { releaseInputs } from "./inputs.store.ts";
import { manifestPath, sha256 } from "./manifest.ts";
import { pageDigest } from "./page-digest.ts";
import { approvePage, buildCandidate, candidateChecklist, publish, signOff } from "./publish.store.ts";
import { releaseData, releasesOf } from "./release.store.ts";

const [focalPoint, titular, secretariat] = [member("focal-point", "GTM"), member("delegate-titular", "GTM"), member("secretariat")];
const system = { kind: "system", task: "test" } as const;
const now = new Date("2099-01-15T12:00:00Z");

let world: World;
let collection: string;
beforeAll(async () => {
  world = await openWorld();
  collection = await openExampleYear(world.database, 2021, ["GTM"]);
});
afterAll(() => world.close());

test("a release is not built before every country is accepted", async () => {
  expect(await read(world.database, system, (tx) => releaseInputs(tx, collection))).toEqual({ refusal: "not-accepted", countries: ["GTM"] });
});

test("a published release built again gives its very bytes, also on a platform that has moved to another address", async () => {
  const { database } = world;
  const of = { collection, country: "GTM" };
  const bytes = readFileSync(join(import.meta.dirname, "../../../examples/trafficking/2021/corett-trata-GTM-2021.xlsx"));
  const done = await submitFileFor(database, focalPoint, { ...of, name: "gtm.xlsx", bytes, now, submit: true, explain: () => "Cifra de la fuente citada." });
  expect(done.submission).toBe("submitted");
  expect(await write(database, titular, (tx) => sign(tx, titular, of, now))).toBeUndefined();
  await write(database, secretariat, async (tx) => {
    await beginReview(tx, secretariat, of);
    await accept(tx, secretariat, of);
  });
  expect(await buildCandidate(database, collection, { baseUrl: "https://corett.example" })).toEqual({ version: 1 });
  const seen = await read(database, titular, (tx) => releaseData(tx, collection, 1));
  await write(database, titular, (tx) => approvePage(tx, titular, collection, pageDigest(seen!.data, "GTM"))); // the titular sees the own page
  const points = await read(database, secretariat, (tx) => candidateChecklist(tx, collection));
  for (const point of points ?? []) if (point.kind === "group") await write(database, secretariat, (tx) => signOff(tx, secretariat, collection, point.item, "Lo dice la fuente."));
  expect(await publish(database, secretariat, collection)).toBeUndefined();

  const [published] = await read(database, { kind: "public" }, (tx) => releasesOf(tx, collection));
  const again = await read(database, system, (tx) => releaseInputs(tx, collection));
  if ("refusal" in again) throw new Error(again.refusal);
  expect(again).toMatchObject({ inputs: { version: 1 }, baseUrl: "https://corett.example" });
  const built = await buildRelease(again.inputs, { baseUrl: again.baseUrl ?? "https://elsewhere.example" });
  expect(sha256(built.files.find((file) => file.path === manifestPath)!.bytes)).toBe(published?.manifestSha256); // every build has a manifest
  expect(await buildCandidate(database, collection, { baseUrl: "https://elsewhere.example" })).toMatchObject({ refusal: "already-published" });
});

test("what is published cannot be changed, added to or removed, by the platform either", async () => {
  const change = (statement: string) => asOwner(world.ownerUrl, (client) => client.query(statement));
  await expect(change("update statistics.release_cell set lo = 1, hi = 1 where kind = 'observed'")).rejects.toThrow("is published");
  await expect(change("delete from statistics.release_file")).rejects.toThrow("is published");
  await expect(change("insert into statistics.release_file select collection, version, 'x.txt', area, media_type, size, sha256, bytes from statistics.release_file limit 1")).rejects.toThrow("is published");
  await expect(change("delete from statistics.release")).rejects.toThrow("is published");
});
