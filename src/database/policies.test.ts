import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, asOwner, openWorld } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ours = "n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_%'";

test("every table has row-level security, forced, and at least one policy, or is closed to all but its owner", async () => {
  const stragglers = await asOwner(world.ownerUrl, (client) =>
    client.query(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}
        and not (c.relrowsecurity and c.relforcerowsecurity and (exists (select from pg_policy p where p.polrelid = c.oid) or c.relacl is null))`),
  );
  expect(stragglers.rows).toEqual([]);
  const all = await asOwner(world.ownerUrl, (client) => client.query(`select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours}`));
  expect(all.rows[0].n).toBeGreaterThan(3);
});

test("the server's logins own nothing outside the queue, and are no superusers", async () => {
  const owned = await asOwner(world.ownerUrl, (client) =>
    client.query(`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where r.rolname like 'corett_%' and ${ours}`),
  );
  expect(owned.rows).toEqual([]);
  const powers = await asOwner(world.ownerUrl, (client) =>
    client.query("select rolname from pg_roles where rolname like 'corett_%' and (rolsuper or rolbypassrls or rolcreaterole)"),
  );
  expect(powers.rows).toEqual([]);
});

test("every view runs with the rights of its reader", async () => {
  const views = await asOwner(world.ownerUrl, (client) =>
    client.query(`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${ours} and not coalesce(c.reloptions::text like '%security_invoker=%', false)`),
  );
  expect(views.rows).toEqual([]);
});
