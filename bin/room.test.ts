import { randomUUID } from "node:crypto";
import { loginUrl } from "#database";
import { openDoor } from "#identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLive } from "../src/plenary/session/live.server.ts";
import { type World, openWorld } from "../test/world.ts";
import { roomApp } from "./commands/room.ts";

let world: World;
let hub: ReturnType<typeof openLive>;
let app: ReturnType<typeof roomApp>;
beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "http://room.test" });
  hub = openLive(loginUrl(world.ownerUrl, world.secret, "corett_server"));
  app = roomApp({ database: world.database, secret: world.secret }, hub);
});
afterAll(async () => {
  await hub.close();
  await world.close();
});

const at = async (path: string, method = "GET") => {
  const answer = await app.request(`http://room.test${path}`, { method, ...(method === "POST" ? { headers: { origin: "http://room.test" } } : {}) });
  return [answer.status, answer.headers.get("location")];
};

test("the copy answers only what the room needs: statistics, accounts, people and mail are not there, and signing in leads to its own door", async () => {
  expect(await at("/")).toEqual([303, "/es/room"]);
  expect(await at("/en/statistics/2023")).toEqual([303, "/en/room"]);
  expect(await at("/es/sign-in?to=%2Fes%2Fworkspace%2Fmeetings%2FV-2024")).toEqual([303, "/es/room?to=%2Fes%2Fworkspace%2Fmeetings%2FV-2024"]);
  expect(await at("/es/workspace")).toEqual([303, "/es/workspace/meetings"]);
  expect(await at("/es/workspace/people")).toEqual([303, "/es/workspace/meetings"]);
  expect(await at("/api/v1/collections")).toEqual([303, "/es/room"]);
  expect(await at("/es/sign-in", "POST")).toEqual([404, null]);
  expect(await at("/es/demo-sign-in", "POST")).toEqual([404, null]);
  expect(await at(`/es/join/${randomUUID()}`)).toEqual([303, "/es/room"]);
  expect(await at("/health")).toEqual([200, null]);
  expect((await at("/favicon.svg"))[0]).toBe(200);
});
