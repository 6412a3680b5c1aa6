import { Form, redirect, useSearchParams } from "react-router";
import { countryName, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, DataTable, DefinitionList, EmptyState, ErrorSummary, Field, LinkButton, Notice, RadioGroup, Section, Select, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingDelegationWords } from "#words";
import { type Capacity, credentialState } from "../accreditation.ts";
import { accreditationsOf, checkCredentials, delegateAccounts, namePerson, withdrawPerson } from "../accreditation.store.ts";
import { readAnswer } from "../confirmation.ts";
import { answerConvocation, confirmationsOf } from "../confirmation.store.ts";
import { actRefusal, isDelegate } from "../meeting-act.ts";
import { seatsOf } from "../meeting.store.ts";
import { CredentialForm } from "./credential-form.tsx";
import { CredentialTag } from "./credential-tag.tsx";
import { delegationRefusalText } from "./delegation-said.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, idOf, memberReaders, said } from "./meeting-asked.ts";
import type { Route } from "./+types/delegation.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One delegation: its answer and its people. Its own delegates act on it, the secretariat checks, others read. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language, readerZone } = await askedMeeting(args, memberReaders);
  const { country } = args.params;
  return read(database, actor, async (tx) => {
    if (!(await seatsOf(tx, meeting.id)).includes(country)) throw notFound();
    const confirmation = (await confirmationsOf(tx, meeting.id)).find((each) => each.country === country);
    const people = (await accreditationsOf(tx, meeting.id)).filter((each) => each.country === country);
    const isOwn = isDelegate(actor) && actor.country === country;
    const mayName = (isOwn || actor.office === "secretariat") && actRefusal(actor, "name", meeting) === undefined;
    return {
      id: meeting.id,
      country: countryName(country)[language],
      isHybrid: meeting.mode === "hybrid",
      confirmation: confirmation && { answer: confirmation.answer, mode: confirmation.mode, note: confirmation.note, when: formatInstant(confirmation.answeredAt, language, readerZone) },
      people: people.map((each) => ({ id: each.id, name: each.name, post: each.post, capacity: each.capacity, credentials: credentialState(each), checkNote: each.checkNote, isSelf: each.account === actor.account })),
      mayAnswer: isOwn && actRefusal(actor, "answer", meeting) === undefined,
      mayName,
      mayCheck: actRefusal(actor, "check", meeting) === undefined,
      accounts: mayName ? (await delegateAccounts(tx, country)).map(({ account, name }) => ({ value: account, label: name })) : [],
      newPerson: crypto.randomUUID(),
    };
  });
}

