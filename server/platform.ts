import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loginUrl, read } from "#database";
import { resolveActor } from "#identity";
import { openLive } from "../src/plenary/session/live.server.ts";
import { releaseStamp } from "../src/statistics/explorer/published.store.ts";
import type { Ground } from "./ground.ts";
import { createServer } from "./main.ts";
import { listen } from "./listen.ts";
import { mounts } from "./mounts.ts";
import { startTasks } from "./worker.ts";

/** Whether the pages have been built; without them there is nothing to serve. */
export function isBuilt(): boolean {
  return existsSync(resolve(import.meta.dirname, "../build/server/index.js"));
}

/** Opens the platform on its ground: web server and tasks. Closing lets answers and tasks under way finish. */
export async function openPlatform(ground: Ground, options: { readonly port: number; readonly host?: string; readonly isDemo: boolean }): Promise<{ url: string; close: () => Promise<void> }> {
  const { database } = ground;
  const worker = await startTasks(ground);
  const hub = openLive(loginUrl(ground.ownerUrl, ground.secret, "corett_server"));
  const app = createServer({
    database,
    isDemo: options.isDemo,
    secret: ground.secret,
    ...(process.env["CORETT_URL"] ? { origin: new URL(process.env["CORETT_URL"]).origin } : {}),
    resolveActor: (request) => resolveActor(database, request),
    mounts: mounts(database, hub),
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
      // Open screens are let go first: the web server waits for every answer under way.
      const closed = server.close();
      await hub.close();
      await closed;
      await worker.stop();
    },
  };
}
