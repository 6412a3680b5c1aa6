import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { clusterUrl, startCluster } from "./embedded.ts";
import { FolderInUse } from "./folder-lock.ts";
import { installationSecret } from "./embedded.ts";
import { migrate } from "./migrate.ts";

const folder = mkdtempSync(join(tmpdir(), "corett-embedded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a platform's database in a process of its own, as `corett start` does, and tells its port. */
function startElsewhere(): Promise<{ process: ChildProcess; port: number }> {
  const script = `import { startCluster } from ${JSON.stringify(join(import.meta.dirname, "embedded.ts"))};
    const cluster = await startCluster(${JSON.stringify(folder)}); console.log(new URL(cluster.ownerUrl).port); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`it ended with ${code}`)));
    child.stdout.once("data", (text: Buffer) => done({ process: child, port: Number(text.toString()) }));
  });
}

async function ask<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("a folder that another platform holds is refused in words; after kill -9 it starts again and nothing committed is lost", async () => {
  const first = await startElsewhere();
  await expect(startCluster(folder)).rejects.toThrow(FolderInUse);
  await expect(startCluster(folder)).rejects.toThrow(`process ${first.process.pid}`);
  await ask(clusterUrl(folder, first.port), async (client) => {
    await client.query("create table kept (n int)");
    await client.query("insert into kept select generate_series(1, 1000)");
  });

  first.process.removeAllListeners("exit");
  const gone = new Promise((done) => first.process.once("exit", done));
  first.process.kill("SIGKILL");
  await gone;
  const second = await startCluster(folder);
  expect(await ask(second.ownerUrl, async (client) => (await client.query("select count(*)::int as n from kept")).rows[0].n)).toBe(1000);
  await second.stop();
});

test("it takes another port when the one it had is taken", async () => {
  const first = await startCluster(folder);
  const { port } = new URL(first.ownerUrl);
  await first.stop();
  const squatter = createServer();
  await new Promise<void>((done) => squatter.listen(Number(port), "127.0.0.1", done));
  const second = await startCluster(folder);
  expect(new URL(second.ownerUrl).port).not.toBe(port);
  await second.stop();
  await new Promise((done) => squatter.close(done));
});

test("migrations run once, whoever comes first, and an edited one is refused", async () => {
  const cluster = await startCluster(folder, { durable: false });
  const secret = installationSecret(folder);
  const both = await Promise.all([migrate(cluster.ownerUrl, secret), migrate(cluster.ownerUrl, secret)]);
  expect(both.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
  await ask(cluster.ownerUrl, (client) => client.query("update platform.migration set sha256 = 'other' where name like '0001%'"));
  await expect(migrate(cluster.ownerUrl, secret)).rejects.toThrow("was changed after it had been applied");
  await cluster.stop();
});