/** Answers the convocation, names or withdraws a person, or checks credentials. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, memberReaders);
  const { country } = args.params;
  const form = await args.request.formData();
  const text = said(form);
  const here = meetingAddress(language, meeting.id, `delegations/${country}`);
  const answer = (refusal: Parameters<typeof delegationRefusalText>[0] | undefined, done: string) => {
    if (refusal === "not-yours") throw forbidden();
    return refusal === undefined ? redirect(`${here}?did=${done}`, 303) : formRefusal(delegationRefusalText(refusal, language), form);
  };
  const act = text("act");
  if (act === "answer") {
    if (actor.country !== country) throw forbidden();
    const given = readAnswer(meeting.mode, text);
    if ("problems" in given) return formProblems(given.problems, form);
    return answer(await write(database, actor, (tx) => answerConvocation(tx, actor, meeting.id, given.answer)), "answered");
  }
  const id = idOf(text("person"));
  if (id === undefined) throw notFound();
  switch (act) {
    case "name": {
      const capacity = (["titular", "alternate", "adviser"] as const satisfies readonly Capacity[]).find((each) => each === text("capacity"));
      const account = idOf(text("account"));
      const problems = {
        ...(capacity === undefined ? { capacity: ["capacity-missing"] } : {}),
        ...(capacity !== undefined && capacity !== "adviser" && account === undefined ? { account: ["account-missing"] } : {}),
        ...(capacity === "adviser" && text("name") === "" ? { name: ["name-missing"] } : {}),
        ...(text("name").length > 200 ? { name: ["too-long"] } : {}),
        ...(text("post").length > 200 ? { post: ["too-long"] } : {}),
      };
      if (capacity === undefined || Object.keys(problems).length > 0) return formProblems(problems, form);
      const draft = { id, country, capacity, account: account ?? null, name: text("name"), post: text("post") };
      return answer(await write(database, actor, (tx) => namePerson(tx, actor, meeting.id, draft)), "named");
    }
    case "withdraw":
      return answer(await write(database, actor, (tx) => withdrawPerson(tx, actor, meeting.id, id)), "withdrawn");
    case "check":
    case "return": {
      const inOrder = act === "check";
      return answer(await write(database, actor, (tx) => checkCredentials(tx, actor, meeting.id, id, { inOrder, note: text("note") })), inOrder ? "checked" : "returned");
    }
    default:
      throw notFound();
  }
}

/** The page of one delegation. */
export default function Delegation({ loaderData, actionData }: Route.ComponentProps) {
  const { id, country, confirmation, mayAnswer, mayName } = loaderData;
  const words = useWords(plenaryMeetingDelegationWords);
  const texts = words.own;
  const language = useLanguage();
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData, words.problems);
  return (
    <>
      {isKey(did, words.done) && actionData === undefined && <Notice tone="good">{words.done[did]}</Notice>}
      <ErrorSummary form={form} />
      <Section title={texts.title(country)}>
        {confirmation ? (
          <DefinitionList
            items={[
              {
                term: texts.answerTitle,
                detail: `${words.answers[confirmation.answer]}${confirmation.mode === null ? "" : `, ${words.modes[confirmation.mode]}`}. ${texts.answeredAt(confirmation.when)}`,
              },
              ...(confirmation.note === "" ? [] : [{ term: texts.noteSaid, detail: confirmation.note }]),
            ]}
          />
        ) : (
          <p>{words.answers.none}</p>
        )}
        {mayAnswer && (
          <Form method="post">
            <RadioGroup
              {...form.field("answer", confirmation?.answer)}
              label={texts.answer}
              choices={[
                { value: "attends", label: texts.attends },
                { value: "declines", label: texts.declines },
              ]}
            />
            {loaderData.isHybrid && (
              <RadioGroup
                {...form.field("mode", confirmation?.mode ?? undefined)}
                label={texts.mode}
                choices={[
                  { value: "in-person", label: texts.inPerson },
                  { value: "virtual", label: texts.virtual },
                ]}
              />
            )}
            <Textarea {...form.field("note", confirmation?.note)} label={texts.note} help={texts.noteHelp} rows={3} optional />
            <Actions>
              <Button name="act" value="answer">
                {texts.submit}
              </Button>
            </Actions>
          </Form>
        )}
      </Section>
      <Section title={texts.peopleTitle} lead={texts.peopleLead}>
        <People {...loaderData} />
        {mayName && (
          <Form method="post">
            <h3 className="mt-8 font-serif text-h3 font-semibold">{texts.add}</h3>
            <input type="hidden" name="person" value={loaderData.newPerson} />
            <RadioGroup
              {...form.field("capacity")}
              label={texts.capacity}
              choices={(["titular", "alternate", "adviser"] as const).map((value) => ({ value, label: words.capacities[value] }))}
            />
            {loaderData.accounts.length === 0 ? (
              <p className="mt-6">{texts.noAccounts}</p>
            ) : (
              <Select {...form.field("account")} label={texts.account} help={texts.accountHelp} options={loaderData.accounts} width="full" optional />
            )}
            <Field {...form.field("name")} label={texts.name} help={texts.nameHelp} optional />
            <Field {...form.field("post")} label={texts.post} optional />
            <Actions>
              <Button name="act" value="name">
                {texts.addSubmit}
              </Button>
            </Actions>
          </Form>
        )}
        <p className="mt-8">
          <LinkButton kind="quiet" to={meetingAddress(language, id, "delegations")}>
            {words.title}
          </LinkButton>
        </p>
      </Section>
    </>
  );
}

type Loaded = Pick<Route.ComponentProps["loaderData"], "people" | "mayName" | "mayCheck">;

function People({ people, mayName, mayCheck }: Loaded) {
  const words = useWords(plenaryMeetingDelegationWords);
  const texts = words.own;
  if (people.length === 0) return <EmptyState title={words.nobody}>{texts.peopleNone}</EmptyState>;
  return (
    <DataTable
      caption={texts.peopleCaption}
      hideCaption
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: texts.columns.name,
          kind: "row-head",
          cell: ({ name, post }) => (
            <>
              {name}
              {post !== "" && <span className="block text-small font-normal text-ink-soft">{post}</span>}
            </>
          ),
        },
        { id: "capacity", head: texts.columns.capacity, cell: ({ capacity }) => words.capacities[capacity] },
        {
          id: "credentials",
          head: texts.columns.credentials,
          cell: ({ id, name, credentials, checkNote, isSelf }) => (
            <>
              <CredentialTag state={credentials} note={checkNote} />
              {mayCheck && !isSelf && (credentials === "unchecked" || credentials === "returned") && <CredentialForm person={id} name={name} />}
            </>
          ),
        },
        ...(mayName
          ? [
              {
                id: "acts",
                head: texts.columns.acts,
                cell: ({ id, name, credentials }: Loaded["people"][number]) =>
                  credentials === "withdrawn" ? (
                    ""
                  ) : (
                    <Form method="post">
                      <input type="hidden" name="person" value={id} />
                      <Button kind="danger" name="act" value="withdraw" aria-label={texts.withdrawLabel(name)}>
                        {texts.withdraw}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function isKey<Words extends object>(key: string | null, words: Words): key is Extract<keyof Words, string> {
  return key !== null && Object.hasOwn(words, key);
}
