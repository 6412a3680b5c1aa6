import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDate } from "#basics";
import { Disclosure, StateTag, useLanguage, useWords } from "#web";
import { submissionWords } from "#words";

/** A finding as its page gets it, in the language of the page. */
export interface FindingLine {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly mend: string;
  readonly cells: readonly { readonly line: string; readonly table: string }[];
  readonly explanation: { readonly body: string; readonly author: string; readonly at: Date } | undefined;
}

/** One finding: what it is, where, how to mend it, and the word that was given for it. Children are the form for such a word. */
export function FindingItem({ finding, root, children }: { finding: FindingLine; root: string; children: ReactNode }) {
  const words = useWords(submissionWords).validation;
  const language = useLanguage();
  const { severity, message, mend, cells, explanation } = finding;
  const tone = severity === "error" ? "bad" : explanation === undefined ? "caution" : "good";
  return (
    <li className="border-b border-line py-5">
      <p className="text-small">
        <StateTag tone={tone}>
          {severity === "warning" && explanation !== undefined ? words.explained : words.severity[severity]}
        </StateTag>
      </p>
      <p className={`measure mt-1 ${message.length < 180 ? "font-semibold" : ""}`}>{message}</p>
      <p className="measure text-ink-soft">{mend}</p>
      {cells.length > 0 && (
        <ul className="mt-2 space-y-1.5 text-small">
          {cells.map(({ line, table }) => (
            <li key={line}>
              <Link to={`${root}#${table}`} className="link inline-block py-0.5">
                {line}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {explanation === undefined ? (
        children
      ) : (
        <>
          <blockquote className="measure mt-3 border-l-2 border-good pl-4">
            <p>{explanation.body}</p>
            <p className="text-small text-ink-soft">
              {explanation.author}, {formatDate(explanation.at, language)}
            </p>
          </blockquote>
          {children !== false && <Disclosure summary={words.change}>{children}</Disclosure>}
        </>
      )}
    </li>
  );
}
