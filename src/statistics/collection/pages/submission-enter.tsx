import { Form, Link, data, redirect } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Field,
  LinkButton,
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
import { capability } from "../act.ts";
import { isDay } from "../collection.ts";
import { figuresOf } from "../figure.store.ts";
import { refusalText } from "../refusal.ts";
import { discardRecords, saveSourceSheet } from "../source-sheet.store.ts";
import { textOf } from "./form-text.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import { tableView } from "./table-view.ts";
import type { Route } from "./+types/submission-enter.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The tables to fill in with how far each is, and the source sheet. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const allowed = capability(actor, "enter", submission);
  if (allowed === "not-yours") throw data(null, { status: 403 });
  const figures = await read(database, actor, (tx) => figuresOf(tx, of));
  const source = { methodology, country: of.country, language, figures };
  return {
    of,
    closed: allowed === "allowed" ? undefined : refusalText(allowed)[language],
    kind: submission.kind,
    authority: submission.authority ?? "",
    referenceDate: submission.referenceDate ?? "",
    source: submission.source ?? "",
    tables: methodology.tables
      .map((table) => tableView(source, table))
      .map(({ id, title, filled, all }) => ({ id, title, filled, all })),
  };
}

/** Saves the source sheet, or lets the records go so that the matrix can be edited by hand. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args);
  const form = await args.request.formData();
  const said = (name: string) => textOf(form, name).trim();
  const isRelease = form.get("intent") === "to-matrix";
  if (!isRelease && said("referenceDate") !== "" && !isDay(said("referenceDate")))
    return formProblems({ referenceDate: ["date-wrong"] }, form);
  const refusal = await write(database, actor, (tx) =>
    isRelease
      ? discardRecords(tx, actor, of)
      : saveSourceSheet(tx, actor, of, {
          authority: said("authority"),
          referenceDate: said("referenceDate"),
          source: said("source"),
        }),
  );
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of, "enter")}?done=${isRelease ? "matrix" : "saved"}`, 303);
}

/** Where the country fills in its figures: the source, then one table after the other. */
export default function SubmissionEnter({ loaderData, actionData }: Route.ComponentProps) {
  const { of, kind, tables, closed } = loaderData;
  const all = useWords(submissionWords);
  const words = all.enter;
  const language = useLanguage();
  const root = submissionAddress(language, of);
  const form = formState(actionData, { "date-wrong": words.dateWrong });
  if (closed !== undefined)
    return (
      <EmptyState title={words.closed}>
        <p>{closed}</p>
      </EmptyState>
    );
  return (
    <>
      <ErrorSummary form={form} />
      <Section title={words.title} lead={words.lead}>
        {kind === "records" ? (
          <Form method="post">
            <Notice>{words.madeFromRecords}</Notice>
            <Actions>
              <LinkButton to={`${root}/enter/records`}>{words.recordsOpen}</LinkButton>
              <Button kind="quiet" name="intent" value="to-matrix">
                {words.toMatrix}
              </Button>
            </Actions>
          </Form>
        ) : (
          <DataTable
            caption={words.tables}
            hideCaption
            rows={tables}
            rowKey={(table) => table.id}
            columns={[
              {
                id: "table",
                head: words.tables,
                kind: "row-head",
                cell: (table) => (
                  <Link to={`${root}/enter/${table.id}`} className="link">
                    {table.title}
                  </Link>
                ),
              },
              {
                id: "filled",
                head: words.tableState,
                cell: (table) => (
                  <StateTag tone={table.filled === table.all ? "good" : table.filled > 0 ? "info" : "neutral"}>
                    {all.figures.filled(formatCount(table.filled, language), formatCount(table.all, language))}
                  </StateTag>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section title={words.sourceTitle}>
        <Form method="post">
          <Field
            {...form.field("authority", loaderData.authority)}
            label={all.figures.authority}
            help={words.authorityHelp}
            maxLength={1000}
          />
          <Field
            {...form.field("referenceDate", loaderData.referenceDate)}
            label={all.figures.referenceDate}
            help={words.referenceHelp}
            type="date"
            width="medium"
          />
          <Textarea
            {...form.field("source", loaderData.source)}
            label={all.figures.sourceText}
            help={words.sourceHelp}
            rows={2}
            optional
            maxLength={1000}
          />
          <Actions>
            <Button kind="quiet" name="intent" value="source">
              {words.saveSource}
            </Button>
          </Actions>
        </Form>
      </Section>
      {kind !== "records" && (
        <Section title={words.recordsTitle} lead={words.recordsLead}>
          <LinkButton kind="quiet" to={`${root}/enter/records`}>
            {words.recordsOpen}
          </LinkButton>
        </Section>
      )}
    </>
  );
}
