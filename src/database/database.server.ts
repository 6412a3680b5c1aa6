import { Kysely, PostgresDialect, type Transaction, sql } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import { Pool, types } from "pg";
import type { Actor, Office } from "#basics";
import type { DB } from "./tables.ts";

export { type Cluster, installationSecret, startCluster } from "./embedded.ts";
export { FolderInUse } from "./folder-lock.ts";
export { loginUrl, migrate } from "./migrate.ts";
export { sql };

/** The platform's database as the server sees it. Only `read` and `write` open transactions on it. */
export type Database = Kysely<DB>;
/** What a reading transaction offers. */
export type Reading = ReadonlyKysely<DB>;
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
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
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
      return work(tx as unknown as Reading); // the same object through the narrower view
    });
}

/** Runs `work` as one actor, writing. All of it happens or none of it; every write leaves its audit entry by trigger. */
export function write<T>(database: Database, actor: Actor, work: (tx: Writing) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await become(tx, actor);
    return work(tx);
  });
}

async function become(tx: Transaction<DB>, actor: Actor): Promise<void> {
  const member = actor.kind === "member" ? actor : undefined;
  await sql`select set_config('role', ${roleOf(actor)}, true),
    set_config('app.account', ${member?.account ?? ""}, true),
    set_config('app.country', ${member?.country ?? ""}, true),
    set_config('app.office', ${member?.office ?? ""}, true),
    set_config('app.task', ${actor.kind === "system" ? actor.task : ""}, true)`.execute(tx);
}
