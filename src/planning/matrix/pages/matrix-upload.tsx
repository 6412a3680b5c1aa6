import { Form, data, redirect } from "react-router";
import { acceptUpload, uploadRefusalText } from "#archive";
import { dayOf } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, DataTable, ErrorSummary, FileField, LinkButton, Notice, PageHeading, Section, formProblems, formRefusal, formState, notFound, originContext, useLanguage, useWords } from "#web";
import { planningMatrixWords } from "#words";
import { planOf } from "../../plan/node.store.ts";
import { readMatrix } from "../sheet-read.ts";
import { NothingKept, type TakenIn, takeIn } from "../sheet.store.ts";
import { askedPlanning, planReporters } from "./matrix-asked.ts";
import type { Route } from "./+types/matrix-upload.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const largest = 8 * 1024 * 1024;
/** As many problems as a page shows; the rest is counted. */
const shownAtMost = 200;

/** The plan whose matrix comes back. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language } = askedPlanning(args, planReporters);
  const plan = await read(database, actor, (tx) => planOf(tx, args.params.plan));
  if (!plan) throw notFound();
  return { plan: { id: plan.id, title: plan.title[language] } };
}

/** Takes a filled matrix in: everything that was changed, or nothing and what to mend. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language } = askedPlanning(args, planReporters);
  const form = await args.request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return formProblems({ file: ["fileMissing"] }, form);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const accepted = await acceptUpload({ name: file.name, bytes, declaredType: file.type, maxBytes: largest });
  if ("refusal" in accepted) return formProblems({ file: [uploadRefusalText[accepted.refusal][language]] }, form);
  const words = planningMatrixWords[language];
  const found = await readMatrix(bytes);
  if ("refusal" in found) return formProblems({ file: [words.refusals[found.refusal]] }, form);
  const origin = args.context.get(originContext);
  let taken: TakenIn;
  try {
    taken = await write(database, actor, (tx) => takeIn(tx, actor, args.params.plan, found, dayOf(new Date()), origin));
  } catch (cause) {
    if (!(cause instanceof NothingKept)) throw cause;
    taken = { problems: cause.problems };
  }
  if ("refusal" in taken) return formRefusal(words.refusals[taken.refusal], form);
  if ("problems" in taken) return data({ cells: taken.problems.slice(0, shownAtMost), count: taken.problems.length }, { status: 400 });
  return redirect(`/${language}/workspace/plans/${args.params.plan}/matrix?reported=${taken.kept}`, 303);
}

/** The form that takes a filled matrix, and the list of what is to be mended in it. */
export default function MatrixUpload({ loaderData: { plan }, actionData }: Route.ComponentProps) {
  const all = useWords(planningMatrixWords);
  const words = all.uploadPage;
  const language = useLanguage();
  const root = `/${language}/workspace/plans`;
  const cells = actionData && "cells" in actionData ? actionData : undefined;
  const form = formState(actionData && !("cells" in actionData) ? actionData : undefined, { fileMissing: words.fileMissing });
  const { problem } = form.field("file");
  return (
    <>
      <PageHeading
        above={<Breadcrumbs way={[{ label: all.plans, to: root }, { label: plan.title, to: `${root}/${plan.id}` }, { label: all.tab, to: `${root}/${plan.id}/matrix` }, { label: words.tab }]} />}
        title={words.title(plan.title)}
        tab={words.tab}
        lead={words.lead}
      />
      <ErrorSummary form={form} />
      {cells && (
        <Section title={words.problemsTitle(String(cells.count))} lead={words.problemsLead}>
          <Notice tone="bad">{words.problemsLead}</Notice>
          <DataTable
            caption={words.problemsTitle(String(cells.count))}
            hideCaption
            columns={[
              { id: "cell", head: words.columns.cell, kind: "row-head", cell: ({ letter, row }) => `${letter}${row}` },
              { id: "sheet", head: words.columns.sheet, cell: ({ sheet }) => sheet },
              { id: "column", head: words.columns.column, cell: ({ column }) => all.file.columns[column] },
              { id: "value", head: words.columns.value, cell: ({ value }) => (value === "" ? words.blank : value) },
              { id: "wrong", head: words.columns.wrong, kind: "long", cell: ({ kind }) => all.problems[kind].wrong },
              { id: "mend", head: words.columns.mend, kind: "long", cell: ({ kind }) => all.problems[kind].mend },
            ]}
            rows={cells.cells}
            rowKey={({ kind, row, column }) => `${row} ${column} ${kind}`}
          />
          {cells.count > cells.cells.length && <p className="mt-3">{words.more(String(cells.count - cells.cells.length))}</p>}
        </Section>
      )}
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <FileField name="file" label={words.file} help={words.fileHelp} accept=".xlsx" problem={problem} />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={`${root}/${plan.id}/matrix`}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
