import type { Actor } from "#basics";
import { write } from "#database";
import { type TaskHandler, TaskProblem } from "#jobs";
import { dayInGuatemala } from "./approve.store.ts";
import { freezeAct } from "./freeze.store.ts";
import { type Occasion, actsNearDeadline, postActNotices } from "./notice.store.ts";

/** Tasks of the act for the queue; `origin` is the platform's public address, printed on files and in mails. All may run twice. */
export function actTasks(origin: string) {
  return {
    "act-files": async ({ payload, database, progress }) => {
      await progress({ es: "Se preparan el PDF y el documento de Word en los dos idiomas.", en: "The PDF and the Word file are being made in both languages." });
      const outcome = await freezeAct(database, String(payload["meeting"]), origin);
      if (outcome === "not-signed")
        throw new TaskProblem({ es: "El acta no tiene todavía las dos firmas.", en: "The act does not have both signatures yet." });
      return { outcome };
    },
    "act-notices": async ({ payload, database }) => {
      const actor: Actor = { kind: "system", task: "act-notices" };
      const occasion: Occasion = payload["occasion"] === "reminder" ? "reminder" : "circulated";
      const posted = await write(database, actor, (tx) => postActNotices(tx, String(payload["meeting"]), occasion, origin));
      return { posted };
    },
  } as const satisfies Record<string, TaskHandler>;
}

/** The daily errand: reminds the delegations that have not observed on an act whose day is near; each person once for a day. */
export function remindActs(origin: string, clock: () => Date): TaskHandler {
  return async ({ database }) => {
    const actor: Actor = { kind: "system", task: "act-remind" };
    const reminded = await write(database, actor, async (tx) => {
      let posted = 0;
      for (const meeting of await actsNearDeadline(tx, dayInGuatemala(clock()))) posted += await postActNotices(tx, meeting, "reminder", origin);
      return posted;
    });
    return { reminded };
  };
}
