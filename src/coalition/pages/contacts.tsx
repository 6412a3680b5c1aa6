import { Link, redirect } from "react-router";
import { formatDate, dayOf } from "#basics";
import { read, write } from "#database";
import {
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  Select,
  StateTag,
  databaseContext,
  formRefusal,
  formState,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords } from "#words";
import { isStale, keepsContact } from "../contact.ts";
import { confirmContact, contacts } from "../contact.store.ts";
import { directoryOffices } from "../navigation.ts";
import type { Route } from "./+types/contacts.ts";
import { CoalitionTabs } from "./coalition-tabs.tsx";
import { keeperNames, keeperText } from "./contact-keeper.ts";
import { said } from "./form-text.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The directory as the reader may see it, by keeper; `?of=country GTM` narrows it to one. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, directoryOffices);
  const today = dayOf(new Date());
  return read(context.get(databaseContext), actor, async (tx) => {
    const names = await keeperNames(tx, actor);
    const entries = (await contacts(tx)).map((contact) => ({
      ...contact,
      of: keeperText(contact.keeper),
      isStale: isStale(contact, today),
      mayKeep: keepsContact(actor, contact.keeper),
    }));
    const of = names.find(({ value }) => value === url.searchParams.get("of"))?.value;
    const own = actor.country === undefined ? undefined : keeperText({ country: actor.country });
    const groups = names
      .filter(({ value }) => of === undefined || value === of)
      .map(({ value, name }) => ({ value, name, entries: entries.filter((entry) => entry.of === value) }))
      .filter((group) => group.entries.length > 0 || group.value === own || group.value === of);
    return {
      of,
      own,
      groups,
      filters: names,
      office: actor.office,
      isObserver: actor.office === "observer",
      mayAdd: names.some(({ keeper }) => keepsContact(actor, keeper)),
      stale: entries.filter((entry) => entry.isStale && entry.mayKeep).length,
      done: url.searchParams.get("done"),
    };
  });
}

/** Confirms that an entry still holds. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, directoryOffices);
  const form = await request.formData();
  const refusal = keepsSome(actor.office, actor.country)
    ? await write(context.get(databaseContext), actor, (tx) => confirmContact(tx, said(form, "confirm"), dayOf(new Date())))
    : "not-yours";
  if (refusal) return formRefusal(refusal, form);
  const of = url.searchParams.get("of");
  return redirect(`${url.pathname}?${new URLSearchParams({ ...(of === null ? {} : { of }), done: "confirmed" })}`, 303);
}

/** The presidency and observers read alone: they are not granted the table for writing. */
function keepsSome(office: string, country: string | undefined): boolean {
  return country !== undefined || office === "secretariat";
}

/** The directory of contacts. */
export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(coalitionContactWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  const here = `/${language}/workspace/coalition/contacts`;
  const { groups, filters, of, own, stale, done } = loaderData;
  const doneText = Object.entries(words.done).find(([key]) => key === done)?.[1];
  return (
    <>
      <PageHeading title={words.title} lead={loaderData.isObserver ? words.leadObserver : words.lead} />
      <CoalitionTabs office={loaderData.office} current="contacts" />
      {doneText !== undefined && <Notice tone="good" title={doneText} />}
      <ErrorSummary form={form} />
      {stale > 0 && (
        <Notice tone="caution" title={words.staleNotice(String(stale))}>
          {words.staleNoticeDetail}
        </Notice>
      )}
      {!loaderData.isObserver && (
        <form method="get" className="flex flex-wrap items-end gap-3">
          <Select
            name="of"
            value={of ?? ""}
            problem={undefined}
            label={words.filter}
            options={filters.map(({ value, name }) => ({ value, label: name[language] }))}
          />
          <Button kind="quiet">{words.show}</Button>
          {of !== undefined && (
            <Link to={here} className="link py-2">
              {words.filterAll}
            </Link>
          )}
        </form>
      )}
      {loaderData.mayAdd && (
        <p className="mt-6">
          <LinkButton to={`${here}/new`}>{words.add}</LinkButton>
        </p>
      )}
      {groups.length === 0 && <EmptyState title={words.none}>{words.noneOther}</EmptyState>}
      {groups.map((group) => (
        <Section key={group.value} title={group.name[language]}>
          {group.entries.length === 0 ? (
            <EmptyState title={words.none}>{group.value === own ? words.noneOwn : words.noneOther}</EmptyState>
          ) : (
            <form method="post">
              <ContactTable caption={group.name[language]} entries={group.entries} here={here} />
            </form>
          )}
        </Section>
      ))}
    </>
  );
}

type Entry = Route.ComponentProps["loaderData"]["groups"][number]["entries"][number];

function ContactTable({ caption, entries, here }: { caption: string; entries: readonly Entry[]; here: string }) {
  const words = useWords(coalitionContactWords);
  const language = useLanguage();
  const mayKeep = entries.some((entry) => entry.mayKeep);
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: words.columns.name,
          kind: "row-head",
          cell: ({ name, post, institution }) => (
            <>
              {name}
              <span className="block text-small font-normal text-ink-soft">
                {[post, institution].filter(Boolean).join(", ")}
              </span>
            </>
          ),
        },
        {
          id: "reach",
          head: words.columns.reach,
          kind: "long",
          cell: ({ email, telephone, language: spoken }) => (
            <>
              {email !== undefined && (
                <a href={`mailto:${email}`} className="link block break-all">
                  {email}
                </a>
              )}
              {telephone !== undefined && (
                <a href={`tel:${telephone.replaceAll(/[^\d+]/g, "")}`} className="link figures block">
                  {telephone}
                </a>
              )}
              <span className="block text-small text-ink-soft">{words.languages[spoken]}</span>
            </>
          ),
        },
        {
          id: "subject",
          head: words.columns.subject,
          kind: "long",
          cell: ({ kind, crime }) => (
            <>
              {words.kinds[kind]}
              <span className="block text-small text-ink-soft">{words.crimes[crime]}</span>
            </>
          ),
        },
        {
          id: "confirmed",
          head: words.columns.confirmed,
          kind: "long",
          cell: ({ confirmedOn, isStale }) => (
            <>
              {words.confirmedOn(formatDate(confirmedOn, language))}
              {isStale && (
                <span className="block [&>span]:whitespace-normal">
                  <StateTag tone="caution">{words.stale}</StateTag>
                </span>
              )}
            </>
          ),
        },
        ...(mayKeep
          ? [
              {
                id: "acts",
                head: words.columns.acts,
                cell: ({ id, name, mayKeep: mine }: Entry) =>
                  mine && (
                    <span className="flex flex-wrap items-center gap-3">
                      <Button kind="quiet" name="confirm" value={id} aria-label={`${words.confirm}: ${name}`}>
                        {words.confirm}
                      </Button>
                      <Link to={`${here}/${id}`} className="link" aria-label={`${words.change}: ${name}`}>
                        {words.change}
                      </Link>
                    </span>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
