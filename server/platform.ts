import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Database, loginUrl, migrate, openDatabase, read, reachDatabase, write } from "#database";
import { openDoor, resolveActor } from "#identity";
import { prepareQueue } from "#jobs";
import { adoptMethodology } from "../src/statistics/collection/methodology.store.ts";
import { releaseStamp } from "../src/statistics/explorer/published.store.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";
import { createServer } from "./main.ts";
import { listen } from "./listen.ts";
import { mounts } from "./mounts.ts";
import { startTasks } from "./worker.ts";

/** The platform's database, ready for use: migrated, with its methodology, queue and sign-in door. */
export interface Ground {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly secret: string;
  readonly baseUrl: string;
  /** True when another platform keeps the database running. */
  readonly shared: boolean;
  readonly close: () => Promise<void>;
}

/** Reaches the database and brings it up to date. `baseUrl` is the public address that letters and infographics carry. */
export async function openGround({ data, baseUrl, role = "command" }: { readonly data: string; readonly baseUrl: string; readonly role?: "platform" | "command" }): Promise<Ground> {
  const reached = await reachDatabase(data, role);
  try {
    const { ownerUrl, secret } = reached;
    await migrate(ownerUrl, secret);
    await prepareQueue(loginUrl(ownerUrl, secret, "corett_jobs"));
    const database = openDatabase(loginUrl(ownerUrl, secret, "corett_server"));
    openDoor(database, { secret, origin: baseUrl });
    await write(database, { kind: "system", task: "start" }, (tx) => adoptMethodology(tx, trafficking1));
    return {
      database,
      ownerUrl,
      secret,
      baseUrl,
      shared: reached.shared,
      close: async () => {
        await database.destroy();
        await reached.release();
      },
    };
  } catch (fault) {
    await reached.release();
    throw fault;
  }
}

/** Whether the pages have been built; without them there is nothing to serve. */
export function isBuilt(): boolean {
  return existsSync(resolve(import.meta.dirname, "../build/server/index.js"));
}

/** Opens the platform on its ground: web server and tasks. Closing lets answers and tasks under way finish. */
export async function openPlatform(ground: Ground, options: { readonly port: number; readonly host?: string; readonly isDemo: boolean }): Promise<{ url: string; close: () => Promise<void> }> {
  const { database } = ground;
  const worker = await startTasks(ground);
  const app = createServer({
    database,
    isDemo: options.isDemo,
    ...(process.env["CORETT_URL"] ? { origin: new URL(process.env["CORETT_URL"]).origin } : {}),
    resolveActor: (request) => resolveActor(database, request),
    mounts: mounts(database),
    pageStamp: () => releaseStamp(database),
    isHealthy: async () => {
      await read(database, { kind: "public" }, (tx) => tx.selectFrom("coalition.member").select("country").limit(1).execute());
      return true;
    },
  });
  const server = await listen(app, options);
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await worker.stop();
    },
  };
}
