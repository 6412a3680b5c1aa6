import { createHash, createHmac } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

const folder = join(import.meta.dirname, "migrations");

/**
 * Brings the database to the newest schema: forward only, each migration in a transaction of its own, under a lock, so that
 * several servers may start at once. Fails when a migration that was applied has since been edited.
 *
 * `secret` gives the server's own login its password; see `serverUrl`.
 */
export async function migrate(ownerUrl: string, secret: string): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7226576)");
    await client.query("create schema if not exists platform");
    await client.query(
      "create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    await client.query("alter table platform.migration enable row level security");
    await client.query("alter table platform.migration force row level security");
    await client.query("drop policy if exists owner_keeps on platform.migration");
    await client.query("create policy owner_keeps on platform.migration to current_user using (true) with check (true)");
    const known = new Map<string, string>(
      (await client.query<{ name: string; sha256: string }>("select name, sha256 from platform.migration")).rows.map((row) => [row.name, row.sha256]),
    );
    const applied: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql")).sort()) {
      const text = readFileSync(join(folder, name), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      if (known.has(name)) {
        if (known.get(name) !== sha256) throw new Error(`Migration ${name} was changed after it had been applied. Migrations go forward only: write a new one.`);
        continue;
      }
      await client.query("begin");
      try {
        await client.query(text);
        await client.query("insert into platform.migration (name, sha256) values ($1, $2)", [name, sha256]);
        await client.query("commit");
      } catch (fault) {
        await client.query("rollback");
        throw new Error(`Migration ${name} failed: ${(fault as Error).message}`, { cause: fault });
      }
      applied.push(name);
    }
    for (const login of ["corett_server", "corett_jobs"] as const) {
      // Passwords are hexadecimal by construction, so that they need no quoting rules here.
      await client.query(`alter role ${login} password '${loginPassword(secret, login)}'`);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

function loginPassword(secret: string, login: string): string {
  return createHmac("sha256", secret).update(`login ${login}`).digest("hex");
}

/** The address under which a login of the platform reaches the same database as its owner. */
export function loginUrl(ownerUrl: string, secret: string, login: "corett_server" | "corett_jobs"): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = loginPassword(secret, login);
  return url.toString();
}
