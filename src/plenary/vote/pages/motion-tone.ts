import type { Tone } from "#web";
import type { MotionState } from "../motion.ts";
import type { VoteState } from "../vote.ts";

/** Tone of a motion's state. */
export const motionTones = { draft: "neutral", put: "info", adopted: "good", rejected: "caution", withdrawn: "neutral" } as const satisfies Record<MotionState, Tone>;

/** Tone of a vote's state. */
export const voteTones = { open: "info", closed: "caution", settled: "good", void: "neutral" } as const satisfies Record<VoteState, Tone>;
