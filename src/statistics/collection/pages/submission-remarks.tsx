import { Form, Link, data, redirect } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  Section,
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
import { type Remark, openReasons } from "../remark.ts";
import { comment, remarksOf, reply } from "../remark.store.ts";
import { cellLine, cellOptions } from "./cell-words.ts";
import { textOf } from "./form-text.ts";
import { RemarkItem } from "./remark-item.tsx";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import type { Route } from "./+types/submission-remarks.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The remarks of a submission as conversations, those that wait for a reply first. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const asked = new URL(args.request.url).searchParams.get("cell") ?? undefined;
  const remarks = await read(database, actor, (tx) => remarksOf(tx, of));
  const open = new Set(openReasons(remarks).map((remark) => remark.id));
  const answersTo = (id: string): Remark[] =>
    remarks.flatMap((each) => (each.answers === id ? [each, ...answersTo(each.id)] : []));
  const roots = remarks.filter((remark) => remark.kind !== "reply" && (asked === undefined || remark.cell === asked));
  return {
    of,
    mayWrite: capability(actor, "comment", submission) === "allowed",
    filteredBy: asked === undefined ? undefined : cellLine(methodology, asked, language),
    asked,
    cells: cellOptions(methodology, language),
    threads: roots
      .toReversed()
      .toSorted((one, other) => Number(open.has(other.id)) - Number(open.has(one.id)))
      .map((root) => ({
        root: { ...root, isOpen: open.has(root.id) },
        where: root.cell === undefined ? undefined : cellLine(methodology, root.cell, language),
        replies: answersTo(root.id),
      })),
  };
}

/** Keeps a comment or a reply. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args);
  const form = await args.request.formData();
  const answers = textOf(form, "answers");
  const field = answers === "" ? "body" : `reply:${answers}`;
  const body = textOf(form, field);
  const cell = textOf(form, "cell");
  if (body.trim() === "") return formProblems({ [field]: ["missing"] }, form);
  const refusal = await write(database, actor, (tx) =>
    answers === ""
      ? comment(tx, actor, of, { body, ...(cell === "" ? {} : { cell }) })
      : reply(tx, actor, of, { answers, body }),
  );
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of, "remarks")}?done=${answers === "" ? "comment" : "reply"}`, 303);
}

/** Remarks, replies, and a place to write one. */
export default function SubmissionRemarks({ loaderData, actionData }: Route.ComponentProps) {
  const { of, threads, mayWrite, filteredBy, asked, cells } = loaderData;
  const words = useWords(submissionWords).remarks;
  const language = useLanguage();
  const form = formState(actionData, { missing: words.missing });
  const waiting = threads.filter(({ root }) => root.isOpen).length;
  return (
    <>
      <ErrorSummary form={form} />
      {threads.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <Section title={words.title} lead={waiting > 0 ? words.waiting(formatCount(waiting, language)) : undefined}>
          {filteredBy !== undefined && (
            <p className="mb-4">
              {words.filtered(filteredBy)}{" "}
              <Link to={submissionAddress(language, of, "remarks")} className="link">
                {words.showAll}
              </Link>
            </p>
          )}
          <ul className="border-t border-line">
            {threads.map(({ root, where, replies }) => (
              <RemarkItem key={root.id} root={root} where={where} replies={replies}>
                {mayWrite && root.kind !== "explanation" && (
                  <Form method="post">
                    <input type="hidden" name="answers" value={root.id} />
                    <Textarea {...form.field(`reply:${root.id}`)} label={words.replyLabel} rows={2} maxLength={4000} />
                    <Actions>
                      <Button kind="quiet">{words.reply}</Button>
                    </Actions>
                  </Form>
                )}
              </RemarkItem>
            ))}
          </ul>
        </Section>
      )}
      {mayWrite && (
        <Section title={words.addTitle} lead={words.addLead}>
          <Form method="post">
            <Select {...form.field("cell", asked ?? "")} label={words.cell} options={cells} width="full" optional />
            <Textarea {...form.field("body")} label={words.body} rows={3} maxLength={4000} />
            <Actions>
              <Button>{words.submit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}
