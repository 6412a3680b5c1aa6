import { Form } from "react-router";
import { Actions, Button, DataTable, Disclosure, Field, type FormState, Section, Select, useWords } from "#web";
import { plenarySessionWords } from "#words";
import { type SpeechKind, clockText, speechKinds } from "../speech.ts";

interface TurnView {
  readonly id: string;
  readonly name: string;
  readonly of: string;
  readonly kind: SpeechKind;
  readonly seconds: number;
  readonly used: number;
}

interface FloorProps {
  readonly speaking: TurnView | undefined;
  readonly waiting: readonly TurnView[];
  readonly spoken: readonly TurnView[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly conducts: boolean;
  readonly speechId: string;
  readonly form: FormState;
}

const named = ({ name, of }: TurnView) => `${name} (${of})`;

/** The speakers' list: who speaks, who waits, who has spoken; whoever conducts gives and ends the floor. */
export function FloorSection({ speaking, waiting, spoken, people, conducts, speechId, form }: FloorProps) {
  const words = useWords(plenarySessionWords).floor;
  return (
    <Section title={words.title}>
      {speaking ? (
        <div className="border-l-4 border-light pl-4">
          <p className="text-h3 font-semibold">{words.speaking(named(speaking))}</p>
          <p className="figures">
            {words.kinds[speaking.kind]} · {words.used(clockText(speaking.used), clockText(speaking.seconds))}
          </p>
          {conducts && <TurnActs turn={speaking} acts={["end", "time"]} />}
        </div>
      ) : (
        <p>{words.nobody}</p>
      )}
      <h3 className="mt-6 font-semibold">{words.waiting}</h3>
      {waiting.length === 0 ? (
        <p className="text-ink-soft">{words.empty}</p>
      ) : (
        <ol className="mt-2 border-t border-line">
          {waiting.map((turn, place) => (
            <li key={turn.id} className="border-b border-line py-3">
              <span className="figures">{place + 1}.</span> {named(turn)} <span className="text-small text-ink-soft">{words.kinds[turn.kind]} · {clockText(turn.seconds)}</span>
              {conducts && <TurnActs turn={turn} acts={speaking ? ["remove"] : ["give", "remove"]} />}
            </li>
          ))}
        </ol>
      )}
      {conducts && people.length > 0 && (
        <Disclosure summary={words.add}>
          <Form method="post" key={speechId}>
            <input type="hidden" name="speech" value={speechId} />
            <Select {...form.field("person")} label={words.person} options={people} width="full" />
            <Select {...form.field("kind", "floor")} label={words.kind} options={speechKinds.map((value) => ({ value, label: words.kinds[value] }))} />
            <Field {...form.field("minutes")} label={words.minutes} inputMode="decimal" width="short" optional />
            <Actions>
              <Button kind="quiet" name="act" value="ask">
                {words.submit}
              </Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {spoken.length > 0 && (
        <Disclosure summary={words.spoken}>
          <DataTable
            caption={words.caption}
            hideCaption
            rows={spoken}
            rowKey={({ id }) => id}
            columns={[
              { id: "name", head: words.columns.name, kind: "row-head", cell: named },
              { id: "kind", head: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
              { id: "used", head: words.columns.used, kind: "number", cell: ({ used }) => clockText(used) },
              { id: "allowed", head: words.columns.allowed, kind: "number", cell: ({ seconds }) => clockText(seconds) },
            ]}
          />
        </Disclosure>
      )}
    </Section>
  );
}

function TurnActs({ turn, acts }: { turn: TurnView; acts: readonly ("give" | "end" | "remove" | "time")[] }) {
  const words = useWords(plenarySessionWords).floor;
  const name = named(turn);
  return (
    <Form method="post" className="mt-2 flex flex-wrap items-end gap-2" preventScrollReset>
      <input type="hidden" name="speech" value={turn.id} />
      {(acts.includes("give") || acts.includes("time")) && (
        <label className="text-small">
          {words.minutes}
          <span className="sr-only">: {name}</span>
          <input
            name="minutes"
            inputMode="decimal"
            defaultValue={String(turn.seconds / 60)}
            className="figures ml-2 min-h-[2.6rem] w-[4rem] rounded-small border border-ink-soft bg-surface px-2 py-1.5 text-ink"
          />
        </label>
      )}
      {acts.map((act) => (
        <Button key={act} kind={act === "give" || act === "end" ? "primary" : "quiet"} name="act" value={act}>
          {words[act]}
          <span className="sr-only">: {name}</span>
        </Button>
      ))}
    </Form>
  );
}
