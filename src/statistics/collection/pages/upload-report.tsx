import { Form, data, redirect } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import { newestTaskWith } from "#jobs";
import {
  Actions,
  Button,
  ErrorSummary,
  LinkButton,
  Notice,
  ProgressBar,
  Section,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { intakeWords } from "#words";
import { capability } from "../act.ts";
import { checkUpload, commitUpload } from "../intake-run.ts";
import { requestIntake } from "../jobs.ts";
import { refusalText } from "../refusal.ts";
import { saveMappings, uploadOf } from "../upload.store.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { differenceLines } from "./difference-line.ts";
import { textOf } from "./form-text.ts";
import { MappingForm } from "./mapping-form.tsx";
import { mappingField, mappingLines } from "./mapping-line.ts";
import { ProblemList } from "./problem-list.tsx";
import { problemLines } from "./problem-line.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission, enterers } from "./submission-asked.ts";
import { isSmall } from "./upload-small.ts";
import type { Route } from "./+types/upload-report.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

async function askedUpload(args: Route.LoaderArgs | Route.ActionArgs) {
  const asked = await askedSubmission(args, enterers);
  const isId = /^[0-9a-f-]{36}$/.test(args.params.upload);
  const upload = isId ? await read(asked.database, asked.actor, (tx) => uploadOf(tx, args.params.upload)) : undefined;
  if (!upload || upload.collection !== asked.of.collection || upload.country !== asked.of.country) throw notFound();
  return { ...asked, upload };
}

/** The report on a file: its work in progress, or what was found and what would change. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language, upload } = await askedUpload(args);
  const task = await read(database, actor, (tx) => newestTaskWith(tx, { upload: upload.id }));
  const { report } = upload;
  const isOpen = task !== undefined && (task.state === "waiting" || task.state === "running");
  return {
    of,
    id: upload.id,
    name: upload.name,
    state: upload.state,
    outcome: report?.outcome,
    refusal: report?.refusal && { text: report.refusal.text[language], mend: report.refusal.mend[language] },
    task: task && {
      isOpen,
      isCommit: task.kind === "intake-commit",
      problem: task.problem?.[language],
      progress: {
        state: task.state,
        ...(task.total > 0 ? { done: task.done, total: task.total } : {}),
        ...(task.step ? { note: task.step[language] } : {}),
      },
    },
    isSame: report?.sameAs !== undefined,
    records: report?.records ?? 0,
    totals: report?.totals,
    problems: report ? problemLines(report.problems, language) : [],
    mappings: report ? mappingLines(report.unmapped, methodology, language) : [],
    changes: report ? differenceLines(report.differences, methodology, of.country, language) : [],
    changeCount: report?.differenceCount ?? 0,
    replacesRecords: submission.kind === "records",
    mayEnter: capability(actor, "enter", submission) === "allowed",
  };
}

/** Ties national words to the regional list, checks again, or takes the figures in: all of them or none. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language, upload } = await askedUpload(args);
  const form = await args.request.formData();
  const here = submissionAddress(language, of, `file/${upload.id}`);
  const intent = form.get("intent");

  if (intent === "map") {
    const mappings = (upload.report?.unmapped ?? []).flatMap(({ list, label }, place) => {
      const code = textOf(form, mappingField(place));
      return code === "" ? [] : [{ list, label, code }];
    });
    if (mappings.length === 0) return formProblems({ [mappingField(0)]: ["missing"] }, form);
    const refused = await write(database, actor, (tx) => saveMappings(tx, actor, of.country, mappings));
    if (refused === "not-yours") throw data(null, { status: 403 });
    if (refused) return formRefusal(refusalText(refused)[language], form);
  }
  if (intent === "map" || intent === "check") {
    if (isSmall(upload.size)) await checkUpload(database, actor, upload.id);
    else await write(database, actor, (tx) => requestIntake(tx, actor, upload.id, "intake-check"));
    return redirect(intent === "map" ? `${here}?done=mapped` : here, 303);
  }
  if (intent !== "commit") throw notFound();
  if (!isSmall(upload.size)) {
    await write(database, actor, (tx) => requestIntake(tx, actor, upload.id, "intake-commit"));
    return redirect(here, 303);
  }
  const outcome = await commitUpload(database, actor, upload.id);
  if (outcome.outcome === "not-taken" && outcome.refusal === "not-yours") throw data(null, { status: 403 });
  if (outcome.outcome === "not-taken") return formRefusal(refusalText(outcome.refusal)[language], form);
  const isTaken = outcome.outcome === "committed" || outcome.outcome === "same-file";
  return redirect(isTaken ? `${submissionAddress(language, of)}?done=committed` : here, 303);
}

/** The page of one file. */
export default function UploadReport({ loaderData, actionData }: Route.ComponentProps) {
  const { of, id, name, state, outcome, refusal, task, totals, problems, mappings, changes, changeCount, mayEnter } =
    loaderData;
  const words = useWords(intakeWords);
  const language = useLanguage();
  const files = submissionAddress(language, of, "file");
  const count = (number: number) => formatCount(number, language);
  const form = formState(actionData, { missing: words.mapping.missing });
  const marked = (
    <p className="mt-5">
      <LinkButton kind="quiet" reloadDocument to={`${files}/${id}/marked`}>
        {words.report.marked}
      </LinkButton>
      <span className="measure mt-2 block text-small text-ink-soft">{words.report.markedHelp}</span>
    </p>
  );
  if (task?.isOpen)
    return (
      <Section title={words.report.title(name)} lead={words.report.checkingLead}>
        <ProgressBar label={task.isCommit ? words.report.committing : words.report.checking} progress={task.progress} />
      </Section>
    );
  if (state === "checking" || outcome === undefined)
    return (
      <Section title={words.report.title(name)}>
        <Notice tone="caution">{task?.problem ?? words.report.unreadable}</Notice>
        <Form method="post">
          <Actions>
            <Button name="intent" value="check">
              {words.report.recheck}
            </Button>
          </Actions>
        </Form>
      </Section>
    );
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  const isReady = state === "checked" && outcome === "clean";
  return (
    <Section title={words.report.title(name)}>
      <ErrorSummary form={form} />
      {task?.problem !== undefined && <Notice tone="bad">{task.problem}</Notice>}
      {refusal !== undefined && (
        <Notice tone="bad" title={words.report.refused}>
          <p>{refusal.text}</p>
          <p className="mt-2 font-semibold">{refusal.mend}</p>
        </Notice>
      )}
      {loaderData.isSame && <Notice>{words.sameAs}</Notice>}
      {state === "committed" && <Notice tone="good">{words.report.committed}</Notice>}
      {state === "replaced" && <Notice>{words.report.replaced}</Notice>}
      {outcome === "problems" && (
        <Notice tone="bad" title={words.report.errors(count(totals?.errors ?? 0))}>
          {words.report.errorsLead}
        </Notice>
      )}
      {isReady && (
        <Notice tone="good" title={words.report.clean}>
          {loaderData.records > 0 && <p>{words.report.rows(count(loaderData.records))}</p>}
          <p>{words.report.cleanLead}</p>
        </Notice>
      )}
      {mappings.length > 0 && mayEnter && <MappingForm lines={mappings} field={form.field} />}
      {errors.length > 0 && (
        <Section title={words.report.problems}>
          <ProblemList caption={words.report.problems} problems={errors} all={totals?.errors ?? errors.length} />
          {marked}
        </Section>
      )}
      {isReady && (
        <Section
          title={words.preview.title}
          lead={changeCount === 0 ? words.preview.none : words.preview.count(count(changeCount))}
        >
          {loaderData.replacesRecords && <Notice tone="caution">{words.preview.replacesRecords}</Notice>}
          {changes.length > 0 && <DifferenceTable lines={changes} />}
          {changeCount > changes.length && (
            <p className="mt-3 text-small text-ink-soft">{words.preview.more(count(changes.length), count(changeCount))}</p>
          )}
          <Form method="post">
            <Actions>
              <Button name="intent" value="commit" disabled={!mayEnter}>
                {words.preview.commit}
              </Button>
              <span className="text-small text-ink-soft">{words.preview.commitHelp}</span>
            </Actions>
          </Form>
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={words.report.notices} lead={words.report.warnings(count(totals?.warnings ?? warnings.length))}>
          <ProblemList caption={words.report.notices} problems={warnings} all={totals?.warnings ?? warnings.length} />
          {errors.length === 0 && marked}
        </Section>
      )}
      <Actions>
        <LinkButton kind="quiet" to={files}>
          {outcome === "clean" ? words.report.back : words.report.again}
        </LinkButton>
      </Actions>
    </Section>
  );
}
