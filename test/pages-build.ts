import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { ServerBuild } from "react-router";
import { inject } from "vitest";
import { asOwner } from "./world.ts";

const project = resolve(import.meta.dirname, "..");
const cache = join(project, "node_modules/.cache/corett-pages");
const sources = ["src", "vite.config.ts", "react-router.config.ts", "package-lock.json"];
/** Builds that stay on disk: another test run may still be using one. */
const kept = 3;
/** Any number, so long as every test file takes the same: who holds it is building. */
const buildLock = 20_211_123;

/** The pages as visitors get them, built from the sources as they are now. Nothing is built when nothing has changed. */
export async function builtPages(): Promise<{ build: () => Promise<ServerBuild>; assets: string }> {
  const folder = join(cache, await sourceDigest());
  await asOwner(inject("ownerUrl").replace(/\/[^/]*$/, "/template1"), async (client) => {
    await client.query("select pg_advisory_lock($1)", [buildLock]);
    if (!existsSync(folder)) await buildInto(folder);
  });
  return {
    build: () => import(/* @vite-ignore */ pathToFileURL(join(folder, "server/index.js")).href) as Promise<ServerBuild>, // generated: its type is known only here
    assets: join(folder, "client"),
  };
}

async function buildInto(folder: string): Promise<void> {
  const workshop = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  const tool = join(project, "node_modules/@react-router/dev/bin.cjs");
  await promisify(execFile)(process.execPath, [tool, "build"], {
    cwd: project,
    env: { ...process.env, NODE_ENV: "production", CORETT_PAGES: workshop },
    maxBuffer: 16 * 1024 * 1024,
  });
  // Another run of the tests may have built the same pages meanwhile.
  await rename(workshop, folder).catch(async (fault: unknown) => {
    if (!existsSync(folder)) throw fault;
    await rm(workshop, { recursive: true, force: true });
  });
  const known = await Promise.all(
    (await readdir(cache)).map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })),
  );
  for (const { name } of known.toSorted((one, other) => other.at - one.at).slice(kept)) {
    await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** Changes when a file of the sources changes; size and time stand for the content. */
async function sourceDigest(): Promise<string> {
  const digest = createHash("sha256");
  for (const source of sources) {
    const path = join(project, source);
    const inside = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true, withFileTypes: true }) : [];
    const files = inside.filter((each) => each.isFile() && !/\.test\.tsx?$/.test(each.name)).map((each) => join(each.parentPath, each.name));
    for (const file of files.length > 0 ? files.toSorted() : [path]) {
      const { size, mtimeMs } = await stat(file);
      digest.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return digest.digest("hex").slice(0, 16);
}
