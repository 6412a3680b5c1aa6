import { useEffect } from "react";
import { Link, useLocation, useRevalidator } from "react-router";
import { formatCount } from "#basics";
import { shellWords } from "#words";
import { useLanguage, useWords } from "../language.ts";
import { Sign, type Tone } from "./sign.tsx";

/** Work that runs elsewhere, as the page last heard of it. */
export interface Progressing {
  readonly state: "waiting" | "running" | "done" | "failed";
  /** Parts done and parts in all; absent while the whole is not known. */
  readonly done?: number;
  readonly total?: number;
  /** What is being done now, in words. */
  readonly note?: string;
}

/** How often a page asks again, in milliseconds. */
const rhythm = 1500;

/**
 * Long work with its progress. With script the page asks again by itself until the work ends; without, a link reloads it.
 *
 * The page's loader must give the progress; nothing is lost when the reader leaves.
 */
export function ProgressBar({ label, progress }: { label: string; progress: Progressing }) {
  const words = useWords(shellWords).progress;
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const isOpen = progress.state === "waiting" || progress.state === "running";
  useAskAgain(isOpen);
  const { done, total } = progress;
  const count =
    done !== undefined && total !== undefined ? words.of(formatCount(done, language), formatCount(total, language)) : undefined;
  return (
    <div className="mt-6 max-w-[40rem]">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-semibold">{label}</span>
        <span
          className={`figures inline-flex items-center gap-2 ${progress.state === "failed" ? "text-bad" : "text-ink-soft"}`}
          aria-live="polite"
        >
          <Sign tone={signs[progress.state]} />
          {words[progress.state]}
          {count !== undefined && isOpen && ` · ${count}`}
        </span>
      </div>
      <progress
        aria-label={label}
        className="mt-2"
        max={total ?? 1}
        {...(progress.state === "done"
          ? { value: total ?? 1 }
          : done === undefined
            ? progress.state === "running"
              ? {}
              : { value: 0 }
            : { value: done })}
      />
      {progress.note !== undefined && <p className="mt-1.5 text-small text-ink-soft">{progress.note}</p>}
      {isOpen && (
        <p className="mt-1.5 text-small text-ink-soft">
          {words.keepsGoing}{" "}
          <Link to={`${pathname}${search}`} replace preventScrollReset className="link">
            {words.refresh}
          </Link>
        </p>
      )}
    </div>
  );
}

const signs = { waiting: "neutral", running: "info", done: "good", failed: "bad" } as const satisfies Record<
  Progressing["state"],
  Tone
>;

/** Asks the page's loader again while the work is open. On public pages, without script, nothing happens. */
function useAskAgain(isOpen: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void (document.visibilityState === "visible" && revalidate()), rhythm);
    return () => clearInterval(timer);
  }, [isOpen, revalidate]);
}
