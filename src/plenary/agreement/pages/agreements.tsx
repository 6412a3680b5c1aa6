import { Link } from "react-router";
import { countryName, formatCount, dayOf } from "#basics";
import { read } from "#database";
import { EmptyState, LinkButton, PageHeading, Section, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { leads } from "../agreement.ts";
import { agreements, convenedMeetings } from "../agreement.store.ts";
import { boardLines, standings } from "../board.ts";
import { directory } from "../directory.store.ts";
import { claimsWaiting } from "../progress.store.ts";
import { asked } from "./agreement-asked.ts";
import { AgreementFilter } from "./agreement-filter.tsx";
import { filterChoices, readFilter } from "./agreement-query.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { listed } from "./agreement-view.ts";
import type { Route } from "./+types/agreements.ts";

/** The board: what is late first. A delegation sees its own country's before the others, whoever leads the claims to review. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const url = new URL(args.request.url);
  const filter = readFilter(url);
  return read(database, actor, async (tx) => {
    const register = await directory(tx);
    const all = await agreements(tx);
    const meetings = await convenedMeetings(tx);
    const lines = boardLines(all, filter, dayOf(new Date()), meetings, register.committeeCountries);
    const own = actor.country === undefined || filter.country !== undefined ? undefined : actor.country;
    const ownLines = own === undefined ? [] : boardLines(all, { ...filter, country: own }, dayOf(new Date()), meetings, register.committeeCountries);
    const ownNumbers = new Set(ownLines.map(({ agreement }) => agreement.number));
    const others = lines.filter(({ agreement }) => !ownNumbers.has(agreement.number));
    return {
      search: url.search,
      country: filter.country === undefined ? undefined : countryName(filter.country)[language],
      hasOwn: own !== undefined,
      own: ownLines.map((line) => listed(line, register, language)),
      groups: standings.flatMap((standing) => {
        const rows = others.filter((line) => line.standing === standing).map((line) => listed(line, register, language));
        return rows.length === 0 ? [] : [{ standing, rows }];
      }),
      choices: filterChoices(filter, all, register, language),
      mayEnter: leads(actor),
      claims: leads(actor)
        ? (await claimsWaiting(tx)).map(({ id, agreement, country }) => ({ id, number: agreement, country: country === null ? null : countryName(country)[language] }))
        : [],
    };
  });
}

/** The board of agreements. */
export default function Agreements({ loaderData }: Route.ComponentProps) {
  const { search, country, hasOwn, own, groups, choices, mayEnter, claims } = loaderData;
  const words = useWords(plenaryAgreementWords);
  const language = useLanguage();
  const base = "/workspace/agreements";
  const isEmpty = groups.length === 0 && own.length === 0;
  return (
    <>
      <PageHeading title={words.title} lead={country === undefined ? words.lead : words.leadCountry(country)} />
      {mayEnter && (
        <div className="mt-8">
          <LinkButton to={`/${language}${base}/new`}>{words.enter.action}</LinkButton>
        </div>
      )}
      {claims.length > 0 && (
        <Section title={words.claims.title}>
          <ul className="space-y-2">
            {claims.map(({ id, number, country: from }) => (
              <li key={id}>
                <Link to={`/${language}${base}/${number}`} className="link">
                  {words.claims.line(number, from ?? words.claims.leaders)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <AgreementFilter choices={choices} here={base} />
      <p className="mt-4">
        <Link to={`/${language}${base}/file${search}`} reloadDocument className="link">
          {words.file}
        </Link>
      </p>
      {isEmpty && <EmptyState title={words.none}>{choices.isFiltered ? words.noneFiltered : words.noneDetail}</EmptyState>}
      {hasOwn && !isEmpty && (
        <Section title={words.own.title}>
          {own.length === 0 ? <p className="measure text-ink-soft">{words.own.none}</p> : <AgreementTable caption={words.own.title} hideCaption rows={own} base={base} />}
        </Section>
      )}
      {groups.map(({ standing, rows }) => (
        <Section key={standing} title={`${words.groups[standing]} (${formatCount(rows.length, language)})`}>
          <AgreementTable caption={words.groups[standing]} hideCaption rows={rows} base={base} />
        </Section>
      ))}
    </>
  );
}
