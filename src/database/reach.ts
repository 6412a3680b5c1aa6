import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { clusterUrl, installationSecret, startCluster } from "./embedded.ts";
import { FolderInUse, type Holder } from "./folder-lock.ts";

/** A database that a command may use, and how to let it go. */
export interface Reached {
  readonly ownerUrl: string;
  readonly secret: string;
  /** True when another process keeps it running. */
  readonly shared: boolean;
  readonly release: () => Promise<void>;
}

/** How long a command waits for another one that holds the folder, in milliseconds. */
const patience = 10 * 60_000;

/**
 * Reaches the platform's database: the one of `DATABASE_URL` if it is set; else the embedded one of the folder. A command
 * starts that one for its own time, shares it when a platform is running on it, and waits its turn behind another command.
 * A platform that finds the folder held by another fails with `FolderInUse`.
 */
export async function reachDatabase(folder: string, role: Holder["role"] = "command", databaseUrl = process.env["DATABASE_URL"]): Promise<Reached> {
  const secret = installationSecret(folder);
  if (databaseUrl) return { ownerUrl: databaseUrl, secret, shared: true, release: async () => undefined };
  for (const asked = Date.now(); ; await new Promise((again) => setTimeout(again, 150))) {
    try {
      const cluster = await startCluster(folder, { role });
      return { ownerUrl: cluster.ownerUrl, secret, shared: false, release: cluster.stop };
    } catch (fault) {
      if (!(fault instanceof FolderInUse) || role === "platform" || Date.now() - asked > patience) throw fault;
      const port = fault.holder.role === "platform" ? runningPort(folder) : undefined;
      if (port) return { ownerUrl: clusterUrl(folder, port), secret, shared: true, release: async () => undefined };
    }
  }
}

/** The port of the folder's PostgreSQL once it is ready: the fourth line of PostgreSQL's own file. */
function runningPort(folder: string): number | undefined {
  const file = join(resolve(folder), "postgres", "postmaster.pid");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines[7]?.trim() === "ready" ? Number(lines[3]) : undefined;
}
