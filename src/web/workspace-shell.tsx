import type { ReactNode } from "react";
import { NavLink } from "react-router";
import type { Office, Text } from "#basics";
import { Mark } from "#brand";
import { shellWords } from "#words";
import { useLanguage, useWords } from "./language.ts";
import { DemoBanner, SkipLink } from "./public-shell.tsx";
import { LanguageSwitch, ThemeSwitch } from "./reader-controls.tsx";

interface Line {
  readonly href: string;
  readonly label: Text;
}

interface WorkspaceProps {
  readonly who: { readonly name: string; readonly office: Office; readonly country?: Text };
  readonly navigation: readonly { readonly title: Text; readonly items: readonly Line[] }[];
}

/** The frame of the workspace: tasks on the left, who acts and for which country always in sight, the page on the right. */
export function WorkspaceShell({ who, navigation, children }: WorkspaceProps & { children: ReactNode }) {
  const words = useWords(shellWords);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[16.5rem_1fr]">
      <SkipLink />
      <header className="hidden border-r border-line bg-sunken md:block print:hidden">
        <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-6 py-6">
          <Name />
          <Who {...who} />
          <Tasks navigation={navigation} />
          <Controls />
        </div>
      </header>
      <header className="border-b border-line bg-sunken md:hidden print:hidden">
        <details>
          <summary className="flex items-center justify-between gap-3 px-5 py-3">
            <span className="flex items-center gap-3">
              <Mark size={32} colour="var(--ink)" line="var(--light)" />
              <span className="leading-tight">
                <span className="block font-semibold">{words.officeNames[who.office]}</span>
                <Country {...who} />
              </span>
            </span>
            <span className="font-semibold text-work">{words.menu}</span>
          </summary>
          <div className="border-t border-line px-5 pb-6">
            <Who {...who} />
            <Tasks navigation={navigation} />
            <Controls />
          </div>
        </details>
      </header>
      <div className="min-w-0">
        <DemoBanner />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[68rem] px-5 pt-7 pb-24 outline-none md:px-10 md:pt-11"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

function Name() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <a href={`/${language}`} className="flex items-center gap-3 font-serif text-h3 font-semibold text-ink no-underline">
      <Mark size={40} colour="var(--ink)" line="var(--light)" />
      {words.name}
    </a>
  );
}

function Who({ name, office, country }: WorkspaceProps["who"]) {
  const words = useWords(shellWords);
  return (
    <div className="mt-6 border-y border-line py-3 leading-snug">
      <p className="font-semibold">{name}</p>
      <p className="text-small">{words.officeNames[office]}</p>
      <p className="text-small">
        <Country {...(country === undefined ? {} : { country })} />
      </p>
    </div>
  );
}

function Country({ country }: { country?: Text }) {
  const language = useLanguage();
  return country === undefined ? null : <span className="block text-small text-ink-soft">{country[language]}</span>;
}

function Tasks({ navigation }: Pick<WorkspaceProps, "navigation">) {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <nav aria-label={words.tasks} className="mt-5">
      <Lines items={[{ href: "/workspace", label: { es: words.myDesk, en: words.myDesk } }]} />
      {navigation.map(({ title, items }) => (
        <div key={title.en} className="mt-4">
          <p className="mb-0.5 text-small text-ink-soft">{title[language]}</p>
          <Lines items={items} label={title[language]} />
        </div>
      ))}
    </nav>
  );
}

function Lines({ items, label: group }: { items: readonly Line[]; label?: string }) {
  const language = useLanguage();
  return (
    <ul aria-label={group}>
      {items.map(({ href, label }) => (
        <li key={href}>
          <NavLink
            to={`/${language}${href}`}
            end={href === "/workspace"}
            className="-mx-3 flex items-center gap-2.5 rounded-small border-l-[3px] border-transparent px-3 py-1 text-ink no-underline hover:text-work aria-[current]:border-light aria-[current]:bg-paper aria-[current]:font-semibold"
          >
            {label[language]}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Controls() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <div className="mt-auto flex flex-col items-start gap-3 pt-8 text-small">
      <LanguageSwitch />
      <ThemeSwitch showWords />
      <form method="post" action={`/${language}/sign-out`}>
        <button type="submit" className="quiet-link cursor-pointer font-semibold">
          {words.signOut}
        </button>
      </form>
    </div>
  );
}
