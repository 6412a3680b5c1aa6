import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { writeMatrixCsv } from "../intake/index.ts";
import { exampleFigures } from "../validation/example-figures.ts";
import { openExampleYear } from "./example.ts";
import { submitFileFor } from "./file-submit.ts";
import { figuresOf } from "./figure.store.ts";
import { historyOf } from "./history.store.ts";
import { annotatedUpload, checkUpload, commitUpload } from "./intake-run.ts";
import type { Of } from "./member.ts";
import { recordsOf } from "./record.store.ts";
import { discardRecords } from "./source-sheet.store.ts";
import { submissionOf } from "./submission.store.ts";
import { saveMappings, storeUpload, uploadFile, uploadOf, uploadsOf } from "./upload.store.ts";

let world: World;
let year = 2000;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const focal = member("focal-point", "GTM");
const now = new Date("2099-04-01T15:00:00Z");

async function freshSubmission(): Promise<Of> {
  return { collection: await openExampleYear(world.database, (year += 1), ["GTM", "HND"]), country: "GTM" };
}
async function upload(of: Of, name: string, content: string | Buffer): Promise<string> {
  const stored = await write(world.database, focal, (tx) => storeUpload(tx, focal, of, { name, bytes: Buffer.from(content) }));
  if ("refusal" in stored) throw new Error(stored.refusal);
  return stored.upload;
}
const matrix = (of: Of) =>
  Buffer.from(writeMatrixCsv(exampleFigures(), { methodology: trafficking1, country: { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } }, year: Number(/\d{4}/.exec(of.collection)?.[0]) }));
const header = "case_code,identified_on,victim_status,sex,age_group,forms,main_form,citizenship,scope,services";
const records = (of: Of, count: number) => {
  const day = /\d{4}/.exec(of.collection)?.[0];
  const lines = Array.from({ length: count }, (_, i) => `C-${i},${day}-03-05,IDENTIFIED,${i % 2 ? "M" : "F"},${i % 3 ? "ADULT" : "MINOR"},SEX;LAB,SEX,GTM,INTERNAL,SHELTER;LEGAL`);
  return [header, ...lines].join("\n");
};
const figuresNow = (of: Of) => read(world.database, focal, (tx) => figuresOf(tx, of));
const recordsNow = (of: Of) => read(world.database, focal, (tx) => recordsOf(tx, of));

test("a matrix file is checked without changing anything, then taken over whole", async () => {
  const of = await freshSubmission();
  const id = await upload(of, "matriz.csv", matrix(of));
  const report = await checkUpload(world.database, focal, id);
  expect(report).toMatchObject({ outcome: "clean", kind: "matrix", figures: exampleFigures().length, differenceCount: exampleFigures().length });
  expect(report.headline).toEqual({ kind: "count", count: 40 });
  expect(await figuresNow(of)).toEqual([]);
  expect(await commitUpload(world.database, focal, id)).toMatchObject({ outcome: "committed" });
  expect(await figuresNow(of)).toHaveLength(exampleFigures().length);
  expect((await read(world.database, focal, (tx) => historyOf(tx, of))).at(-1)?.sentence.es).toBe("focal-point GTM cargó cuadros del archivo «matriz.csv».");
});

test("the same file twice is recognised and changes nothing", async () => {
  const of = await freshSubmission();
  await commitUpload(world.database, focal, await upload(of, "matriz.csv", matrix(of)));
  const again = await write(world.database, focal, (tx) => storeUpload(tx, focal, of, { name: "copia.csv", bytes: matrix(of) }));
  expect(again).toMatchObject({ sameAs: { name: "matriz.csv", by: "focal-point GTM", committed: true } });
  const outcome = await commitUpload(world.database, focal, "upload" in again ? again.upload : "");
  expect(outcome).toMatchObject({ outcome: "same-file", report: { differenceCount: 0, sameAs: { name: "matriz.csv" } } });
  const states = (await read(world.database, focal, (tx) => uploadsOf(tx, of))).map((each) => each.state);
  expect(states.toSorted()).toEqual(["checked", "committed"]);
});

test("records are stored, the matrix is made of them, and a matrix file takes their place", async () => {
  const of = await freshSubmission();
  expect(await commitUpload(world.database, focal, await upload(of, "registros.csv", records(of, 30)))).toMatchObject({ outcome: "committed", report: { records: 30 } });
  expect(await recordsNow(of)).toHaveLength(30);
  expect((await recordsNow(of))[0]).toMatchObject({ caseCode: "C-0", forms: ["SEX", "LAB"], services: ["SHELTER", "LEGAL"], mainForm: "SEX" });
  expect((await figuresNow(of)).find((each) => each.cell === "victims:_T._T")?.value).toEqual({ kind: "count", count: 30 });
  expect(await read(world.database, focal, (tx) => submissionOf(tx, of))).toMatchObject({ kind: "records" });
  await commitUpload(world.database, focal, await upload(of, "matriz.csv", matrix(of)));
  expect(await recordsNow(of)).toEqual([]);
  expect(await read(world.database, focal, (tx) => submissionOf(tx, of))).toMatchObject({ kind: "matrix" });
});

