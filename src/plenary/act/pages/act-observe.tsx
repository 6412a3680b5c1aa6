import { randomUUID } from "node:crypto";
import { Form, data, redirect } from "react-router";
import { formatDate } from "#basics";
import { read, write } from "#database";
import { Actions, Button, ErrorSummary, LinkButton, Section, Select, Textarea, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { dayInGuatemala } from "../approve.store.ts";
import { observe } from "../observation.store.ts";
import { sectionsOf } from "../section.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, closedBy, refusalSentence } from "./act-asked.ts";
import { ActClosed } from "./act-closed.tsx";
import type { Route } from "./+types/act-observe.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The parts that can be observed, and until when. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  const closed = closedBy(actor, "observe", act, language);
  const sections = await read(database, actor, (tx) => sectionsOf(tx, meeting.id));
  const asked = new URL(args.request.url).searchParams.get("part");
  return {
    closed,
    id: randomUUID(),
    root: actAddress(language, meeting.id),
    until: act?.observationsUntil ?? "",
    parts: sections.map(({ id, title, position }) => ({ value: id, label: `${position}. ${title[language]}` })),
    asked: sections.some(({ id }) => id === asked) ? (asked ?? "whole") : "whole",
  };
}

/** Sends an observation to those who keep the act. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  const problems: Record<string, string[]> = {};
  if (field("text") === "") problems["text"] = ["textMissing"];
  if (field("text").length > 8000) problems["text"] = ["tooLong"];
  if (field("proposed").length > 20_000) problems["proposed"] = ["tooLong"];
  const id = idOf(field("id"));
  if (Object.keys(problems).length > 0 || id === undefined) return formProblems(problems, form);
  const section = idOf(field("part")) ?? null;
  const refusal = await write(database, actor, (tx) => observe(tx, actor, meeting.id, { id, section, text: field("text"), proposed: field("proposed") }, dayInGuatemala(new Date())));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: "observed", at: "observations" }), 303);
}

/** The form in which a delegation observes on the act. */
export default function ActObserve({ loaderData: { closed, id, root, until, parts, asked }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.observations;
  const language = useLanguage();
  const form = formState(actionData, { textMissing: words.textMissing, tooLong: words.tooLong });
  if (closed !== undefined) return <ActClosed title={words.writeTitle} closed={closed} root={root} form={form} />;
  return (
    <Section title={words.writeTitle} lead={words.writeLead(formatDate(until, language))}>
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="id" value={actionData?.typed["id"]?.[0] ?? id} />
        <Select {...form.field("part", asked)} label={words.part} options={[{ value: "whole", label: words.whole }, ...parts]} width="full" />
        <Textarea {...form.field("text")} label={words.text} help={words.textHelp} rows={4} maxLength={8000} />
        <Textarea {...form.field("proposed")} label={words.proposed} help={words.proposedHelp} rows={5} maxLength={20_000} optional />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {all.edit.back}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}
