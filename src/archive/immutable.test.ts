import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { deposit } from "./deposit.store.ts";
import { exampleAct, examplePdf } from "./example.ts";
import { verifyArchive } from "./verification.store.ts";

const secretariat = member("secretariat");
const roles = ["corett_public", "corett_state", "corett_secretariat", "corett_presidency", "corett_observer", "corett_administrator", "corett_system", "corett_auth", "corett_jobs"];
const changes = {
  file: "update archive.file set media_type = 'text/plain'",
  document: "update archive.document set title_es = 'Otro título'",
  version: "update archive.version set note = 'otra'",
  rendition: "update archive.rendition set name = 'otro.pdf'",
  verification: "update archive.verification set version = 1",
} as const;
const tables = Object.keys(changes) as (keyof typeof changes)[];

let world: World | undefined;
/** The present archive; a test that tampered with it leaves the next one a new one. */
const here = () => {
  if (!world) throw new Error("There is no archive");
  return world;
};
const leave = async () => {
  await world?.close();
  world = undefined;
};
afterAll(leave);
beforeEach(async () => {
  if (world) return;
  world = await openWorld();
  const { database } = world;
  const keep = (content: string, code?: string) =>
    write(database, secretariat, (tx) => deposit(tx, secretariat, exampleAct("ACTA-1", { renditions: [examplePdf(content)], ...(code === undefined ? {} : { verificationCode: code }) })));
  await keep("uno", "7K3M-9QXD-02HV");
  await keep("dos");
  await keep("tres");
});

const asRole = (role: string | undefined, statement: string) =>
  asOwner(here().ownerUrl, async (client) => {
    await client.query("begin");
    if (role !== undefined) await client.query(`set local role ${role}`);
    await client.query(statement);
    await client.query("commit");
  });
const spoil = () => onTestFinished(leave);
const tamper = (...statements: string[]) =>
  asOwner(here().ownerUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
const faults = async () => (await verifyArchive(here().database)).breaks.map(({ fault, version }) => (version === null ? fault : `${fault} (${version})`));

test.each(tables)("no role of the database and not its owner changes or removes a row of archive.%s", async (table) => {
  for (const role of [...roles, undefined]) {
    for (const statement of [changes[table], `delete from archive.${table}`, `truncate archive.${table} cascade`])
      await expect(asRole(role, statement), `${role ?? "owner"}: ${statement}`).rejects.toThrow(/permission denied|kept for ever|row-level security/);
  }
  expect(await faults()).toEqual([]);
});

test("the owner is refused by the trigger, not by a missing right", async () => {
  for (const table of tables) {
    await expect(asRole(undefined, changes[table])).rejects.toThrow("kept for ever");
    await expect(asRole(undefined, `delete from archive.${table}`)).rejects.toThrow("kept for ever");
    await expect(asRole(undefined, `truncate archive.${table} cascade`)).rejects.toThrow("kept for ever");
  }
});

test("an archive that nobody touched is whole, and the check counts what it read", async () => {
  expect(await verifyArchive(here().database)).toEqual({ documents: 1, versions: 3, files: 3, breaks: [] });
});

test("bytes exchanged behind the platform's back are found", async () => {
  spoil();
  await expect(tamper("alter table archive.file disable trigger user", "update archive.file set bytes = '\\x00', size = 1")).rejects.toThrow("address_is_content");
  await tamper(
    "alter table archive.file drop constraint address_is_content",
    "update archive.file set bytes = set_byte(bytes, 10, 90) where sha256 = (select file from archive.rendition where version = 2)",
  );
  expect(await faults()).toEqual(["file altered"]);
});

test("a note, a date, a title or a file name altered by the owner breaks the seal of its version", async () => {
  spoil();
  await tamper("alter table archive.version disable trigger user", "update archive.version set note = 'otra' where version = 2");
  expect(await faults()).toEqual(["version altered (2)"]);
  await tamper("update archive.version set deposited_at = deposited_at - interval '1 day' where version = 3");
  expect(await faults()).toEqual(["version altered (2)", "version altered (3)"]);
  await tamper("alter table archive.rendition disable trigger user", "update archive.rendition set name = 'otro.pdf' where version = 1");
  expect(await faults()).toEqual(["version altered (1)", "version altered (2)", "version altered (3)"]);
});

test("a title altered by the owner breaks every version", async () => {
  spoil();
  await tamper("alter table archive.document disable trigger user", "update archive.document set title_en = 'Other'");
  expect(await faults()).toEqual(["version altered (1)", "version altered (2)", "version altered (3)"]);
});

test("a chain that was rewritten whole differs from the audit", async () => {
  spoil();
  await tamper(
    "alter table archive.version disable trigger user",
    "update archive.version set note = 'otra' where version = 3",
    "update archive.version v set digest = archive.digest(v, (select b.digest from archive.version b where b.document = v.document and b.version = v.version - 1)) where version = 3",
  );
  expect(await faults()).toEqual(["seal differs from the audit (3)"]);
});

test("a version that was taken out, a reader circle that was narrowed and a code that was slipped in are found", async () => {
  spoil();
  await tamper(
    "alter table archive.version disable trigger user",
    "alter table archive.rendition disable trigger user",
    "alter table archive.document disable trigger user",
    "alter table archive.verification disable trigger user",
    "delete from archive.rendition where version = 3",
    "delete from archive.version where version = 3",
    "update archive.document set access = 'organs'",
    "insert into archive.verification (code, document, version) select 'AAAA-AAAA-AAAA', document, 2 from archive.version where version = 2",
  );
  expect((await faults()).toSorted()).toEqual(["code unknown to the audit (2)", "readers differ from the audit", "version removed (3)"]);
});
