import type { ReactNode } from "react";

/** Stands where a list is still empty: what will be here, who puts it there, and the act that begins it, if the reader may. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mt-6 max-w-[46rem] border-y border-line py-8">
      <p className="flex items-center gap-3 font-serif text-h3 font-semibold">
        <svg
          viewBox="0 0 44 12"
          width="44"
          height="12"
          aria-hidden="true"
          className="shrink-0 text-light"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        >
          <circle cx="6" cy="6" r="4.5" />
          <circle cx="22" cy="6" r="4.5" />
          <circle cx="38" cy="6" r="4.5" />
        </svg>
        {title}
      </p>
      <div className="measure mt-2 text-ink-soft">{children}</div>
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}
