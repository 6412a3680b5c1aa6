import { afterAll, beforeAll, expect, test } from "vitest";
import { loginUrl, read, write } from "#database";
import { type World, member, openWorld } from "../../test/world.ts";
import { type TaskHandler, TaskProblem } from "./task.ts";
import { enqueue, retryTask, taskOf } from "./task.store.ts";
import { startWorker } from "./worker.ts";

const secretariat = member("secretariat");
const guatemala = member("focal-point", "GTM");
const honduras = member("focal-point", "HND");
const title = { es: "Una prueba", en: "A trial" };

let world: World;
let worker: { stop: () => Promise<void> };
let refuse = true;
const handlers: Record<string, TaskHandler> = {
  count: async ({ payload, progress }) => {
    await progress({ es: "Contando", en: "Counting" }, 1, 2);
    return { answer: Number(payload["from"]) + 1 };
  },
  refuse: async () => {
    if (refuse) throw new TaskProblem({ es: "Falta el archivo.", en: "The file is missing." });
    return undefined;
  },
};

beforeAll(async () => {
  world = await openWorld();
  worker = await startWorker({ jobsUrl: loginUrl(world.ownerUrl, world.secret, "corett_jobs"), database: world.database, handlers, onFault: () => undefined });
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const seen = (id: string, actor = secretariat) => read(world.database, actor, (tx) => taskOf(tx, id));

test("a task is done once its asking transaction has committed, and keeps its result and progress", async () => {
  const id = await write(world.database, guatemala, (tx) => enqueue(tx, { kind: "count", title, payload: { from: 41 }, account: guatemala.account, country: "GTM" }));
  await expect.poll(() => seen(id), { timeout: 10_000 }).toMatchObject({ state: "done", result: { answer: 42 }, step: { en: "Counting" }, done: 1, total: 2 });
});

test("no commit, no task", async () => {
  let id = "";
  await expect(
    write(world.database, secretariat, async (tx) => {
      id = await enqueue(tx, { kind: "count", title, payload: { from: 1 }, account: secretariat.account });
      throw new Error("the act failed");
    }),
  ).rejects.toThrow("the act failed");
  expect(await seen(id)).toBeUndefined();
});

test("a task that cannot go on says why, and can be tried again", async () => {
  const id = await write(world.database, secretariat, (tx) => enqueue(tx, { kind: "refuse", title, payload: {}, account: secretariat.account }));
  await expect.poll(() => seen(id), { timeout: 10_000 }).toMatchObject({ state: "failed", problem: { es: "Falta el archivo." } });
  refuse = false;
  expect(await write(world.database, secretariat, (tx) => retryTask(tx, id))).toBe(true);
  await expect.poll(() => seen(id), { timeout: 10_000 }).toMatchObject({ state: "done" });
  expect(await write(world.database, secretariat, (tx) => retryTask(tx, id))).toBe(false);
});

test("another country does not see the task", async () => {
  const id = await write(world.database, guatemala, (tx) => enqueue(tx, { kind: "count", title, payload: { from: 1 }, account: guatemala.account, country: "GTM" }));
  expect(await seen(id, guatemala)).toBeDefined();
  expect(await seen(id, honduras)).toBeUndefined();
});

test("a task cannot be asked for in another person's name", async () => {
  await expect(
    write(world.database, guatemala, (tx) => enqueue(tx, { kind: "count", title, payload: {}, account: honduras.account })),
  ).rejects.toThrow("row-level security");
});
