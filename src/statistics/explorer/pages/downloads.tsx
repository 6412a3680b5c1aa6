import { Section, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import { fileAddress, infographicFiles, zipName } from "../address.ts";
import type { AreaPage } from "../area-page.ts";
import { VersionList } from "./notices.tsx";

/** Everything that can be taken along: the infographic, the data in each form, how to cite and how to verify. */
export function Downloads({ page, citation }: { page: AreaPage; citation: string }) {
  const words = useWords(explorerWords).page;
  return (
    <Section title={words.downloadsTitle} id="downloads">
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-12">
        <div className="lg:col-span-4">
          <Picture page={page} />
        </div>
        <div className="lg:col-span-8">
          <DataFiles page={page} />
          <TableFiles page={page} />
          <VersionList versions={page.versions} />
        </div>
      </div>
      <div className="mt-12 grid gap-x-14 gap-y-8 border-t border-line pt-8 lg:grid-cols-12">
        <div className="lg:col-span-4">
          <h3 className="text-h3 font-semibold">{words.citeTitle}</h3>
          <blockquote className="mt-3 border-l-4 border-light pl-4">{citation}</blockquote>
        </div>
        <div className="min-w-0 lg:col-span-8">
          <h3 className="text-h3 font-semibold">{words.verifyTitle}</h3>
          <p className="measure mt-3 text-ink-soft">{words.verifyText}</p>
          <Command>{`corett release verify ${zipName(page.release).replace(".zip", "")}`}</Command>
          <p className="text-ink-soft">{words.verifyOr}</p>
          <Command>sha256sum --check manifest.sha256</Command>
          <p className="mt-3 text-small text-ink-soft">
            {words.fingerprint}: <code className="font-mono break-all">{page.release.manifestSha256}</code>
          </p>
        </div>
      </div>
    </Section>
  );
}

function Command({ children }: { children: string }) {
  return (
    <pre className="my-2.5 overflow-x-auto bg-sunken px-4 py-2.5 font-mono text-small" tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}

function Picture({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const language = useLanguage();
  const { collection, version, year } = page.release;
  const other = language === "es" ? "en" : "es";
  const own = infographicFiles(collection, version, page.area.code, language);
  const theirs = infographicFiles(collection, version, page.area.code, other);
  return (
    <div id="infographic">
      <h3 className="text-h3 font-semibold">{words.pictureTitle}</h3>
      <a href={own.png} className="mt-4 block max-w-[20rem] border border-line">
        <img
          src={own.preview}
          width={320}
          height={400}
          loading="lazy"
          decoding="async"
          alt={words.pictureAlt(page.model.place, String(year))}
          className="h-auto w-full"
        />
      </a>
      <ul className="mt-4 space-y-1.5">
        {(
          [
            [words.png, own.png],
            [words.svg, own.svg],
            [words.a4, own.a4],
            [words.letter, own.letter],
          ] as const
        ).map(([label, href]) => (
          <li key={href}>
            <a className="link" href={href}>
              {label}
            </a>
          </li>
        ))}
        <li className="pt-2 text-small text-ink-soft">
          {language === "es" ? words.inEnglish : words.inSpanish}:{" "}
          {(
            [
              ["PNG", theirs.png],
              ["SVG", theirs.svg],
              ["PDF A4", theirs.a4],
              ["PDF Letter", theirs.letter],
            ] as const
          ).map(([label, href], at) => (
            <span key={href}>
              {at > 0 && " · "}
              <a className="link" href={href} hrefLang={other}>
                {label}
              </a>
            </span>
          ))}
        </li>
      </ul>
    </div>
  );
}

function DataFiles({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const language = useLanguage();
  const { collection, version } = page.release;
  const file = (path: string) => fileAddress(collection, version, path);
  const files = [
    { label: words.zip, href: file(zipName(page.release)), help: words.zipHelp },
    { label: words.workbook, href: file(`tables.${language}.xlsx`) },
    { label: words.note, href: file(`methodology-note.${language}.pdf`) },
    { label: words.packageFile, href: file("datapackage.json") },
    { label: words.manifest, href: file("manifest.sha256") },
  ];
  return (
    <>
      <h3 className="text-h3 font-semibold">{words.dataTitle}</h3>
      <ul className="mt-4 space-y-2">
        {files.map(({ label, href, help }) => (
          <li key={href}>
            <a className="link" href={href}>
              {label}
            </a>
            {help !== undefined && <span className="block text-small text-ink-soft">{help}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function TableFiles({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  if (page.tables.length === 0) return null;
  return (
    <>
      <h3 className="mt-10 text-h3 font-semibold">{words.tablesTitle}</h3>
      <ul className="mt-3 border-t border-line">
        {page.tables.map(({ title, href, csv, jsonStat }) => (
          <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2">
            <a className="link" href={href}>
              {title}
            </a>
            <span className="flex gap-x-4 text-small">
              <a className="link inline-block py-1" href={csv} aria-label={`CSV: ${title}`}>
                CSV
              </a>
              <a className="link inline-block py-1" href={jsonStat} aria-label={`JSON-stat: ${title}`}>
                JSON-stat
              </a>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
