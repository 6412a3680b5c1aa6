import { Form, Link, data, redirect } from "react-router";
import { formatCount, formatDate, formatInstant } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  CheckboxGroup,
  DefinitionList,
  ErrorSummary,
  FigureBig,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  formProblems,
  formRefusal,
  formState,
  useLanguage,
  useWords,
} from "#web";
import { submissionWords } from "#words";
import { headlineCell } from "../../validation/matrix.ts";
import { capability } from "../act.ts";
import { differences } from "../difference.ts";
import { figuresOf, roundFigures } from "../figure.store.ts";
import { fingerprintOf } from "../fingerprint.ts";
import { historyOf } from "../history.store.ts";
import { refusalText } from "../refusal.ts";
import { sign } from "../sign.store.ts";
import { holdFor, isRefusal } from "../submission.store.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { differenceLines } from "./difference-line.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import { valueText } from "./table-view.ts";
import type { Route } from "./+types/submission-sign.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const signers = ["delegate-titular", "delegate-alternate"] as const;

/** Exactly what would be signed: headline, source, round, what changed since the round before, and the fingerprint. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, name, collection, submission, methodology, language } = await askedSubmission(args, signers);
  const { figures, before, history } = await read(database, actor, async (tx) => ({
    figures: await figuresOf(tx, of),
    before: submission.round > 1 ? await roundFigures(tx, of, submission.round - 1) : undefined,
    history: await historyOf(tx, of),
  }));
  const headline = figures.find((figure) => figure.cell === headlineCell(methodology))?.value;
  const allowed = capability(actor, "sign", submission);
  return {
    of,
    name: name[language],
    year: collection.year,
    closed: allowed === "allowed" ? undefined : refusalText(allowed)[language],
    headline: valueText(headline, language, of.country),
    submission,
    submittedBy: history.findLast((line) => line.act === "submit")?.author,
    cells: figures.length,
    fingerprint: fingerprintOf(submission, figures),
    changes: before && differenceLines(differences(before, figures), methodology, of.country, language),
  };
}

/** Signs what was shown: if a cell is no longer as it was read, nothing is signed. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args, signers);
  const form = await args.request.formData();
  if (form.get("confirm") !== "yes") return formProblems({ confirm: ["confirmMissing"] }, form);
  const refusal = await write(database, actor, async (tx) => {
    const held = await holdFor(tx, actor, of, "sign");
    if (isRefusal(held)) return held;
    if (fingerprintOf(held, await figuresOf(tx, of)) !== form.get("fingerprint")) return "changed";
    return sign(tx, actor, of, new Date());
  });
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusal === "changed" ? refusal : refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of)}?done=sign`, 303);
}

/** The page on which a delegate reads and signs. */
export default function SubmissionSign({ loaderData, actionData }: Route.ComponentProps) {
  const { of, name, year, closed, headline, submission, submittedBy, cells, fingerprint, changes } = loaderData;
  const all = useWords(submissionWords);
  const words = all.sign;
  const language = useLanguage();
  const form = formState(actionData, { confirmMissing: words.confirmMissing, changed: words.changed });
  const root = submissionAddress(language, of);
  return (
    <>
      <PageHeading
        title={words.title(name, String(year))}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: all.title(name, String(year)), to: root }, { label: all.acts.toSign }]} />}
      />
      {closed !== undefined && <Notice tone="caution">{closed}</Notice>}
      <ErrorSummary form={form} />
      <Section title={words.what}>
        <FigureBig figure={headline} counts={all.figures.headline} />
        <div className="mt-8">
          <DefinitionList
            items={[
              { term: all.figures.authority, detail: submission.authority ?? all.figures.unset },
              {
                term: all.figures.referenceDate,
                detail: submission.referenceDate === null ? all.figures.unset : formatDate(submission.referenceDate, language),
              },
              { term: all.figures.sourceText, detail: submission.source ?? all.figures.unset },
              { term: words.tables, detail: formatCount(cells, language) },
              { term: words.round, detail: formatCount(submission.round, language) },
              {
                term: words.submittedBy,
                detail: `${submittedBy ?? all.figures.unset}${submission.submittedAt === null ? "" : ` · ${formatInstant(submission.submittedAt, language)}`}`,
              },
              {
                term: words.hash,
                detail: (
                  <>
                    <code className="block text-small break-all">{fingerprint}</code>
                    <span className="text-small text-ink-soft">{words.hashHelp}</span>
                  </>
                ),
              },
            ]}
          />
        </div>
        <p className="mt-4">
          <Link to={root} className="link">
            {words.readAll}
          </Link>
        </p>
      </Section>
      {changes !== undefined && (
        <Section
          title={words.changes}
          lead={changes.length === 0 ? all.differences.same : all.differences.count(formatCount(changes.length, language))}
        >
          {changes.length > 0 && <DifferenceTable lines={changes} />}
        </Section>
      )}
      <Form method="post" className="mt-10 border-t border-line">
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <CheckboxGroup
          {...form.field("confirm")}
          label={words.confirmLabel}
          help={all.acts.twoPersons}
          choices={[{ value: "yes", label: words.confirm, disabled: closed !== undefined }]}
        />
        <Actions>
          <Button disabled={closed !== undefined}>{words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
