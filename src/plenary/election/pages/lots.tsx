import { Form } from "react-router";
import { Actions, Button, DefinitionList, Disclosure, Field, type FormState, Notice, Section, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import type { Election, ElectionLots } from "../election.ts";
import { statesInWords } from "../election-sentence.ts";
import { namedBy } from "../name.store.ts";
import type { ElectionView } from "./election-view.ts";

const code = "block break-all font-mono text-small";

/** Lots before witnesses: the fingerprint first, then the words, then the draw and how anyone repeats it. */
export function Lots({ view, election, form }: { view: ElectionView; election: Election; form: FormState }) {
  const words = useWords(plenaryElectionWords).lots;
  const language = useLanguage();
  const tied = election.rounds.findLast(({ result }) => result?.outcome === "tie-lots");
  if (tied?.result === undefined) return null;
  const named = namedBy(new Map(Object.entries(view.names)));
  const { lots } = election;
  const isHere = view.meetingState === "open" && election.state === "lots";
  return (
    <Section title={words.title} lead={words.between(statesInWords(tied.result.tied, named)[language])}>
      {lots === undefined
        ? isHere && view.leads && <LeaderForm vote={tied.vote} intent="lots" help={words.openHelp} act={words.open} />
        : lots.drawn === undefined && <Heard lots={lots} name={(country) => named(country)[language]} />}
      {lots !== undefined && isHere && view.speaksFor !== undefined && <Witness lots={lots} country={view.speaksFor} form={form} />}
      {lots !== undefined && isHere && view.leads && <LeaderForm vote={lots.vote} intent="draw" help={words.drawHelp} act={words.draw} />}
      {lots !== undefined && <Drawn view={view} lots={lots} name={(country) => named(country)[language]} />}
    </Section>
  );
}

function LeaderForm({ vote, intent, help, act }: { vote: string; intent: string; help: string; act: string }) {
  return (
    <Form method="post" className="mt-6">
      <input type="hidden" name="vote" value={vote} />
      <p className="measure text-ink-soft">{help}</p>
      <Actions>
        <Button name="intent" value={intent}>
          {act}
        </Button>
      </Actions>
    </Form>
  );
}

function Heard({ lots, name }: { lots: ElectionLots; name: (country: string) => string }) {
  const words = useWords(plenaryElectionWords).lots;
  return (
    <DefinitionList
      items={[
        { term: words.commitment, detail: <span className={code}>{lots.commitment}</span> },
        { term: words.heard, detail: lots.heard.length === 0 ? words.heardNone : lots.heard.map((each) => `${name(each.country)} (${each.name})`).join(", ") },
      ]}
    />
  );
}

function Witness({ lots, country, form }: { lots: ElectionLots; country: string; form: FormState }) {
  const words = useWords(plenaryElectionWords).lots;
  if (lots.heard.some((each) => each.country === country)) return <p className="measure mt-6">{words.said}</p>;
  return (
    <Form method="post" noValidate className="mt-6">
      <h3 className="text-h3 font-semibold">{words.say}</h3>
      <input type="hidden" name="vote" value={lots.vote} />
      <Field {...form.field("word")} label={words.sayLabel} help={words.sayHelp} width="medium" maxLength={60} autoComplete="off" />
      <Actions>
        <Button name="intent" value="word">
          {words.sayAct}
        </Button>
      </Actions>
    </Form>
  );
}

function Drawn({ view, lots, name }: { view: ElectionView; lots: ElectionLots; name: (country: string) => string }) {
  const words = useWords(plenaryElectionWords).lots;
  const { drawn } = lots;
  if (drawn === undefined || view.check === undefined) return null;
  const places = lots.candidates.map((country, place) => words.place(String(place), `${name(country)} (${country})`)).join(", ");
  return (
    <>
      <p className="measure mt-6 text-lead">{words.result(name(drawn.winner))}</p>
      <DefinitionList
        items={[
          { term: words.commitment, detail: <span className={code}>{lots.commitment}</span> },
          { term: words.words, detail: drawn.witnesses.map((each) => words.word(name(each.country), each.word)).join(", ") },
          { term: words.secret, detail: <span className={code}>{drawn.secret}</span> },
        ]}
      />
      <Notice tone={view.check.isVerified ? "good" : "bad"}>{view.check.isVerified ? words.verified : words.notVerified}</Notice>
      <Disclosure summary={words.how}>
        <ol className="measure list-decimal space-y-2 pl-5">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="measure mt-3">{words.places(places)}</p>
        <DefinitionList
          items={[
            { term: words.line, detail: <span className={code}>{view.check.line}</span> },
            { term: words.digest, detail: <span className={code}>{drawn.digest}</span> },
          ]}
        />
      </Disclosure>
    </>
  );
}
