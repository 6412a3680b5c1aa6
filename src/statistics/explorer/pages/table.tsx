import {
  Breadcrumbs,
  Button,
  EmptyState,
  FieldFrame,
  PageHeading,
  Section,
  databaseContext,
  fieldId,
  languageContext,
  notFound,
  originContext,
  useLanguage,
  useWords,
} from "#web";
import { explorerWords } from "#words";
import { filledTables } from "../../release/observation.ts";
import { REGION } from "../../release/release-data.ts";
import { apiAddress, pageAddress, tableAddress, wishOf } from "../address.ts";
import { findRelease } from "../published.store.ts";
import { groupingFor, tableViews } from "../table-view.ts";
import type { Route } from "./+types/table.ts";
import { publicHeaders } from "./area-answer.ts";
import { ExerciseBanner, OlderVersion } from "./notices.tsx";
import { ValueTable } from "./value-table.tsx";

/** One table of a release, whole or for one area, with its addresses. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  const asked = new URL(request.url).searchParams;
  const wish = wishOf(params.year, asked.get("version"));
  const found = wish && (await findRelease(context.get(databaseContext), wish));
  const table = found && filledTables(found.data, found.methodology).find(({ id }) => id === params.table);
  if (!table) throw notFound();
  const { data, head, methodology } = found;
  const area = data.areas.find(({ code }) => code === asked.get("area"));
  if (asked.get("area") && !area) throw notFound();
  const pinned = found.isNewest ? undefined : head.version;
  const file = (ending: string) => {
    const query = new URLSearchParams({
      ...(area ? { area: area.code } : {}),
      ...(ending === "json" ? { lang: language } : {}),
    });
    return `${apiAddress(head.collection, head.version)}/tables/${table.id}.${ending}${query.size ? `?${query}` : ""}`;
  };
  return {
    title: table.title[language],
    unit: table.unit[language],
    year: data.year,
    exercise: data.exercise,
    views: tableViews(data, methodology, table, language, area?.code),
    area: area?.code,
    areaName: area?.name[language],
    areas: data.areas.map(({ code, name }) => ({ value: code, label: name[language] })),
    grouping: groupingFor(area?.code, language),
    version: head.version,
    newest: found.isNewest ? undefined : found.versions[0]?.version,
    newestHref: tableAddress(language, data, table.id, area ? { area: area.code } : {}),
    pinned,
    pageHref: pageAddress(language, data, area?.code ?? REGION, pinned),
    permanent: `${context.get(originContext)}${tableAddress(language, data, table.id, { ...(area ? { area: area.code } : {}), version: head.version })}`,
    csv: file("csv"),
    json: file("json"),
    k: data.k,
    others: filledTables(data, methodology)
      .filter((each) => each !== table)
      .map((each) => ({
        title: each.title[language],
        href: tableAddress(language, data, each.id, { ...(area ? { area: area.code } : {}), version: pinned }),
      })),
  };
}

export const headers = () => publicHeaders;

/** The whole table with a choice of area. It prints cells of the release and computes nothing. */
export default function Table({ loaderData: view }: Route.ComponentProps) {
  const words = useWords(explorerWords);
  const language = useLanguage();
  const title = `${view.title}${view.areaName ? `. ${view.areaName}` : ""}, ${view.year}`;
  return (
    <>
      <PageHeading
        title={title}
        above={
          <Breadcrumbs
            way={[
              { label: words.home, to: `/${language}` },
              { label: words.statistics, to: `/${language}/statistics` },
              { label: `${view.areaName ? `${view.areaName}, ` : ""}${view.year}`, to: view.pageHref },
              { label: view.title },
            ]}
          />
        }
        lead={words.table.lead(view.unit)}
      />
      {view.exercise && (
        <div className="mt-8">
          <ExerciseBanner />
        </div>
      )}
      {view.newest !== undefined && <OlderVersion version={view.version} newest={view.newest} href={view.newestHref} />}
      <form method="get" className="mt-2 flex flex-wrap items-end gap-x-4 print:hidden">
        <FieldFrame name="area" label={words.table.filter} problem={undefined}>
          <select
            id={fieldId("area")}
            name="area"
            defaultValue={view.area ?? ""}
            className="block min-h-[2.75rem] w-full rounded-small border border-ink-soft bg-surface px-3 py-2 text-ink"
          >
            <option value="">{words.table.all}</option>
            {view.areas.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </FieldFrame>
        {view.pinned !== undefined && <input type="hidden" name="version" value={view.pinned} />}
        <Button kind="quiet">{words.table.show}</Button>
      </form>
      {view.views.length === 0 && <EmptyState title={words.table.empty}>{words.table.emptyText}</EmptyState>}
      {view.views.map((each) => (
        <Section
          key={each.years?.join("-") ?? "own"}
          title={
            each.years ? words.table.pooled(String(each.years[0]), String(each.years[1])) : words.table.own(String(view.year))
          }
        >
          <ValueTable
            caption={each.years ? `${title}. ${words.table.pooled(String(each.years[0]), String(each.years[1]))}` : title}
            hideCaption
            view={each}
            grouping={view.grouping}
          />
        </Section>
      ))}
      <div className="mt-6 max-w-[46rem] space-y-1 text-small text-ink-soft">
        <p>{words.table.noSums}</p>
        <p>{words.page.protectedNote(String(view.k - 1))}</p>
        <p>{words.page.sourceNote}</p>
        <p>{words.page.missingNote}</p>
        <p>{words.page.blankNote}</p>
      </div>
      <ul className="mt-8 flex flex-wrap gap-x-8 gap-y-2 print:hidden">
        <li>
          <a className="link" href={view.csv}>
            {words.table.csv}
          </a>
        </li>
        <li>
          <a className="link" href={view.json}>
            {words.table.json}
          </a>
        </li>
      </ul>
      <p className="mt-3 text-small text-ink-soft">
        {words.table.permanent}:{" "}
        <a className="link break-all" href={view.permanent}>
          {view.permanent}
        </a>
      </p>
      <Section title={words.table.otherTables}>
        <ul className="space-y-1.5">
          {view.others.map((each) => (
            <li key={each.href}>
              <a className="link" href={each.href}>
                {each.title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
