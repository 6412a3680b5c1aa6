import { Form, redirect } from "react-router";
import { dayOf, formatDate } from "#basics";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, CheckboxGroup, ErrorSummary, LinkButton, Notice, PageHeading, RadioGroup, forbidden, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { mayKeepReports } from "../accountability.ts";
import { decisionsFor, digestOf, recordApproval, reportNow } from "../accountability.store.ts";
import { askedReport } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-approve.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The decisions that can approve the report, and the digest of what would be approved; neither once it is approved. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, report } = await askedReport(args);
  if (!mayKeepReports(actor)) throw forbidden();
  if (report.state !== "draft") return { report, digest: "", decisions: [] };
  return read(database, actor, async (tx) => ({
    report,
    digest: digestOf(await reportNow(tx, report, dayOf(new Date()))),
    decisions: await decisionsFor(tx, report),
  }));
}

/** Records the approval: the report is fixed from here on. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, report } = await askedReport(args);
  if (!mayKeepReports(actor)) throw forbidden();
  const form = await args.request.formData();
  const [decision, expected] = [form.get("decision"), form.get("expected")];
  const problems = { ...(typeof decision === "string" && decision !== "" ? {} : { decision: ["decisionMissing"] }), ...(form.get("confirm") === "yes" ? {} : { confirm: ["confirmMissing"] }) };
  if (typeof decision !== "string" || Object.keys(problems).length > 0) return formProblems(problems, form);
  const outcome = await recordApproval(database, actor, report.id, { decision, expected: typeof expected === "string" ? expected : "" }, dayOf(new Date()));
  if ("refusal" in outcome) return formRefusal(planningAccountabilityWords[language].refusals[outcome.refusal], form);
  return redirect(`/${language}/workspace/accountability/${report.number}?done=approved`, 303);
}

/** The form that records what the plenary decided about the report. */
export default function AccountabilityApprove({ loaderData: { report, digest, decisions }, actionData }: Route.ComponentProps) {
  const all = useWords(planningAccountabilityWords);
  const words = all.approvePage;
  const language = useLanguage();
  const root = `/${language}/workspace/accountability`;
  const form = formState(actionData, all.problems);
  const back = (
    <LinkButton kind="quiet" to={`${root}/${report.number}`}>
      {all.partPage.back}
    </LinkButton>
  );
  return (
    <>
      <PageHeading above={<Breadcrumbs way={[{ label: all.title, to: root }, { label: report.number, to: `${root}/${report.number}` }, { label: words.title }]} />} title={words.title} lead={words.lead} />
      <ErrorSummary form={form} />
      {decisions.length === 0 ? (
        <>
          {report.state === "draft" ? <Notice tone="caution">{words.none}</Notice> : !form.refusal && <Notice tone="caution">{all.refusals["approved-already"]}</Notice>}
          <Actions>{back}</Actions>
        </>
      ) : (
        // Another text is another form: who read the one before has not confirmed this.
        <Form key={digest} method="post">
          <input type="hidden" name="expected" value={digest} />
          <p className="mt-6 text-small text-ink-soft">
            {words.digest}: <span className="break-all">{digest}</span>
          </p>
          <RadioGroup
            {...form.field("decision")}
            label={words.decision}
            choices={decisions.map(({ value, meeting, motion, on }) => ({ value, label: motion ? words.motion(meeting, String(motion.number), motion.title[language]) : words.record(meeting, formatDate(on, language)) }))}
          />
          <CheckboxGroup {...form.field("confirm")} chosen={form.refusal === undefined ? form.field("confirm").chosen : []} label={words.title} choices={[{ value: "yes", label: words.confirm }]} />
          <Actions>
            <Button>{words.submit}</Button>
            {back}
          </Actions>
        </Form>
      )}
    </>
  );
}