test("records can be let go, and the matrix stays", async () => {
  const of = await freshSubmission();
  await commitUpload(world.database, focal, await upload(of, "registros.csv", records(of, 9)));
  expect(await write(world.database, focal, (tx) => discardRecords(tx, focal, of))).toBeUndefined();
  expect(await recordsNow(of)).toEqual([]);
  expect((await figuresNow(of)).length).toBeGreaterThan(100);
});

test("one wrong row sends the whole file back: nothing is stored, and the user's own file returns with the row marked", async () => {
  const of = await freshSubmission();
  await commitUpload(world.database, focal, await upload(of, "registros.csv", records(of, 12)));
  const wrong = `${records(of, 5)}\nC-99,2001-99-99,IDENTIFIED,F,ADULT,SEX,SEX,GTM,INTERNAL,`;
  const id = await upload(of, "mal.csv", wrong);
  const outcome = await commitUpload(world.database, focal, id);
  expect(outcome).toMatchObject({ outcome: "problems", report: { totals: { errors: 1 } } });
  expect(await recordsNow(of)).toHaveLength(12);
  expect(await read(world.database, focal, (tx) => uploadOf(tx, id))).toMatchObject({ state: "checked" });
  const marked = await annotatedUpload(world.database, focal, id, "es");
  expect(marked?.name).toBe("mal-revisado.csv");
  expect(Buffer.from(marked?.bytes ?? []).toString("utf8")).toContain("2001-99-99");
});

test("a file of another kind goes back whole with its reason", async () => {
  const of = await freshSubmission();
  const id = await upload(of, "informe.pdf", "%PDF-1.7 …");
  expect(await checkUpload(world.database, focal, id)).toMatchObject({ outcome: "refused", refusal: { code: "pdf" } });
  expect(await commitUpload(world.database, focal, id)).toMatchObject({ outcome: "refused" });
  expect(await read(world.database, focal, (tx) => uploadOf(tx, id))).toMatchObject({ state: "refused" });
});

test("a national word is tied to a code once and remembered", async () => {
  const of = await freshSubmission();
  const text = records(of, 6).replaceAll("SEX;LAB", "explotación en fincas");
  const id = await upload(of, "registros.csv", text);
  const first = await checkUpload(world.database, focal, id);
  expect(first.outcome).toBe("problems");
  expect(first.unmapped[0]).toMatchObject({ label: "explotación en fincas", count: 6 });
  await write(world.database, focal, (tx) => saveMappings(tx, focal, "GTM", [{ list: "formOfExploitation", label: "explotación en fincas", code: "LAB" }]));
  // The main form is sexual exploitation here and the form labour: the reader asks about it, and that is another matter.
  const second = await checkUpload(world.database, focal, id);
  expect(second.unmapped).toEqual([]);
});

test("an unreadable name of a file is made plain, and the bytes come back as they were", async () => {
  const of = await freshSubmission();
  const bytes = matrix(of);
  const id = await upload(of, "C:\\datos\\ma\u0000triz<1>.csv", matrix(of));
  expect(await read(world.database, focal, (tx) => uploadOf(tx, id))).toMatchObject({ name: "matriz1.csv", size: bytes.length });
  expect((await read(world.database, focal, (tx) => uploadFile(tx, id)))?.equals(bytes)).toBe(true);
});

test("a server that dies in the middle of the taking over leaves everything as it was", async () => {
  const of = await freshSubmission();
  await commitUpload(world.database, focal, await upload(of, "matriz.csv", matrix(of)));
  const id = await upload(of, "registros.csv", records(of, 20_000));
  const dying = commitUpload(world.database, focal, id, async (_, done) => {
    if ((done ?? 0) < 5_000) return;
    await asOwner(world.ownerUrl, (client) => client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state like '%transaction%' or query like 'copy landed%'"));
  });
  await expect(dying).rejects.toThrow();
  expect(await recordsNow(of)).toEqual([]);
  expect(await figuresNow(of)).toHaveLength(exampleFigures().length);
});

test("in one go: the file is taken over, checked, explained and submitted", async () => {
  const of = await freshSubmission();
  const bytes = matrix(of);
  const first = await submitFileFor(world.database, focal, { ...of, name: "matriz.csv", bytes, now, submit: true });
  expect(first).toMatchObject({ intake: { outcome: "committed" }, submission: "errors-remain" });
  expect(first.report?.findings.map((each) => each.rule)).toContain("authority-missing");
});

test("a file that carries the identity of persons is refused and not kept, and its bytes cannot be put back", async () => {
  const of = await freshSubmission();
  const id = await upload(of, "registros.csv", `Nombre,${header}\nAna López,C-1,2001-03-05,IDENTIFIED,F,ADULT,SEX,SEX,GTM,INTERNAL,SHELTER\n`);
  expect(await checkUpload(world.database, focal, id)).toMatchObject({ outcome: "refused", refusal: { code: "identity-column" } });
  expect(await read(world.database, focal, (tx) => uploadFile(tx, id))).toBeUndefined();
  expect(JSON.stringify(await read(world.database, focal, (tx) => uploadOf(tx, id)))).not.toContain("López");
  expect(await checkUpload(world.database, focal, id)).toMatchObject({ outcome: "refused" });
  expect(await commitUpload(world.database, focal, id)).toMatchObject({ outcome: "not-taken" });
  await expect(
    write(world.database, focal, (tx) => tx.updateTable("statistics.upload").set({ bytes: Buffer.from("x") }).where("id", "=", id).execute()),
  ).rejects.toThrow("as they came");
});
