import type { Tone } from "#web";
import type { IntakeReport } from "../intake-report.ts";
import type { Upload } from "../upload.store.ts";

/** How a file stands: the key of its words, and its tone. */
export interface UploadTag {
  readonly word: Upload["state"] | "withErrors";
  readonly tone: Tone;
}

const tones = {
  checking: "info",
  checked: "good",
  refused: "bad",
  committed: "good",
  replaced: "neutral",
} as const satisfies Record<Upload["state"], Tone>;

/** A checked file with problems is told from one that is ready. */
export function uploadTag(state: Upload["state"], outcome: IntakeReport["outcome"] | undefined): UploadTag {
  return state === "checked" && outcome === "problems"
    ? { word: "withErrors", tone: "bad" }
    : { word: state, tone: tones[state] };
}
