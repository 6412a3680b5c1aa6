import { Form } from "react-router";
import { dayOf } from "#basics";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, Field, FileField, type FormState, LinkButton, Notice, PageHeading, RadioGroup, Textarea, formState, notFound, originContext, useLanguage, useWords } from "#web";
import { planningProgressWords } from "#words";
import { endedPeriods } from "../owed.ts";
import { refusalText } from "../refusal.ts";
import { figureKindOf, mayReport, placeOf, reportsOf } from "../report.store.ts";
import { type FigureKind, quarterEnd, reportStates } from "../report.ts";
import { asked, isKey } from "./asked.ts";
import { report } from "./report-acts.ts";
import type { Route } from "./+types/report.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The form of a report: with the period that is owed, or with what was returned; or why nothing is reported here. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const { plan, key } = args.params;
  const returned = new URL(args.request.url).searchParams.get("from");
  return read(database, actor, async (tx) => {
    const place = isKey(key) ? await placeOf(tx, plan, key) : undefined;
    if (!place) throw notFound();
    const { node } = place;
    const kind = figureKindOf(node);
    const refusal = await mayReport(tx, actor, place);
    const today = dayOf(new Date());
    const before = (await reportsOf(tx, key)).find(({ id, account }) => id === returned && account === actor.account);
    const owed = endedPeriods(node, today).at(-1);
    return {
      id: crypto.randomUUID(),
      plan,
      planTitle: place.plan.title[language],
      key,
      code: node.code,
      title: node.title,
      kindName: `${planningProgressWords[language].kinds[node.kind]} ${node.code}`.trim(),
      unit: node.indicator?.unit ?? null,
      kind: refusal === undefined ? (kind as FigureKind) : null, // mayReport has sent the words away
      refusal: refusal === undefined ? null : refusalText(refusal),
      first: {
        from: before?.from ?? owed?.from ?? node.planFrom,
        until: before?.until ?? owed?.until ?? (quarterEnd(today) < node.planUntil ? today : node.planUntil),
        figure: String(before?.progress ?? before?.figure ?? ""),
        stateOf: before?.stateOf ?? "",
        narrative: before?.narrative ?? "",
        whyNot: before?.whyNot ?? "",
        url: before?.evidenceUrl ?? "",
      },
      note: before?.answer === "returned" ? before.answerNote : null,
    };
  });
}

/** Takes a report. A measured indicator refuses whatever is typed. */
export async function action(args: Route.ActionArgs) {
  const { plan, key } = args.params;
  if (!isKey(key)) throw notFound();
  return report({ ...asked(args), plan, key, form: await args.request.formData(), origin: args.context.get(originContext) });
}

/** Where a country or an organ reports on what it answers for. */
export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, planTitle, key, code, title, kindName, kind, refusal, note } = loaderData;
  const all = useWords(planningProgressWords);
  const words = all.form;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const base = `/${language}/workspace/plans`;
  const here = `${base}/${plan}/nodes/${key}`;
  return (
    <>
      <PageHeading
        title={code === "" ? words.titlePlain : words.title(code)}
        lead={title[language]}
        above={<Breadcrumbs way={[{ label: all.plans, to: base }, { label: planTitle, to: `${base}/${plan}` }, { label: kindName, to: here }, { label: words.breadcrumb }]} />}
      />
      <ErrorSummary form={form} />
      {refusal !== null && actionData === undefined && (
        <Notice tone="caution" title={words.refused}>
          {refusal[language]}
        </Notice>
      )}
      {note !== null && actionData === undefined && (
        <Notice tone="caution" title={all.reports.answers.returned}>
          {note}
        </Notice>
      )}
      {kind === null ? (
        <Actions>
          <LinkButton kind="quiet" to={here}>
            {words.cancel}
          </LinkButton>
        </Actions>
      ) : (
        <ReportForm id={loaderData.id} unit={loaderData.unit} first={loaderData.first} kind={kind} form={form} here={here} />
      )}
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function ReportForm({ id, kind, unit, first, form, here }: Pick<Loaded, "id" | "unit" | "first"> & { kind: FigureKind; form: FormState; here: string }) {
  const all = useWords(planningProgressWords);
  const words = all.form;
  const language = useLanguage();
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument>
      <p className="measure mt-6 text-ink-soft">{words.lead}</p>
      <input type="hidden" name="id" value={form.field("id").value ?? id} />
      <Field {...form.field("from", first.from)} label={words.from} type="date" width="medium" />
      <Field {...form.field("until", first.until)} label={words.until} help={words.untilHelp} type="date" width="medium" />
      {kind === "progress" && (
        <RadioGroup {...form.field("stateOf", first.stateOf)} label={words.stateOf} choices={reportStates.map((value) => ({ value, label: all.reports.states[value] }))} />
      )}
      {kind === "milestone" ? (
        <RadioGroup
          {...form.field("figure", first.figure)}
          label={words.milestone}
          choices={[
            { value: "1", label: words.milestoneYes },
            { value: "0", label: words.milestoneNo },
          ]}
        />
      ) : (
        <Field
          {...form.field("figure", first.figure)}
          label={words[kind]}
          help={kind === "count" ? words.countHelp(unit?.[language] ?? "") : kind === "percent" ? words.percentHelp : words.progressHelp}
          inputMode="decimal"
          width="short"
        />
      )}
      <Textarea {...form.field("narrative", first.narrative)} label={words.narrative} help={words.narrativeHelp} rows={6} maxLength={8000} />
      {kind === "progress" && <Textarea {...form.field("whyNot", first.whyNot)} label={words.whyNot} help={words.whyNotHelp} rows={3} maxLength={4000} optional />}
      <Field {...form.field("url", first.url)} label={words.url} help={words.urlHelp} optional maxLength={2000} />
      <FileField name="file" problem={form.field("file").problem} label={words.file} help={words.fileHelp} accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt" />
      <Actions>
        <Button>{words.submit}</Button>
        <LinkButton kind="quiet" to={here}>
          {words.cancel}
        </LinkButton>
      </Actions>
    </Form>
  );
}
