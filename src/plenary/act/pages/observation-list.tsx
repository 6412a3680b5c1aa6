import { Form } from "react-router";
import { countryName, formatInstant } from "#basics";
import { Button, type FormState, Section, StateTag, Textarea, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import type { Observation } from "../observation.ts";
import { observationTones } from "./act-tone.ts";

/** The correction list: what each delegation observed, and what became of it. It goes with the act to the plenary. */
export function ObservationList({
  observations,
  parts,
  mayAnswer,
  form,
}: {
  observations: readonly Observation[];
  parts: readonly { readonly id: string; readonly title: string }[];
  mayAnswer: boolean;
  form: FormState;
}) {
  const words = useWords(plenaryActWords).observations;
  return (
    <Section title={words.title} id="observations" lead={observations.length === 0 ? words.none : words.lead}>
      <ol className="space-y-8">
        {observations.map((each) => (
          <li key={each.id} className="border-t border-line pt-3">
            <OneObservation observation={each} part={parts.find(({ id }) => id === each.section)?.title} mayAnswer={mayAnswer} form={form} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OneObservation({ observation, part, mayAnswer, form }: { observation: Observation; part: string | undefined; mayAnswer: boolean; form: FormState }) {
  const words = useWords(plenaryActWords).observations;
  const language = useLanguage();
  const { id, section, country, name, at, text, proposed, state, answer } = observation;
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-soft">
        <StateTag tone={observationTones[state]}>{words.states[state]}</StateTag>
        <span>{words.by(name, countryName(country)[language], formatInstant(at, language))}</span>
        <span>{part ?? (section === null ? words.whole : "")}</span>
      </p>
      <p className="measure mt-2 whitespace-pre-line">{text}</p>
      {proposed !== "" && (
        <figure className="measure mt-2 border-l-4 border-line pl-4">
          <figcaption className="text-small text-ink-soft">{words.proposed}</figcaption>
          <blockquote className="whitespace-pre-line">{proposed}</blockquote>
        </figure>
      )}
      {answer !== "" && (
        <p className="measure mt-2">
          <strong>{words.answer}:</strong> {answer}
        </p>
      )}
      {mayAnswer && (
        <Form method="post" className="print:hidden">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="observation" value={id} />
          <Textarea {...form.field(`reason-${id}`, answer)} label={words.reason} help={words.reasonHelp} rows={2} maxLength={4000} />
          <p className="mt-3 flex flex-wrap gap-3">
            <Button name="state" value="taken-up">
              {words.takeUp}
            </Button>
            <Button kind="quiet" name="state" value="not-taken-up">
              {words.refuse}
            </Button>
          </p>
        </Form>
      )}
    </>
  );
}
