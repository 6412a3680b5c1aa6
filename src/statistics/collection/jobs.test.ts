import { afterAll, beforeAll, expect, test } from "vitest";
import type { Text } from "#basics";
import { read, write } from "#database";
import { TaskProblem } from "#jobs";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { writeMatrixCsv } from "../intake/index.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { exampleFigures } from "../validation/example-figures.ts";
import { openExampleYear } from "./example.ts";
import { figuresOf } from "./figure.store.ts";
import { intakeTasks, remindTask, requestIntake } from "./jobs.ts";
import { storeUpload, uploadOf } from "./upload.store.ts";

let world: World;
const focal = member("focal-point", "GTM");
const stranger = member("focal-point", "HND");
const of = { collection: "trafficking-2021", country: "GTM" };
beforeAll(async () => {
  world = await openWorld();
  await openExampleYear(world.database, 2021, ["GTM", "HND"]);
});
afterAll(() => world.close());

const matrix = writeMatrixCsv(exampleFigures(), { methodology: trafficking1, country: { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } }, year: 2021 });
async function upload(): Promise<string> {
  const stored = await write(world.database, focal, (tx) => storeUpload(tx, focal, of, { name: "matriz.csv", bytes: matrix }));
  if ("refusal" in stored) throw new Error(stored.refusal);
  return stored.upload;
}
/** A task as the queue hands it over, with what it was asked with. */
async function taskFor(actor: typeof focal, id: string, kind: keyof typeof intakeTasks) {
  const task = await write(world.database, actor, (tx) => requestIntake(tx, actor, id, kind));
  const asked = await asOwner(world.ownerUrl, (client) => client.query("select account, payload from jobs.task where id = $1", [task]));
  const steps: string[] = [];
  const progress = async (step: Text) => void steps.push(step.es);
  return { steps, task: { id: task, payload: asked.rows[0].payload, account: asked.rows[0].account, database: world.database, progress } };
}

test("a check asked of the queue keeps its report with the file; the task's result carries no figure", async () => {
  const id = await upload();
  const { task, steps } = await taskFor(focal, id, "intake-check");
  expect(await intakeTasks["intake-check"](task)).toEqual({ upload: id, outcome: "clean" });
  expect(await read(world.database, focal, (tx) => uploadOf(tx, id))).toMatchObject({ state: "checked", report: { outcome: "clean" } });
  expect(steps).toEqual(["Leyendo el archivo", "Comparando con las cifras actuales"]);
});
test("a loading asked of the queue is done in the name of the person who asked, and twice does no harm", async () => {
  const id = await upload();
  const { task } = await taskFor(focal, id, "intake-commit");
  expect(await intakeTasks["intake-commit"](task)).toEqual({ upload: id, outcome: "committed" });
  await intakeTasks["intake-commit"](task);
  expect(await read(world.database, focal, (tx) => figuresOf(tx, of))).toHaveLength(exampleFigures().length);
  const audit = await asOwner(world.ownerUrl, (client) => client.query("select distinct account from audit.entry where relation = 'statistics.figure'"));
  expect(audit.rows).toEqual([{ account: focal.account }]);
});
test("nobody loads another state's file through the queue", async () => {
  const { task } = await taskFor(stranger, await upload(), "intake-commit");
  await expect(intakeTasks["intake-commit"](task)).rejects.toThrow(TaskProblem);
});
test("the daily task reminds every open year that is due", async () => {
  const { task } = await taskFor(focal, await upload(), "intake-check");
  const posted: string[] = [];
  const remind = remindTask(async (_, notice) => void posted.push(notice.country), () => new Date("2022-03-30T06:00:00Z"));
  expect(await remind({ ...task, payload: {}, account: undefined })).toEqual({ reminded: { "trafficking-2021": ["GTM", "HND"] } });
  expect(posted).toEqual(["GTM", "HND"]);
});
