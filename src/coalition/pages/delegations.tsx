import { redirect } from "react-router";
import { formatDate, dayOf } from "#basics";
import { read, write } from "#database";
import {
  Button,
  DataTable,
  Disclosure,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  databaseContext,
  forbidden,
  formRefusal,
  formState,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords, coalitionDelegationWords } from "#words";
import { keepsDelegation } from "../delegation.ts";
import { delegates, endDelegation } from "../delegation.store.ts";
import { currentMembers } from "../member.store.ts";
import { delegationOffices } from "../navigation.ts";
import type { Route } from "./+types/delegations.ts";
import { CoalitionTabs } from "./coalition-tabs.tsx";
import { said } from "./form-text.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Who speaks for each country, the reader's own first; with those who did before. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, delegationOffices);
  const today = dayOf(new Date());
  return read(context.get(databaseContext), actor, async (tx) => {
    const all = await delegates(tx);
    const members = await currentMembers(tx);
    const isOwn = ({ code }: { code: string }) => code === actor.country;
    return {
      office: actor.office,
      done: url.searchParams.get("done"),
      countries: [...members.filter(isOwn), ...members.filter((each) => !isOwn(each))].map(({ code, name }) => {
        const own = all.filter(({ country }) => country === code).map((each) => ({ ...each, isFuture: each.from > today }));
        return {
          code,
          name,
          mayKeep: keepsDelegation(actor, code),
          standing: own.filter(({ until }) => until === undefined || until > today),
          before: own.filter(({ until }) => until !== undefined && until <= today),
        };
      }),
    };
  });
}

/** Ends a designation today, without a successor. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, delegationOffices);
  if (!keepsDelegation(actor, actor.country ?? "")) throw forbidden();
  const form = await request.formData();
  const refusal = await write(context.get(databaseContext), actor, (tx) =>
    endDelegation(tx, said(form, "end"), dayOf(new Date())),
  );
  if (refusal) return formRefusal(refusal, form);
  return redirect(`${url.pathname}?done=ended`, 303);
}

/** The delegations of all members. */
export default function Delegations({ loaderData: { countries, done, office }, actionData }: Route.ComponentProps) {
  const words = useWords(coalitionDelegationWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  const doneText = Object.entries(words.done).find(([key]) => key === done)?.[1];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <CoalitionTabs office={office} current="delegations" />
      {doneText !== undefined && <Notice tone="good" title={doneText} />}
      <ErrorSummary form={form} />
      {countries.map((country) => (
        <Section key={country.code} id={country.code} title={country.name[language]}>
          {country.standing.length === 0 ? (
            <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
          ) : (
            <form method="post">
              <DelegateTable caption={words.caption(country.name[language])} rows={country.standing} mayEnd={country.mayKeep} />
            </form>
          )}
          {country.mayKeep && (
            <p className="mt-5">
              <LinkButton
                kind="quiet"
                to={`/${language}/workspace/coalition/delegations/${country.code}/new`}
                aria-label={words.designateFor(country.name[language])}
              >
                {words.designate}
              </LinkButton>
            </p>
          )}
          {country.before.length > 0 && (
            <Disclosure summary={words.history}>
              <DelegateTable caption={words.history} rows={country.before} mayEnd={false} />
            </Disclosure>
          )}
        </Section>
      ))}
    </>
  );
}

type Row = Route.ComponentProps["loaderData"]["countries"][number]["standing"][number];

function DelegateTable({ caption, rows, mayEnd }: { caption: string; rows: readonly Row[]; mayEnd: boolean }) {
  const words = useWords(coalitionDelegationWords);
  const { crimes } = useWords(coalitionContactWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: words.columns.name,
          kind: "row-head",
          cell: ({ name, account }) => (
            <>
              {name}
              <span className="block text-small font-normal text-ink-soft">
                {account === undefined ? words.noAccount : words.hasAccount}
              </span>
            </>
          ),
        },
        { id: "rank", head: words.columns.rank, cell: ({ rank }) => words.ranks[rank] },
        { id: "crime", head: words.columns.crime, cell: ({ crime }) => crimes[crime] },
        {
          id: "from",
          head: words.columns.from,
          cell: ({ from, isFuture }) => (
            <>
              {formatDate(from, language)}
              {isFuture && <span className="block text-small text-ink-soft">{words.future}</span>}
            </>
          ),
        },
        ...(rows.some(({ until }) => until !== undefined)
          ? [
              {
                id: "until",
                head: words.columns.until,
                cell: ({ until }: Row) => (until === undefined ? "—" : formatDate(until, language)),
              },
            ]
          : []),
        { id: "note", head: words.columns.note, kind: "long", cell: ({ note }) => note ?? "—" },
        ...(mayEnd
          ? [
              {
                id: "acts",
                head: words.end,
                cell: ({ id, name, until }: Row) =>
                  until === undefined && (
                    <Button kind="danger" name="end" value={id} aria-label={words.endFor(name)}>
                      {words.end}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
