import type { ActState } from "../act.ts";

/** How the state of an act is toned; the word always stands beside it. */
export const actTones = { draft: "neutral", circulated: "info", approved: "caution", signed: "info", archived: "good" } as const satisfies Record<ActState, string>;

/** How the state of an observation is toned. */
export const observationTones = { open: "caution", "taken-up": "good", "not-taken-up": "neutral" } as const;
