import { Form, Link } from "react-router";
import { type Office, formatCount, formatDate } from "#basics";
import { read, write } from "#database";
import {
  Breadcrumbs,
  Button,
  DefinitionList,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  databaseContext,
  languageContext,
  memberIn,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords, releaseWords } from "#words";
import { boardOf } from "../board.store.ts";
import { nextStep, waitsForCountry } from "../board.ts";
import { daysBetween } from "../collection.ts";
import { collectionOf } from "../collection.store.ts";
import { methodologyOf } from "../methodology.store.ts";
import { mirrorReport } from "../mirror.store.ts";
import { postReminder } from "../reminder-post.store.ts";
import { remind } from "../reminder.store.ts";
import { submissionStates } from "../submission-states.store.ts";
import { type BoardLine, BoardTable } from "./board-table.tsx";
import { followers, readers, today } from "./submission-asked.ts";
import type { Route } from "./+types/collection-board.ts";

/** The board. Of other countries it gives the state alone; policies hold the figures back in any case. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, followers);
  const language = context.get(languageContext);
  const isReader = readers.includes(actor.office);
  return read(context.get(databaseContext), actor, async (tx) => {
    const collection = await collectionOf(tx, params.collection);
    if (!collection) throw notFound();
    const mine = new Map((await boardOf(tx, actor, collection.id, today())).map((row) => [row.country, row]));
    const standings = (await submissionStates(tx)).filter((standing) => standing.collection === collection.id);
    const lines = standings.map(({ country, name, state }): BoardLine => {
      const isOwn = country === actor.country;
      const mayOpen = isReader && (isOwn || actor.country === undefined);
      const row = mine.get(country);
      const base = {
        country,
        name,
        state,
        isOwn,
        mayOpen,
        daysLeft: daysBetween(today(), collection.deadline),
        next: nextStep(state).text,
      };
      if (!row) return { ...base, since: null, remindedAt: null };
      const counts =
        row.errors !== undefined && row.openWarnings !== undefined
          ? { errors: row.errors, openWarnings: row.openWarnings }
          : {};
      return { ...base, since: row.since, remindedAt: mayOpen ? row.remindedAt : null, ...counts };
    });
    const methodology = await methodologyOf(tx, collection.methodology);
    return {
      collection,
      lines: lines.toSorted(
        (one, other) =>
          Number(other.isOwn) - Number(one.isOwn) || one.name[language].localeCompare(other.name[language], language),
      ),
      methodology: methodology.title[language],
      // Hints over the signed figures of all countries: the secretariat alone may read them.
      mirror:
        actor.office === "secretariat"
          ? (await mirrorReport(tx, collection.id)).map(({ key, words }) => ({ key, text: words[language] }))
          : undefined,
      office: actor.office,
    };
  });
}

/** Reminds the countries that are behind: only the secretariat, and none of them too often. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const collection = params.collection;
  const language = context.get(languageContext);
  const reminded = await write(context.get(databaseContext), actor, async (tx) => {
    if (!(await collectionOf(tx, collection))) throw notFound();
    const countries = new Set(await remind(tx, actor, collection, today(), postReminder));
    const board = await boardOf(tx, actor, collection, today());
    return board.filter((row) => countries.has(row.country)).map((row) => row.name[language]);
  });
  return { reminded };
}

/** Who is where in one year. */
export default function CollectionBoard({ loaderData, actionData }: Route.ComponentProps) {
  const { collection, lines, methodology, mirror, office } = loaderData;
  const words = useWords(collectionWords);
  const language = useLanguage();
  const accepted = lines.filter((line) => line.state === "accepted" || line.state === "released").length;
  const count = (number: number) => formatCount(number, language);
  const title =
    accepted === 0
      ? words.board.titleNone
      : accepted === lines.length
        ? words.board.titleAll
        : words.board.title(count(accepted), count(lines.length));
  const isLate = lines.some((line) => waitsForCountry(line.state));
  return (
    <>
      <PageHeading
        title={title}
        tab={words.board.tab(String(collection.year))}
        above={
          <Breadcrumbs
            way={[
              { label: words.title, to: `/${language}/workspace/collections` },
              { label: `${words.topic} ${collection.year}${collection.exercise ? ` · ${words.exercise}` : ""}` },
            ]}
          />
        }
        lead={
          office === "presidency" || office === "observer"
            ? words.board.presidencyNote
            : office === "secretariat"
              ? undefined
              : words.board.othersNote
        }
      />
      {lines.length > 0 && lines.every((line) => line.state === "released") && (
        <p className="mt-6">
          <LinkButton kind="quiet" reloadDocument to={`/${language}/statistics/${collection.year}`}>
            {words.board.release}
          </LinkButton>
        </p>
      )}
      <ReleaseLink collection={collection.id} office={office} country={lines.find((line) => line.isOwn && line.mayOpen)?.country} />
      {collection.exercise && <Notice title={words.exercise}>{words.exerciseNote}</Notice>}
      {actionData !== undefined && (
        <Notice tone={actionData.reminded.length > 0 ? "good" : "info"}>
          {actionData.reminded.length > 0 ? words.board.reminded(actionData.reminded.join(", ")) : words.board.remindedNone}
        </Notice>
      )}
      <div className="mt-8">
        <BoardTable collection={collection.id} lines={lines} showsFindings={lines.some((line) => line.mayOpen)} />
      </div>
      {office === "secretariat" && isLate && (
        <Form method="post" className="mt-6">
          <Button kind="quiet">{words.board.remind}</Button>
          <p className="measure mt-2 text-small text-ink-soft">{words.board.remindHelp}</p>
        </Form>
      )}
      {mirror !== undefined && (
        <Section title={words.board.mirror} lead={words.board.mirrorLead}>
          {mirror.length === 0 ? (
            <p>{words.board.noMirror}</p>
          ) : (
            <ul className="border-t border-line">
              {mirror.map(({ key, text }) => (
                <li key={key} className="border-b border-line py-3">
                  <span className="measure block">{text}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section title={words.yearTitle(String(collection.year))}>
        <DefinitionList
          items={[
            { term: words.board.deadline, detail: formatDate(collection.deadline, language) },
            { term: words.board.publishOn, detail: formatDate(collection.publishOn, language) },
            {
              term: words.board.methodology,
              detail: (
                <>
                  {methodology}
                  <span className="block">
                    <Link reloadDocument to={`/${language}/statistics/methodology`} className="link text-small">
                      {words.board.methodologyLink}
                    </Link>
                  </span>
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** The way to the release: for the secretariat to prepare it, for a country to its own page. */
function ReleaseLink({ collection, office, country }: { collection: string; office: Office; country: string | undefined }) {
  const words = useWords(releaseWords).board;
  const language = useLanguage();
  const address = `/${language}/workspace/collections/${collection}/release`;
  if (office !== "secretariat" && country === undefined) return null;
  return (
    <p className="mt-6">
      <LinkButton kind="quiet" to={office === "secretariat" ? address : `${address}/${country}`}>
        {office === "secretariat" ? words.secretariat : words.country}
      </LinkButton>
    </p>
  );
}
