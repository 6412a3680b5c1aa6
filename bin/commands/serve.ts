import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { createServer as createProbe } from "node:net";
import { firstRunLink } from "#identity";
import type { Ground } from "../../server/ground.ts";
import { isBuilt, openPlatform } from "../../server/platform.ts";
import { CommandFault, type Terminal } from "../terminal.ts";

const project = resolve(import.meta.dirname, "../..");

/** Builds the pages when they are not there, or when asked for. */
export function buildPages(terminal: Terminal, { always = false } = {}): void {
  if (isBuilt() && !always) return;
  const progress = terminal.step(terminal.language === "es" ? "Páginas de la plataforma" : "Pages of the platform");
  const done = spawnSync(process.execPath, [resolve(project, "node_modules/@react-router/dev/bin.cjs"), "build"], { cwd: project, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
  if (done.status !== 0) throw new CommandFault(`The pages could not be built.\n${done.stdout}${done.stderr}`);
  progress.done();
}

/** Port to serve at: the one asked for, or the next free one when nobody insists on it. */
export async function portFor(asked: number | undefined, usual: number): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new CommandFault(`Port ${asked} is taken by another program. Choose another one with --port.`);
  }
  for (let port = usual; port < usual + 50; port += 1) if (await isFree(port)) return port;
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createProbe().once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

/** Serves until the process is asked to stop, then lets answers and tasks finish. */
export async function serve(ground: Ground, terminal: Terminal, options: { readonly port: number; readonly host?: string; readonly isDemo: boolean; readonly greeting: (url: string) => string[] }): Promise<void> {
  const platform = await openPlatform(ground, options);
  const link = options.isDemo ? undefined : await firstRunLink(ground.database, terminal.language);
  for (const line of options.greeting(platform.url)) terminal.say(line);
  if (link) {
    terminal.say(terminal.language === "es" ? "Primera cuenta de la secretaría (el enlace vale una sola vez):" : "First account of the secretariat (the link works once):");
    terminal.say(`  ${link}`);
  }
  terminal.outcome({ url: platform.url, ...(link ? { firstRunLink: link } : {}) });
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  await platform.close();
}
