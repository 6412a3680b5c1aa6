import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { write } from "#database";
import { type World, member, openWorld } from "../../../test/world.ts";
import { ask } from "../../../test/route.ts";
import { enqueue } from "../task.store.ts";
import { waiting } from "../waiting.ts";
import * as list from "./tasks.tsx";
import * as page from "./task.tsx";

const secretariat = member("secretariat");
const guatemala = member("focal-point", "GTM");
const honduras = member("focal-point", "HND");
const platform: Actor = { kind: "system", task: "test" };
const problem = { es: "Falta el archivo.", en: "The file is missing." };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const askFor = (page?: string) =>
  write(world.database, guatemala, (tx) =>
    enqueue(tx, { kind: "intake-check", title: { es: "Revisar el archivo", en: "Check the file" }, payload: { upload: "u" }, account: guatemala.account, country: "GTM", ...(page === undefined ? {} : { page }) }),
  );
const fail = (id: string) =>
  write(world.database, platform, (tx) => tx.updateTable("jobs.task").set({ state: "failed", problem: JSON.stringify(problem), finished_at: new Date() }).where("id", "=", id).execute());
const open = (actor: Actor, id: string) => ask(page.loader, { database: world.database, actor, path: `/es/workspace/tasks/${id}`, params: { id } });
const retry = (actor: Actor, id: string) => ask(page.action, { database: world.database, actor, path: `/es/workspace/tasks/${id}`, params: { id }, form: {} });
const listed = async (actor: Actor) => (await ask(list.loader, { database: world.database, actor, path: "/es/workspace/tasks" })).tasks.map(({ id }) => id);

test("a task is listed for its country and for those who run the platform, and leads to the page it is for", async () => {
  const id = await askFor("/workspace/collections/trafficking-2021/GTM/file");
  for (const actor of [guatemala, secretariat, member("administrator")]) expect(await listed(actor)).toContain(id);
  expect(await listed(honduras)).toEqual([]);
  expect((await open(guatemala, id)).task).toMatchObject({ state: "waiting", page: "/workspace/collections/trafficking-2021/GTM/file" });
});

test("another country's task, and an address that is none, are not found", async () => {
  const id = await askFor();
  await expect(open(honduras, id)).rejects.toMatchObject({ init: { status: 404 } });
  await expect(open(secretariat, "not-a-task")).rejects.toMatchObject({ init: { status: 404 } });
  await expect(retry(secretariat, "not-a-task")).rejects.toMatchObject({ init: { status: 404 } });
});

test("an address outside the workspace never becomes a link", async () => {
  const id = await askFor("https://elsewhere.example/workspace/");
  expect((await open(guatemala, id)).task.page).toBeUndefined();
});

test("a failed task says why, waits for the secretariat, and is tried again once", async () => {
  const id = await askFor();
  await fail(id);
  expect(await open(guatemala, id)).toMatchObject({ task: { state: "failed", problem }, mayRetry: false });
  await expect(retry(guatemala, id)).rejects.toMatchObject({ init: { status: 403 } });
  expect((await waiting(world.database, secretariat)).map(({ label }) => label.es)).toEqual(["Ver un trabajo que falló"]);
  expect(await waiting(world.database, guatemala)).toEqual([]);
  expect(await retry(secretariat, id)).toMatchObject({ status: 303 });
  expect((await open(guatemala, id)).task).toMatchObject({ state: "waiting", problem: null });
  expect(await retry(secretariat, id)).toMatchObject({ init: { status: 409 }, data: { refusal: "notFailed" } });
  expect(await waiting(world.database, secretariat)).toEqual([]);
});

test("a failure that was asked for anew no longer waits for anybody", async () => {
  const ask = () => write(world.database, secretariat, (tx) => enqueue(tx, { kind: "release-build", title: { es: "Preparar", en: "Prepare" }, payload: { collection: "c" }, account: secretariat.account }));
  await fail(await ask());
  expect(await waiting(world.database, secretariat)).toHaveLength(1);
  await ask();
  expect(await waiting(world.database, secretariat)).toEqual([]);
});
