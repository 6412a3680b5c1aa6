import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { beginReview } from "./begin-review.store.ts";
import { boardOf } from "./board.store.ts";
import { enterExample, explainAll, openExampleYear } from "./example.ts";
import { figuresOf } from "./figure.store.ts";
import { mirrorReport } from "./mirror.store.ts";
import { comment, remarksOf } from "./remark.store.ts";
import { sign } from "./sign.store.ts";
import { submit } from "./submit.store.ts";
import { storeUpload, uploadsOf } from "./upload.store.ts";
import { validationReport } from "./validation-report.store.ts";

let world: World;
const focal = member("focal-point", "GTM");
const titular = member("delegate-titular", "GTM");
const secretariat = member("secretariat");
const now = new Date("2099-04-01T15:00:00Z");
const draft = { collection: "trafficking-2020", country: "GTM" };
const signed = { collection: "trafficking-2021", country: "GTM" };

/** Everyone who must not see or touch another state's unpublished figures. */
const strangers: Readonly<Record<string, Actor>> = {
  "another state's focal point": member("focal-point", "HND"),
  "another state's delegate": member("delegate-titular", "HND"),
  "another state's communicator": member("communicator", "HND"),
  presidency: member("presidency"),
  observer: member("observer"),
  administrator: member("administrator"),
  public: { kind: "public" },
};
const tables = ["figure", "figure_round", "upload", "record", "remark", "label_mapping"] as const;

beforeAll(async () => {
  world = await openWorld();
  for (const of of [draft, signed]) {
    await openExampleYear(world.database, Number(of.collection.slice(-4)), ["GTM", "HND"]);
    await enterExample(world.database, focal, of);
    await explainAll(world.database, focal, of, "2099-04-01");
    await write(world.database, focal, async (tx) => {
      await storeUpload(tx, focal, of, { name: "matriz.csv", bytes: Buffer.from("x") });
      await comment(tx, focal, of, { cell: "victims:_T._T", body: "Solo trata." });
      await sql`insert into statistics.record (collection, country, line, case_code, victim_status, sex, age_group, forms, citizenship, scope)
        values (${of.collection}, 'GTM', 1, 'C-1', 'IDENTIFIED', 'F', 'ADULT', '{SEX}', 'GTM', 'INTERNAL')`.execute(tx);
    });
  }
  await asOwner(world.ownerUrl, (client) => client.query(`insert into statistics.label_mapping values ('GTM', 'sex', 'dama', 'F', '${focal.account}')`));
  await write(world.database, focal, (tx) => submit(tx, focal, signed, now));
  await write(world.database, titular, (tx) => sign(tx, titular, signed, now));
});
afterAll(() => world.close());

