import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { openDoor, seedDemoAccounts } from "#identity";
import { type World, member, openWorld } from "../../test/world.ts";
import { contacts } from "./contact.store.ts";
import { delegationOf } from "./delegation.store.ts";
import { seedDemoDirectory } from "./demo.ts";
import { currentMembers } from "./member.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("the demonstration fills each delegation and the directory once, with accounts that can vote", async () => {
  openDoor(world.database, { secret: world.secret, origin: "http://corett.test" });
  await seedDemoAccounts(world.database);
  await seedDemoDirectory(world.database, new Date());
  await seedDemoDirectory(world.database, new Date());
  const secretariat = member("secretariat");
  const seen = await read(world.database, secretariat, async (tx) => {
    const states = await currentMembers(tx);
    const delegations = await Promise.all(states.map(({ code }) => delegationOf(tx, code, "2024-06-01")));
    return { states, delegations, entries: await contacts(tx) };
  });
  expect(seen.delegations.map((each) => each.map(({ rank, account }) => `${rank} ${account !== undefined}`))).toEqual(
    seen.states.map(() => ["titular true", "alternate true"]),
  );
  expect(seen.entries).toHaveLength(seen.states.length + 1);
  expect((await waiting(world.database, member("focal-point", "HND"))).length).toBe(1);
});
