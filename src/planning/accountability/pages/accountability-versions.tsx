import { Link } from "react-router";
import { formatInstant, isLanguage } from "#basics";
import { read } from "#database";
import { lineDifferences } from "#plenary";
import { Actions, Breadcrumbs, DataTable, LinkButton, PageHeading, Section, TabLinks, TextDifference, forbidden, notFound, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { mayKeepReports } from "../accountability.ts";
import { textVersions } from "../text.store.ts";
import { askedReport, partName } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-versions.ts";

/** Every text of a part that was saved; `?lang=en&version=3` shows one, and what changed in it line by line. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, report } = await askedReport(args);
  const { part } = args.params;
  if (!mayKeepReports(actor)) throw forbidden();
  if (!/^(introduction|not-done|conclusions|axis-.{1,40})$/.test(part)) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("lang") ?? "es";
  const of = isLanguage(asked) ? asked : "es";
  const versions = await read(database, actor, (tx) => textVersions(tx, report.id, part, of));
  const at = Math.max(0, versions.findIndex(({ version }) => version === Number(query.get("version"))));
  const [shown, before] = [versions[at], versions[at + 1]];
  return {
    number: report.number,
    part,
    name: partName(part, language),
    of,
    versions: versions.map(({ body: _, ...each }) => each),
    shown: shown && { version: shown.version, before: before?.version ?? null, lines: lineDifferences(before?.body ?? shown.body, shown.body) },
  };
}

/** The history of a part's words. */
export default function AccountabilityVersions({ loaderData: { number, part, name, of, versions, shown } }: Route.ComponentProps) {
  const all = useWords(planningAccountabilityWords);
  const words = all.versions;
  const language = useLanguage();
  const root = `/${language}/workspace/accountability`;
  const own = `${root}/${number}/parts/${encodeURIComponent(part)}`;
  return (
    <>
      <PageHeading
        above={<Breadcrumbs way={[{ label: all.title, to: root }, { label: number, to: `${root}/${number}` }, { label: name, to: own }, { label: words.version }]} />}
        title={words.title(name)}
        lead={words.lead}
      />
      <TabLinks label={words.languages} tabs={(["es", "en"] as const).map((each) => ({ to: `${own}/versions?lang=${each}`, label: words[each], isCurrent: each === of }))} />
      <div className="mt-8">
        {versions.length === 0 ? (
          <p className="measure text-ink-soft">{words.none}</p>
        ) : (
          <DataTable
            caption={words.title(name)}
            hideCaption
            columns={[
              {
                id: "version",
                head: words.version,
                kind: "row-head",
                cell: ({ version }) => (
                  <Link to={`${own}/versions?lang=${of}&version=${version}`} className="link" aria-current={version === shown?.version ? "true" : undefined}>
                    {words.one(String(version))}
                  </Link>
                ),
              },
              { id: "who", head: words.who, cell: ({ author }) => author },
              { id: "when", head: words.when, cell: ({ at }) => formatInstant(at, language) },
            ]}
            rows={versions}
            rowKey={({ version }) => String(version)}
          />
        )}
      </div>
      {shown && (
        <Section title={shown.before === null ? words.one(String(shown.version)) : `${words.one(String(shown.version))}. ${words.difference(String(shown.before))}`}>
          {shown.lines.every(({ kind }) => kind === "same") && shown.before !== null && <p>{words.same}</p>}
          <TextDifference lines={shown.lines} of={of} added={words.added} removed={words.removed} />
        </Section>
      )}
      <Actions>
        <LinkButton kind="quiet" to={own}>
          {words.back}
        </LinkButton>
      </Actions>
    </>
  );
}
