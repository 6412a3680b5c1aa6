import { formatDate } from "#basics";
import {
  Breadcrumbs,
  DataTable,
  Disclosure,
  EmptyState,
  PageHeading,
  Section,
  databaseContext,
  languageContext,
  useLanguage,
  useWords,
} from "#web";
import { explorerWords } from "#words";
import { methodologyPage } from "../methodology-page.ts";
import type { Route } from "./+types/methodology.ts";
import { publicHeaders } from "./area-answer.ts";

/** The rules that hold now, in words and lists. */
export async function loader({ context }: Route.LoaderArgs) {
  return { page: await methodologyPage(context.get(databaseContext), context.get(languageContext)) };
}

export const headers = () => publicHeaders;

export function meta({ params }: Route.MetaArgs) {
  return [{ name: "description", content: explorerWords[params.lang === "en" ? "en" : "es"].methodology.lead }];
}

/** How the figures are made, in plain words: what is counted, how persons are protected, every code and every table. */
export default function MethodologyPage({ loaderData: { page } }: Route.ComponentProps) {
  const words = useWords(explorerWords);
  const own = words.methodology;
  const language = useLanguage();
  const sections = [
    ...(page?.sections.map(({ heading }, at) => ({ id: `part-${at}`, title: heading })) ?? []),
    { id: "thresholds", title: own.thresholdsTitle },
    { id: "marks", title: own.statusTitle },
    { id: "tables", title: own.tablesTitle },
    { id: "codes", title: own.codesTitle },
  ];
  return (
    <>
      <PageHeading
        title={own.title}
        tab={own.tab}
        lead={own.lead}
        above={
          <Breadcrumbs
            way={[
              { label: words.home, to: `/${language}` },
              { label: words.statistics, to: `/${language}/statistics` },
              { label: own.tab },
            ]}
          />
        }
      />
      {page === undefined && <EmptyState title={own.none}>{own.noneText}</EmptyState>}
      {page !== undefined && (
        <div className="mt-10 grid gap-x-14 lg:grid-cols-12">
          <nav aria-label={own.onPage} className="lg:order-2 lg:col-span-4 print:hidden">
            <div className="border-l-4 border-light pl-5 lg:sticky lg:top-8">
              <p className="font-semibold">{own.onPage}</p>
              <ul className="mt-2 space-y-1.5">
                {sections.map(({ id, title }) => (
                  <li key={id}>
                    <a className="link" href={`#${id}`}>
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
              <p className="mt-4 text-small text-ink-soft">{own.adopted(page.version, formatDate(page.adoptedOn, language))}</p>
            </div>
          </nav>
          <div className="min-w-0 lg:col-span-8 [&>section:first-child]:mt-10 lg:[&>section:first-child]:mt-0">
            {page.sections.map(({ heading, paragraphs, items }, at) => (
              <Section key={heading} title={heading} id={`part-${at}`}>
                <div className="prose measure">
                  {paragraphs.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  {items.length > 0 && (
                    <ul>
                      {items.map((item) => (
                        <li key={item}>{item}</li>
                      ))}
                    </ul>
                  )}
                </div>
              </Section>
            ))}
            <Lists page={page} />
          </div>
        </div>
      )}
    </>
  );
}

function Lists({ page }: { page: NonNullable<Awaited<ReturnType<typeof methodologyPage>>> }) {
  const words = useWords(explorerWords).methodology;
  return (
    <>
      <Section title={words.thresholdsTitle} id="thresholds">
        <DataTable
          caption={words.thresholdsTitle}
          hideCaption
          rows={
            [
              [words.thresholds.k, page.k],
              [words.thresholds.full, page.fullFrom],
              [words.thresholds.margins, page.marginsFrom],
              [words.thresholds.pool, page.poolYears],
            ] as const
          }
          rowKey={([rule]) => rule}
          columns={[
            { id: "rule", head: words.threshold, kind: "row-head", cell: ([rule]) => rule },
            { id: "value", head: words.value, kind: "number", cell: ([, value]) => value },
          ]}
        />
      </Section>
      <Section title={words.statusTitle} id="marks" lead={words.statusLead}>
        <DataTable
          caption={words.statusTitle}
          hideCaption
          rows={words.statuses.map(([code, meaning], at) => ({ code, meaning, shown: words.statusWords[at] ?? "" }))}
          rowKey={({ code }) => code}
          columns={[
            {
              id: "code",
              head: words.code,
              kind: "row-head",
              cell: ({ code }) => <span className="whitespace-nowrap">{code}</span>,
            },
            { id: "shown", head: words.shown, cell: ({ shown }) => shown },
            { id: "meaning", head: words.meaning, kind: "long", cell: ({ meaning }) => meaning },
          ]}
        />
      </Section>
      <Section title={words.tablesTitle} id="tables" lead={words.tablesLead}>
        <DataTable
          caption={words.tablesTitle}
          hideCaption
          rows={page.tables}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "table",
              head: words.table,
              kind: "row-head",
              cell: ({ id, title }) => (
                <>
                  {title}
                  <code className="block font-mono text-small font-normal text-ink-soft">{id}</code>
                </>
              ),
            },
            { id: "dimensions", head: words.dimensions, kind: "long", cell: ({ dimensions }) => dimensions },
            { id: "unit", head: words.unit, kind: "long", cell: ({ unit }) => unit },
          ]}
        />
      </Section>
      <Section title={words.codesTitle} id="codes" lead={words.codesLead}>
        {page.codeLists.map(({ id, title, codes }) => (
          <Disclosure key={id} summary={`${title} · ${words.codes(String(codes.length))}`}>
            <DataTable
              caption={title}
              hideCaption
              rows={codes}
              rowKey={({ code }) => code}
              columns={[
                {
                  id: "code",
                  head: words.code,
                  kind: "row-head",
                  cell: ({ code }) => <code className="font-mono text-small">{code}</code>,
                },
                { id: "es", head: words.inSpanish, kind: "long", cell: ({ label }) => <span lang="es">{label.es}</span> },
                { id: "en", head: words.inEnglish, kind: "long", cell: ({ label }) => <span lang="en">{label.en}</span> },
              ]}
            />
          </Disclosure>
        ))}
      </Section>
    </>
  );
}
