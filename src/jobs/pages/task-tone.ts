import type { Tone } from "#web";
import type { Task } from "../task.store.ts";

/** The tone in which a task's state is shown; its words are always beside it. */
export const taskTones = { waiting: "neutral", running: "info", done: "good", failed: "bad" } as const satisfies Record<Task["state"], Tone>;
