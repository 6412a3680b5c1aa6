import type { ReactNode } from "react";

/** Terms and what they are, in two columns; on a telephone one above the other. */
export function DefinitionList({ items }: { items: readonly { readonly term: string; readonly detail: ReactNode }[] }) {
  return (
    <dl className="border-t border-line">
      {items.map(({ term, detail }) => (
        <div key={term} className="border-b border-line py-2.5 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-6">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="figures">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The one number of a page and what it counts. The number is text already written for its reader. */
export function FigureBig({ figure, counts, note }: { figure: string; counts: ReactNode; note?: ReactNode }) {
  return (
    <p className="max-w-[36rem]">
      <span className="figures block font-serif text-figure font-semibold tracking-[-0.02em]">{figure}</span>
      <span className="mt-2 block text-lead">{counts}</span>
      {note !== undefined && <span className="mt-1 block text-small text-ink-soft">{note}</span>}
    </p>
  );
}

/** More for who wants it: one line that opens. It works without script and is open in print where the browser can. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group mt-5 border-y border-line">
      <summary className="flex items-center gap-3 py-3 font-semibold text-work hover:text-work-strong">
        <svg
          viewBox="0 0 12 12"
          width="12"
          height="12"
          aria-hidden="true"
          className="shrink-0 group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M4 1.5 8.5 6 4 10.5" />
        </svg>
        {summary}
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  );
}
