import { dayOf } from "#basics";
import { Link } from "react-router";
import { read } from "#database";
import { DefinitionList, Disclosure, PageHeading, Section, databaseContext, useLanguage, useWords } from "#web";
import { coalitionOrganWords, coalitionWords } from "#words";
import { isLate } from "../committee.ts";
import { committees } from "../committee.store.ts";
import { currentMembers, memberRecords } from "../member.store.ts";
import { observerOrganisations } from "../observer.store.ts";
import { organs } from "../organ.store.ts";
import { terms } from "../term.store.ts";
import type { Route } from "./+types/about.ts";
import { CommitteeList } from "./committee-list.tsx";
import { ObserverTable } from "./observer-table.tsx";
import { TermTable } from "./term-table.tsx";

/** The register of the coalition as anyone may read it. */
export async function loader({ context }: Route.LoaderArgs) {
  const today = dayOf(new Date());
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => ({
    members: await currentMembers(tx),
    names: Object.fromEntries((await memberRecords(tx)).map(({ code, name }) => [code, name])),
    organs: await organs(tx),
    terms: await terms(tx),
    committees: (await committees(tx)).map((each) => ({ ...each, late: isLate(each, today) })),
    observers: await observerOrganisations(tx),
  }));
}

/** May be kept for a minute: the register changes seldom. */
export const headers = () => ({ "Cache-Control": "public, max-age=60, stale-while-revalidate=600" });

/** What the coalition is, does, how it is organised and where it comes from, in its own terms. */
export default function About({ loaderData }: Route.ComponentProps) {
  const { about: words, states } = useWords(coalitionWords);
  const organWords = useWords(coalitionOrganWords);
  const language = useLanguage();
  const names = Object.fromEntries(Object.entries(loaderData.names).map(([code, name]) => [code, name[language]]));
  return (
    <>
      <PageHeading title={words.title(states(loaderData.members.length))} tab={words.tab} lead={words.lead} />
      <Section title={words.doesTitle}>
        <div className="prose measure">
          <ul>
            {words.does.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Section title={words.twoTitle}>
        <div className="grid max-w-[60rem] gap-x-12 gap-y-5 sm:grid-cols-2">
          <p className="border-t-2 border-ink pt-3">{words.trafficking}</p>
          <p className="border-t-2 border-ink pt-3">{words.smuggling}</p>
        </div>
      </Section>
      <Section id="organs" title={words.organsTitle}>
        <div className="max-w-[56rem] space-y-8">
          {loaderData.organs.map((organ) => (
            <div key={organ.code}>
              <h3 className="text-h3 font-semibold">{organ.name[language]}</h3>
              <p className="mt-1">{organ.summary[language]}</p>
              <Disclosure summary={organWords.functionsOf(organ.name[language])}>
                <ol className="measure list-decimal space-y-1 pl-7">
                  {organ.functions.map(({ number, text }) => (
                    <li key={number}>{text[language]}</li>
                  ))}
                </ol>
                <p className="mt-3 text-small text-ink-soft">{organWords.source(organ.source[language])}</p>
              </Disclosure>
            </div>
          ))}
        </div>
      </Section>
      <Section id="members" title={organWords.membersTitle} lead={organWords.membersLead}>
        <ul className="max-w-[56rem] gap-x-10 sm:columns-2 lg:columns-3">
          {loaderData.members.map(({ code, name }) => (
            <li key={code} className="py-1">
              <Link to={`/${language}/members/${code}`} className="link">
                {name[language]}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="terms" title={organWords.termsTitle} lead={organWords.termsLead}>
        <TermTable terms={loaderData.terms} names={names} />
      </Section>
      <Section id="committees" title={organWords.committeesTitle}>
        <CommitteeList committees={loaderData.committees} names={names} />
      </Section>
      <Section id="observers" title={organWords.observersTitle} lead={organWords.observersLead}>
        <ObserverTable observers={loaderData.observers} />
      </Section>
      <Section title={words.historyTitle}>
        <div className="max-w-[56rem]">
          <DefinitionList items={words.history.map(([term, detail]) => ({ term, detail }))} />
        </div>
        <p className="mt-4 text-small text-ink-soft">{words.sources}</p>
      </Section>
    </>
  );
}
