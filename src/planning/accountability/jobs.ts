import { type TaskHandler, TaskProblem } from "#jobs";
import { freezeReport } from "./freeze.store.ts";

/** Tasks of accountability for the queue; `origin` is the platform's public address, printed on the files. They may run twice. */
export function accountabilityTasks(origin: string) {
  return {
    "accountability-files": async ({ payload, database, progress }) => {
      await progress({ es: "Se preparan el PDF y el documento de Word en los dos idiomas.", en: "The PDF and the Word file are being made in both languages." });
      const outcome = await freezeReport(database, String(payload["report"]), origin);
      if (outcome === "not-approved") throw new TaskProblem({ es: "El informe todavía no está aprobado.", en: "The report is not approved yet." });
      return { outcome };
    },
  } as const satisfies Record<string, TaskHandler>;
}
