import { AsyncLocalStorage } from "node:async_hooks";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Database } from "#database";

/** In whose name the sign-in door works; the audit tells it. */
export interface DoorErrand {
  readonly task: string;
  readonly account?: string | undefined;
}

const errands = new AsyncLocalStorage<DoorErrand>();

/** Runs `work` so that all that better-auth writes in it is audited in the name of this account. */
export function onErrand<T>(errand: DoorErrand, work: () => Promise<T>): Promise<T> {
  return errands.run(errand, work);
}

interface Borrowed {
  readonly connection: DatabaseConnection;
  readonly giveBack: () => void;
}

/** Lends better-auth the platform's own connections, in the role of the sign-in door for as long as it holds one. */
class DoorDriver implements Driver {
  readonly #database: Database;
  readonly #borrowed = new WeakMap<DatabaseConnection, () => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const { connection, giveBack } = await new Promise<Borrowed>((got, failed) => {
      this.#database
        .getExecutor()
        .provideConnection((lent) => new Promise<void>((done) => got({ connection: lent, giveBack: done })))
        .catch(failed);
    });
    this.#borrowed.set(connection, giveBack);
    const errand = errands.getStore();
    try {
      await connection.executeQuery(
        CompiledQuery.raw(
          `select set_config('role', 'corett_auth', false), set_config('app.account', $1, false), set_config('app.task', $2, false),
                  set_config('app.country', '', false), set_config('app.office', '', false)`,
          [errand?.account ?? "", errand?.task ?? "sign-in"],
        ),
      );
    } catch (fault) {
      giveBack();
      throw fault;
    }
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    await connection.executeQuery(
      CompiledQuery.raw(settings.isolationLevel ? `start transaction isolation level ${settings.isolationLevel}` : "begin"),
    );
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async releaseConnection(connection: DatabaseConnection) {
    try {
      await connection.executeQuery(
        CompiledQuery.raw(
          "select set_config('role', 'none', false), set_config('app.account', '', false), set_config('app.task', '', false)",
        ),
      );
    } finally {
      this.#borrowed.get(connection)?.();
    }
  }

  async destroy() {}
}

/** The dialect of better-auth's queries: PostgreSQL through the platform's own pool. */
export function doorDialect(database: Database): Dialect {
  return {
    createDriver: () => new DoorDriver(database),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
