import { useEffect, useRef } from "react";
import { shellWords } from "#words";
import type { FormState } from "../form-state.ts";
import { useWords } from "../language.ts";
import { Disclosure } from "./facts.tsx";
import { fieldId } from "./field.tsx";

/**
 * Stands at the top of a form that came back: each problem leads to its field, or the refusal is said. Focus goes to it, once.
 *
 * A refusal may have closed the form: longer texts that were typed in it are kept here, to be copied.
 */
export function ErrorSummary({ form }: { form: Pick<FormState, "problems" | "refusal"> & Partial<Pick<FormState, "kept" | "answer">> }) {
  const words = useWords(shellWords).form;
  const box = useRef<HTMLDivElement>(null);
  const { problems, refusal, kept = [], answer } = form;
  // The answer that is shown. A page that reads its facts again, or follows a live meeting, must not take the focus a second time.
  const shown = problems.length > 0 || refusal !== undefined ? (answer ?? true) : undefined;
  useEffect(() => {
    if (shown !== undefined) box.current?.focus();
  }, [shown]);
  if (shown === undefined) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mt-6 max-w-[40rem] border-l-4 border-bad bg-bad-wash px-5 py-4">
      <h2 className="text-h3 font-semibold">{refusal === undefined ? words.problemsTitle : words.refusedTitle}</h2>
      {refusal !== undefined && <p className="mt-1">{refusal}</p>}
      {problems.length > 0 && (
        <ul className="mt-2 space-y-1">
          {problems.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              <a href={`#${fieldId(name)}`} className="font-semibold text-bad underline underline-offset-4">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <Disclosure summary={words.kept}>
          {kept.map((text) => (
            <p key={text} className="mt-3 whitespace-pre-line">
              {text}
            </p>
          ))}
        </Disclosure>
      )}
    </div>
  );
}
