import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { clusterUrl, installationSecret, startCluster } from "./embedded.ts";
import { FolderInUse } from "./folder-lock.ts";

/** A database that a command may use, and how to let it go. */
export interface Reached {
  readonly ownerUrl: string;
  readonly secret: string;
  /** True when another process keeps it running. */
  readonly shared: boolean;
  readonly release: () => Promise<void>;
}

/**
 * Reaches the platform's database: the one of `DATABASE_URL` if it is set; else the embedded one of the folder, which is
 * started for the time of the command, or shared when a platform is running on it.
 */
export async function reachDatabase(folder: string, databaseUrl = process.env["DATABASE_URL"]): Promise<Reached> {
  const secret = installationSecret(folder);
  if (databaseUrl) return { ownerUrl: databaseUrl, secret, shared: true, release: async () => undefined };
  try {
    const cluster = await startCluster(folder);
    return { ownerUrl: cluster.ownerUrl, secret, shared: false, release: cluster.stop };
  } catch (fault) {
    if (!(fault instanceof FolderInUse)) throw fault;
    // The fourth line of PostgreSQL's own file says at which port the running server listens.
    const port = Number(readFileSync(join(resolve(folder), "postgres", "postmaster.pid"), "utf8").split("\n")[3]);
    return { ownerUrl: clusterUrl(folder, port), secret, shared: true, release: async () => undefined };
  }
}
