import { Form, redirect, useSearchParams } from "react-router";
import { countryName, formatDate } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, DefinitionList, ErrorSummary, Notice, PageHeading, Section, Textarea, databaseContext, formProblems, formRefusal, formState, languageContext, memberIn, notFound, useLanguage, useWords } from "#web";
import { plenarySessionReportWords } from "#words";
import { leads } from "../../meeting/meeting-act.ts";
import { meetings } from "../../meeting/meeting.store.ts";
import { plenaryReaders, said } from "../../meeting/pages/meeting-asked.ts";
import { hearRepresentation, mayReport, reportRepresentation, representationOf } from "../representation.store.ts";
import type { Route } from "./+types/representation.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** A representation, its report, and what the acting person may add. */
export async function loader(args: Route.LoaderArgs) {
  const actor = memberIn(args, plenaryReaders);
  return read(args.context.get(databaseContext), actor, async (tx) => {
    const representation = await representationOf(tx, args.params.representation);
    if (!representation) throw notFound();
    const open = (await meetings(tx)).find(({ state }) => state === "open");
    return { representation, mayReport: mayReport(actor, representation) && representation.reportedIn === null, mayHear: leads(actor) && representation.reportedAt !== null && representation.reportedIn === null, open: open?.id };
  });
}

/** Hands in the report, or records that the plenary heard it. */
export async function action(args: Route.ActionArgs) {
  const actor = memberIn(args, plenaryReaders);
  const language = args.context.get(languageContext);
  const form = await args.request.formData();
  const text = said(form);
  const id = args.params.representation;
  const isHearing = text("act") === "hear";
  const refusal = await write(args.context.get(databaseContext), actor, (tx) => (isHearing ? hearRepresentation(tx, actor, id, text("meeting")) : reportRepresentation(tx, actor, id, text("report"))));
  const refusals = plenarySessionReportWords[language].representations.refusals;
  if (refusal === "unknown") throw notFound();
  if (refusal === "text-missing") return formProblems({ report: [refusals[refusal]] }, form);
  if (refusal) return formRefusal(refusals[refusal], form);
  return redirect(`/${language}/workspace/representations/${id}?did=${isHearing ? "didHear" : "didReport"}`, 303);
}

/** One representation of the coalition. */
export default function RepresentationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { representation, open } = loaderData;
  const words = useWords(plenarySessionReportWords).representations;
  const language = useLanguage();
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData);
  const { event, place, fromDay, untilDay, delegatedTo, report, reportedIn } = representation;
  return (
    <>
      <PageHeading title={event} above={<Breadcrumbs way={[{ label: words.title, to: `/${language}/workspace/representations` }, { label: event }]} />} />
      {(did === "didReport" || did === "didHear") && actionData === undefined && <Notice tone="good" title={words[did]} />}
      <ErrorSummary form={form} />
      <div className="mt-8">
        <DefinitionList
          items={[
            { term: words.columns.who, detail: delegatedTo === null ? words.presidency : countryName(delegatedTo)[language] },
            ...(place === "" ? [] : [{ term: words.place, detail: place }]),
            { term: words.columns.when, detail: fromDay === untilDay ? formatDate(fromDay, language) : `${formatDate(fromDay, language)} – ${formatDate(untilDay, language)}` },
            { term: words.columns.state, detail: reportedIn !== null ? words.heard(reportedIn) : report === "" ? words.waiting : words.reported },
          ]}
        />
      </div>
      {report !== "" && !loaderData.mayReport && (
        <Section title={words.report}>
          <div className="measure whitespace-pre-wrap">{report}</div>
        </Section>
      )}
      {loaderData.mayReport && (
        <Section title={words.report}>
          <Form method="post">
            <Textarea {...form.field("report", report)} label={words.report} help={words.reportHelp} rows={10} />
            <Actions>
              <Button name="act" value="report">
                {words.reportSubmit}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      {loaderData.mayHear && (
        <Section title={words.hear}>
          {open === undefined ? (
            <p>{words.noOpen}</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="meeting" value={open} />
              <Button kind="quiet" name="act" value="hear">
                {words.hearIn(open)}
              </Button>
            </Form>
          )}
        </Section>
      )}
    </>
  );
}
