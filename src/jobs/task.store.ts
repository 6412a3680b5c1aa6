import { randomUUID } from "node:crypto";
import type { Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";

/** What is asked of the platform: `kind` names the handler, `payload` carries ids. */
export interface TaskRequest {
  readonly kind: string;
  readonly title: Text;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  readonly account?: string;
  readonly country?: string;
  /** Address below the language of the page that the work is for: `/workspace/collections/trafficking-2021/release`. */
  readonly page?: string;
}

const attempts = 3;

/** Asks for a task in the transaction of the act that needs it: no commit, no task. Gives the task's id. */
export async function enqueue(tx: Writing, request: TaskRequest): Promise<string> {
  const id = randomUUID();
  const payload = request.page === undefined ? request.payload : { ...request.payload, page: request.page };
  await tx
    .insertInto("jobs.task")
    .values({
      id,
      kind: request.kind,
      title: JSON.stringify(request.title),
      account: request.account ?? null,
      country: request.country ?? null,
      payload: JSON.stringify(payload),
    })
    .execute();
  await queue(tx, id, request.kind, payload);
  return id;
}

async function queue(tx: Writing, id: string, kind: string, payload: TaskRequest["payload"]): Promise<void> {
  const parcel = JSON.stringify({ task: id, ...payload });
  await sql`select jobs.enqueue(${kind}, ${parcel}::json, ${attempts})`.execute(tx);
}

/** One task as its page shows it; policies decide who sees it. */
export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly step: Text | null;
  readonly done: number;
  readonly total: number;
  readonly attempts: number;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly problem: Text | null;
  readonly country: string | null;
  /** Where the work was asked for, and where its result is: an address below the language. */
  readonly page: string | undefined;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const columns = ["id", "kind", "title", "state", "step", "done", "total", "attempts", "result", "problem", "country", "payload", "created_at", "finished_at"] as const;

/** The task of that id, or nothing when there is none that the actor may see. */
export async function taskOf(tx: Reading, id: string): Promise<Task | undefined> {
  const row = await tx.selectFrom("jobs.task").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asTask(row);
}

/** The newest tasks that the actor may see; policies decide which. */
export async function newestTasks(tx: Reading, limit = 50): Promise<Task[]> {
  const rows = await tx.selectFrom("jobs.task").select(columns).orderBy("created_at", "desc").limit(limit).execute();
  return rows.map(asTask);
}

/** How many tasks failed and were neither tried again nor asked for anew: those that somebody still has to look at. */
export async function openFailures(tx: Reading): Promise<number> {
  const { count } = await tx
    .selectFrom("jobs.task as failed")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("failed.state", "=", "failed")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("jobs.task as later")
            .select("later.id")
            .whereRef("later.kind", "=", "failed.kind")
            .whereRef("later.payload", "=", "failed.payload")
            .whereRef("later.created_at", ">", "failed.created_at"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** The newest task (of that kind) that was asked for with these ids, or nothing: a page that is come back to finds its work again. */
export async function newestTaskWith(tx: Reading, payload: Readonly<Record<string, string>>, kind?: string): Promise<Task | undefined> {
  const row = await tx
    .selectFrom("jobs.task")
    .select(columns)
    .where(sql<boolean>`payload @> ${JSON.stringify(payload)}::jsonb`)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && asTask(row);
}

/** Puts a failed task back into the queue. False when it is not failed, or not the actor's to retry. */
export async function retryTask(tx: Writing, id: string): Promise<boolean> {
  const row = await tx
    .updateTable("jobs.task")
    .set({ state: "waiting", problem: null })
    .where("id", "=", id)
    .where("state", "=", "failed")
    .returning(["kind", "payload"])
    .executeTakeFirst();
  if (!row) return false;
  await queue(tx, id, row.kind, row.payload as TaskRequest["payload"]);
  return true;
}

function asTask(row: Record<(typeof columns)[number], unknown>): Task {
  return {
    id: row.id as string,
    kind: row.kind as string,
    title: row.title as Text,
    state: row.state as Task["state"],
    step: row.step as Text | null,
    done: row.done as number,
    total: row.total as number,
    attempts: row.attempts as number,
    result: row.result as Task["result"],
    problem: row.problem as Text | null,
    country: row.country as string | null,
    page: pageOf(row.payload),
    createdAt: row.created_at as Date,
    finishedAt: row.finished_at as Date | null,
  };
}

/** The address that a payload carries; only one inside the workspace is a page of this platform. */
function pageOf(payload: unknown): string | undefined {
  const { page } = (payload ?? {}) as { page?: unknown };
  return typeof page === "string" && page.startsWith("/workspace/") ? page : undefined;
}
