import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { deposit } from "./deposit.store.ts";
import { type Deposit, type Deposited, depositRefusalText } from "./deposit.ts";
import { documentOf, documentsOf, renditionFile, widen, yearsOf } from "./document.store.ts";
import { exampleAct, exampleBytes, examplePdf } from "./example.ts";
import { verify } from "./verification.store.ts";

const secretariat = member("secretariat");
const presidency = member("presidency");
const guatemala = member("delegate-titular", "GTM");
const honduras = member("focal-point", "HND");
const observer = member("observer");
const visitor: Actor = { kind: "public" };
const platform: Actor = { kind: "system", task: "deposit act" };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const send = (actor: Actor, wish: Deposit) => write(world.database, actor, (tx) => deposit(tx, actor, wish));
async function kept(actor: Actor, wish: Deposit): Promise<Deposited> {
  const done = await send(actor, wish);
  if ("refusal" in done) throw new Error(done.refusal);
  return done;
}
const seen = (actor: Actor, number: string) => read(world.database, actor, (tx) => documentOf(tx, number));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("a document is kept under its number, with who deposited it, its files and their fingerprints", async () => {
  const docx = { format: "docx", language: "es", name: "../Acta n.º 4.docx", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes: exampleBytes("word") } as const;
  const done = await kept(secretariat, exampleAct("ACTA-CORETT-I-2020", { renditions: [examplePdf("uno"), docx], note: "Primera versión." }));
  expect(done).toMatchObject({ version: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await seen(visitor, "ACTA-CORETT-I-2020")).toMatchObject({
    id: done.id,
    class: "act",
    title: { es: "Acta de la reunión ACTA-CORETT-I-2020", en: "Act of meeting ACTA-CORETT-I-2020" },
    dated: "2023-10-05",
    retention: "permanent",
    versions: [
      {
        version: 1,
        depositedOffice: "secretariat",
        note: "Primera versión.",
        digest: done.digest,
        files: [
          { format: "pdf", name: "acta.pdf", sha256: sha256(exampleBytes("uno")), size: exampleBytes("uno").byteLength },
          { format: "docx", name: "Acta n.º 4.docx" },
        ],
      },
    ],
  });
  const file = await read(world.database, visitor, (tx) => renditionFile(tx, { document: done.id, version: 1, format: "pdf", language: "es" }));
  expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(exampleBytes("uno")))).toBe(true);
});

