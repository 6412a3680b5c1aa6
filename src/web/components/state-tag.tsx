import { Sign, type Tone } from "./sign.tsx";

const tones = {
  neutral: "text-ink-soft",
  info: "text-work",
  good: "text-good",
  caution: "text-caution",
  bad: "text-bad",
} as const satisfies Record<Tone, string>;

/** The state of a thing in one word, with its shape and colour. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`inline-flex items-center gap-[0.45em] font-semibold whitespace-nowrap ${tones[tone]}`}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}
