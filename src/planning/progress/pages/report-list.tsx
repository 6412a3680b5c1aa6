import { Form, Link } from "react-router";
import { formatDate, formatInstant } from "#basics";
import { Actions, Button, EmptyState, type FormState, RadioGroup, Section, StateTag, Textarea, useLanguage, useWords } from "#web";
import { planningProgressWords } from "#words";
import { figureWords } from "../../indicator/figure-words.ts";
import { EvidenceLine } from "./evidence-line.tsx";
import type { ShownReport } from "./node-view.ts";
import { answerTone } from "./tone.ts";

/** What was reported of a place, the newest period first; whoever leads answers it here. `here` is the place's own address. */
export function ReportList({ reports, form, here, mayReport }: { reports: readonly ShownReport[]; form: FormState; here: string; mayReport: boolean }) {
  const words = useWords(planningProgressWords).reports;
  return (
    <Section title={words.title} id="reports">
      {reports.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <ol className="border-t border-line">
          {reports.map((report) => (
            <ReportItem key={report.id} report={report} form={form} again={mayReport && report.isOwn && report.answer === "returned" ? `${here}/report?from=${report.id}` : undefined} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function ReportItem({ report, form, again }: { report: ShownReport; form: FormState; again: string | undefined }) {
  const words = useWords(planningProgressWords).reports;
  const language = useLanguage();
  return (
    <li className="border-b border-line py-5" id={report.id}>
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="font-semibold">{words.period(formatDate(report.from, language), formatDate(report.until, language))}</span>
        <StateTag tone={answerTone(report.answer)}>{report.answer === null ? words.waiting : words.answers[report.answer]}</StateTag>
      </p>
      <p className="figures mt-1">
        {report.progress === null ? words.figure(figureWords(report.figure ?? 0, language)) : words.progress(figureWords(report.progress, language))}
        {report.stateOf !== null && ` · ${words.states[report.stateOf]}`}
      </p>
      <p className="text-small text-ink-soft">{words.by(report.name, report.of, formatInstant(report.at, language))}</p>
      <p className="measure mt-2 whitespace-pre-line">{report.narrative}</p>
      {report.whyNot !== "" && <p className="measure mt-2 whitespace-pre-line">{words.whyNot(report.whyNot)}</p>}
      <div className="mt-2">
        <EvidenceLine evidence={report.evidence} />
      </div>
      {report.answerNote !== "" && (
        <p className="measure mt-2 border-l-2 border-line pl-4">
          {report.answer === "returned" ? words.returnedWhy(report.answerNote) : words.acceptedNote(report.answerNote)}
        </p>
      )}
      {again !== undefined && (
        <p className="mt-2">
          <Link to={again} className="link">
            {words.again}
          </Link>
        </p>
      )}
      {report.mayAnswer && report.isOwn && <p className="mt-2 text-small text-ink-soft">{words.own}</p>}
      {report.mayAnswer && !report.isOwn && <AnswerForm intent="answer" field="report" of={report.id} form={form} />}
    </li>
  );
}

/** Accepts or returns what somebody sent; `of` is its key, carried in the names of the fields. */
export function AnswerForm({ intent, field, of, form }: { intent: string; field: string; of: string; form: FormState }) {
  const words = useWords(planningProgressWords).answer;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={field} value={of} />
      <RadioGroup
        {...form.field(`answer:${of}`)}
        label={words.label}
        choices={[
          { value: "accepted", label: words.accept },
          { value: "returned", label: words.returned },
        ]}
      />
      <Textarea {...form.field(`note:${of}`)} label={words.note} help={words.noteHelp} rows={2} maxLength={4000} optional />
      <Actions>
        <Button kind="quiet">{words.submit}</Button>
      </Actions>
    </Form>
  );
}