test("the same bytes again change nothing; other bytes are the next version, sealed over the one before", async () => {
  const wish = exampleAct("ACTA-CORETT-II-2021");
  const first = await kept(secretariat, wish);
  expect(await kept(platform, wish)).toEqual({ ...first, unchanged: true });
  const second = await kept(presidency, { ...wish, renditions: [examplePdf("corregida")], note: "Se corrigió una fecha." });
  expect(second).toMatchObject({ id: first.id, version: 2 });
  expect(second.digest).not.toBe(first.digest);
  expect((await seen(secretariat, wish.number))?.versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(await kept(secretariat, wish)).toMatchObject({ version: 3 }); // back to the first text is a step forward too
});

test("twenty deposits of one number at the same moment make one version when they are equal, and no gap when they differ", async () => {
  const equal = await Promise.all(Array.from({ length: 10 }, () => kept(secretariat, exampleAct("INFORME-2024-1"))));
  expect(new Set(equal.map(({ version }) => version))).toEqual(new Set([1]));
  await Promise.all(Array.from({ length: 10 }, (_, n) => kept(secretariat, exampleAct("INFORME-2024-2", { renditions: [examplePdf(`parte ${n}`)] }))));
  expect((await seen(secretariat, "INFORME-2024-2"))?.versions.map(({ version }) => version)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("each circle of readers reads what is meant for it, and what is meant for wider ones", async () => {
  for (const access of ["organs", "members", "observers", "public"] as const) await kept(secretariat, exampleAct(`CIRCULO-${access.toUpperCase()}`, { access }));
  await kept(secretariat, exampleAct("CIRCULO-GTM", { access: "organs", country: "GTM" }));
  const list = async (actor: Actor) =>
    (await read(world.database, actor, (tx) => documentsOf(tx, { words: "circulo" }))).documents.map(({ number }) => number.replace("CIRCULO-", ""));
  expect(await list(visitor)).toEqual(["PUBLIC"]);
  expect(await list(member("administrator"))).toEqual(["PUBLIC"]);
  expect(await list(observer)).toEqual(["OBSERVERS", "PUBLIC"]);
  expect(await list(honduras)).toEqual(["MEMBERS", "OBSERVERS", "PUBLIC"]);
  expect(await list(guatemala)).toEqual(["GTM", "MEMBERS", "OBSERVERS", "PUBLIC"]);
  expect(await list(presidency)).toEqual(["GTM", "MEMBERS", "OBSERVERS", "ORGANS", "PUBLIC"]);
  const bytes = (actor: Actor, number: string) => read(world.database, actor, (tx) => renditionFile(tx, { document: number, version: 1, name: "acta.pdf" }));
  expect(await bytes(visitor, "CIRCULO-OBSERVERS")).toBeUndefined();
  expect(await bytes(observer, "CIRCULO-MEMBERS")).toBeUndefined();
  expect(await bytes(honduras, "CIRCULO-GTM")).toBeUndefined();
  expect(await bytes(observer, "CIRCULO-OBSERVERS")).toMatchObject({ isPublic: false });
  expect(await bytes(guatemala, "CIRCULO-GTM")).toBeDefined();
});

test("a state deposits its own papers and nothing else", async () => {
  const own = (number: string, other: Partial<Deposit> = {}) => exampleAct(number, { class: "meeting-document", country: "GTM", access: "members", ...other });
  expect(await kept(guatemala, own("DOC-V-2024-1"))).toMatchObject({ version: 1 });
  expect((await seen(honduras, "DOC-V-2024-1"))?.versions[0]).toMatchObject({ depositedOffice: "delegate-titular", depositedCountry: "GTM" });
  expect(await send(guatemala, own("DOC-V-2024-2", { country: "HND" }))).toEqual({ refusal: "not-yours" });
  expect(await send(guatemala, own("DOC-V-2024-2", { class: "act" }))).toEqual({ refusal: "not-yours" });
  expect(await send(guatemala, own("DOC-V-2024-2", { access: "public" }))).toEqual({ refusal: "not-yours" });
  expect(await send(observer, own("DOC-V-2024-2"))).toEqual({ refusal: "not-yours" });
  expect(await send(visitor, own("DOC-V-2024-2"))).toEqual({ refusal: "not-yours" });
  expect(await send(honduras, own("DOC-V-2024-1", { country: "HND" }))).toEqual({ refusal: "another-document" });
  await kept(secretariat, exampleAct("RESERVADO-1", { access: "organs", class: "meeting-document", country: "HND" }));
  expect(await send(guatemala, own("RESERVADO-1"))).toEqual({ refusal: "number-taken" });
  const published = await kept(guatemala, own("DOC-V-2024-3"));
  await write(world.database, secretariat, (tx) => widen(tx, published.id, "public"));
  expect(await send(guatemala, own("DOC-V-2024-3", { renditions: [examplePdf("otra")] }))).toEqual({ refusal: "not-yours" });
});

test("a state that speaks SQL by itself is refused as well", async () => {
  const other = await kept(secretariat, exampleAct("ACTA-SQL", { access: "organs" }));
  const hash = Buffer.from(sha256(exampleBytes("ACTA-SQL")), "hex");
  const own = await kept(guatemala, exampleAct("DOC-SQL", { class: "meeting-document", country: "GTM", access: "members" }));
  const trial = (statement: string, values: unknown[]) =>
    asOwner(world.ownerUrl, async (client) => {
      await client.query("begin");
      await client.query("select set_config('role', 'corett_state', true), set_config('app.country', 'GTM', true)");
      return client.query(statement, values);
    });
  await expect(trial("insert into archive.document (number, class, title_es, title_en, access, country) values ('X-1', 'act', 'a', 'a', 'members', 'GTM')", [])).rejects.toThrow("row-level security");
  await expect(trial("select archive.add_file($1, 'pdf', 'es', 'a.pdf', 'application/pdf', '\\x00')", [other.id])).rejects.toThrow("Only those who may deposit");
  await expect(trial("insert into archive.version (document, language) values ($1, 'es')", [other.id])).rejects.toThrow("Only those who may deposit");
  // To know the fingerprint of a reserved file must not open it.
  await expect(trial("insert into archive.rendition (document, version, format, language, file, name) values ($1, 2, 'pdf', 'es', $2, 'a.pdf')", [own.id, hash])).rejects.toThrow("permission denied");
  await expect(trial("insert into archive.version (document, language, digest) values ($1, 'es', $2)", [own.id, hash])).rejects.toThrow("permission denied");
  await expect(trial("insert into archive.version (document, language) values ($1, 'es')", [own.id])).rejects.toThrow("without a file");
});

test("a number without a file, and a file without a version, do not outlive their transaction", async () => {
  await expect(
    write(world.database, secretariat, (tx) =>
      tx.insertInto("archive.document").values({ number: "VACIO-1", class: "act", title_es: "a", title_en: "a", access: "organs" }).execute(),
    ),
  ).rejects.toThrow("has no version");
});

test("what is wrong with a deposit is said in a word that has a sentence in both languages", async () => {
  const refusals = await Promise.all(
    [
      { number: "acta 1" },
      { title: { es: "Acta", en: " " } },
      { renditions: [] },
      { renditions: [{ ...examplePdf("x"), bytes: new Uint8Array() }] },
      { renditions: [examplePdf("x"), examplePdf("y", "otra.pdf")] },
      { renditions: [{ ...examplePdf("x"), mediaType: "text/html" }] },
      { dated: "2023-02-30" },
      { verificationCode: "7k3m" },
    ].map((fault) => send(secretariat, exampleAct("ACTA-MALA", fault))),
  );
  expect(refusals).toEqual(["bad-number", "bad-title", "no-file", "no-file", "file-twice", "kind-refused", "bad-date", "bad-code"].map((refusal) => ({ refusal })));
  expect(await seen(secretariat, "ACTA-MALA")).toBeUndefined();
  expect(Object.values(depositRefusalText).every(({ es, en }) => es.length > 20 && en.length > 20)).toBe(true);
  await kept(secretariat, exampleAct("ACTA-DOS"));
  expect(await send(secretariat, exampleAct("ACTA-DOS", { class: "report" }))).toEqual({ refusal: "another-document" });
});

test("the circle of readers grows by the secretariat's act and never shrinks", async () => {
  const { id } = await kept(secretariat, exampleAct("ACTA-CIRCULO", { access: "members" }));
  const act = (actor: Actor, access: "organs" | "members" | "public") => write(world.database, actor, (tx) => widen(tx, id, access));
  expect(await act(guatemala, "public")).toBe("not-yours");
  expect(await act(presidency, "public")).toBe("not-yours");
  expect(await act(visitor, "public")).toBe("no-document");
  expect(await act(secretariat, "organs")).toBe("not-wider");
  expect(await act(secretariat, "members")).toBe("not-wider");
  expect(await act(secretariat, "public")).toBeUndefined();
  expect(await seen(visitor, "ACTA-CIRCULO")).toMatchObject({ access: "public" });
  await expect(write(world.database, secretariat, (tx) => tx.updateTable("archive.document").set({ access: "organs" }).where("id", "=", id).execute())).rejects.toThrow("from a narrower to a wider one");
});

test("a code belongs to one version of one document", async () => {
  const code = "7K3M-9QXD-02HV";
  const wish = exampleAct("CONST-1", { verificationCode: code });
  expect(await kept(secretariat, wish)).toMatchObject({ version: 1, code });
  expect(await kept(secretariat, wish)).toMatchObject({ version: 1, code, unchanged: true });
  expect(await send(secretariat, exampleAct("CONST-2", { verificationCode: code }))).toEqual({ refusal: "code-taken" });
  expect(await send(secretariat, { ...wish, renditions: [examplePdf("otra")] })).toEqual({ refusal: "code-taken" });
  expect(await seen(secretariat, "CONST-2")).toBeUndefined();
});

test("anyone with the code or the file learns that a reserved document is genuine, and neither its title nor its content", async () => {
  const code = "0000-1111-2222";
  await kept(secretariat, exampleAct("ACTA-RESERVADA", { access: "organs", verificationCode: code }));
  const ask = (sought: { code: string } | { hash: string }) => read(world.database, visitor, (tx) => verify(tx, sought));
  const hash = sha256(exampleBytes("ACTA-RESERVADA"));
  const [byCode] = await ask({ code });
  expect(byCode).toMatchObject({ number: "ACTA-RESERVADA", class: "act", title: undefined, version: 1, isLatest: true, access: "organs", files: [{ format: "pdf", sha256: hash }] });
  expect(JSON.stringify(byCode)).not.toContain("Acta de la reunión");
  expect(JSON.stringify(byCode)).not.toContain("acta.pdf");
  expect(await ask({ hash })).toMatchObject([{ number: "ACTA-RESERVADA", title: undefined }]);
  expect(await ask({ code: "9999-9999-9999" })).toEqual([]);
  expect(await ask({ hash: "0".repeat(64) })).toEqual([]);
  await kept(secretariat, exampleAct("ACTA-RESERVADA", { access: "organs", renditions: [examplePdf("nueva")] }));
  expect(await ask({ code })).toMatchObject([{ version: 1, latestVersion: 2, isLatest: false }]);
});

test("a list is found by words without accents, by class and by year, and comes in pages", async () => {
  await kept(secretariat, exampleAct("INF-2019-A", { class: "term-report", dated: "2019-12-01", title: { es: "Informe de gestión de la Presidencia", en: "Report of the presidency" } }));
  const find = (filter: Parameters<typeof documentsOf>[1]) => read(world.database, visitor, (tx) => documentsOf(tx, filter));
  expect(await find({ words: "GESTION presidencia" })).toMatchObject({ count: 1, documents: [{ number: "INF-2019-A", latest: 1 }] });
  expect(await find({ words: "100%_" })).toMatchObject({ count: 0 });
  expect((await find({ class: "term-report", year: 2019 })).documents.map(({ number }) => number)).toEqual(["INF-2019-A"]);
  const all = await find({ perPage: 2 });
  const next = await find({ perPage: 2, page: 2 });
  expect(all.count).toBeGreaterThan(3);
  expect(next.documents.some(({ id }) => all.documents.some((each) => each.id === id))).toBe(false);
  expect(await read(world.database, visitor, yearsOf)).toContain(2019);
});

test("deposits are in the audit without their bytes", async () => {
  await kept(secretariat, exampleAct("ACTA-AUDITADA"));
  const rows = await asOwner(world.ownerUrl, (client) => client.query("select relation, after from audit.entry where relation like 'archive.%' order by id desc limit 3"));
  expect(rows.rows.map(({ relation }) => relation)).toEqual(["archive.version", "archive.rendition", "archive.file"]);
  expect(rows.rows[2].after).not.toHaveProperty("bytes");
  expect(rows.rows[2].after).toHaveProperty("sha256");
});
