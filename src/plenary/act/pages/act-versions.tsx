import { Link } from "react-router";
import { formatInstant, isLanguage } from "#basics";
import { read } from "#database";
import { Actions, DataTable, EmptyState, LinkButton, Section, TextDifference, notFound, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { lineDifferences } from "../join.ts";
import { sectionsOf } from "../section.store.ts";
import { versionsOf } from "../text.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, isLeader } from "./act-asked.ts";
import type { Route } from "./+types/act-versions.ts";

/** Every text of a part that was saved; `?lang=en&version=3` shows one, and what changed in it line by line. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  if (!act || !isLeader(actor)) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("lang") ?? "es";
  const of = isLanguage(asked) ? asked : "es";
  return read(database, actor, async (tx) => {
    const section = (await sectionsOf(tx, meeting.id)).find(({ id }) => id === args.params.section);
    if (!section) throw notFound();
    const versions = await versionsOf(tx, section.id, of);
    const shown = versions.find(({ version }) => version === Number(query.get("version"))) ?? versions[0];
    const before = shown && versions.find(({ version }) => version === shown.basedOn);
    return {
      root: actAddress(language, meeting.id),
      part: { id: section.id, title: section.title[language] },
      of,
      versions: versions.map(({ body: _, ...each }) => each),
      shown: shown && { version: shown.version, before: shown.basedOn, lines: lineDifferences(shown.basedOn === 0 ? shown.body : (before?.body ?? ""), shown.body) },
    };
  });
}

/** The history of a part's words. */
export default function ActVersions({ loaderData: { root, part, of, versions, shown } }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.versions;
  const language = useLanguage();
  const here = `${root}/${part.id}/versions`;
  return (
    <Section title={words.title(part.title)} lead={words.lead}>
      <p className="flex gap-6">
        {(["es", "en"] as const).map((each) => (
          <Link key={each} to={`${here}?lang=${each}`} className="link" aria-current={each === of ? "page" : undefined}>
            {words[each]}
          </Link>
        ))}
      </p>
      {versions.length === 0 ? (
        <EmptyState title={words.title(part.title)}>{words.none}</EmptyState>
      ) : (
        <div className="mt-6">
          <DataTable
            caption={words.title(part.title)}
            hideCaption
            columns={[
              {
                id: "version",
                head: words.version,
                kind: "row-head",
                cell: ({ version }) => (
                  <Link to={`${here}?lang=${of}&version=${version}`} className="link" aria-current={version === shown?.version ? "true" : undefined}>
                    {words.one(String(version))}
                  </Link>
                ),
              },
              { id: "who", head: words.who, cell: ({ author }) => author },
              { id: "when", head: words.when, cell: ({ at }) => formatInstant(at, language) },
              { id: "kind", head: words.kind, cell: ({ kind }) => words.kinds[kind] },
            ]}
            rows={versions}
            rowKey={({ version }) => String(version)}
          />
        </div>
      )}
      {shown && (
        <Section title={shown.before === 0 ? words.one(String(shown.version)) : `${words.one(String(shown.version))}. ${words.difference(String(shown.before))}`}>
          {shown.lines.length === 0 && <p>{words.same}</p>}
          <TextDifference lines={shown.lines} of={of} added={words.added} removed={words.removed} />
        </Section>
      )}
      <Actions>
        <LinkButton kind="quiet" to={`${root}#part-${part.id}`}>
          {all.edit.back}
        </LinkButton>
      </Actions>
    </Section>
  );
}
