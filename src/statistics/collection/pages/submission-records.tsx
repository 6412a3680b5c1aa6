import { Form, Link, data, redirect } from "react-router";
import { formatCount, formatDate } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  CheckboxGroup,
  DataTable,
  EmptyState,
  ErrorSummary,
  Field,
  Notice,
  Pagination,
  Section,
  Select,
  formProblems,
  formRefusal,
  formState,
  useLanguage,
  useWords,
} from "#web";
import { submissionWords } from "#words";
import type { DimensionId } from "../../methodology/methodology.ts";
import { capability } from "../act.ts";
import { addRecord, removeRecord } from "../record-entry.store.ts";
import { enteredColumns, readRecordEntry } from "../record-entry.ts";
import { recordsOf } from "../record.store.ts";
import { refusalText } from "../refusal.ts";
import { mappingsOf } from "../upload.store.ts";
import { recordLabels } from "./record-labels.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission, enterers } from "./submission-asked.ts";
import type { Route } from "./+types/submission-records.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Records on one page. */
const perPage = 50;

/** The records of the own country, and the choices of the form. No other office or country sees them. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args, enterers);
  const allowed = capability(actor, "enter", submission);
  const records = await read(database, actor, (tx) => recordsOf(tx, of));
  const pages = Math.max(1, Math.ceil(records.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(new URL(args.request.url).searchParams.get("page")) || 1)));
  const labels = recordLabels(methodology, language);
  return {
    of,
    closed: allowed === "allowed" ? undefined : refusalText(allowed)[language],
    kind: submission.kind,
    count: records.length,
    page,
    pages,
    options: labels.options,
    records: records.slice((page - 1) * perPage, page * perPage).map((record) => ({
      line: record.row,
      caseCode: record.caseCode,
      identifiedOn: record.identifiedOn,
      sex: labels.of("SEX", record.sex),
      age: labels.of("AGE", record.ageGroup),
      forms: record.forms.map((code) => labels.of("FORM", code)).join("; "),
      citizenship: labels.of("ORIGIN", record.citizenship),
    })),
  };
}

/** Adds one record, checked as a file of one row is; or removes one. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, name, collection, methodology, language } = await askedSubmission(args, enterers);
  const form = await args.request.formData();
  const here = submissionAddress(language, of, "enter/records");
  const line = form.get("remove");
  if (line !== null) {
    const refused = await write(database, actor, (tx) => removeRecord(tx, actor, of, methodology, Number(line)));
    if (refused === "not-yours") throw data(null, { status: 403 });
    return refused ? formRefusal(refusalText(refused)[language], form) : redirect(`${here}?done=removed`, 303);
  }
  const mappings = await read(database, actor, (tx) => mappingsOf(tx, of.country));
  const fields = Object.fromEntries(enteredColumns.map(({ id }) => [id, form.getAll(fieldOf(id)).map(String).filter(Boolean)]));
  const entry = await readRecordEntry(
    { methodology, country: { code: of.country, name }, year: collection.year, mappings, language },
    fields,
  );
  if ("problems" in entry) {
    const problems: Record<string, string[]> = {};
    for (const { column, text } of entry.problems) (problems[fieldOf(column ?? "case_code")] ??= []).push(text[language]);
    return formProblems(problems, form);
  }
  const refused = await write(database, actor, (tx) => addRecord(tx, actor, of, methodology, entry.record));
  if (refused === "not-yours") throw data(null, { status: 403 });
  if (refused === "case-code-twice") return formProblems({ [fieldOf("case_code")]: ["twice"] }, form);
  if (refused) return formRefusal(refusalText(refused)[language], form);
  return redirect(`${here}?done=record`, 303);
}

/** Name of a column's field. The case code is no secret, and a name with 'code' would not be given back. */
function fieldOf(column: string): string {
  return column === "case_code" ? "case" : column;
}

