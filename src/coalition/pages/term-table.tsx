import type { ReactNode } from "react";
import { DataTable, EmptyState, useLanguage, useWords } from "#web";
import { coalitionOrganWords } from "#words";
import type { Term } from "../term.ts";
import { periodText } from "./period.ts";

/** Terms of office, the newest first. `names` gives the states' names; `acts` what the reader may do with a term. */
export function TermTable({
  terms,
  names,
  acts,
}: {
  terms: readonly Term[];
  names: Readonly<Record<string, string>>;
  acts?: { readonly head: string; readonly of: (term: Term) => ReactNode };
}) {
  const words = useWords(coalitionOrganWords);
  const language = useLanguage();
  if (terms.length === 0) return <EmptyState title={words.termsNone}>{words.termsNoneDetail}</EmptyState>;
  return (
    <DataTable
      caption={words.termsCaption}
      hideCaption
      rows={terms}
      rowKey={({ id }) => id}
      columns={[
        { id: "office", head: words.office, kind: "row-head", cell: ({ office }) => words.offices[office] },
        {
          id: "holder",
          head: words.holder,
          cell: ({ country, body }) => (country === undefined ? body : (names[country] ?? country)),
        },
        { id: "period", head: words.period, kind: "long", cell: (term) => periodText(term, language) },
        {
          id: "began",
          head: words.began,
          kind: "long",
          cell: ({ electedAt }) =>
            electedAt === undefined ? <span className="text-ink-soft">{words.originUnknown}</span> : words.electedAt(electedAt),
        },
        { id: "source", head: words.sourceHead, kind: "long", cell: ({ source }) => source[language] },
        ...(acts === undefined ? [] : [{ id: "acts", head: acts.head, cell: acts.of }]),
      ]}
    />
  );
}
