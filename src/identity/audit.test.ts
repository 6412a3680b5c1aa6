import { afterEach, beforeEach, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { csvCell, fieldChanges } from "./audit.ts";
import { verifyAudit } from "./audit.store.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const remember = (what: string) =>
  write(world.database, member("focal-point", "GTM"), (tx) =>
    sql`select audit.attempt('test', ${JSON.stringify({ what })}::jsonb)`.execute(tx),
  );
const tamper = (statement: string) =>
  asOwner(world.ownerUrl, (client) => client.query(`set session_replication_role = replica; ${statement}`));

test("a chain that nobody touched is whole, and its head is the last seal", async () => {
  const before = await verifyAudit(world.database);
  await remember("uno");
  await remember("dos");
  const after = await verifyAudit(world.database);
  expect(after.breaks).toEqual([]);
  expect(after).toMatchObject({ entries: before.entries + 2, sealedUpTo: before.sealedUpTo + 2 });
  expect(after.head).toMatch(/^[0-9a-f]{64}$/);
});

test("twenty people writing at once leave one unbroken chain", async () => {
  const before = await verifyAudit(world.database);
  await Promise.all(Array.from({ length: 20 }, (_, each) => remember(`a la vez ${each}`)));
  expect(await verifyAudit(world.database)).toMatchObject({
    entries: before.entries + 20,
    sealedUpTo: before.sealedUpTo + 20,
    breaks: [],
  });
});

test("an entry that the owner of the database altered is found", async () => {
  await remember("uno");
  await remember("dos");
  await tamper(`update audit.entry set after = '{"what":"otra cosa"}' where after->>'what' = 'uno'`);
  const { breaks } = await verifyAudit(world.database);
  expect(breaks.map(({ fault }) => fault)).toEqual(["entry altered"]);
});

test("an entry that was removed is found, with or without its seal", async () => {
  await remember("uno");
  await remember("dos");
  await tamper("delete from audit.entry where after->>'what' = 'uno'");
  expect((await verifyAudit(world.database)).breaks.map(({ fault }) => fault)).toEqual(["entry missing"]);
  await tamper("delete from audit.seal s where not exists (select from audit.entry e where e.id = s.entry)");
  expect((await verifyAudit(world.database)).breaks.map(({ fault }) => fault)).toEqual(["position missing"]);
});

test("an entry that was put in without a seal is found", async () => {
  await tamper(
    `insert into audit.entry (role, relation, action, after) values ('corett_state', 'test', 'attempt', '{"what":"colado"}')`,
  );
  expect((await verifyAudit(world.database)).breaks.map(({ fault }) => fault)).toEqual(["entry without seal"]);
});

test("an entry put between two others is found, even with a seal that fits the one before it", async () => {
  await remember("uno");
  await remember("dos");
  await tamper(`set timezone = 'UTC';
    insert into audit.entry (role, relation, action, after) values ('corett_state', 'test', 'attempt', '{"what":"colado"}');
    update audit.seal set position = position + 1 where position = (select max(position) from audit.seal);
    insert into audit.seal (position, entry, previous, hash)
      select s.position + 1, e.id, s.hash, sha256(s.hash || convert_to(to_jsonb(e)::text, 'UTF8'))
      from audit.entry e, audit.seal s
      where e.after->>'what' = 'colado' and s.entry = (select id from audit.entry where after->>'what' = 'uno')`);
  expect((await verifyAudit(world.database)).breaks.map(({ fault }) => fault)).toEqual(["link altered"]);
});

test("entries cut off the end are found by whoever noted the head before", async () => {
  await remember("uno");
  await remember("dos");
  const { sealedUpTo, head } = await verifyAudit(world.database);
  await tamper(`delete from audit.seal where position = (select max(position) from audit.seal);
    delete from audit.entry where after->>'what' = 'dos'`);
  expect((await verifyAudit(world.database)).breaks).toEqual([]);
  const { breaks } = await verifyAudit(world.database, { anchor: { position: sealedUpTo, hash: head } });
  expect(breaks.map(({ fault }) => fault)).toEqual(["shorter than before"]);
});

test("a verification goes on where the last one ended, in batches", async () => {
  for (const what of ["uno", "dos", "tres"]) await remember(what);
  const whole = await verifyAudit(world.database, { batch: 2 });
  const part = await verifyAudit(world.database, { limit: 2 });
  expect(part.sealedUpTo).toBe(2);
  const rest = await verifyAudit(world.database, { anchor: { position: part.sealedUpTo, hash: part.head } });
  expect(rest).toEqual(whole);
});

test("no entry can be changed or removed by those who may read it", async () => {
  await remember("uno");
  await expect(
    write(world.database, member("administrator"), (tx) => sql`delete from audit.entry`.execute(tx)),
  ).rejects.toThrow("permission denied");
  await expect(asOwner(world.ownerUrl, (client) => client.query("update audit.entry set task = 'x'"))).rejects.toThrow(
    "kept for ever",
  );
});

test("a state reads what its own people did, and nothing of others; observers and the public read nothing", async () => {
  await remember("uno");
  const seen = (office: Parameters<typeof member>[0], country?: string) =>
    read(
      world.database,
      member(office, country),
      async (tx) => (await tx.selectFrom("audit.entry").select("id").where("relation", "=", "test").execute()).length,
    );
  expect(await seen("delegate-titular", "GTM")).toBe(1);
  expect(await seen("delegate-titular", "HND")).toBe(0);
  expect(await seen("secretariat")).toBe(1);
  await expect(seen("observer")).rejects.toThrow("permission denied");
});

test("an exported cell is never a formula", () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  expect(csvCell("-1")).toBe("'-1");
  expect(csvCell("Guatemala")).toBe("Guatemala");
  expect(csvCell(null)).toBe("");
});

test("of a changed row only what became different is told", () => {
  expect(fieldChanges({ a: 1, b: "x", c: null }, { a: 1, b: "y", c: 0 })).toEqual([
    { field: "b", before: "x", after: "y" },
    { field: "c", before: undefined, after: "0" },
  ]);
});
