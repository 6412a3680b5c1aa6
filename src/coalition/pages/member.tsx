import { formatCount, formatDate, dayOf } from "#basics";
import { read } from "#database";
import { Breadcrumbs, DefinitionList, PageHeading, Section, databaseContext, notFound, useLanguage, useWords } from "#web";
import { coalitionOrganWords, coalitionWords } from "#words";
import { isLate } from "../committee.ts";
import { committees } from "../committee.store.ts";
import { memberRecord, memberRecords } from "../member.store.ts";
import { terms } from "../term.store.ts";
import type { Route } from "./+types/member.ts";
import { CommitteeList } from "./committee-list.tsx";
import { TermTable } from "./term-table.tsx";

/** One member with its mechanism, the offices it held and its committees; never a person. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const today = dayOf(new Date());
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => {
    const member = await memberRecord(tx, params.code);
    if (!member) throw notFound();
    return {
      member,
      names: Object.fromEntries((await memberRecords(tx)).map(({ code, name }) => [code, name])),
      terms: (await terms(tx)).filter(({ country }) => country === member.code),
      committees: (await committees(tx))
        .filter(({ members }) => members.some(({ country }) => country === member.code))
        .map((each) => ({ ...each, late: isLate(each, today) })),
    };
  });
}

/** May be kept for a minute: the register changes seldom. */
export const headers = () => ({ "Cache-Control": "public, max-age=60, stale-while-revalidate=600" });

/** The public page of a member state. */
export default function MemberPage({ loaderData: { member, names: texts, terms, committees } }: Route.ComponentProps) {
  const all = useWords(coalitionOrganWords);
  const words = all.member;
  const { about } = useWords(coalitionWords);
  const language = useLanguage();
  const names = Object.fromEntries(Object.entries(texts).map(([code, name]) => [code, name[language]]));
  const unknown = <span className="text-ink-soft">{words.unknown}</span>;
  const original = member.mechanism[member.mechanismLanguage];
  const left = member.leftOn === undefined ? member.leftYear?.toString() : formatDate(member.leftOn, language);
  const since = member.joinedOn === undefined ? member.joinedYear?.toString() : formatDate(member.joinedOn, language);
  const counted = member.institutions;
  return (
    <>
      <PageHeading
        title={member.name[language]}
        lead={left === undefined ? words.lead(member.mechanism[language]) : words.formerLead(member.mechanism[language], left)}
        above={<Breadcrumbs way={[{ label: about.tab, to: `/${language}/about` }, { label: member.name[language] }]} />}
      />
      <Section title={words.mechanismTitle}>
        <div className="max-w-[56rem]">
          <DefinitionList
            items={[
              {
                term: words.mechanism,
                detail:
                  member.mechanismLanguage === language ? (
                    original
                  ) : (
                    <>
                      {member.mechanism[language]}
                      <span lang={member.mechanismLanguage} className="block text-small text-ink-soft">
                        {original}
                      </span>
                    </>
                  ),
              },
              { term: words.authority, detail: member.lead?.[language] ?? unknown },
              { term: words.basis, detail: member.basis?.[language] ?? unknown },
              {
                term: words.institutions,
                detail:
                  counted === undefined ? (
                    unknown
                  ) : (
                    <>
                      {[
                        formatCount(counted.count, language),
                        counted.year === undefined ? undefined : words.institutionsYear(String(counted.year)),
                      ]
                        .filter(Boolean)
                        .join(", ")}
                      <span className="block text-small text-ink-soft">{counted.source[language]}</span>
                    </>
                  ),
              },
              { term: words.joined, detail: since ?? unknown },
              ...(left === undefined ? [] : [{ term: words.left, detail: left }]),
              ...(member.source === undefined ? [] : [{ term: words.source, detail: member.source[language] }]),
            ]}
          />
        </div>
      </Section>
      <Section title={words.termsTitle}>
        {terms.length === 0 ? <p>{words.termsNone}</p> : <TermTable terms={terms} names={names} />}
      </Section>
      <Section title={words.committeesTitle}>
        {committees.length === 0 ? <p>{words.committeesNone}</p> : <CommitteeList committees={committees} names={names} />}
      </Section>
    </>
  );
}