/** Rows of Guatemala that the actor sees, or 'denied' when the role has no right on the table at all. */
async function rowsSeen(actor: Actor, table: string, collection?: string): Promise<number | "denied"> {
  const where = collection ? sql` and collection = ${collection}` : sql``;
  try {
    const { rows } = await read(world.database, actor, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.raw(`statistics.${table}`)} where country = 'GTM'${where}`.execute(tx),
    );
    return rows[0]?.n ?? 0;
  } catch (fault) {
    if (String(fault).includes("permission denied")) return "denied";
    throw fault;
  }
}

for (const [name, actor] of Object.entries(strangers))
  test(`${name}: no figure, round, file, record, remark or word of another state is to be seen`, async () => {
    for (const table of tables) expect([table, [0, "denied"]].flat()).toContain(await rowsSeen(actor, table));
  });

test("the state itself sees all of it, and so the test above can fail", async () => {
  for (const table of tables) expect(await rowsSeen(focal, table)).toBeGreaterThan(0);
});

/** Attempts to change Guatemala's rows; gives how many rows changed, or 'refused'. */
async function attempt(actor: Actor, statement: string): Promise<number | "refused"> {
  try {
    const result = await write(world.database, actor, (tx) => sql.raw(statement).execute(tx));
    return Number(result.numAffectedRows ?? 0n);
  } catch (fault) {
    if (/permission denied|row-level security|cannot be changed|kept for ever|Only the person/.test(String(fault))) return "refused";
    throw fault;
  }
}
const changes = [
  "insert into statistics.figure (collection, country, cell, lo, hi) values ('trafficking-2020', 'GTM', 'new:X', 1, 1)",
  "update statistics.figure set lo = 1, hi = 1 where country = 'GTM'",
  "delete from statistics.figure where country = 'GTM'",
  "insert into statistics.figure_round (collection, country, round, cell, lo, hi, suppressed) values ('trafficking-2020', 'GTM', 9, 'new:X', 1, 1, false)",
  "delete from statistics.figure_round where country = 'GTM'",
  "insert into statistics.record (collection, country, line, case_code, victim_status, sex, age_group, forms, citizenship, scope) values ('trafficking-2020', 'GTM', 2, 'C-2', 'IDENTIFIED', 'F', 'ADULT', '{SEX}', 'GTM', 'INTERNAL')",
  "delete from statistics.record where country = 'GTM'",
  "insert into statistics.upload (collection, country, name, sha256, size, bytes, uploaded_by, uploaded_by_name) values ('trafficking-2020', 'GTM', 'a', 'b', 1, 'x', '00000000-0000-4000-8000-000000000000', 'x')",
  "update statistics.upload set state = 'replaced' where country = 'GTM'",
  "insert into statistics.remark (collection, country, round, kind, finding, body, account, author, office) values ('trafficking-2020', 'GTM', 1, 'explanation', 'x', 'y', '00000000-0000-4000-8000-000000000000', 'x', 'focal-point')",
  "update statistics.remark set body = 'x' where country = 'GTM'",
  "delete from statistics.event where country = 'GTM'",
  "update statistics.submission set authority = 'x' where country = 'GTM'",
  "update statistics.submission set state = 'signed', signed_by = '00000000-0000-4000-8000-000000000000' where country = 'GTM' and state = 'submitted'",
];
for (const [name, actor] of Object.entries({ ...strangers, secretariat }))
  test(`${name}: nothing of the state can be written, changed or removed`, async () => {
    const done = [];
    for (const change of changes) done.push(await attempt(actor, change));
    expect(done.filter((each) => each !== "refused" && each !== 0)).toEqual([]);
  });

test("a communicator reads its own state's figures and enters none", async () => {
  const communicator = member("communicator", "GTM");
  expect(await rowsSeen(communicator, "figure")).toBeGreaterThan(0);
  expect(await attempt(communicator, changes[0] ?? "")).toBe("refused");
  expect(await attempt(communicator, changes[2] ?? "")).toBe(0);
});

test("the state itself cannot touch what it has submitted", async () => {
  expect(await attempt(focal, "delete from statistics.figure where country = 'GTM' and collection = 'trafficking-2021'")).toBe(0);
  expect(await attempt(focal, "insert into statistics.figure (collection, country, cell, lo, hi) values ('trafficking-2021', 'GTM', 'new:X', 1, 1)")).toBe("refused");
});

test("drafts are invisible to the secretariat: figures, explanations, comments, files and records", async () => {
  for (const table of ["figure", "figure_round", "remark"]) expect(await rowsSeen(secretariat, table, draft.collection)).toBe(0);
  for (const table of ["upload", "record", "label_mapping"]) expect(await rowsSeen(secretariat, table)).toBe("denied");
});
test("from the signature on the secretariat reads the matrix and the words about it, never files or records", async () => {
  expect(await rowsSeen(secretariat, "figure", signed.collection)).toBeGreaterThan(100);
  expect(await rowsSeen(secretariat, "figure_round", signed.collection)).toBeGreaterThan(100);
  expect(await rowsSeen(secretariat, "remark", signed.collection)).toBeGreaterThan(0);
  await write(world.database, secretariat, (tx) => beginReview(tx, secretariat, signed));
  expect(await attempt(secretariat, "update statistics.figure set lo = 1, hi = 1 where country = 'GTM'")).toBe("refused");
});

test("the board: the secretariat and the presidency see every country, a state itself; figures count only where they may be read", async () => {
  const seen = (actor: Actor) => read(world.database, actor, (tx) => boardOf(tx, actor, draft.collection, "2021-03-01"));
  const bySecretariat = await seen(secretariat);
  expect(bySecretariat.map((row) => row.country)).toEqual(["GTM", "HND"]);
  expect(bySecretariat[0]).toMatchObject({ state: "draft", daysLeft: 30 });
  expect(bySecretariat[0]).not.toHaveProperty("openWarnings");
  expect((await seen(member("presidency"))).map((row) => row.country)).toEqual(["GTM", "HND"]);
  const own = await seen(focal);
  expect(own.map((row) => row.country)).toEqual(["GTM"]);
  expect(own[0]).toMatchObject({ openWarnings: 0, errors: 0 });
});

test("stores say nothing of another state, whoever asks", async () => {
  const stranger = member("focal-point", "HND");
  const [figures, remarks, uploads, report] = await read(world.database, stranger, async (tx) => [
    await figuresOf(tx, signed), await remarksOf(tx, signed), await uploadsOf(tx, signed), await validationReport(tx, signed.collection, "GTM", "2099-04-01"),
  ]);
  expect([figures, remarks, uploads, report]).toEqual([[], [], [], undefined]);
  expect(await read(world.database, stranger, (tx) => mirrorReport(tx, signed.collection))).toEqual([]);
});
