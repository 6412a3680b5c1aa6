import type { Actor, Office } from "#basics";
import { type Writing, read, write } from "#database";
import { type TaskHandler, TaskProblem, enqueue } from "#jobs";
import { checkUpload, commitUpload } from "./intake-run.ts";
import { collections } from "./collection.store.ts";
import type { Member } from "./member.ts";
import { refusalText } from "./refusal.ts";
import { type ReminderPost, remind } from "./reminder.store.ts";
import { uploadOf } from "./upload.store.ts";

const titles = {
  "intake-check": { es: "Revisar el archivo", en: "Check the file" },
  "intake-commit": { es: "Cargar el archivo", en: "Load the file" },
} as const;

/** Asks for a file to be checked or taken over, in the transaction of the act. Gives the task's id. */
export async function requestIntake(tx: Writing, actor: Member, upload: string, kind: keyof typeof titles): Promise<string> {
  const country = actor.country ?? "";
  const collection = (await uploadOf(tx, upload))?.collection;
  return enqueue(tx, {
    kind,
    title: titles[kind],
    payload: { upload, country, office: actor.office, name: actor.name },
    account: actor.account,
    country,
    ...(collection === undefined ? {} : { page: `/workspace/collections/${collection}/${country}/file/${upload}` }),
  });
}

/** The person who asked, so that the task sees and writes what that person may and the audit names them. */
function askerOf(task: Parameters<TaskHandler>[0]): Actor {
  const { country, office, name } = task.payload;
  if (!task.account) throw new Error("A file is read in the name of the person who sent it");
  return { kind: "member", account: task.account, name: String(name), office: String(office) as Office, country: String(country) };
}

async function ownUpload(task: Parameters<TaskHandler>[0], actor: Actor): Promise<string> {
  const id = String(task.payload["upload"]);
  const upload = await read(task.database, actor, (tx) => uploadOf(tx, id));
  if (!upload) throw new TaskProblem(refusalText("not-found"));
  return id;
}

/** Tasks of intake for the queue: the dry run, and the taking over. Both re-read the file and are safe to run twice. */
export const intakeTasks = {
  "intake-check": async (task) => {
    const actor = askerOf(task);
    const upload = await ownUpload(task, actor);
    const report = await checkUpload(task.database, actor, upload, task.progress);
    return { upload, outcome: report.outcome };
  },
  "intake-commit": async (task) => {
    const actor = askerOf(task);
    const upload = await ownUpload(task, actor);
    const result = await commitUpload(task.database, actor, upload, task.progress);
    if (result.outcome === "not-taken") throw new TaskProblem(refusalText(result.refusal));
    return { upload, outcome: result.outcome };
  },
} as const satisfies Record<string, TaskHandler>;

/**
 * The daily task of reminders, over every collection that is open, or the one of the payload. `today` may be given as an ISO
 * day; without it the handler's `clock` tells it.
 */
export function remindTask(post: ReminderPost, clock: () => Date): TaskHandler {
  return async ({ database, payload }) => {
    const actor: Actor = { kind: "system", task: "remind" };
    const today = payload["today"] === undefined ? clock().toISOString().slice(0, 10) : String(payload["today"]);
    const asked = payload["collection"];
    const open = asked === undefined ? (await read(database, actor, collections)).filter((each) => !each.exercise).map((each) => each.id) : [String(asked)];
    const reminded: Record<string, string[]> = {};
    for (const collection of open) reminded[collection] = await write(database, actor, (tx) => remind(tx, actor, collection, today, post));
    return { reminded };
  };
}
