import { useLanguage, useWords } from "#web";
import { plenarySessionRoomWords } from "#words";
import type { RoomState } from "../room.ts";
import type { RoomResult } from "../room-result.ts";

type Word = "voted" | "agreement" | "reservation" | "objection";

interface Props {
  readonly delegations: RoomState["delegations"];
  /** What each delegation did: a word, or the place of its answer in `answers`. Left out, the lights tell who is in the room. */
  readonly told?: Readonly<Record<string, Word | number>>;
  readonly answers?: readonly Pick<RoomResult["figures"][number], "label" | "kind">[];
  /** The decision is over: whoever said nothing did not vote, or did not answer. */
  readonly over?: "vote" | "consensus";
}

const noAnswers: NonNullable<Props["answers"]> = [];

/** One light for each delegation, on one line: its shape and its word tell the same, and colour is never the only sign. */
export function ScreenLights({ delegations, told, answers = noAnswers, over }: Props) {
  const words = useWords(plenarySessionRoomWords);
  const language = useLanguage();
  const silent = over === "vote" ? words.spoken.notVoted : over === "consensus" ? words.spoken.silent : words.spoken.waiting;
  return (
    <ul className="mt-[3vh] grid grid-cols-3 gap-x-[1vw] gap-y-[2vh] sm:grid-cols-5 lg:grid-cols-9">
      {delegations.map(({ country, name, titulars, alternates }) => {
        const isIn = titulars.length + alternates.length > 0;
        const answer = told?.[country];
        const shape = answer !== undefined ? shapeOf(typeof answer === "number" ? answers[answer]?.kind : answer) : isIn ? (told ? "ring" : "disc") : "dash";
        const text =
          answer === undefined ? (told ? (isIn ? silent : words.spoken.away) : isIn ? words.present : words.absent) : typeof answer === "number" ? (answers[answer]?.label[language] ?? "") : words.spoken[answer];
        return (
          <li key={country} className="text-center">
            <svg viewBox="0 0 48 48" aria-hidden="true" className="mx-auto size-[clamp(2.2rem,4vw,4.5rem)] text-ink" fill="none" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" strokeLinejoin="round">
              {shapes[shape]}
            </svg>
            <p className="mt-1 font-semibold leading-tight text-[clamp(0.95rem,1.35vw,1.6rem)]">{name[language]}</p>
            <p className="text-[clamp(0.9rem,1.2vw,1.4rem)] text-ink-soft">{text}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** In an election the word below says for whom: the light only says that a vote was cast. */
function shapeOf(answer: string | undefined): keyof typeof shapes {
  if (answer === "voted" || answer === "candidate") return "lit";
  if (answer === "agreement" || answer === "in-favour") return "tick";
  if (answer === "objection" || answer === "against") return "cross";
  return "half";
}

const light = <circle cx="24" cy="24" r="19" className="fill-light stroke-ink" />;
const shapes = {
  dash: <path d="M14 24h20" className="stroke-ink-soft" />,
  ring: <circle cx="24" cy="24" r="19" />,
  disc: light,
  lit: (
    <>
      {light}
      <circle cx="24" cy="24" r="8" fill="black" stroke="none" />
    </>
  ),
  tick: (
    <>
      {light}
      <path d="M14.5 24.5 21.5 31.5 34 17" stroke="black" />
    </>
  ),
  cross: (
    <>
      <circle cx="24" cy="24" r="19" />
      <path d="M17 17 31 31M31 17 17 31" />
    </>
  ),
  half: (
    <>
      <circle cx="24" cy="24" r="19" />
      <path d="M14 24h20" />
    </>
  ),
} as const;