const chosen: readonly {
  id: "victim_status" | "sex" | "age_group" | "main_form" | "citizenship" | "scope";
  dimension: DimensionId;
}[] = [
  { id: "victim_status", dimension: "VICTIM_STATUS" },
  { id: "sex", dimension: "SEX" },
  { id: "age_group", dimension: "AGE" },
];
const later: typeof chosen = [
  { id: "main_form", dimension: "MAIN_FORM" },
  { id: "citizenship", dimension: "ORIGIN" },
  { id: "scope", dimension: "SCOPE" },
];

/** The records of a submission and the form for one more. */
export default function SubmissionRecords({ loaderData, actionData }: Route.ComponentProps) {
  const { of, closed, kind, records, options, page, pages } = loaderData;
  const all = useWords(submissionWords);
  const words = all.records;
  const language = useLanguage();
  const enter = submissionAddress(language, of, "enter");
  const form = formState(actionData, { twice: words.twice });
  const labels = {
    victim_status: words.victimStatus,
    sex: words.sex,
    age_group: words.ageGroup,
    main_form: words.mainForm,
    citizenship: words.citizenship,
    scope: words.scope,
  } as const;
  const choice = ({ id, dimension }: (typeof chosen)[number]) => (
    <Select key={id} {...form.field(id)} label={labels[id]} options={options[dimension] ?? []} optional={id === "main_form"} />
  );
  return (
    <>
      <ErrorSummary form={form} />
      <Section title={words.title} lead={words.lead}>
        <p className="text-small print:hidden">
          <Link to={enter} className="link">
            ← {all.enter.backToTables}
          </Link>
        </p>
        {records.length === 0 ? (
          <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
        ) : (
          <div className="mt-6">
            <DataTable
              caption={`${words.caption}: ${words.count(formatCount(loaderData.count, language))}`}
              rows={records}
              rowKey={(record) => String(record.line)}
              columns={[
                { id: "case", head: words.caseCode, kind: "row-head", cell: (record) => record.caseCode },
                {
                  id: "date",
                  head: words.identifiedOn,
                  cell: (record) => (record.identifiedOn === "" ? "" : formatDate(record.identifiedOn, language)),
                },
                { id: "sex", head: words.sex, cell: (record) => record.sex },
                { id: "age", head: words.ageGroup, cell: (record) => record.age },
                { id: "forms", head: words.forms, kind: "long", cell: (record) => record.forms },
                { id: "citizenship", head: words.citizenship, cell: (record) => record.citizenship },
                ...(closed === undefined
                  ? [
                      {
                        id: "remove",
                        head: words.remove,
                        cell: (record: (typeof records)[number]) => (
                          <Form method="post">
                            <button
                              name="remove"
                              value={record.line}
                              className="link cursor-pointer"
                              aria-label={words.removeLine(record.caseCode)}
                            >
                              {words.remove}
                            </button>
                          </Form>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Pagination page={page} pages={pages} to={(each) => `?page=${each}`} />
          </div>
        )}
      </Section>
      {closed !== undefined ? (
        <Notice>{closed}</Notice>
      ) : (
        <Section title={words.addTitle}>
          {kind !== "records" && <Notice tone="caution">{words.replacesMatrix}</Notice>}
          <Form method="post">
            <Field
              {...form.field("case")}
              label={words.caseCode}
              help={words.caseCodeHelp}
              width="medium"
              autoComplete="off"
              maxLength={60}
            />
            <Field {...form.field("identified_on")} label={words.identifiedOn} type="date" width="medium" />
            {chosen.map(choice)}
            <CheckboxGroup
              {...form.field("forms")}
              label={words.forms}
              choices={(options.FORM ?? []).map(({ value, label }) => ({ value, label }))}
            />
            {later.map(choice)}
            <CheckboxGroup
              {...form.field("services")}
              label={words.services}
              choices={(options.SERVICE ?? []).map(({ value, label }) => ({ value, label }))}
            />
            <Actions>
              <Button>{words.add}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}
