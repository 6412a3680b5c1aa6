import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import type { Actor, Office } from "#basics";
import { type Database, loginUrl, openDatabase } from "#database";

/** A database of its own for one test file: migrated, empty but for the starting content. */
export interface World {
  readonly database: Database;
  /** The owner's address, for what a test must do behind the platform's back. */
  readonly ownerUrl: string;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

/** Copies the migrated template. Call in `beforeAll`, and `close` in `afterAll`. */
export async function openWorld(): Promise<World> {
  const template = new URL(inject("ownerUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new URL(template);
  admin.pathname = "/template1";
  await asOwner(admin.toString(), (client) => client.query(`create database ${name} template postgres`));
  const owner = new URL(template);
  owner.pathname = `/${name}`;
  const secret = inject("secret");
  const database = openDatabase(loginUrl(owner.toString(), secret, "corett_server"), { max: 6 });
  return {
    database,
    ownerUrl: owner.toString(),
    secret,
    close: async () => {
      await database.destroy();
      await asOwner(admin.toString(), async (client) => {
        await untilLeft(client, name);
        await client.query(`drop database ${name} with (force)`);
      });
    },
  };
}

/** Waits until the last connection has gone: a pool that has ended still closes its sockets, and one cut off would be a fault. */
async function untilLeft(client: Client, name: string): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    const { rows } = await client.query("select from pg_stat_activity where datname = $1", [name]);
    if (rows.length === 0) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Runs statements as the owner of the database, past every policy: for arranging and for tampering in tests. */
export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A member of the coalition for tests; the account number is made from office and country, so that two calls agree. */
export function member(office: Office, country?: string): Extract<Actor, { kind: "member" }> {
  const digits = Buffer.from(`${office}${country ?? ""}`.padEnd(16, "-")).subarray(-6).toString("hex");
  return {
    kind: "member",
    account: `00000000-0000-4000-8000-${digits}`,
    name: `${office} ${country ?? ""}`.trim(),
    office,
    ...(country ? { country } : {}),
  };
}
