import { Form, Link, data, redirect } from "react-router";
import { read, write } from "#database";
import { Actions, Button, CheckboxGroup, ErrorSummary, Field, LinkButton, Notice, Section, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { actNow, circulateAct, dayInGuatemala, findingsOf } from "../approve.store.ts";
import type { Finding } from "../checklist.ts";
import { deadlineRange } from "../observation.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, closedBy, refusalSentence } from "./act-asked.ts";
import { ActClosed } from "./act-closed.tsx";
import type { Route } from "./+types/act-circulate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What stands against circulating, and which days the deadline may be. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  // Being edited or circulating: in both it circulates, or gets another deadline.
  const closed = closedBy(actor, "edit", act, language);
  const findings = await read(database, actor, async (tx) => {
    const present = act?.state === "draft" ? await actNow(tx, meeting.id, new Date()) : undefined;
    return present ? findingsOf(tx, meeting.id, present) : [];
  });
  return { root: actAddress(language, meeting.id), closed, state: act?.state, until: act?.observationsUntil, findings, ...deadlineRange(dayInGuatemala(new Date())) };
}

/** Circulates the act, or changes its deadline. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  const form = await args.request.formData();
  const until = said(form)("until");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) return formProblems({ until: ["untilMissing"] }, form);
  const accepted = form.get("accept") === "yes" ? form.getAll("warning").filter((each) => typeof each === "string") : [];
  const refusal = await write(database, actor, (tx) => circulateAct(tx, actor, meeting.id, { until, accepted }, new Date()));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal === "deadline-too-soon") return formProblems({ until: [refusalSentence(refusal, language)] }, form);
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: act?.state === "circulated" ? "prolonged" : "circulated" }), 303);
}

/** The checklist before an act goes to the delegations, and its deadline. */
export default function ActCirculate({ loaderData: { closed, root, state, until, findings, first, last }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.circulate;
  const form = formState(actionData, { untilMissing: words.untilMissing });
  const [errors, warnings] = (["error", "warning"] as const).map((level) => findings.filter((each) => each.level === level));
  const isProlonging = state === "circulated";
  if (closed !== undefined) return <ActClosed title={words.title} closed={closed} root={root} form={form} />;
  return (
    <Section title={isProlonging ? words.prolongTitle : words.title} {...(isProlonging ? {} : { lead: words.lead })}>
      <ErrorSummary form={form} />
      {!isProlonging && findings.length === 0 && <Notice tone="good">{words.clean}</Notice>}
      {errors !== undefined && errors.length > 0 && (
        <Notice tone="bad" title={words.errors}>
          <FindingList findings={errors} root={root} />
        </Notice>
      )}
      <Form method="post">
        {warnings !== undefined && warnings.length > 0 && (
          <>
            <Notice tone="caution" title={words.warnings}>
              <FindingList findings={warnings} root={root} />
            </Notice>
            {warnings.map(({ id }) => (
              <input key={id} type="hidden" name="warning" value={id} />
            ))}
            <CheckboxGroup {...form.field("accept")} label={words.warnings} choices={[{ value: "yes", label: words.accept }]} />
          </>
        )}
        <Field {...form.field("until", until ?? "")} label={words.until} help={words.untilHelp} type="date" width="short" min={first} max={last} />
        <Actions>
          <Button disabled={errors !== undefined && errors.length > 0}>{isProlonging ? words.prolong : words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {all.edit.back}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}

function FindingList({ findings, root }: { findings: readonly Finding[]; root: string }) {
  const words = useWords(plenaryActWords).circulate.findings;
  const all = useWords(plenaryActWords).part;
  const language = useLanguage();
  return (
    <ul className="list-disc space-y-1 pl-5">
      {findings.map(({ id, kind, what, section }) => (
        <li key={id}>
          {words[kind](what[language])}{" "}
          {section !== null && (
            <Link to={`${root}/${section}`} className="link" aria-label={`${all.edit}: ${what[language]}`}>
              {all.edit}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
