import { Kysely, PostgresDialect, type Transaction, sql } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { Pool, type PoolClient, types } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Actor, Office } from "#basics";
import type { DB } from "./tables.ts";

export { type Cluster, installationSecret, startCluster } from "./embedded.ts";
export { FolderInUse } from "./folder-lock.ts";
export { loginUrl, migrate } from "./migrate.ts";
export { type Reached, reachDatabase } from "./reach.ts";
export { sql };

/** The platform's database as the server sees it. Only `read` and `write` open transactions on it. */
export type Database = Kysely<DB>;
/**
 * What a reading transaction offers. A writing one offers the same, so that an act may use what reads. `getExecutor` lets
 * `sql` run on it; the transaction itself is read only, so a statement that writes fails.
 */
export type Reading = Pick<ReadonlyKysely<DB>, "selectFrom" | "selectNoFrom" | "fn" | "case" | "dynamic"> & Pick<Kysely<DB>, "getExecutor">;
/** What a writing transaction offers. */
export type Writing = Transaction<DB>;

types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.DATE, String);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** Opens the pool of the server's login. `max` counts connections. */
export function openDatabase(url: string, { max = 12 } = {}): Database {
  const pool = new Pool({ connectionString: url, max, application_name: "corett" });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const byProcess = new Map<number, PoolClient>();
  connections.set(database.getExecutor().adapter, byProcess);
  pool.on("connect", (client) => {
    byProcess.set(processOf(client), client);
    // The same for one that breaks in the middle of work: the work hears of it by itself.
    client.on("error", () => undefined);
  });
  pool.on("remove", (client) => byProcess.delete(processOf(client)));
  return database;
}

/**
 * The connections of each open database by the number of their server process: Kysely keeps them to itself. One register for
 * the whole process, because the built pages carry a copy of this module and work on the database that the process opened.
 */
const connections = registerOfProcess();

function registerOfProcess(): WeakMap<object, Map<number, PoolClient>> {
  const place = globalThis as { [key: symbol]: WeakMap<object, Map<number, PoolClient>> | undefined }; // the symbol is ours alone
  return (place[Symbol.for("corett.database.connections")] ??= new WeakMap());
}

function processOf(client: PoolClient): number {
  return (client as PoolClient & { processID: number }).processID; // pg sets it once connected; its types do not tell
}

/** Rows on their way into a table by COPY. While it is open the transaction can do nothing else. */
export interface CopyIn {
  /** Sends lines in COPY's text format, and waits when the server is slower than the sender. */
  readonly write: (lines: string) => Promise<void>;
  /** Ends the copy; then the rows are there. Harmless when asked twice. */
  readonly end: () => Promise<void>;
}

/**
 * Opens a `COPY … FROM STDIN` inside a writing transaction; nothing stays if the transaction fails. Tables under row-level
 * security do not take COPY: copy into a temporary one. A connection that breaks rejects the write or end that meets it.
 */
export async function copyInto(tx: Writing, statement: string): Promise<CopyIn> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  const client = connections.get(tx.getExecutor().adapter)?.get(rows[0]?.pid ?? 0);
  if (!client) throw new Error("The transaction's own connection was not found");
  const stream = client.query(copyFrom(statement));
  // The stream tells an error once and would then wait for ever for a server that is gone.
  const failure = new Promise<never>((_, reject) => stream.once("error", reject));
  let broken: unknown;
  failure.catch((fault: unknown) => (broken = fault));
  return {
    write: async (lines) => {
      if (broken) throw broken;
      if (!stream.write(lines)) await Promise.race([once(stream, "drain"), failure]);
    },
    end: async () => {
      if (broken) throw broken;
      if (stream.writableFinished) return;
      const done = finished(stream);
      stream.end();
      await Promise.race([done, failure]);
    },
  };
}

const roles: Record<Office, string> = {
  secretariat: "corett_secretariat",
  presidency: "corett_presidency",
  "delegate-titular": "corett_state",
  "delegate-alternate": "corett_state",
  "focal-point": "corett_state",
  communicator: "corett_state",
  observer: "corett_observer",
  administrator: "corett_administrator",
};

/** The database role that an actor becomes for the time of a transaction. */
export function roleOf(actor: Actor): string {
  return actor.kind === "member" ? roles[actor.office] : actor.kind === "system" ? "corett_system" : "corett_public";
}

/** Runs `work` as one actor, reading only. Role and actor end with the transaction. */
export function read<T>(database: Database, actor: Actor, work: (tx: Reading) => Promise<T>): Promise<T> {
  return database
    .transaction()
    .setAccessMode("read only")
    .execute(async (tx) => {
      await become(tx, actor);
      return work(tx); // the same object through the narrower view
    });
}

/**
 * Runs `work` as one actor, writing. All of it happens or none of it; every write leaves its audit entry by trigger. A write to a
 * session that a copy in the room holds turns the request away (423): the page says where it is done.
 */
export async function write<T>(database: Database, actor: Actor, work: (tx: Writing) => Promise<T>): Promise<T> {
  try {
    return await database.transaction().execute(async (tx) => {
      await become(tx, actor);
      return work(tx);
    });
  } catch (fault) {
    throw heldElsewhere(fault) ?? fault;
  }
}

/** The SQLSTATE by which the schema says that another place holds what was to be written; its detail is JSON for the page. */
const heldState = "CR001";

function heldElsewhere(fault: unknown): (Response & { code: string; detail: string }) | undefined {
  if (!(fault instanceof Error) || !("code" in fault) || fault.code !== heldState || !("detail" in fault)) return undefined;
  const detail = String(fault.detail);
  return Object.assign(new Response(detail, { status: 423, headers: { "Content-Type": "application/json" } }), { code: heldState, detail });
}

async function become(tx: Transaction<DB>, actor: Actor): Promise<void> {
  const member = actor.kind === "member" ? actor : undefined;
  await sql`select set_config('role', ${roleOf(actor)}, true),
    set_config('app.account', ${member?.account ?? ""}, true),
    set_config('app.country', ${member?.country ?? ""}, true),
    set_config('app.office', ${member?.office ?? ""}, true),
    set_config('app.task', ${actor.kind === "system" ? actor.task : ""}, true)`.execute(tx);
}
