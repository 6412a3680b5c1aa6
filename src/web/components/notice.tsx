import type { ReactNode } from "react";
import { shellWords } from "#words";
import { useWords } from "../language.ts";
import { Sign, type Tone } from "./sign.tsx";

type NoticeTone = Exclude<Tone, "neutral">;

const tones = {
  info: "border-work bg-work-wash",
  good: "border-good bg-good-wash",
  caution: "border-caution bg-caution-wash",
  bad: "border-bad bg-bad-wash",
} as const satisfies Record<NoticeTone, string>;

const signs = { info: "text-work", good: "text-good", caution: "text-caution", bad: "text-bad" } as const satisfies Record<
  NoticeTone,
  string
>;

/** Says something that the reader should know before going on; without a title, the tone's own word leads. */
export function Notice({ tone = "info", title, children }: { tone?: NoticeTone; title?: string; children?: ReactNode }) {
  const words = useWords(shellWords).tones;
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`mt-6 max-w-[46rem] border-l-4 px-5 py-4 ${tones[tone]}`}>
      <p className="flex items-center gap-2 font-semibold">
        <Sign tone={tone} className={signs[tone]} />
        {title ?? words[tone]}
      </p>
      {children !== undefined && <div className="measure mt-1">{children}</div>}
    </div>
  );
}
