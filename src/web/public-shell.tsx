import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { Mark } from "#brand";
import { shellWords } from "#words";
import { useLanguage, useWords } from "./language.ts";
import { usePageSetting } from "./page-setting.ts";
import { LanguageSwitch, ThemeSwitch } from "./reader-controls.tsx";

/** Where the coalition is reached. */
export const contactAddress = "coalicionregionaltrata@gmail.com";

/** The frame of every public page: who speaks, where to go, the page, and what stands behind it. */
export function PublicShell({ children }: { children: ReactNode }) {
  const words = useWords(shellWords);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <DemoBanner />
      <PublicHeader />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[76rem] flex-1 px-5 pt-8 pb-20 outline-none md:px-8 md:pt-14"
      >
        {children}
      </main>
      <footer className="border-t border-line bg-sunken print:bg-transparent">
        <div className="mx-auto grid max-w-[76rem] gap-x-12 gap-y-8 px-5 py-10 text-small md:grid-cols-12 md:px-8">
          <div className="md:col-span-6">
            <p className="flex items-center gap-3 font-serif text-lead font-semibold">
              <Mark size={32} colour="var(--ink)" line="var(--light)" />
              {words.name}
            </p>
            <p className="mt-2 font-semibold">{words.fullName}</p>
            <p className="measure mt-2 text-ink-soft">{words.footerAbout}</p>
          </div>
          <div className="md:col-span-3">
            <p className="text-ink-soft">{words.notReports}</p>
          </div>
          <FooterLinks />
        </div>
        <p className="mx-auto max-w-[76rem] px-5 pb-8 text-small text-ink-soft md:px-8">{words.licence}</p>
      </footer>
    </div>
  );
}

/** Leads past the navigation; it shows itself when a keyboard reaches it. */
export function SkipLink() {
  const words = useWords(shellWords);
  return (
    <a href="#content" className="absolute left-4 -top-20 z-10 bg-ink px-4 py-2 font-semibold text-paper focus:top-2">
      {words.skip}
    </a>
  );
}

/** Says on every page that accounts and case files are fictional, where they are. */
export function DemoBanner() {
  const words = useWords(shellWords);
  if (!usePageSetting().isDemo) return null;
  return (
    <aside
      aria-label={words.demo.split(":")[0]}
      className="bg-light-wash px-5 py-2 text-center text-small text-ink print:hidden"
    >
      {words.demo}
    </aside>
  );
}

function PublicHeader() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <header className="border-b border-line print:border-ink">
      <div className="mx-auto flex max-w-[76rem] items-center gap-x-8 px-5 py-4 md:px-8">
        <a
          href={`/${language}`}
          className="flex items-center gap-3 font-serif text-h3 font-semibold text-ink no-underline"
          aria-label={`${words.name}, ${words.home}`}
        >
          <Mark size={40} colour="var(--ink)" line="var(--light)" />
          {words.name}
        </a>
        <nav aria-label={words.mainNavigation} className="ml-auto hidden md:block print:hidden">
          <ul className="flex items-center gap-x-7">
            <PublicLinks />
          </ul>
        </nav>
        <div className="hidden items-center gap-x-5 border-l border-line pl-6 md:flex print:hidden">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <details className="group ml-auto md:hidden print:hidden">
          <summary className="flex min-h-11 items-center gap-2 font-semibold">
            <svg
              viewBox="0 0 20 20"
              width="20"
              height="20"
              aria-hidden="true"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            >
              <path d="M3 6h14M3 14h14" />
            </svg>
            {words.menu}
          </summary>
          <div className="absolute inset-x-0 z-10 border-b border-line bg-paper px-5 pt-2 pb-6">
            <nav aria-label={words.mainNavigation}>
              <ul className="space-y-4 border-b border-line py-4">
                <PublicLinks />
              </ul>
            </nav>
            <div className="flex items-center justify-between pt-5">
              <LanguageSwitch />
              <ThemeSwitch showWords />
            </div>
          </div>
        </details>
      </div>
    </header>
  );
}

function PublicLinks() {
  const words = useWords(shellWords);
  const language = useLanguage();
  const links = [
    { to: `/${language}/statistics`, label: words.statistics },
    { to: `/${language}/meetings`, label: words.plenary },
    { to: `/${language}/agreements`, label: words.agreements },
    { to: `/${language}/plans`, label: words.plans },
    { to: `/${language}/about`, label: words.about },
    { to: `/${language}/workspace`, label: words.workspace },
  ];
  return links.map(({ to, label }) => (
    <li key={to}>
      <NavLink to={to} reloadDocument className="quiet-link">
        {label}
      </NavLink>
    </li>
  ));
}

function FooterLinks() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <nav aria-label={words.footerNavigation} className="md:col-span-3 print:hidden">
      <ul className="space-y-2">
        <li>
          <a href={`/${language}/about`} className="link">
            {words.about}
          </a>
        </li>
        <li>
          <a href={`/${language}/archive`} className="link">
            {words.archive}
          </a>
        </li>
        <li>
          <a href={`/${language}/verify`} className="link">
            {words.verify}
          </a>
        </li>
        <li>
          <a href={`/${language}/accessibility`} className="link">
            {words.accessibility}
          </a>
        </li>
        <li>
          <a href={`mailto:${contactAddress}`} className="link">
            {words.contact}
          </a>
        </li>
      </ul>
    </nav>
  );
}
