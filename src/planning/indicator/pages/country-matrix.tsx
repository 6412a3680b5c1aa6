import { Form } from "react-router";
import { formatDate } from "#basics";
import { Actions, Button, DataTable, Field, FileField, type FormState, RadioGroup, Section, StateTag, Textarea, useLanguage, useWords } from "#web";
import { planningIndicatorWords } from "#words";
import { EvidenceLine } from "../../progress/pages/evidence-line.tsx";
import { AnswerForm } from "../../progress/pages/report-list.tsx";
import { steps } from "../step.ts";
import type { CountryMatrix, OpenStep } from "./indicator-view.ts";

/** How far each country is, what waits for an answer, and where the acting country enters its own step. */
export function CountryMatrixPart({ matrix, id, today, form }: { matrix: CountryMatrix; id: string; today: string; form: FormState }) {
  const words = useWords(planningIndicatorWords).steps;
  const language = useLanguage();
  const waiting = matrix.open.filter(({ answer }) => answer === null);
  const returned = matrix.open.filter(({ answer }) => answer === "returned");
  return (
    <Section title={words.title} id="countries">
      <DataTable
        caption={words.caption}
        rows={matrix.rows}
        rowKey={({ country }) => country}
        columns={[
          { id: "country", head: words.columns.country, kind: "row-head", cell: ({ name }) => name },
          { id: "step", head: words.columns.step, cell: ({ step }) => (step === null ? words.unknown : words.names[step]) },
          { id: "on", head: words.columns.on, cell: ({ on }) => (on === null ? "–" : formatDate(on, language)) },
          {
            id: "counts",
            head: words.columns.counts,
            cell: ({ counts }) => <StateTag tone={counts ? "good" : "neutral"}>{counts ? words.counts : words.countsNot}</StateTag>,
          },
          {
            id: "evidence",
            head: words.columns.evidence,
            kind: "long",
            cell: ({ note, evidence }) => (
              <>
                {note !== "" && <span className="block">{note}</span>}
                {evidence.length === 0 ? note === "" && words.noEvidence : <EvidenceLine evidence={evidence} />}
              </>
            ),
          },
        ]}
      />
      {waiting.length > 0 && <StepList title={words.waiting} steps={waiting} form={form} />}
      {returned.length > 0 && <StepList title={words.returned} steps={returned} form={form} />}
      {matrix.own === "waits" && <p className="measure mt-6 text-ink-soft">{words.isWaiting}</p>}
      {matrix.own === "enter" && <StepForm id={id} today={today} form={form} />}
    </Section>
  );
}

function StepList({ title, steps: all, form }: { title: string; steps: readonly OpenStep[]; form: FormState }) {
  const words = useWords(planningIndicatorWords).steps;
  const language = useLanguage();
  return (
    <>
      <h3 className="mt-8 text-h3 font-semibold">{title}</h3>
      <ul className="border-t border-line">
        {all.map((each) => (
          <li key={each.id} className="border-b border-line py-4">
            <p className="font-semibold">{words.item(each.country, words.names[each.step], formatDate(each.on, language))}</p>
            {each.note !== "" && <p className="measure whitespace-pre-line">{each.note}</p>}
            <EvidenceLine evidence={each.evidence} />
            {each.answerNote !== "" && <p className="measure mt-2 border-l-2 border-line pl-4">{each.answerNote}</p>}
            {each.mayAnswer && each.isOwn && <p className="text-small text-ink-soft">{words.own}</p>}
            {each.mayAnswer && !each.isOwn && <AnswerForm intent="answer-step" field="of" of={each.id} form={form} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function StepForm({ id, today, form }: { id: string; today: string; form: FormState }) {
  const words = useWords(planningIndicatorWords).steps;
  return (
    <>
      <h3 className="mt-8 text-h3 font-semibold">{words.form}</h3>
      <p className="measure text-ink-soft">{words.formLead}</p>
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <input type="hidden" name="intent" value="step" />
        <input type="hidden" name="id" value={form.field("id").value ?? id} />
        <RadioGroup {...form.field("step")} label={words.step} choices={steps.map((value) => ({ value, label: words.names[value] }))} />
        <Field {...form.field("on", today)} label={words.on} type="date" width="medium" />
        <Textarea {...form.field("note")} label={words.note} help={words.noteHelp} rows={2} maxLength={4000} optional />
        <Field {...form.field("url")} label={words.url} help={words.urlHelp} optional maxLength={2000} />
        <FileField name="file" problem={form.field("file").problem} label={words.file} help={words.fileHelp} accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt" />
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
    </>
  );
}
