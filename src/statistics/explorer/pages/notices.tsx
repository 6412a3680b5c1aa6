import { formatDate } from "#basics";
import { Notice, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import type { AreaPage } from "../area-page.ts";

/** The band across every page of an exercise: nobody may take its figures for official ones. */
export function ExerciseBanner() {
  const words = useWords(explorerWords).page;
  return (
    <aside aria-label={words.exercise} className="mb-8 border-y-4 border-light bg-light-wash px-5 py-5 text-center">
      <p className="font-serif text-h1 font-semibold tracking-[0.14em]">{words.exercise}</p>
      <p className="mt-1 text-lead">{words.exerciseText}</p>
    </aside>
  );
}

/** Says that a newer version of this release exists, and leads to it. */
export function OlderVersion({ version, newest, href }: { version: number; newest: number; href: string }) {
  const words = useWords(explorerWords).page;
  return (
    <div className="mb-8">
      <Notice tone="caution" title={words.olderTitle(String(version), String(newest))}>
        {words.older}{" "}
        <a className="link" href={href}>
          {words.toNewest}
        </a>
        .
      </Notice>
    </div>
  );
}

/** All versions of the year with what each corrected. Nothing is drawn while there is only one. */
export function VersionList({ versions }: Pick<AreaPage, "versions">) {
  const words = useWords(explorerWords).page;
  const language = useLanguage();
  if (versions.length < 2) return null;
  return (
    <div className="mt-10">
      <h3 className="text-h3 font-semibold">{words.versionsTitle}</h3>
      <ul className="mt-2 space-y-1.5">
        {versions.map((each) => (
          <li key={each.version}>
            <a className="link" href={each.href} aria-current={each.isShown ? "page" : undefined}>
              {words.versionOf(String(each.version), formatDate(each.publishedOn, language))}
            </a>
            {each.isShown && <span className="text-ink-soft"> · {words.shown}</span>}
            {each.note !== undefined && <span className="block text-small text-ink-soft">{each.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
