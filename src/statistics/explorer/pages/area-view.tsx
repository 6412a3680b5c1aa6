import type { ReactNode } from "react";
import { formatDate } from "#basics";
import { type ChartValue, type Grouping, valueWords } from "#charts";
import { Breadcrumbs, DataTable, LinkButton, Section, TabLinks, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import type { AreaPage, PageSection } from "../area-page.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { Downloads } from "./downloads.tsx";
import { ExerciseBanner, OlderVersion } from "./notices.tsx";
import { ValueTable } from "./value-table.tsx";

/** The page of the region or of a country in one year: the one number, what is known of the persons, and everything to take along. */
export function AreaView({ page, citation }: { page: AreaPage; citation: string }) {
  const words = useWords(explorerWords);
  const language = useLanguage();
  const { model, area, release } = page;
  const newest = page.versions[0];
  const isRegion = area.includes !== undefined;
  const { regionHref } = page;
  const year = release.exercise ? words.start.exercise(String(release.year)) : String(release.year);
  return (
    <>
      <title>{`${model.place} · ${year} · CORETT`}</title>
      <div className="mb-6">
        <Breadcrumbs
          way={[
            { label: words.home, to: `/${language}` },
            { label: words.statistics, to: `/${language}/statistics` },
            ...(isRegion ? [{ label: year }] : [{ label: year, to: regionHref }, { label: model.place }]),
          ]}
        />
      </div>
      {model.exercise !== undefined && <ExerciseBanner />}
      {!page.isNewest && newest && <OlderVersion version={release.version} newest={newest.version} href={newest.href} />}
      <Headline page={page} />
      {page.years.length > 1 && (
        <TabLinks
          label={words.page.yearsLabel}
          tabs={page.years.map(({ year, href, isCurrent }) => ({ to: href, label: String(year), isCurrent }))}
        />
      )}
      <Charts page={page} />
      <Silences page={page} />
      {page.pooled.length > 0 && <Pooled page={page} />}
      {page.statuses.length > 1 && <Statuses statuses={page.statuses} grouping={model.grouping} />}
      <Marks page={page} />
      <Downloads page={page} citation={citation} />
    </>
  );
}

function Headline({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const { model, release } = page;
  const year = String(release.year);
  const { value } = model.headline;
  return (
    <header className="grid gap-x-14 gap-y-9 lg:grid-cols-12">
      <div className="lg:col-span-7">
        {value.kind === "absent" ? (
          <h1 className="max-w-[22em] font-serif text-[1.8rem] leading-[1.14] font-semibold md:text-h1">
            {words.noFigureTitle(model.place, year)}
          </h1>
        ) : (
          <h1>
            <span className="block font-serif text-h2 font-semibold">
              {model.place}, {year}
            </span>
            <span
              className={`figures mt-3 block font-serif font-semibold tracking-[-0.02em] ${value.kind === "observed" ? "text-[4.4rem] leading-none md:text-[6.4rem]" : "text-[2.3rem] leading-tight md:text-[3.6rem]"}`}
            >
              {model.headline.figure}
            </span>
            <span className="mt-2 block max-w-[22em] text-lead md:text-h3">{words.counted(model.headline.counts, year)}</span>
          </h1>
        )}
        <Lead page={page} />
        <p className="mt-7 flex flex-wrap gap-3">
          <LinkButton to="#downloads">{words.toData}</LinkButton>
          <LinkButton kind="quiet" to="#infographic">
            {words.toPicture}
          </LinkButton>
        </p>
      </div>
      <div className="lg:col-span-5 lg:pt-2">
        <Facts page={page} />
      </div>
    </header>
  );
}

function Lead({ page: { model, area, includes, members, lacks, release } }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  if (area.includes !== undefined)
    return release.exercise ? null : (
      <p className="measure mt-4 text-lead text-ink-soft">
        {words.included(String(includes), String(members))}.{lacks.length > 0 && <> {words.lacks(lacks.join(", "))}.</>}
      </p>
    );
  const { value } = model.headline;
  if (value.kind === "absent") return <p className="measure mt-4 text-lead text-ink-soft">{words.noFigureText}</p>;
  if (model.lead !== undefined) return <p className="measure mt-5 font-serif text-lead leading-relaxed">{model.lead}</p>;
  return value.kind === "source" ? <p className="measure mt-4 text-lead text-ink-soft">{words.sourceHidden}</p> : null;
}

function Facts({ page: { area, release } }: { page: AreaPage }) {
  const words = useWords(explorerWords);
  const language = useLanguage();
  const { facts } = words.page;
  const regionSource = release.exercise ? words.page.sourceExercise : words.page.sourceRegion;
  const items: readonly (readonly [string, ReactNode])[] = [
    [facts.status, facts.statusDetail],
    [facts.authority, area.authority],
    [facts.reference, area.referenceDate && formatDate(area.referenceDate, language)],
    [facts.source, area.source ?? (area.includes === undefined ? undefined : regionSource)],
    [facts.published, formatDate(release.publishedOn, language)],
    [facts.version, release.version],
    [
      facts.methodology,
      <a key="methodology" className="link" href={`/${language}/statistics/methodology`}>
        {release.methodology}
      </a>,
    ],
  ];
  return (
    <dl className="border-t border-line">
      {items
        .filter(([, detail]) => detail !== undefined && detail !== "")
        .map(([term, detail]) => (
          <div key={term} className="grid grid-cols-[8.6rem_1fr] gap-x-4 border-b border-line py-2">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="figures">{detail}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Two thoughts beside each other where both are narrow, the countries over the whole width. */
function Charts({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const language = useLanguage();
  const { area, release, model } = page;
  const period =
    area.includes !== undefined
      ? words.referenceRegion(String(release.year))
      : area.referenceDate
        ? words.reference(formatDate(area.referenceDate, language))
        : words.referenceUnknown(String(release.year));
  const source =
    area.includes !== undefined
      ? release.exercise
        ? words.sourceExercise
        : words.sourceRegion
      : (area.authority ?? area.source ?? words.sourceRegion).replace(/\.$/, "");
  const figure = (section: PageSection, children?: ReactNode) => (
    <ChartFigure key={section.id} section={section} grouping={model.grouping} period={period} source={source}>
      {children}
    </ChartFigure>
  );
  const countries = page.sections.find(({ id }) => id === "countries");
  const others = page.sections.filter(({ id }) => id !== "countries");
  return (
    <>
      {countries && <div className="mt-12">{figure(countries, <CountryLinks page={page} />)}</div>}
      {!countries && area.includes !== undefined && <CountryLinks page={page} />}
      {others.length > 0 && (
        <div className={`mt-14 grid gap-x-16 gap-y-14 ${others.length > 1 ? "lg:grid-cols-2" : "max-w-[38rem]"}`}>
          {others.map((section) => figure(section))}
        </div>
      )}
    </>
  );
}

function CountryLinks({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  return (
    <nav aria-label={words.countryPages} className="mt-6 print:hidden">
      <p className="font-semibold">{words.countryPages}</p>
      <ul className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1.5">
        {page.countries.map(({ code, name, href }) => (
          <li key={code}>
            <a className="link inline-block py-0.5" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Silences({ page: { model, area, regionHref } }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  return (
    <>
      {model.silences.length > 0 && (
        <div className="mt-14 max-w-[46rem] border-l-4 border-line pl-5">
          <h2 className="font-semibold">{words.missingTitle}</h2>
          {model.silences.map((silence) => (
            <p key={silence} className="measure mt-1 text-ink-soft">
              {silence}
            </p>
          ))}
        </div>
      )}
      {area.includes === undefined && (
        <p className="mt-8">
          <a className="link" href={regionHref}>
            {words.regionPage}
          </a>
        </p>
      )}
    </>
  );
}

function Pooled({ page: { pooled, model } }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const [first = 0, last = 0] = pooled[0]?.view.years ?? [];
  return (
    <Section title={words.pooledTitle(String(first), String(last))} lead={words.pooledLead} id="pooled">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        {pooled.map(({ title, unit, view }) => (
          <div key={title} className="min-w-0">
            <ValueTable caption={title} view={view} grouping={model.grouping} />
            <p className="mt-2 text-small text-ink-soft">{`${unit.charAt(0).toUpperCase()}${unit.slice(1)}.`}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Statuses({ statuses, grouping }: { statuses: AreaPage["statuses"]; grouping: Grouping }) {
  const words = useWords(explorerWords).page;
  const language = useLanguage();
  return (
    <Section title={words.statusTitle} lead={words.statusLead} id="statuses">
      <div className="max-w-[40rem]">
        <DataTable
          caption={words.statusTitle}
          hideCaption
          rows={statuses}
          rowKey={({ label }) => label}
          columns={[
            { id: "status", head: words.status, kind: "row-head", cell: ({ label }) => label },
            { id: "persons", head: words.persons, kind: "number", cell: ({ value }) => valueWords(value, language, grouping) },
          ]}
        />
      </div>
    </Section>
  );
}

/** What the marks in charts and tables mean, as far as this page has them. */
function Marks({ page }: { page: AreaPage }) {
  const words = useWords(explorerWords).page;
  const has = (kind: ChartValue["kind"]) => page.marks.includes(kind);
  return (
    <div className="mt-14 max-w-[46rem] space-y-1.5 border-t border-line pt-4 text-small text-ink-soft">
      {has("protected") && <p>{words.protectedNote(String(page.k - 1))}</p>}
      {has("source") && <p>{words.sourceNote}</p>}
      {has("absent") && <p>{words.missingNote}</p>}
      {page.pooled.some(({ view }) => view.lines.some(({ values }) => values.includes(undefined))) && <p>{words.blankNote}</p>}
    </div>
  );
}
