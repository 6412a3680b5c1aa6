import { formatDate } from "#basics";
import { type ChartValue, briefWords } from "#charts";
import {
  DataTable,
  EmptyState,
  LinkButton,
  PageHeading,
  Section,
  databaseContext,
  languageContext,
  useLanguage,
  useWords,
} from "#web";
import { explorerWords } from "#words";
import { groupingFor } from "../table-view.ts";
import { type StartPage, startPage } from "../start-page.ts";
import type { Route } from "./+types/statistics.ts";
import { publicHeaders } from "./area-answer.ts";
import { ChartFigure } from "./chart-figure.tsx";

/** All published years. */
export async function loader({ context }: Route.LoaderArgs) {
  return { page: await startPage(context.get(databaseContext), context.get(languageContext)) };
}

export const headers = () => publicHeaders;

export function meta({ params }: Route.MetaArgs) {
  return [{ name: "description", content: explorerWords[params.lang === "en" ? "en" : "es"].start.lead }];
}

/** The first page of the statistics: how the region changed, every year and country, and what the figures are. */
export default function Statistics({ loaderData: { page } }: Route.ComponentProps) {
  const words = useWords(explorerWords).start;
  const language = useLanguage();
  const years = page?.years.map(({ year }) => year) ?? [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const title =
    years.length === 0 ? words.tab : first === last ? words.titleOne(String(last)) : words.title(String(first), String(last));
  return (
    <>
      <PageHeading title={title} tab={words.tab} lead={words.lead} />
      {page === undefined && (
        <EmptyState
          title={words.emptyTitle}
          action={
            <LinkButton kind="quiet" to={`/${language}/statistics/methodology`}>
              {words.emptyAct}
            </LinkButton>
          }
        >
          {words.empty}
        </EmptyState>
      )}
      {page !== undefined && <Years page={page} />}
      <Section title={words.whatTitle}>
        <dl className="grid gap-x-12 gap-y-7 sm:grid-cols-3">
          {words.what.map(([name, text]) => (
            <div key={name} className="border-t-2 border-ink pt-3">
              <dt className="font-semibold">{name}</dt>
              <dd className="mt-1 text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-8 flex flex-wrap gap-3">
          <LinkButton kind="quiet" to={`/${language}/statistics/methodology`}>
            {words.toMethodology}
          </LinkButton>
          <LinkButton kind="quiet" to={`/${language}/statistics/api`}>
            {words.toApi}
          </LinkButton>
        </p>
      </Section>
    </>
  );
}

function Years({ page }: { page: StartPage }) {
  const words = useWords(explorerWords);
  const language = useLanguage();
  const grouping = groupingFor(undefined, language);
  const { start } = words;
  return (
    <>
      {page.trend ? (
        <div className="mt-12 grid gap-x-16 gap-y-12 lg:grid-cols-12">
          <div className="min-w-0 lg:col-span-7">
            <ChartFigure
              section={page.trend}
              grouping={grouping}
              period={start.period(String(page.years.at(-1)?.year), String(page.years[0]?.year))}
              source={words.page.sourceRegion}
            />
          </div>
          <div className="min-w-0 lg:col-span-5">
            <YearList page={page} />
          </div>
        </div>
      ) : (
        <div className="mt-12 max-w-[40rem]">
          <YearList page={page} />
        </div>
      )}
      {page.countries.length > 0 && (
        <Section title={start.countriesTitle} lead={start.countriesLead}>
          <DataTable
            caption={start.countriesTitle}
            hideCaption
            stacks={false}
            rows={page.countries}
            rowKey={({ code }) => code}
            columns={[
              {
                id: "country",
                head: start.country,
                kind: "row-head",
                cell: ({ name }) => <span className="whitespace-nowrap">{name}</span>,
                foot: start.region,
              },
              ...page.years.toReversed().map(({ year, value, href }, at) => ({
                foot: <Figure value={value} href={href} of={`${start.region}, ${year}`} />,
                id: String(year),
                head: String(year),
                kind: "number" as const,
                cell: ({ entries, name }: StartPage["countries"][number]) => {
                  const entry = entries[at];
                  return entry?.value === undefined ? (
                    <span className="text-ink-soft">…</span>
                  ) : (
                    <Figure value={entry.value} href={entry.href} of={`${name}, ${year}`} />
                  );
                },
              })),
            ]}
          />
          <p className="measure mt-3 text-small text-ink-soft">{words.page.sourceNote}</p>
        </Section>
      )}
      {page.exercises.length > 0 && (
        <Section title={start.exercisesTitle} lead={start.exercises}>
          <ul className="space-y-1.5">
            {page.exercises.map(({ year, href }) => (
              <li key={href}>
                <a className="link" href={href}>
                  {start.exercise(String(year))}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Figure({ value, href, of }: { value: ChartValue; href: string; of: string }) {
  const language = useLanguage();
  const words = briefWords(value, language, groupingFor(undefined, language));
  return (
    <a
      className={`relative whitespace-nowrap underline decoration-line decoration-1 underline-offset-4 hover:text-work hover:decoration-work ${value.kind === "observed" || value.kind === "range" ? "" : "text-small text-ink-soft"}`}
      href={href}
    >
      {words}
      <span className="sr-only"> {of}</span>
    </a>
  );
}

function YearList({ page }: { page: StartPage }) {
  const words = useWords(explorerWords).start;
  const language = useLanguage();
  return (
    <>
      <h2 className="font-serif text-h2 font-semibold">{words.yearsTitle}</h2>
      <ul className="mt-5 border-t-2 border-ink">
        {page.years.map((each) => (
          <li key={each.year} className="border-b border-line">
            <a href={each.href} className="group grid grid-cols-[4.2rem_1fr_auto] items-baseline gap-x-4 py-3 no-underline">
              <span className="figures font-serif text-h3 font-semibold text-work underline decoration-1 underline-offset-4 group-hover:text-work-strong group-hover:decoration-2">
                {each.year}
              </span>
              <span className="text-small text-ink-soft">
                {words.reported}: {words.ofMembers(String(each.reported), String(each.members))}
                <span className="block">
                  {words.version} {each.version} · {formatDate(each.publishedOn, language)}
                </span>
              </span>
              <span className="figures text-right font-semibold whitespace-nowrap">
                {briefWords(each.value, language, groupingFor(undefined, language))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
