import type { Tone } from "#web";
import type { SubmissionState } from "../act.ts";

/** The tone in which a state is shown; its words are always beside it. */
export const stateTones = {
  draft: "neutral",
  submitted: "info",
  signed: "info",
  "under-review": "info",
  returned: "caution",
  accepted: "good",
  released: "good",
} as const satisfies Record<SubmissionState, Tone>;
