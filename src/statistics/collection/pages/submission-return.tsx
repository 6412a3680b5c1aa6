import { Form, data, redirect } from "react-router";
import { formatCount } from "#basics";
import { write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeading,
  Select,
  Textarea,
  formProblems,
  formRefusal,
  formState,
  useLanguage,
  useWords,
} from "#web";
import { submissionWords } from "#words";
import { capability } from "../act.ts";
import { refusalText } from "../refusal.ts";
import { returnWithReasons } from "../return.store.ts";
import { cellOptions } from "./cell-words.ts";
import { textOf } from "./form-text.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import type { Route } from "./+types/submission-return.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Reasons are written before the return: a row for each, as many as are asked for. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, of, name, collection, submission, methodology, language } = await askedSubmission(args, ["secretariat"]);
  const query = new URL(args.request.url).searchParams;
  const allowed = capability(actor, "return", submission);
  return {
    of,
    title: { name: name[language], year: collection.year },
    closed: allowed === "allowed" ? undefined : refusalText(allowed)[language],
    cells: cellOptions(methodology, language),
    asked: query.get("cell") ?? "",
    rows: 3,
  };
}

/** Longest reason, in letters. */
const longest = 4000;

/** Most rows that one form carries. */
const most = 40;

/** Returns the submission with its reasons; the button for another row only adds the row and keeps what was typed. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args, ["secretariat"]);
  const form = await args.request.formData();
  const rows = Math.min(Number(form.get("rows")) || 3, most);
  if (form.get("intent") === "more") return { rows: Math.min(rows + 1, most), typed: typedRows(form) };

  const problems: Record<string, string[]> = {};
  const reasons: { cell?: string; body: string }[] = [];
  for (let place = 0; place < rows; place++) {
    const cell = textOf(form, `cell-${place}`);
    const body = textOf(form, `body-${place}`).trim();
    if (body.length > longest) problems[`body-${place}`] = ["tooLong"];
    else if (body !== "") reasons.push({ body, ...(cell === "" ? {} : { cell }) });
    else if (cell !== "") problems[`body-${place}`] = ["cellWithoutBody"];
  }
  if (reasons.length === 0 && Object.keys(problems).length === 0) problems["body-0"] = ["missing"];
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await write(database, actor, (tx) => returnWithReasons(tx, actor, of, reasons));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of)}?done=return`, 303);
}

function typedRows(form: FormData): Record<string, string[]> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, [value]]] : [])));
}

/** The form for returning a submission. */
export default function SubmissionReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { of, title, closed, cells, asked } = loaderData;
  const all = useWords(submissionWords);
  const words = all.return;
  const language = useLanguage();
  const form = formState(actionData, {
    missing: words.missing,
    cellWithoutBody: words.cellWithoutBody,
    tooLong: words.tooLong,
  });
  const rows = Number(
    actionData === undefined
      ? loaderData.rows
      : "rows" in actionData
        ? actionData.rows
        : (actionData.typed["rows"]?.[0] ?? loaderData.rows),
  );
  const root = submissionAddress(language, of);
  const back = (
    <LinkButton kind="quiet" to={root}>
      {words.back}
    </LinkButton>
  );
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: all.title(title.name, String(title.year)), to: root }, { label: words.title }]} />}
      />
      {closed !== undefined ? (
        <>
          <Notice tone="caution">{closed}</Notice>
          <Actions>{back}</Actions>
        </>
      ) : (
        <>
          <ErrorSummary form={form} />
          <Form method="post">
            <input type="hidden" name="rows" value={rows} />
            {Array.from({ length: rows }, (_, place) => (
              <fieldset key={place} className="mt-8 max-w-[36rem] border-t border-line pt-2">
                <legend className="sr-only">{words.nth(formatCount(place + 1, language))}</legend>
                <Select
                  {...form.field(`cell-${place}`, place === 0 ? asked : "")}
                  label={`${words.nth(formatCount(place + 1, language))}: ${words.cell.toLocaleLowerCase(language)}`}
                  help={place === 0 ? words.cellHelp : undefined}
                  options={cells}
                  width="full"
                  optional
                />
                <Textarea
                  {...form.field(`body-${place}`)}
                  label={words.body}
                  help={place === 0 ? words.bodyHelp : undefined}
                  rows={3}
                  maxLength={longest}
                  optional={place > 0}
                />
              </fieldset>
            ))}
            <Actions>
              <Button>{words.submit}</Button>
              <Button kind="quiet" name="intent" value="more">
                {words.more}
              </Button>
              {back}
            </Actions>
          </Form>
        </>
      )}
    </>
  );
}
