import { Link } from "react-router";
import { formatDate, dayOf } from "#basics";
import { read } from "#database";
import {
  DataTable,
  DefinitionList,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  databaseContext,
  memberOf,
  useLanguage,
  useWords,
} from "#web";
import { coalitionOrganWords, coalitionRegisterWords } from "#words";
import { isLate } from "../committee.ts";
import { committees } from "../committee.store.ts";
import { memberRecords } from "../member.store.ts";
import { observerOrganisations } from "../observer.store.ts";
import { openOffices, runsOn } from "../term.ts";
import { terms } from "../term.store.ts";
import type { Route } from "./+types/coalition.ts";
import { CoalitionTabs } from "./coalition-tabs.tsx";
import { CommitteeList } from "./committee-list.tsx";
import { ObserverTable } from "./observer-table.tsx";
import { TermTable } from "./term-table.tsx";

/** The register: members of today and before, offices and their terms, committees, organisations. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const actor = memberOf({ request, context });
  const today = dayOf(new Date());
  return read(context.get(databaseContext), actor, async (tx) => {
    const records = await terms(tx);
    return {
      mayKeep: actor.office === "secretariat",
      office: actor.office,
      done: url.searchParams.get("done"),
      members: await memberRecords(tx),
      terms: records.map((term) => ({
        ...term,
        mayEnd: !term.isEndUnknown && (term.until === undefined || term.until > today),
      })),
      holders: openOffices.map((office) => ({
        office,
        term: records.find((term) => term.office === office && runsOn(term, today)),
      })),
      committees: (await committees(tx)).map((each) => ({ ...each, late: isLate(each, today) })),
      observers: await observerOrganisations(tx),
    };
  });
}

/** The coalition as its members see it; the secretariat finds the acts of the register beside each part. */
export default function Coalition({ loaderData }: Route.ComponentProps) {
  const { mayKeep, members, committees, observers, holders, done } = loaderData;
  const words = useWords(coalitionRegisterWords);
  const organWords = useWords(coalitionOrganWords);
  const language = useLanguage();
  const names = Object.fromEntries(members.map(({ code, name }) => [code, name[language]]));
  const here = `/${language}/workspace/coalition`;
  const doneText = Object.entries(words.done).find(([key]) => key === done)?.[1];
  const current = members.filter(({ leftYear }) => leftYear === undefined);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <CoalitionTabs office={loaderData.office} current="register" />
      {doneText !== undefined && <Notice tone="good" title={doneText} />}
      <Section title={words.now}>
        <DefinitionList
          items={holders.map(({ office, term }) => ({
            term: organWords.offices[office],
            detail:
              term === undefined ? (
                <span className="text-ink-soft">{words.nobodyKnown}</span>
              ) : (
                [
                  term.country === undefined ? term.body : (names[term.country] ?? term.country),
                  term.until === undefined ? undefined : words.until(formatDate(term.until, language)),
                ]
                  .filter(Boolean)
                  .join(", ")
              ),
          }))}
        />
      </Section>
      <Section id="members" title={words.membersTitle(String(current.length))}>
        <DataTable
          caption={words.membersTitle(String(current.length))}
          hideCaption
          rows={members}
          rowKey={({ code }) => code}
          columns={[
            {
              id: "member",
              head: words.columns.member,
              kind: "row-head",
              cell: ({ code, name }) => (
                <Link to={`/${language}/members/${code}`} reloadDocument className="link">
                  {name[language]}
                </Link>
              ),
            },
            { id: "mechanism", head: words.columns.mechanism, kind: "long", cell: ({ mechanism }) => mechanism[language] },
            {
              id: "since",
              head: words.columns.since,
              cell: ({ code, joinedOn, joinedYear, leftOn, leftYear }) =>
                leftYear !== undefined ? (
                  words.left(leftOn === undefined ? String(leftYear) : formatDate(leftOn, language))
                ) : (
                  <>
                    {joinedOn !== undefined ? (
                      formatDate(joinedOn, language)
                    ) : joinedYear === undefined ? (
                      <span className="text-ink-soft">{words.unknown}</span>
                    ) : (
                      words.sinceYear(String(joinedYear))
                    )}
                    {mayKeep && (
                      <Link
                        to={`${here}/members/${code}/end`}
                        className="link block text-small"
                        aria-label={`${words.endMembership}: ${names[code]}`}
                      >
                        {words.endMembership}
                      </Link>
                    )}
                  </>
                ),
            },
          ]}
        />
        {mayKeep && <Act to={`${here}/members/new`} text={words.addMember} />}
      </Section>
      <Section id="terms" title={organWords.termsTitle} lead={organWords.termsLead}>
        <TermTable
          terms={loaderData.terms}
          names={names}
          {...(mayKeep
            ? {
                acts: {
                  head: words.endTerm,
                  of: ({ id }) => <EndTerm id={id} terms={loaderData.terms} to={`${here}/terms/${id}/end`} />,
                },
              }
            : {})}
        />
        {mayKeep && <Act to={`${here}/terms/new`} text={words.enterTerm} />}
      </Section>
      <Section id="committees" title={organWords.committeesTitle}>
        <CommitteeList
          committees={committees}
          names={names}
          {...(mayKeep
            ? {
                act: ({ id, state, name }) =>
                  state === "working" && (
                    <p className="mt-3">
                      <LinkButton
                        kind="quiet"
                        to={`${here}/committees/${id}/close`}
                        aria-label={`${words.closeCommittee}: ${name[language]}`}
                      >
                        {words.closeCommittee}
                      </LinkButton>
                    </p>
                  ),
              }
            : {})}
        />
        {mayKeep && <Act to={`${here}/committees/new`} text={words.addCommittee} />}
      </Section>
      <Section id="observers" title={organWords.observersTitle} lead={organWords.observersLead}>
        <ObserverTable observers={observers} />
        {mayKeep && <Act to={`${here}/observers/new`} text={words.addObserver} />}
      </Section>
    </>
  );
}

function Act({ to, text }: { to: string; text: string }) {
  return (
    <p className="mt-6">
      <LinkButton to={to}>{text}</LinkButton>
    </p>
  );
}

function EndTerm({ id, terms, to }: { id: string; terms: Route.ComponentProps["loaderData"]["terms"]; to: string }) {
  const words = useWords(coalitionRegisterWords);
  const organWords = useWords(coalitionOrganWords);
  const term = terms.find((each) => each.id === id);
  if (!term?.mayEnd) return "—";
  return (
    <Link to={to} className="link" aria-label={`${words.endTerm}: ${organWords.offices[term.office]}, ${term.from}`}>
      {words.endTerm}
    </Link>
  );
}
