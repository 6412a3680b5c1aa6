import type { Text } from "#basics";
import type { Database } from "#database";

/** A task stopped for a reason that a person can act on; its words are shown on the task's page. */
export class TaskProblem extends Error {
  override name = "TaskProblem";
  constructor(readonly words: Text) {
    super(words.en);
  }
}

/** Tells how far a task is: which step, and how many of how many parts. Cheap to call often. */
export type Progress = (step: Text, done?: number, total?: number) => Promise<void>;

/**
 * Does the work of one kind of task. It carries ids only, reads the world again, and does nothing if the world moved on.
 * What it returns is kept as the task's result (ids and words for its page, never figures).
 */
export type TaskHandler = (task: {
  readonly id: string;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  readonly account: string | undefined;
  readonly database: Database;
  readonly progress: Progress;
}) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** Words for a fault that is the platform's own: it is logged for the administrators, and tried again. */
export const platformFault: Text = {
  es: "La plataforma no pudo terminar este trabajo. Nada quedó a medias. La secretaría puede volver a intentarlo desde la página de trabajos.",
  en: "The platform could not finish this work. Nothing was left half done. The secretariat can try again from the page of tasks.",
};
