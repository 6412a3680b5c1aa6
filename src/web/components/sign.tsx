/** How a thing stands: the tone chooses colour and shape, the words are always there beside it. */
export type Tone = "neutral" | "info" | "good" | "caution" | "bad";

/** The shape of a tone, so that colour is never the only sign: ring, disc, tick, triangle, cross. */
export function Sign({ tone, className = "" }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      className={`inline-block size-[0.9em] shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[tone]}
    </svg>
  );
}

const shapes = {
  neutral: <circle cx="8" cy="8" r="5.4" />,
  info: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  good: <path d="M2.5 8.6 6.3 12.4 13.5 4" />,
  caution: <path d="M8 2 14.6 13.6H1.4ZM8 6.6v2.6M8 11.6v.1" strokeWidth="1.7" />,
  bad: <path d="M3.4 3.4 12.6 12.6M12.6 3.4 3.4 12.6" />,
} as const;
