import type { ReactNode } from "react";

/**
 * The one idea of a page: its finding as title, and a lead sentence. It also names the page in the browser's tab.
 *
 * `tab` replaces a long finding in the tab; `above` is what stands before it, such as breadcrumbs or a year.
 */
export function PageHeading({ title, lead, above, tab }: { title: string; lead?: ReactNode; above?: ReactNode; tab?: string }) {
  return (
    <header>
      <title>{`${tab ?? title} · CORETT`}</title>
      {above !== undefined && <div className="mb-3 text-small text-ink-soft">{above}</div>}
      <h1 className="max-w-[26em] font-serif text-[1.8rem] leading-[1.14] font-semibold tracking-[-0.012em] md:text-h1">
        {title}
      </h1>
      {lead !== undefined && <div className="measure mt-4 text-lead text-ink-soft">{lead}</div>}
    </header>
  );
}

/** A part of a page with its heading; `id` lets an address point at it. */
export function Section({ title, id, children, lead }: { title: string; id?: string; children: ReactNode; lead?: ReactNode }) {
  return (
    <section className="mt-12 md:mt-16" {...(id === undefined ? {} : { id })}>
      <h2 className="max-w-[30em] font-serif text-h2 font-semibold">{title}</h2>
      {lead !== undefined && <div className="measure mt-2 text-ink-soft">{lead}</div>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
