import type { ReactNode } from "react";
import { formatCount, formatInstant } from "#basics";
import { Disclosure, StateTag, useLanguage, useWords } from "#web";
import { shellWords, submissionWords } from "#words";
import type { Remark } from "../remark.ts";

/** A remark with what was replied to it. Children are the form for another reply; it is open where a reply is awaited. */
export function RemarkItem({
  root,
  where,
  replies,
  children,
}: {
  root: Remark & { readonly isOpen: boolean };
  where: string | undefined;
  replies: readonly Remark[];
  children: ReactNode;
}) {
  const words = useWords(submissionWords).remarks;
  return (
    <li className="border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-x-4 text-small">
        <span className="font-semibold">{words.kinds[root.kind]}</span>
        {root.kind === "return-reason" && (
          <StateTag tone={root.isOpen ? "caution" : "good"}>{root.isOpen ? words.open : words.answered}</StateTag>
        )}
        <span className="text-ink-soft">{where === undefined ? words.wholeSubmission : words.about(where)}</span>
      </p>
      <Words remark={root} />
      {replies.length > 0 && (
        <ul className="mt-3 space-y-3 border-l-2 border-line pl-5">
          {replies.map((each) => (
            <li key={each.id}>
              <Words remark={each} />
            </li>
          ))}
        </ul>
      )}
      {children !== false && (root.isOpen ? children : <Disclosure summary={words.reply}>{children}</Disclosure>)}
    </li>
  );
}

function Words({ remark }: { remark: Remark }) {
  const words = useWords(submissionWords).remarks;
  const offices: Readonly<Record<string, string>> = useWords(shellWords).officeNames;
  const language = useLanguage();
  return (
    <>
      <p className="measure mt-1 whitespace-pre-line">{remark.body}</p>
      <p className="figures text-small text-ink-soft">
        {remark.author}, {offices[remark.office] ?? remark.office} · {formatInstant(remark.at, language)} ·{" "}
        {words.round(formatCount(remark.round, language))}
      </p>
    </>
  );
}
