import { useEffect, useRef } from "react";
import { shellWords } from "#words";
import type { FormState } from "../form-state.ts";
import { useWords } from "../language.ts";
import { fieldId } from "./field.tsx";

/** Stands at the top of a form that came back: each problem leads to its field, or the refusal is said. Focus goes to it. */
export function ErrorSummary({ form }: { form: Pick<FormState, "problems" | "refusal"> }) {
  const words = useWords(shellWords).form;
  const box = useRef<HTMLDivElement>(null);
  const { problems, refusal } = form;
  useEffect(() => {
    if (problems.length > 0 || refusal !== undefined) box.current?.focus();
  }, [problems, refusal]);
  if (problems.length === 0 && refusal === undefined) return null;
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
    </div>
  );
}
