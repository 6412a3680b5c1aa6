import { spawn, spawnSync } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { type Binaries, findBinaries } from "./cluster-binaries.ts";
import { type Holder, holdFolder } from "./folder-lock.ts";

/** A running PostgreSQL of our own. `ownerUrl` is for migrations alone; the server logs in with less. */
export interface Cluster {
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that lives in `folder`, creating it at the first start.
 *
 * It recovers by itself after `kill -9` (also when the old server is still running without its platform), takes a free
 * port each time, and refuses a folder that another platform holds (`FolderInUse`). With `durable: false` it does not wait for the disk: for tests only.
 */
export async function startCluster(folder: string, { durable = true, role = "platform" }: { readonly durable?: boolean; readonly role?: Holder["role"] } = {}): Promise<Cluster> {
  const root = resolve(folder);
  const lock = await holdFolder(root, role);
  try {
    const binaries = findBinaries(root);
    const data = join(root, "postgres");
    const password = ownerPassword(root);
    if (!existsSync(join(data, "PG_VERSION"))) create(binaries, root, data, password);
    stopOrphan(binaries, data);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      const server = await run(binaries, root, data, port, password, durable);
      if (server) {
        return {
          ownerUrl: clusterUrl(root, port),
          stop: async () => {
            await server.stop();
            await lock.release();
          },
        };
      }
      if (attempt === 5) throw new Error(`PostgreSQL did not start. What it said stands in ${join(root, "postgres.log")}.`);
    }
  } catch (fault) {
    await lock.release();
    throw fault;
  }
}

/** The secret of this installation: made once, readable by its owner alone. Server passwords and tokens derive from it. */
export function installationSecret(folder: string): string {
  const given = process.env["CORETT_SECRET"];
  if (given) return given;
  const file = join(resolve(folder), "secret");
  if (!existsSync(file)) {
    mkdirSync(resolve(folder), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}

/** The owner's address of the folder's PostgreSQL at a port. */
export function clusterUrl(folder: string, port: number): string {
  return `postgres://postgres:${ownerPassword(resolve(folder))}@127.0.0.1:${port}/postgres`;
}

function ownerPassword(root: string): string {
  return createHmac("sha256", installationSecret(root)).update("database owner").digest("hex");
}

function create(binaries: Binaries, root: string, data: string, password: string): void {
  // A first start that was cut off leaves a half-made cluster: it holds nothing yet, so it is made anew.
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const passwordFile = join(root, "owner-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (binaries.user) {
    chownSync(making, binaries.user.uid, binaries.user.gid);
    chownSync(passwordFile, binaries.user.uid, binaries.user.gid);
  }
  const args = ["--pgdata", making, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-sync", "--data-checksums"];
  const [program, words] = binaries.command(binaries.initdb, args);
  const done = spawnSync(program, words, { encoding: "utf8", ...asUser(binaries, program) });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) throw new Error(`PostgreSQL could not create its folder ${data}: ${done.stderr || done.error?.message}`);
  spawnSync("mv", [making, data]);
}

/** After `kill -9` of the platform its PostgreSQL may still be running: it is asked to stop, so that the new one can start. */
function stopOrphan(binaries: Binaries, data: string): void {
  if (!existsSync(join(data, "postmaster.pid"))) return;
  const [program, words] = binaries.command(binaries.pgCtl, ["stop", "--pgdata", data, "--mode=fast", "--silent"]);
  spawnSync(program, words, { ...asUser(binaries, program), timeout: 60_000 });
}

async function run(binaries: Binaries, root: string, data: string, port: number, password: string, durable: boolean) {
  const log = openSync(join(root, "postgres.log"), "a");
  chmodSync(join(root, "postgres.log"), 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: "256MB",
    max_connections: "80",
    wal_compression: "on",
    // Logs never carry values: a failed statement is named, its parameters are not.
    log_parameter_max_length_on_error: "0",
    log_min_error_statement: "panic",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = ["-D", data, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const [program, words] = binaries.command(binaries.postgres, args);
  const child = spawn(program, words, { stdio: ["ignore", log, log], ...asUser(binaries, program), detached: true });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  child.once("error", () => undefined);
  child.unref();

  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  for (const started = Date.now(); Date.now() - started < 60_000; ) {
    if (child.exitCode !== null || child.pid === undefined) return undefined;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return {
        stop: async () => {
          child.ref();
          child.kill("SIGINT");
          await exited;
        },
      };
    } catch {
      await new Promise((again) => setTimeout(again, 60));
    }
  }
  child.kill("SIGINT");
  return undefined;
}

/** setpriv changes the user itself; without it the spawn does. */
function asUser(binaries: Binaries, program: string) {
  return binaries.user && program !== "setpriv" ? binaries.user : {};
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
