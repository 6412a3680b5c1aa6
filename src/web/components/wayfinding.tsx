import { Link } from "react-router";
import { formatCount } from "#basics";
import { shellWords } from "#words";
import { useLanguage, useWords } from "../language.ts";

/** The way from the top to this page; the last one is the page itself and has no address. */
export function Breadcrumbs({ way }: { way: readonly { readonly label: string; readonly to?: string }[] }) {
  const words = useWords(shellWords);
  return (
    <nav aria-label={words.breadcrumbs} className="text-small text-ink-soft print:hidden">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {way.map(({ label, to }) => (
          <li key={label} className="flex gap-x-2 after:content-['/'] last:after:content-none">
            {to === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link to={to} className="link">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Sister pages as a row of links; each has its own address, so that it can be sent and printed. */
export function TabLinks({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly to: string; readonly label: string; readonly isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mt-6 border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.isCurrent ? "page" : undefined}
              className="-mb-px block border-b-[3px] border-transparent py-2 text-ink-soft no-underline hover:text-work aria-[current]:border-light aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Leads through a long list page by page; `to` gives the address of a page, counted from 1. */
export function Pagination({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const words = useWords(shellWords).pages;
  const language = useLanguage();
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={words.navigation}
      className="mt-6 grid grid-cols-[1fr_auto_1fr] items-baseline gap-3 border-t border-line pt-4 print:hidden"
    >
      <span>
        {page > 1 && (
          <Link to={to(page - 1)} rel="prev" className="link">
            ← {words.previous}
          </Link>
        )}
      </span>
      <span className="figures text-ink-soft">{words.position(formatCount(page, language), formatCount(pages, language))}</span>
      <span className="text-right">
        {page < pages && (
          <Link to={to(page + 1)} rel="next" className="link">
            {words.next} →
          </Link>
        )}
      </span>
    </nav>
  );
}
