import { StateTag, useWords } from "#web";
import { planningPlanWords } from "#words";
import type { Light, LightReason } from "../light.ts";

const tones = { green: "good", amber: "caution", red: "bad", grey: "neutral" } as const;

/** A traffic light: its shape and colour, its name and why; never colour alone. */
export function LightTag({ light, because }: { light: Light; because: LightReason }) {
  const words = useWords(planningPlanWords);
  return (
    <span>
      <StateTag tone={tones[light]}>{words.lights[light]}</StateTag>
      <span className="block text-small text-ink-soft">{words.because[because]}</span>
    </span>
  );
}
