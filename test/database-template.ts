import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { installationSecret, loginUrl, migrate, startCluster } from "#database";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
    secret: string;
  }
}

/** Starts one PostgreSQL for the whole test run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "corett-test-"));
  const cluster = await startCluster(folder, { durable: false });
  const secret = installationSecret(folder);
  await migrate(cluster.ownerUrl, secret);
  await runMigrations({ connectionString: loginUrl(cluster.ownerUrl, secret, "corett_jobs") });
  project.provide("ownerUrl", cluster.ownerUrl);
  project.provide("secret", secret);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
