import type { ComponentProps } from "react";
import type { StateTag } from "#web";
import type { Light } from "../../plan/light.ts";
import type { Report } from "../report.ts";

type Tone = ComponentProps<typeof StateTag>["tone"];

/** The tone of a traffic light. */
export const lightTones = { green: "good", amber: "caution", red: "bad", grey: "neutral" } as const satisfies Record<Light, Tone>;

/** The tone of how a report stands. */
export function answerTone(answer: Report["answer"]): Tone {
  return answer === "accepted" ? "good" : answer === "returned" ? "caution" : "info";
}
