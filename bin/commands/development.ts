import { loginUrl } from "#database";
import { resolveActor } from "#identity";
import { createDevelopmentServer } from "../../server/development.ts";
import { mounts } from "../../server/mounts.ts";
import type { Ground } from "../../server/ground.ts";
import { openLive } from "../../src/plenary/session/live.server.ts";
import { startTasks } from "../../server/worker.ts";
import type { Terminal } from "../terminal.ts";
import { fillDemo } from "./demo-content.ts";

/** Serves the demonstration's content with pages that follow each saved file, until the process is asked to stop. */
export async function serveDevelopment(ground: Ground, terminal: Terminal, options: { readonly port: number; readonly releases: string }): Promise<void> {
  const { database } = ground;
  await fillDemo(database, terminal, { baseUrl: ground.baseUrl, origin: ground.baseUrl, secret: ground.secret, releases: options.releases });
  const worker = await startTasks(ground);
  const hub = openLive(loginUrl(ground.ownerUrl, ground.secret, "corett_server"));
  const { server, close } = await createDevelopmentServer({ database, isDemo: true, secret: ground.secret, resolveActor: (request) => resolveActor(database, request), mounts: mounts(database, hub) });
  await new Promise<void>((done) => server.listen(options.port, "127.0.0.1", done));
  terminal.say(`http://localhost:${options.port}/es`);
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  await hub.close();
  await close();
  await worker.stop();
}
