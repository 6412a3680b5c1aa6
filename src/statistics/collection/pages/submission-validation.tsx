import { Form, data, redirect } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  Notice,
  Section,
  StateTag,
  Textarea,
  formProblems,
  formRefusal,
  formState,
  useLanguage,
  useWords,
} from "#web";
import { submissionWords } from "#words";
import { findingClassWords, findingClasses } from "../../validation/finding.ts";
import { capability } from "../act.ts";
import { refusalText } from "../refusal.ts";
import { explain } from "../remark.store.ts";
import { validationReport } from "../validation-report.store.ts";
import { cellLine, cellWords } from "./cell-words.ts";
import { FindingItem } from "./finding-item.tsx";
import { textOf } from "./form-text.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission, today } from "./submission-asked.ts";
import type { Route } from "./+types/submission-validation.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What the checks find, made when it is asked for; with the explanations given so far. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const isHidden = actor.country === undefined && ["draft", "submitted", "returned"].includes(submission.state);
  const report = isHidden
    ? undefined
    : await read(database, actor, (tx) => validationReport(tx, of.collection, of.country, today()));
  return {
    of,
    isHidden: report === undefined,
    mayExplain: capability(actor, "explain", submission) === "allowed",
    mayBeSubmitted: report?.mayBeSubmitted ?? false,
    errors: report?.errors ?? 0,
    openWarnings: report?.openWarnings ?? 0,
    findings: (report?.findings ?? []).map((finding) => ({
      key: finding.key,
      class: finding.class,
      severity: finding.severity,
      message: finding.message[language],
      mend: finding.mend[language],
      cells: finding.cells
        .slice(0, 4)
        .map((cell) => ({ line: cellLine(methodology, cell, language), table: cellWords(methodology, cell, language).table })),
      cell: finding.cells[0],
      explanation: finding.explanation && {
        body: finding.explanation.body,
        author: finding.explanation.author,
        at: finding.explanation.at,
      },
    })),
  };
}

/** Keeps the explanation of one warning. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args);
  const form = await args.request.formData();
  const finding = textOf(form, "finding");
  const body = textOf(form, `why:${finding}`);
  const cell = textOf(form, "cell");
  if (body.trim() === "") return formProblems({ [`why:${finding}`]: ["missing"] }, form);
  const refusal = await write(database, actor, (tx) =>
    explain(tx, actor, of, { finding, body, ...(cell === "" ? {} : { cell }) }),
  );
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of, "validation")}?done=explain`, 303);
}

/** The report of checks by class, errors first, with a place for a word on every warning. */
export default function SubmissionValidation({ loaderData, actionData }: Route.ComponentProps) {
  const { of, findings, errors, openWarnings, mayExplain } = loaderData;
  const all = useWords(submissionWords);
  const words = all.validation;
  const language = useLanguage();
  const form = formState(actionData, { missing: words.missing });
  if (loaderData.isHidden) return <EmptyState title={all.figures.hidden}>{all.figures.hiddenDetail}</EmptyState>;
  const classes = findingClasses
    .map((id) => ({ id, findings: findings.filter((finding) => finding.class === id) }))
    .filter((each) => each.findings.length > 0);
  return (
    <>
      <ErrorSummary form={form} />
      {findings.length === 0 ? (
        <Notice tone="good" title={words.clean}>
          {words.cleanDetail}
        </Notice>
      ) : (
        <p className="mt-8 flex flex-wrap items-center gap-x-8 gap-y-2 text-lead">
          {errors > 0 && (
            <span className="flex flex-wrap items-center gap-x-3">
              <StateTag tone="bad">{words.errors(formatCount(errors, language))}</StateTag>
              <span className="text-small text-ink-soft">{words.errorsDetail}</span>
            </span>
          )}
          {openWarnings > 0 && (
            <span className="flex flex-wrap items-center gap-x-3">
              <StateTag tone="caution">{words.warnings(formatCount(openWarnings, language))}</StateTag>
              <span className="text-small text-ink-soft">{words.warningsDetail}</span>
            </span>
          )}
          {loaderData.mayBeSubmitted && <StateTag tone="good">{words.mayBeSubmitted}</StateTag>}
        </p>
      )}
      {classes.map(({ id, findings: found }) => (
        <Section key={id} title={findingClassWords[id][language]}>
          <ul className="border-t border-line">
            {found.map((finding) => (
              <FindingItem key={finding.key} finding={finding} root={submissionAddress(language, of)}>
                {mayExplain && finding.severity === "warning" && (
                  <Form method="post">
                    <input type="hidden" name="finding" value={finding.key} />
                    {finding.cell !== undefined && <input type="hidden" name="cell" value={finding.cell} />}
                    <Textarea
                      {...form.field(`why:${finding.key}`)}
                      label={finding.explanation ? words.change : words.explanation}
                      help={finding.explanation ? undefined : words.explanationHelp}
                      rows={2}
                      maxLength={4000}
                    />
                    <Actions>
                      <Button kind="quiet">{words.save}</Button>
                    </Actions>
                  </Form>
                )}
              </FindingItem>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
