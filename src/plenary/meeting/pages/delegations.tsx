import { Form, Link, redirect, useSearchParams } from "react-router";
import { countryName, formatCount } from "#basics";
import { read, write } from "#database";
import { Actions, Button, DataTable, EmptyState, ErrorSummary, Field, Notice, Section, StateTag, forbidden, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingDelegationWords, plenaryMeetingWords } from "#words";
import { credentialState, missingOf } from "../accreditation.ts";
import { accreditationsOf, checkCredentials, namePerson } from "../accreditation.store.ts";
import { confirmationsOf } from "../confirmation.store.ts";
import { actRefusal } from "../meeting-act.ts";
import { seatsOf } from "../meeting.store.ts";
import { remindDelegations } from "../reminder.store.ts";
import { CredentialForm } from "./credential-form.tsx";
import { CredentialTag } from "./credential-tag.tsx";
import { delegationRefusalText } from "./delegation-said.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, idOf, said } from "./meeting-asked.ts";
import type { Route } from "./+types/delegations.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The board: answer, people and credentials of each delegation, and the observers. Observers get the people alone (policy). */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  return read(database, actor, async (tx) => {
    const named = await accreditationsOf(tx, meeting.id);
    const isObserver = actor.office === "observer";
    const answers = new Map(isObserver ? [] : (await confirmationsOf(tx, meeting.id)).map((each) => [each.country, each]));
    const seats = await seatsOf(tx, meeting.id);
    const lines = seats.map((country) => {
      const people = named.filter((each) => each.country === country && each.withdrawnAt === null);
      const answer = answers.get(country);
      return {
        country,
        name: countryName(country)[language],
        isOwn: country === actor.country,
        answer: answer?.answer ?? ("none" as const),
        mode: answer?.mode ?? null,
        people: people.map((each) => ({ id: each.id, name: each.name, capacity: each.capacity, credentials: credentialState(each) })),
        missing: missingOf(answer?.answer, people),
      };
    });
    const observers = named.filter((each) => each.capacity === "observer" && each.withdrawnAt === null);
    const mayAct = actRefusal(actor, "name", meeting) === undefined;
    return {
      id: meeting.id,
      lines: lines.toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn) || one.name.localeCompare(other.name, language)),
      observers: observers.map((each) => ({ id: each.id, name: each.name, organisation: each.organisation ?? "", post: each.post, credentials: credentialState(each), checkNote: each.checkNote })),
      isObserver,
      mayNameSelf: isObserver && mayAct && !observers.some(({ account }) => account === actor.account),
      isNamed: isObserver && observers.some(({ account }) => account === actor.account),
      mayRemind: actRefusal(actor, "remind", meeting) === undefined && lines.some(({ answer }) => answer === "none"),
      mayCheck: actRefusal(actor, "check", meeting) === undefined,
      newPerson: crypto.randomUUID(),
    };
  });
}

