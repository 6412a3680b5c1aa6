import { afterAll, beforeAll, expect, test } from "vitest";
import { auditWords } from "#words";
import { type World, asOwner, openWorld } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const asks = <R extends object>(statement: string) => asOwner(world.ownerUrl, async (client) => (await client.query<R>(statement)).rows);

test("every table whose changes are recorded has a name in both languages, and no name is left over", async () => {
  const rows = await asks<{ name: string }>(`
    select distinct n.nspname || '.' || c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_proc p on p.oid = t.tgfoid join pg_namespace f on f.oid = p.pronamespace
    where f.nspname = 'audit' and p.proname in ('record_row', 'record_bulk') order by 1`);
  expect(rows.length).toBeGreaterThan(100);
  const recorded = rows.map(({ name }) => name);
  for (const { relations } of [auditWords.es, auditWords.en]) {
    expect(recorded.filter((name) => !Object.hasOwn(relations, name))).toEqual([]);

    expect(Object.keys(relations).filter((name) => !recorded.includes(name))).toEqual([]);
  }
});

test("every act that the plenary's functions refuse into the audit is told in words, with its reason", async () => {
  const bodies = await asks<{ body: string }>("select prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'plenary'");
  const calls = bodies.flatMap(({ body }) => [...body.matchAll(/plenary\.refused\('([a-z_.]+)', '([a-z]+) ?'[^;]*?(?:'([a-z-]+)')?\)/g)]);
  expect(calls.length).toBeGreaterThan(40);
  for (const { acts, refusals, relations } of [auditWords.es, auditWords.en]) {
    expect(calls.filter(([, relation = ""]) => !Object.hasOwn(relations, relation)).map(([call]) => call)).toEqual([]);
    expect(calls.filter(([, , act = ""]) => !Object.hasOwn(acts, act)).map(([call]) => call)).toEqual([]);
    expect(calls.filter(([, , , word]) => word !== undefined && !Object.hasOwn(refusals, word)).map(([call]) => call)).toEqual([]);
  }
});
