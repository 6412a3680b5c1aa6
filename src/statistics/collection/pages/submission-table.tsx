import { Form, Link, data, redirect } from "react-router";
import { read, write } from "#database";
import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Section,
  Textarea,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { submissionWords } from "#words";
import { capability } from "../act.ts";
import { readEntries } from "../entry.ts";
import { earlierFigures, figuresOf, saveTable } from "../figure.store.ts";
import { refusalText } from "../refusal.ts";
import { cellWords } from "./cell-words.ts";
import { EntryTable } from "./entry-table.tsx";
import { textOf } from "./form-text.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import { tableView } from "./table-view.ts";
import type { Route } from "./+types/submission-table.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One table as it stands, ready to be filled in, last year's figures beside. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const plan = methodology.tables.find((table) => table.id === args.params.table);
  if (!plan) throw notFound();
  const allowed = capability(actor, "enter", submission);
  if (allowed === "not-yours") throw data(null, { status: 403 });
  const refusal = allowed !== "allowed" ? allowed : submission.kind === "records" ? "made-from-records" : undefined;
  const { figures, earlier } = await read(database, actor, async (tx) => ({
    figures: await figuresOf(tx, of),
    earlier: (await earlierFigures(tx, of, 1))[0],
  }));
  return {
    of,
    closed: refusal && refusalText(refusal)[language],
    table: tableView({ methodology, country: of.country, language, figures, earlier }, plan),
    isLast: methodology.tables.at(-1)?.id === plan.id,
  };
}

/** Name of the field that carries the note of a cell. */
const noteField = (cell: string) => `note:${cell}`;

/** Saves the table whole, or gives it back with a problem at each cell that cannot be read and nothing saved. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, methodology, language } = await askedSubmission(args);
  const place = methodology.tables.findIndex((table) => table.id === args.params.table);
  const plan = methodology.tables[place];
  if (!plan) throw notFound();
  const form = await args.request.formData();
  const fields = new Map<string, { text: string; note?: string }>();
  for (const [name, value] of form)
    if (name.startsWith(`${plan.id}:`))
      fields.set(name, { text: typeof value === "string" ? value : "", note: textOf(form, noteField(name)) });

  const { cells, figures, problems } = readEntries(methodology, plan.id, fields);
  if (problems.length > 0) {
    const words = (cell: string) => cellWords(methodology, cell, language).codes;
    return formProblems(
      Object.fromEntries(
        problems.map(({ cell, problem, mend }) => [cell, [`${words(cell)}: ${problem[language]} ${mend[language]}`]]),
      ),
      form,
    );
  }
  const refusal = await write(database, actor, (tx) => saveTable(tx, actor, of, { cells, figures }));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  const next = form.get("intent") === "next" ? methodology.tables[place + 1] : undefined;
  return redirect(submissionAddress(language, of, next ? `enter/${next.id}?done=saved` : "enter?done=saved"), 303);
}

/** The web form of one table. */
export default function SubmissionTable({ loaderData, actionData }: Route.ComponentProps) {
  const { of, table, closed, isLast } = loaderData;
  const words = useWords(submissionWords).enter;
  const language = useLanguage();
  const back = submissionAddress(language, of, "enter");
  const form = formState(actionData);
  if (closed !== undefined)
    return (
      <EmptyState
        title={words.closed}
        action={
          <LinkButton kind="quiet" to={back}>
            {words.backToTables}
          </LinkButton>
        }
      >
        <p>{closed}</p>
      </EmptyState>
    );
  const rows = table.rows.flatMap((row) =>
    row.cells.map((cell, place) => ({
      cell,
      label: table.columns.length > 1 ? words.fieldName(row.label, table.columns[place]?.label ?? "") : row.label,
    })),
  );
  return (
    <Section title={table.title} lead={table.unit}>
      <p className="text-small print:hidden">
        <Link to={back} className="link">
          ← {words.backToTables}
        </Link>
      </p>
      <Disclosure summary={words.howTitle}>
        <ul className="measure space-y-1">
          {words.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
      <ErrorSummary form={form} />
      <Form method="post" key={table.id} className="mt-6">
        <EntryTable table={table} field={form.field} />
        <Disclosure summary={words.notes}>
          <p className="measure text-small text-ink-soft">{words.notesHelp}</p>
          {rows.map(({ cell, label }) => (
            <Textarea
              key={cell.cell}
              {...form.field(noteField(cell.cell), cell.note ?? "")}
              label={label}
              rows={1}
              optional
              maxLength={2000}
            />
          ))}
        </Disclosure>
        <Actions>
          {!isLast && (
            <Button name="intent" value="next">
              {words.saveNext}
            </Button>
          )}
          <Button kind={isLast ? "primary" : "quiet"} name="intent" value="save">
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