/** Reminds those who are silent, checks an observer's credentials, or names the acting observer. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "observer"]);
  const form = await args.request.formData();
  const text = said(form);
  const here = meetingAddress(language, meeting.id, "delegations");
  const id = idOf(text("person"));
  switch (text("act")) {
    case "remind": {
      const done = await write(database, actor, (tx) => remindDelegations(tx, actor, meeting.id, new Date()));
      if ("refusal" in done) {
        if (done.refusal === "not-yours") throw forbidden();
        return formRefusal(plenaryMeetingWords[language].refusals[done.refusal], form);
      }
      return redirect(`${here}?reminded=${done.reminded.join(".")}`, 303);
    }
    case "observe": {
      if (id === undefined) throw notFound();
      const draft = { id, country: null, capacity: "observer" as const, account: actor.account, name: actor.name, post: text("post").slice(0, 200) };
      const refusal = await write(database, actor, (tx) => namePerson(tx, actor, meeting.id, draft));
      if (refusal === "not-yours") throw forbidden();
      return refusal === undefined ? redirect(`${here}?did=named`, 303) : formRefusal(delegationRefusalText(refusal, language), form);
    }
    case "check":
    case "return": {
      if (id === undefined) throw notFound();
      const inOrder = text("act") === "check";
      const refusal = await write(database, actor, (tx) => checkCredentials(tx, actor, meeting.id, id, { inOrder, note: text("note") }));
      if (refusal === "not-yours") throw forbidden();
      return refusal === undefined ? redirect(`${here}?did=${inOrder ? "checked" : "returned"}`, 303) : formRefusal(delegationRefusalText(refusal, language), form);
    }
    default:
      throw notFound();
  }
}

/** The board of delegations. */
export default function Delegations({ loaderData, actionData }: Route.ComponentProps) {
  const { id, lines, observers, isObserver } = loaderData;
  const words = useWords(plenaryMeetingDelegationWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const did = query.get("did");
  const reminded = query.get("reminded");
  const confirmed = lines.filter(({ answer }) => answer === "attends").length;
  const form = formState(actionData, words.problems);
  return (
    <>
      {(did === "named" || did === "checked" || did === "returned") && actionData === undefined && <Notice tone="good">{words.done[did]}</Notice>}
      {reminded !== null && actionData === undefined && (
        <Notice tone={reminded === "" ? "info" : "good"}>
          {reminded === "" ? words.remindedNone : words.reminded(reminded.split(".").map((code) => countryName(code)[language]).join(", "))}
        </Notice>
      )}
      <ErrorSummary form={form} />
      {!isObserver && (
        <Section title={words.boardTitle(formatCount(confirmed, language), formatCount(lines.length, language))}>
          <Board meeting={id} lines={lines} />
          {loaderData.mayRemind && (
            <Form method="post" className="mt-6">
              <Button kind="quiet" name="act" value="remind">
                {words.remind}
              </Button>
              <p className="measure mt-2 text-small text-ink-soft">{words.remindHelp}</p>
            </Form>
          )}
        </Section>
      )}
      {loaderData.isNamed && <Notice tone="good">{words.observer.named}</Notice>}
      {loaderData.mayNameSelf && (
        <Section title={words.observer.title} lead={words.observer.lead}>
          <Form method="post">
            <input type="hidden" name="person" value={loaderData.newPerson} />
            <Field {...form.field("post")} label={words.observer.post} optional />
            <Actions>
              <Button name="act" value="observe">
                {words.observer.submit}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Section title={words.observersTitle}>
        {observers.length === 0 ? (
          <EmptyState title={words.nobody}>{words.observersNone}</EmptyState>
        ) : (
          <DataTable
            caption={words.observersCaption}
            hideCaption
            rows={observers}
            rowKey={({ id: person }) => person}
            columns={[
              {
                id: "person",
                head: words.person,
                kind: "row-head",
                cell: ({ name, post }) => (
                  <>
                    {name}
                    {post !== "" && <span className="block text-small font-normal text-ink-soft">{post}</span>}
                  </>
                ),
              },
              { id: "organisation", head: words.organisation, cell: ({ organisation }) => organisation },
              {
                id: "credentials",
                head: words.own.columns.credentials,
                cell: ({ id: person, name, credentials, checkNote }) => (
                  <>
                    <CredentialTag state={credentials} note={checkNote} />
                    {loaderData.mayCheck && credentials !== "checked" && <CredentialForm person={person} name={name} />}
                  </>
                ),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}

type Line = Route.ComponentProps["loaderData"]["lines"][number];

function Board({ meeting, lines }: { meeting: string; lines: readonly Line[] }) {
  const words = useWords(plenaryMeetingDelegationWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={words.boardCaption}
      hideCaption
      rows={lines}
      rowKey={({ country }) => country}
      columns={[
        {
          id: "delegation",
          head: words.columns.delegation,
          kind: "row-head",
          cell: ({ country, name }) => (
            <Link to={meetingAddress(language, meeting, `delegations/${country}`)} className="link" aria-label={words.openLabel(name)}>
              {name}
            </Link>
          ),
        },
        {
          id: "answer",
          head: words.columns.answer,
          cell: ({ answer, mode }) => (
            <>
              <StateTag tone={answer === "attends" ? "good" : answer === "declines" ? "info" : "caution"}>{words.answers[answer]}</StateTag>
              {mode !== null && <span className="block text-small text-ink-soft">{words.modes[mode]}</span>}
            </>
          ),
        },
        {
          id: "people",
          head: words.columns.people,
          cell: ({ people }) =>
            people.length === 0 ? (
              <span className="text-ink-soft">{words.nobody}</span>
            ) : (
              <ul>
                {people.map(({ id, name, capacity, credentials }) => (
                  <li key={id}>
                    {name} <span className="text-small text-ink-soft">({words.capacities[capacity]})</span> <CredentialTag state={credentials} />
                  </li>
                ))}
              </ul>
            ),
        },
        { id: "missing", head: words.columns.missing, cell: ({ missing }) => (missing.length === 0 ? words.nothingMissing : missing.map((each) => words.missing[each]).join(", ")) },
      ]}
    />
  );
}
