import { Logger, run, runMigrations } from "graphile-worker";
import type { Actor, Text } from "#basics";
import { type Database, write } from "#database";
import { type TaskHandler, TaskProblem, platformFault } from "./task.ts";

/** Hears of faults that are the platform's own, for the log. */
export type FaultListener = (kind: string, fault: unknown) => void;

/**
 * Starts taking tasks from the queue, with the handlers that the slices bring. Several servers may do so on one database.
 * `stop` lets running tasks finish.
 */
export async function startWorker(options: {
  readonly jobsUrl: string;
  readonly database: Database;
  readonly handlers: Readonly<Record<string, TaskHandler>>;
  /** Small errands without a page of their own, such as sending one mail; a throw leads to another attempt. */
  readonly errands?: Readonly<Record<string, (payload: Readonly<Record<string, string>>) => Promise<void>>>;
  /** What is to be done at set times, as the queue's own crontab text. */
  readonly crontab?: string;
  readonly onFault: FaultListener;
  readonly concurrency?: number;
}): Promise<{ stop: () => Promise<void> }> {
  const { jobsUrl, database, handlers, onFault } = options;
  const logger = new Logger(() => () => undefined);
  const tasks = Object.entries(handlers).map(([kind, handler]) => [
    kind,
    async (parcel: unknown, helpers: { job: { attempts: number; max_attempts: number } }) => {
      const { task, ...payload } = parcel as { task: string } & Record<string, string>;
      const last = helpers.job.attempts >= helpers.job.max_attempts;
      await perform({ database, kind, task, payload, handler, last, onFault });
    },
  ]);
  const errands = Object.entries(options.errands ?? {}).map(([kind, errand]) => [kind, (payload: unknown) => errand(payload as Record<string, string>)]);
  const taskList = Object.fromEntries([...tasks, ...errands]);
  const { crontab = "" } = options;
  const runner = await run({ connectionString: jobsUrl, taskList, crontab, concurrency: options.concurrency ?? 2, pollInterval: 2_000, noHandleSignals: true, logger });
  return { stop: () => runner.stop() };
}

/** Lays the queue's own tables; run at start, before any task is asked for. */
export async function prepareQueue(jobsUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => undefined) });
}

async function perform(work: {
  database: Database;
  kind: string;
  task: string;
  payload: Record<string, string>;
  handler: TaskHandler;
  last: boolean;
  onFault: FaultListener;
}): Promise<void> {
  const { database, kind, task, onFault } = work;
  const actor: Actor = { kind: "system", task: `task ${kind}` };
  const begun = await write(database, actor, (tx) =>
    tx
      .updateTable("jobs.task")
      .set((eb) => ({ state: "running", started_at: new Date(), attempts: eb("attempts", "+", 1), problem: null }))
      .where("id", "=", task)
      .where("state", "in", ["waiting", "running"])
      .returning("account")
      .executeTakeFirst(),
  );
  if (!begun) return;
  const finish = (change: { state: string; result?: string | null; problem?: string | null }) =>
    write(database, actor, (tx) =>
      tx
        .updateTable("jobs.task")
        .set({ ...change, ...(change.state === "waiting" ? {} : { finished_at: new Date() }) })
        .where("id", "=", task)
        .execute(),
    );
  try {
    const result = await work.handler({
      id: task,
      payload: work.payload,
      account: begun.account ?? undefined,
      database,
      progress: progressOf(database, actor, task),
    });
    await finish({ state: "done", result: result ? JSON.stringify(result) : null });
  } catch (fault) {
    if (fault instanceof TaskProblem) {
      await finish({ state: "failed", problem: JSON.stringify(fault.words) });
      return;
    }
    onFault(kind, fault);
    await finish({ state: work.last ? "failed" : "waiting", problem: JSON.stringify(platformFault) });
    throw fault;
  }
}

/** Writes progress at most four times a second, and always at a new step. */
function progressOf(database: Database, actor: Actor, task: string) {
  let written = 0;
  let shown = "";
  return async (step: Text, done = 0, total = 0): Promise<void> => {
    if (shown === step.en && Date.now() - written < 250 && done < total) return;
    shown = step.en;
    written = Date.now();
    await write(database, actor, (tx) =>
      tx.updateTable("jobs.task").set({ step: JSON.stringify(step), done, total }).where("id", "=", task).execute(),
    );
  };
}
