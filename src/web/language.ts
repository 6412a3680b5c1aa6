import { type Language, isLanguage } from "#basics";
import type { Words } from "#words";
import { useLocation } from "react-router";

/** The language that an address names in its first part; Spanish leads where it names none. */
export function languageOf(pathname: string): Language {
  const first = pathname.split("/")[1];
  return isLanguage(first) ? first : "es";
}

/** The language of the page being drawn. It is read from the address, so that error pages have it too. */
export function useLanguage(): Language {
  return languageOf(useLocation().pathname);
}

/** The messages of a slice in the language of the page. */
export function useWords<M>(words: Words<M>): Words<M>[Language] {
  return words[useLanguage()];
}

/** The same page in the other language: only the first part of the address changes. */
export function inLanguage(pathname: string, language: Language): string {
  const [, first, ...rest] = pathname.split("/");
  return isLanguage(first) ? `/${[language, ...rest].join("/")}` : `/${language}`;
}

/** The language that a browser asks for; Spanish unless English is clearly preferred. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((wish) => {
      const [tag = "", ...options] = wish.trim().toLowerCase().split(";");
      const quality = options.map((option) => option.trim().match(/^q=([\d.]+)$/)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => isLanguage(wish.language) && wish.quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wishes[0]?.language === "en" ? "en" : "es";
}
