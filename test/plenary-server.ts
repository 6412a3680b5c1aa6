import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import { loginUrl, openDatabase } from "#database";
import { openDoor, resolveActor } from "#identity";
import { listen } from "../server/listen.ts";
import { createServer } from "../server/main.ts";
import { openLive, roomEvents } from "../src/plenary/session/live.server.ts";
import type { ServerWish } from "./plenary-process.ts";

// One server process of a platform that has several, as it is in earnest: the built pages, sessions, live screens. It is a
// program of its own, so that a test or a bench can kill it. What it serves comes as JSON in CORETT_TEST_SERVER.
const { ownerUrl, secret, pages } = JSON.parse(process.env["CORETT_TEST_SERVER"] ?? "{}") as ServerWish; // written by startServer
const url = loginUrl(ownerUrl, secret, "corett_server");
const database = openDatabase(url);
// Screens are read on connections of their own: they do not wait in line behind the ballots that they are to show.
const hub = openLive(url);
const app = createServer({
  database,
  secret,
  build: () => import(pathToFileURL(join(pages, "server/index.js")).href) as Promise<ServerBuild>, // generated: its type is known only here
  assets: join(pages, "client"),
  resolveActor: (request) => resolveActor(database, request),
  mounts: { "/live/meetings/*": roomEvents(database, hub) },
});
// Tests widen the moment between the ballot and its answer: the act is done, and the words wait.
const held = async (request: Request): Promise<Response> => {
  const answer = await app.fetch(request);
  await pause(Number(request.headers.get("x-test-hold") ?? 0));
  return answer;
};
const server = await listen({ fetch: held }, { port: 0, host: "localhost" });
openDoor(database, { secret, origin: server.url });
process.stdout.write(`${server.url}\n`);
