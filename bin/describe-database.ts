import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installationSecret, migrate, startCluster } from "#database";

// Writes src/database/tables.ts from the migrations, on a PostgreSQL of its own. `--verify` only compares.
const folder = mkdtempSync(join(tmpdir(), "corett-describe-"));
const cluster = await startCluster(folder, { durable: false });
try {
  await migrate(cluster.ownerUrl, installationSecret(folder));
  const words = ["identity", "audit", "jobs", "mail", "coalition", "statistics", "archive", "plenary", "planning"].join(",");
  const done = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, "../node_modules/kysely-codegen/dist/cli/bin.js"),
      "--dialect=postgres", `--url=${cluster.ownerUrl}`, "--out-file=src/database/tables.ts", "--date-parser=string",
      "--numeric-parser=number", `--include-pattern={${words}}.*`, '--type-mapping={"int8":"number"}',
      ...(process.argv.includes("--verify") ? ["--verify"] : []),
    ],
    { stdio: "inherit" },
  );
  process.exitCode = done.status ?? 1;
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
