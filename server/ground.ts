import { type Database, loginUrl, migrate, openDatabase, reachDatabase, write } from "#database";
import { openDoor } from "#identity";
import { prepareQueue } from "#jobs";
import { enterPlans } from "../src/planning/content/enter.store.ts";
import { enterRecord } from "../src/plenary/record/enter.store.ts";
import { adoptMethodology } from "../src/statistics/collection/methodology.store.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";

/** The platform's database, ready for use: migrated, with its methodology, queue and sign-in door. */
export interface Ground {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly secret: string;
  readonly baseUrl: string;
  /** True when another platform keeps the database running. */
  readonly shared: boolean;
  readonly close: () => Promise<void>;
}

/** Reaches the database and brings it up to date. `baseUrl` is the public address that letters and infographics carry. */
export async function openGround({ data, baseUrl, role = "command" }: { readonly data: string; readonly baseUrl: string; readonly role?: "platform" | "command" }): Promise<Ground> {
  const reached = await reachDatabase(data, role);
  try {
    const { ownerUrl, secret } = reached;
    await migrate(ownerUrl, secret);
    await prepareQueue(loginUrl(ownerUrl, secret, "corett_jobs"));
    const database = openDatabase(loginUrl(ownerUrl, secret, "corett_server"));
    openDoor(database, { secret, origin: baseUrl });
    await write(database, { kind: "system", task: "start" }, (tx) => adoptMethodology(tx, trafficking1));
    await enterRecord(database);
    await enterPlans(database);
    return {
      database,
      ownerUrl,
      secret,
      baseUrl,
      shared: reached.shared,
      close: async () => {
        await database.destroy();
        await reached.release();
      },
    };
  } catch (fault) {
    await reached.release();
    throw fault;
  }
}
