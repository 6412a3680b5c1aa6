import { formatCount, dayOf } from "#basics";
import { read } from "#database";
import { EmptyState, FigureBig, PageHeading, Section, databaseContext, languageContext, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { agreements, convenedMeetings } from "../agreement.store.ts";
import { boardLines } from "../board.ts";
import { directory } from "../directory.store.ts";
import { AgreementFilter } from "./agreement-filter.tsx";
import { filterChoices, readFilter } from "./agreement-query.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { listed } from "./agreement-view.ts";
import type { Route } from "./+types/agreements-public.ts";

/** What leaders take off the public pages is gone from them at once: nobody keeps a copy unasked. */
export const headers = () => ({ "Cache-Control": "no-cache" });

/** The public agreements, whoever asks: a member sees here what everybody sees. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  const { year, meeting } = readFilter(new URL(request.url));
  const filter = { ...(year === undefined ? {} : { year }), ...(meeting === undefined ? {} : { meeting }) };
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => {
    const register = await directory(tx);
    const all = await agreements(tx);
    const lines = boardLines(all, filter, dayOf(new Date()), await convenedMeetings(tx), register.committeeCountries);
    return {
      rows: lines
        .toSorted((one, other) => other.agreement.year - one.agreement.year || one.agreement.ordinal - other.agreement.ordinal)
        .map((line) => listed(line, register, language)),
      fulfilled: lines.filter(({ agreement }) => agreement.state === "fulfilled").length,
      open: lines.filter(({ agreement }) => agreement.state === "open").length,
      choices: filterChoices(filter, all, register, language, true),
    };
  });
}

/** What the coalition resolved and what it fulfilled, for everybody. */
export default function AgreementsPublic({ loaderData: { rows, fulfilled, open, choices } }: Route.ComponentProps) {
  const all = useWords(plenaryAgreementWords);
  const words = all.public;
  const language = useLanguage();
  return (
    <>
      <PageHeading title={all.title} lead={words.lead} />
      <AgreementFilter choices={choices} here="/agreements" />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <>
          <div className="mt-10">
            <FigureBig
              figure={formatCount(fulfilled + open, language)}
              counts={words.counts(formatCount(fulfilled, language), formatCount(open, language))}
              note={words.countsNote}
            />
          </div>
          <Section title={all.one.breadcrumb}>
            <AgreementTable caption={all.title} hideCaption rows={rows} base="/agreements" />
          </Section>
        </>
      )}
    </>
  );
}
