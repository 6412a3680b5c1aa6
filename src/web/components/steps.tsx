import { shellWords } from "#words";
import { useWords } from "../language.ts";

/** Where a thing is on its way: steps done, the one that is current, and those to come. `current` counts from 0. */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  const words = useWords(shellWords).steps;
  const stateOf = (place: number) => (place < current ? "done" : place === current ? "current" : "todo");
  return (
    <ol aria-label={label} className="mt-6 flex flex-col sm:flex-row">
      {steps.map((step, place) => {
        const state = stateOf(place);
        return (
          <li
            key={step}
            aria-current={state === "current" ? "step" : undefined}
            className={`relative flex-1 border-l-2 pb-3 pl-4 sm:border-t-2 sm:border-l-0 sm:pt-4 sm:pr-4 sm:pb-0 sm:pl-0 ${state === "todo" ? "border-line text-ink-soft" : "border-ink"}`}
          >
            <span
              aria-hidden="true"
              className={`absolute top-[0.35em] -left-[0.42rem] size-3 rounded-full border-2 sm:-top-[0.42rem] sm:left-0 ${state === "current" ? "border-ink bg-light" : state === "done" ? "border-ink bg-ink" : "border-line bg-paper"}`}
            />
            <span className={state === "current" ? "font-semibold" : ""}>{step}</span>
            <span className="block text-small text-ink-soft">{words[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
