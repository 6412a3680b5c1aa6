import { shellWords } from "#words";
import { useLocation } from "react-router";
import { inLanguage, useLanguage, useWords } from "./language.ts";

/** Leads to the same page in the other language. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const words = useWords(shellWords);
  const other = language === "es" ? "en" : "es";
  return (
    <a
      href={`${inLanguage(pathname, other)}${search}`}
      hrefLang={other}
      lang={other}
      title={words.otherLanguageHint}
      className="quiet-link"
    >
      {words.otherLanguage}
    </a>
  );
}

/** Turns the page light or dark. It is a form, so that it works without script; the server remembers it in a cookie. */
export function ThemeSwitch({ showWords = false }: { showWords?: boolean }) {
  const { pathname, search } = useLocation();
  const words = useWords(shellWords).theme;
  return (
    <form method="post" action="/theme" className="inline-flex">
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <ThemeButton theme="dark" label={words.toDark} showWords={showWords} className="only-light" />
      <ThemeButton theme="light" label={words.toLight} showWords={showWords} className="only-dark" />
    </form>
  );
}

function ThemeButton({
  theme,
  label,
  showWords,
  className,
}: {
  theme: "light" | "dark";
  label: string;
  showWords: boolean;
  className: string;
}) {
  return (
    <button
      type="submit"
      name="theme"
      value={theme}
      title={label}
      className={`${className} quiet-link cursor-pointer items-center gap-2`}
    >
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      >
        {theme === "dark" ? (
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" strokeLinejoin="round" />
        ) : (
          <path d="M10 6.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2ZM10 1.8v1.6M10 16.6v1.6M1.8 10h1.6M16.6 10h1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M4.2 15.8l1.1-1.1M14.7 5.3l1.1-1.1" />
        )}
      </svg>
      <span className={showWords ? "" : "sr-only"}>{label}</span>
    </button>
  );
}
