import type { Tone } from "#web";
import type { MeetingState } from "../meeting.ts";

/** How the state of a meeting is shown. */
export const meetingTones = {
  draft: "neutral",
  convened: "info",
  open: "info",
  closed: "good",
  cancelled: "bad",
} as const satisfies Record<MeetingState, Tone>;
