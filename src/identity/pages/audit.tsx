import { formatCount, formatInstant } from "#basics";
import { read } from "#database";
import {
  Actions,
  Button,
  DataTable,
  Disclosure,
  EmptyState,
  Field,
  LinkButton,
  Notice,
  PageHeading,
  Pagination,
  Section,
  Select,
  databaseContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { auditWords, shellWords } from "#words";
import { type FieldChange, fieldChanges } from "../audit.ts";
import { verifyFurther } from "../audit-progress.ts";
import { auditChoices, auditCount, auditLines } from "../audit.store.ts";
import { officesFor } from "../may.ts";
import type { Route } from "./+types/audit.ts";
import { auditQuery } from "./audit-query.ts";

const linesOnPage = 50;

/** A page of the record, and how far the chain is verified. */
export async function loader(asked: Route.LoaderArgs) {
  const member = memberIn(asked, officesFor("audit.read"));
  const database = asked.context.get(databaseContext);
  const url = new URL(asked.request.url);
  const { filter, page } = auditQuery(url);
  const chain = await verifyFurther(database, new Date());
  return read(database, member, async (tx) => {
    const count = await auditCount(tx, filter);
    const lines = await auditLines(tx, filter, { limit: linesOnPage, offset: (page - 1) * linesOnPage });
    return {
      filter,
      page,
      count,
      chain,
      choices: await auditChoices(tx),
      lines: lines.map(({ before, after, ...line }) => ({ ...line, changes: fieldChanges(before, after) })),
    };
  });
}

/** The audit record. */
export default function AuditPage({ loaderData: { filter, page, count, chain, choices, lines } }: Route.ComponentProps) {
  const words = useWords(auditWords);
  const offices = useWords(shellWords).officeNames;
  const language = useLanguage();
  const asked = new URLSearchParams(
    Object.entries({ person: filter.account, about: filter.relation, from: filter.from, to: filter.to }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  );
  const relationName = (relation: string) => Object.entries(words.relations).find(([key]) => key === relation)?.[1] ?? relation;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <ChainState chain={chain} />
      <Section title={words.filter.title}>
        <form method="get" className="grid gap-x-6 sm:grid-cols-2">
          <Select
            name="person"
            problem={undefined}
            label={words.filter.person}
            optional
            value={filter.account}
            options={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="about"
            problem={undefined}
            label={words.filter.relation}
            optional
            value={filter.relation}
            options={choices.relations.map((value) => ({ value, label: relationName(value) }))}
          />
          <Field name="from" label={words.filter.from} optional type="date" value={filter.from} width="medium" />
          <Field name="to" label={words.filter.to} optional type="date" value={filter.to} width="medium" />
          <div className="sm:col-span-2">
            <Actions>
              <Button>{words.filter.show}</Button>
              <LinkButton kind="quiet" reloadDocument to={`/${language}/workspace/audit/export?${asked}`}>
                {words.filter.export}
              </LinkButton>
            </Actions>
          </div>
        </form>
      </Section>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <Section title={words.found(formatCount(count, language))}>
          <DataTable
            caption={words.title}
            hideCaption
            rows={lines}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                id: "when",
                head: words.when,
                kind: "row-head",
                cell: ({ id, at }) => (
                  <>
                    {formatInstant(at, language)}{" "}
                    <span className="figures block text-small font-normal text-ink-soft">
                      {words.chain.place(formatCount(id, language))}
                    </span>
                  </>
                ),
              },
              {
                id: "who",
                head: words.who,
                cell: ({ name, office, country, task }) => (
                  <>
                    {name ?? (task ? words.platform : words.nobody)}
                    <span className="block text-small text-ink-soft">
                      {[office ? offices[office] : task && named(words.tasks, task), country].filter(Boolean).join(", ")}
                    </span>
                  </>
                ),
              },
              {
                id: "what",
                head: words.what,
                cell: ({ action, relation }) => `${words.actions[action]}: ${relationName(relation)}`,
              },
              { id: "changes", head: words.changes, kind: "long", cell: ({ action, changes }) => <Changes changes={changes} isAttempt={action === "attempt"} /> },
            ]}
          />
          <Pagination
            page={page}
            pages={Math.ceil(count / linesOnPage)}
            to={(each) => `?${new URLSearchParams([...asked, ["page", String(each)]])}`}
          />
        </Section>
      )}
    </>
  );
}

function ChainState({ chain }: { chain: Route.ComponentProps["loaderData"]["chain"] }) {
  const words = useWords(auditWords).chain;
  const language = useLanguage();
  if (chain.breaks.length > 0)
    return (
      <Notice tone="bad" title={words.broken(chain.breaks.length)}>
        <p>{words.brokenDetail}</p>
        <ul className="mt-2 list-disc pl-5">
          {chain.breaks.slice(0, 20).map(({ position, entry, fault }) => (
            <li key={`${position} ${entry} ${fault}`}>
              {words.place(formatCount(entry ?? position ?? 0, language))}: {words.faults[fault]}
            </li>
          ))}
        </ul>
      </Notice>
    );
  const upTo = formatCount(chain.sealedUpTo, language);
  const isWhole = chain.sealedUpTo >= chain.entries;
  return (
    <>
      <Notice
        tone={isWhole ? "good" : "info"}
        title={
          isWhole
            ? words.whole(upTo, formatInstant(new Date(chain.since), language))
            : words.partly(upTo, formatCount(chain.entries, language))
        }
      />
      <Disclosure summary={words.head}>
        <code className="figures break-all">{chain.head}</code>
        <p className="measure mt-2 text-ink-soft">{words.headHelp}</p>
      </Disclosure>
    </>
  );
}

function Changes({ changes, isAttempt }: { changes: readonly FieldChange[]; isAttempt: boolean }) {
  const words = useWords(auditWords);
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = isAttempt
    ? { act: words.acts, refused: words.refusals, outcome: words.refusals, proof: words.refusals }
    : {};
  return (
    <ul className="text-small">
      {changes
        .filter(({ field }) => !silent.has(field))
        .slice(0, 12)
        .map(({ field, before, after }) => (
          <li key={field} className="break-words">
            <span className="text-ink-soft">{named(words.fields, field)}:</span>{" "}
            {before !== undefined && <del className="text-ink-soft">{short(before)}</del>}{" "}
            {after !== undefined ? short(named(said[field] ?? {}, after)) : before !== undefined ? words.empty : ""}
          </li>
        ))}
    </ul>
  );
}

/** The words for a name, where there are any; else the name itself. */
function named(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}

// Numbers and instants that say nothing to a reader beside the line's own.
const silent = new Set(["id", "account_id", "provider_id", "email_verified", "created_at", "updated_at", "is_demo"]);

function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
