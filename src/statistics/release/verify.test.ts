import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleMembers } from "../../../test/example-year.ts";
import { trafficking1 as methodology } from "../methodology/trafficking-1.ts";
import { type BuiltRelease, buildRelease } from "./build.ts";
import { manifestOf, sha256 } from "./manifest.ts";
import { verifyRelease } from "./verify.ts";

let built: BuiltRelease;
let folder: string;
const build = async () => {
  const members = (await exampleMembers(2021)).filter((each) => ["GTM", "HND", "MEX"].includes(each.country));
  return buildRelease({ topic: "trafficking", year: 2021, version: 1, exercise: false, publishedOn: "2026-11-16", methodology, members, earlier: [] }, { baseUrl: "https://corett.example" });
};

beforeAll(async () => {
  built = await build();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(change: (path: string, bytes: Uint8Array) => Uint8Array | undefined = (_, bytes) => bytes): Promise<string> {
  if (folder) await rm(folder, { recursive: true, force: true });
  folder = await mkdtemp(join(tmpdir(), "corett-verify-"));
  for (const file of built.files) {
    const bytes = change(file.path, file.bytes);
    if (!bytes) continue;
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), bytes);
  }
  return folder;
}

test("the same inputs give the same bytes, file for file", async () => {
  const again = await build();
  const digests = (release: BuiltRelease) => release.files.map((file) => `${file.path} ${sha256(file.bytes)}`);
  expect(digests(again)).toEqual(digests(built));
});

test("an untouched release is sound", async () => {
  expect(await verifyRelease(await written())).toMatchObject({ faults: [], findings: [] });
});

test("an altered file, a missing one and a stranger are named", async () => {
  const where = await written((path, bytes) => (path === "citation.txt" ? undefined : path === "tables/victims.csv" ? new TextEncoder().encode(`${new TextDecoder().decode(bytes)}x`) : bytes));
  await writeFile(join(where, "extra.txt"), "?");
  const paths = (await verifyRelease(where)).faults.map((each) => `${each.path}: ${each.fault.en}`);
  expect(paths).toEqual(
    expect.arrayContaining([
      "citation.txt: The manifest names this file and it is not there.",
      "tables/victims.csv: The content is not what the manifest states.",
      "tables/victims.csv: The table does not give the same figures as release.json.",
      "extra.txt: This file is not in the manifest.",
    ]),
  );
});

test("a release that prints a hidden count is found out, though its manifest be written anew", async () => {
  const where = await written();
  const release = JSON.parse(await readFile(join(where, "release.json"), "utf8")) as BuiltRelease["data"];
  const at = release.cells.findIndex((cell) => cell.published.kind === "source");
  const opened = { ...release, cells: release.cells.map((cell, i) => (i === at ? { ...cell, published: { kind: "observed", count: 3 } } : cell)) };
  const forged = built.files.filter((file) => file.path !== "manifest.sha256" && !file.path.startsWith("tables/")).map((file) => (file.path === "release.json" ? { ...file, bytes: new TextEncoder().encode(JSON.stringify(opened)) } : file));
  await rm(where, { recursive: true });
  for (const file of [...forged, manifestOf(forged)]) {
    await mkdir(dirname(join(where, file.path)), { recursive: true });
    await writeFile(join(where, file.path), file.bytes);
  }
  expect((await verifyRelease(where)).faults).toMatchObject([{ fault: { en: "A published figure is below the threshold." } }]);
});

test("a folder without a manifest is not a release", async () => {
  const where = await written((path, bytes) => (path === "manifest.sha256" ? undefined : bytes));
  expect((await verifyRelease(where)).faults).toMatchObject([{ path: "manifest.sha256" }]);
});

test("the open tables carry one code for every hidden cell, and no count beside it", async () => {
  const csv = new TextDecoder().decode(built.files.find((file) => file.path === "tables/victims.csv")?.bytes);
  const [header = "", ...lines] = csv.trim().split("\r\n");
  const column = (name: string) => header.split(",").indexOf(name);
  const hidden = lines.map((line) => line.split(",")).filter((line) => line[column("CONF_STATUS")] === "C");
  expect(hidden.length).toBeGreaterThan(0);
  expect(new Set(hidden.map((line) => [line[column("OBS_VALUE")], line[column("OBS_STATUS")], line[column("OBS_LOWER")], line[column("OBS_UPPER")]].join("|")))).toEqual(new Set(["|Q||"]));
});
