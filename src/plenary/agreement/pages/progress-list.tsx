import { Form, Link } from "react-router";
import { formatInstant } from "#basics";
import { Actions, Button, EmptyState, Field, type FormState, RadioGroup, Section, StateTag, Textarea, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import type { Progress } from "../agreement.ts";

/** A report as the page shows it: of whom it is in words, its evidence by number, and whether the reader may answer it. */
export interface ShownProgress extends Omit<Progress, "account" | "evidenceDocument"> {
  readonly of: string;
  readonly evidenceNumber: string | null;
  readonly mayAnswer: boolean;
  readonly isOwn: boolean;
}

/** What was reported, the newest first; whoever leads answers it here. */
export function ProgressList({ reports, form, today }: { reports: readonly ShownProgress[]; form: FormState; today: string }) {
  const words = useWords(plenaryAgreementWords).progress;
  return (
    <Section title={words.title}>
      {reports.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <ol className="border-t border-line">
          {reports.map((report) => (
            <ProgressItem key={report.id} report={report} form={form} today={today} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function ProgressItem({ report, form, today }: { report: ShownProgress; form: FormState; today: string }) {
  const all = useWords(plenaryAgreementWords);
  const words = all.progress;
  const language = useLanguage();
  return (
    <li className="border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-x-4 text-small">
        <span className="font-semibold">{words.kinds[report.kind]}</span>
        <StateTag tone={report.answer === "accepted" ? "good" : report.answer === "returned" ? "caution" : "info"}>
          {report.answer === null ? words.waiting : words.answers[report.answer]}
        </StateTag>
        <span className="text-ink-soft">{words.by(report.name, report.of, formatInstant(report.at, language))}</span>
      </p>
      <p className="measure mt-2 whitespace-pre-line">{report.text}</p>
      {(report.evidenceUrl !== null || report.evidenceNumber !== null) && (
        <p className="mt-2 flex flex-wrap gap-x-6 text-small">
          {report.evidenceUrl !== null && (
            <a href={report.evidenceUrl} rel="noopener noreferrer nofollow" className="link">
              {words.evidenceLink}
            </a>
          )}
          {report.evidenceNumber !== null && (
            <Link to={`/${language}/workspace/archive/${report.evidenceNumber}`} className="link">
              {words.evidenceDocument(report.evidenceNumber)}
            </Link>
          )}
        </p>
      )}
      {report.answerNote !== "" && (
        <p className="measure mt-2 border-l-2 border-line pl-4">
          {report.answer === "returned" ? words.returnedWhy(report.answerNote) : words.acceptedNote(report.answerNote)}
        </p>
      )}
      {report.mayAnswer && report.isOwn && <p className="mt-2 text-small text-ink-soft">{all.answer.own}</p>}
      {report.mayAnswer && !report.isOwn && <AnswerForm report={report} form={form} today={today} />}
    </li>
  );
}

function AnswerForm({ report, form, today }: { report: ShownProgress; form: FormState; today: string }) {
  const words = useWords(plenaryAgreementWords).answer;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="report" value={report.id} />
      <RadioGroup
        {...form.field(`answer:${report.id}`)}
        label={words.label}
        choices={[
          { value: "accepted", label: words.accept },
          { value: "returned", label: words.returned },
        ]}
      />
      {report.kind === "fulfilled" && <Field {...form.field(`on:${report.id}`, today)} label={words.on} help={words.onHelp} type="date" width="medium" optional />}
      <Textarea {...form.field(`note:${report.id}`)} label={words.note} help={words.noteHelp} rows={2} maxLength={4000} optional />
      <Actions>
        <Button kind="quiet">{words.submit}</Button>
      </Actions>
    </Form>
  );
}
