import type { Actor, Office } from "#basics";
import { loginUrl, read, write } from "#database";
import { demoAccounts, openDoor, resolveActor, seedDemoAccounts } from "#identity";
import { openLive } from "../../../src/plenary/session/live.server.ts";
import { adoptMethodology } from "../../../src/statistics/collection/methodology.store.ts";
import { openCollection } from "../../../src/statistics/collection/collection.store.ts";
import { trafficking1 } from "../../../src/statistics/methodology/trafficking-1.ts";
import { publishedReleases } from "../../../src/statistics/release/release.store.ts";
import { listen } from "../../../server/listen.ts";
import { createServer } from "../../../server/main.ts";
import { mounts } from "../../../server/mounts.ts";
import { startTasks } from "../../../server/worker.ts";
import { type World, openWorld } from "../../world.ts";
import { builtPages } from "../../pages-build.ts";

export type Member = Extract<Actor, { kind: "member" }>;

/** The whole platform as the demonstration serves it: built pages, API, tasks, and a database of its own. */
export interface Platform {
  readonly world: World;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Opens the platform with its demonstration accounts and no figure. Call in `beforeAll`, and `close` in `afterAll`. */
export async function openPlatform(): Promise<Platform> {
  const { build, assets } = await builtPages();
  const world = await openWorld();
  const { database, ownerUrl, secret } = world;
  const hub = openLive(loginUrl(ownerUrl, secret, "corett_server"));
  const app = createServer({
    database,
    build,
    assets,
    isDemo: true,
    secret,
    resolveActor: (request) => resolveActor(database, request),
    mounts: mounts(database, hub),
    // The stamp of a server: pages are kept in memory until something is published.
    pageStamp: async () => JSON.stringify(await read(database, { kind: "public" }, publishedReleases)),
  });
  const server = await listen(app, { port: 0, host: "localhost" });
  openDoor(database, { secret, origin: server.url });
  await seedDemoAccounts(database);
  await write(database, { kind: "system", task: "test" }, (tx) => adoptMethodology(tx, trafficking1));
  const worker = await startTasks({ database, ownerUrl, secret, baseUrl: "https://corett.example" });
  return {
    world,
    origin: server.url,
    close: async () => {
      const closed = server.close();
      await hub.close();
      await closed;
      await worker.stop();
      await world.close();
    },
  };
}

/** The demonstration's account of an office, as the platform knows the person once signed in. */
export function demoMember(office: Office, country?: string): Member {
  const account = demoAccounts.find((each) => each.office === office && each.country === country);
  if (!account) throw new Error(`The demonstration has no ${office} of ${country ?? "the coalition"}`);
  return { kind: "member", account: account.id, name: account.name, office, ...(country ? { country } : {}) };
}

/** Opens a year for a few states, so that a test is not about nine. Gives the collection's id. */
export async function openYear({ world }: Platform, year: number, members: readonly string[]): Promise<string> {
  const secretariat = demoMember("secretariat");
  const opened = await write(world.database, secretariat, (tx) =>
    openCollection(tx, secretariat, { year, methodology: trafficking1.version, deadline: "2026-06-30", publishOn: "2026-11-16", members }),
  );
  if ("refusal" in opened) throw new Error(opened.refusal);
  return opened.id;
}
