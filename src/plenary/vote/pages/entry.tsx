import { Form, Link, redirect } from "react-router";
import { countryName, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, DataTable, ErrorSummary, Field, Notice, RadioGroup, Section, Select, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { type EntryMethod, enterBallots, entriesOf, settleEntry } from "../entry.store.ts";
import { refusalText } from "../refusal.ts";
import { presentIn, voteOf } from "../vote.store.ts";
import { Did } from "./did.tsx";
import type { Route } from "./+types/entry.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const leaders = ["secretariat", "presidency"] as const;

/** What waits for the second person, line by line, and the delegations in the room whose ballot is missing. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting } = await askedMeeting(args, leaders);
  const id = idOf(args.params.vote);
  return read(database, actor, async (tx) => {
    const vote = id === undefined ? undefined : await voteOf(tx, id);
    if (vote?.meeting !== meeting.id || vote.method !== "roll-call") throw notFound();
    const entries = await entriesOf(tx, vote.id);
    const waiting = entries.find(({ settledAt }) => settledAt === null);
    return {
      vote,
      zone: meeting.timeZone,
      waiting,
      past: entries.filter(({ settledAt }) => settledAt !== null),
      isOwn: waiting?.enteredBy === actor.account,
      missing: (await presentIn(tx, meeting.id)).filter((country) => !vote.marks.some((mark) => mark.country === country)),
      newId: crypto.randomUUID(),
    };
  });
}

/** Enters ballots for confirmation, or confirms or rejects what another person entered. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, leaders);
  const form = await args.request.formData();
  const field = said(form);
  const vote = idOf(args.params.vote);
  if (vote === undefined) throw notFound();
  const back = (part: string, did: string) => redirect(`${meetingAddress(language, meeting.id, `votes/${vote}${part}`)}?did=${did}`, 303);
  if (field("act") === "confirm" || field("act") === "reject") {
    const word = await write(database, actor, (tx) => settleEntry(tx, actor, { id: idOf(field("entry")) ?? crypto.randomUUID(), confirms: field("act") === "confirm" }));
    return word === "confirmed" || word === "refused" ? back("", word) : formRefusal(refusalText(word, language), form);
  }
  const method = field("method");
  const lines = Object.fromEntries([...form].flatMap(([name, value]) => (name.startsWith("line-") && value !== "" ? [[name.slice(5), Number(value)]] : [])));
  const problems = {
    ...(method === "roll-call" || method === "show-of-hands" ? {} : { method: ["choose"] }),
    ...(field("note") === "" ? { note: ["missing"] } : {}),
    ...(Object.keys(lines).length === 0 ? { lines: ["noLine"] } : {}),
  };
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const word = await write(database, actor, (tx) =>
    enterBallots(tx, actor, { id: idOf(field("id")) ?? crypto.randomUUID(), vote, method: method as EntryMethod, note: field("note"), lines }), // the word was checked
  );
  return word === "entered" ? back("/entry", "entered") : formRefusal(refusalText(word, language), form);
}

/** The page of ballots entered by hand: the second person's confirmation first, then the form, then what was entered before. */
export default function EntryPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { vote, zone, waiting, past, isOwn, missing, newId } = loaderData;
  const all = useWords(plenaryVoteWords);
  const words = all.entry;
  const language = useLanguage();
  const form = formState(actionData, { ...(all.form as unknown as Record<string, string>), noLine: words.noLine }); // messages of problems
  const label = (option: number) => vote.choices.find((choice) => choice.option === option)?.label[language] ?? "";
  const table = (entry: NonNullable<typeof waiting>) => (
    <DataTable
      caption={`${words.methods[entry.method]}. ${entry.note}`}
      rows={entry.lines}
      rowKey={({ country }) => country}
      columns={[
        { id: "country", head: all.vote.country, kind: "row-head", cell: ({ country }) => countryName(country)[language] },
        { id: "choice", head: all.vote.choice, cell: ({ option }) => label(option) },
      ]}
    />
  );
  return (
    <>
      <Did />
      <ErrorSummary form={form} />
      {waiting !== undefined && (
        <Section title={words.confirmTitle} lead={words.confirmLead(waiting.enteredByName, formatInstant(waiting.enteredAt, language, zone))}>
          {table(waiting)}
          {isOwn && <Notice tone="caution">{words.own}</Notice>}
          <Form method="post">
            <input type="hidden" name="entry" value={waiting.id} />
            <Actions>
              <Button name="act" value="confirm" disabled={isOwn}>{words.confirm}</Button>
              <Button name="act" value="reject" kind="danger" disabled={isOwn}>{words.reject}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {waiting === undefined && vote.state === "open" && (
        <Section title={words.title} lead={words.lead}>
          <Form method="post">
            <input type="hidden" name="id" value={newId} />
            <RadioGroup {...form.field("method")} label={words.method} choices={(["roll-call", "show-of-hands"] as const).map((value) => ({ value, label: words.methods[value] }))} />
            <Field {...form.field("note")} label={words.note} help={words.noteHelp} />
            <h3 className="mt-8 text-h3 font-semibold" id="field-lines">{words.lines}</h3>
            {missing.length === 0 && <p className="text-ink-soft">{words.none}</p>}
            {missing.map((country) => (
              <Select
                key={country}
                {...form.field(`line-${country}`)}
                label={countryName(country)[language]}
                optional
                options={vote.choices.map(({ option, label: name }) => ({ value: String(option), label: name[language] }))}
              />
            ))}
            <Actions>
              <Button disabled={missing.length === 0}>{words.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={words.past}>
          {past.map((entry) => (
            <div key={entry.id} className="mt-6">
              {table(entry)}
              <p className="mt-2 text-small text-ink-soft">
                {words.confirmLead(entry.enteredByName, formatInstant(entry.enteredAt, language, zone))}{" "}
                {entry.confirmed === true ? words.confirmed(entry.settledByName ?? "") : words.rejected(entry.settledByName ?? "")}
              </p>
            </div>
          ))}
        </Section>
      )}
      <p className="mt-8">
        <Link className="link" to={`${meetingAddress(language, params.meeting)}/votes/${vote.id}`}>{words.toVote}</Link>
      </p>
    </>
  );
}
