import { Form, Link, data, redirect, useSearchParams } from "react-router";
import { documentOf } from "#archive";
import { dayOf, formatDate } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, DefinitionList, DocumentBlocks, ErrorSummary, LinkButton, Notice, PageHeading, Section, Sign, formRefusal, formState, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { mayKeepReports, partsOf } from "../accountability.ts";
import { findingsOf, reportNow, retryFiles, snapshotOf } from "../accountability.store.ts";
import { askedReport, partName } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The report as it will be printed, or as it was approved. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, report } = await askedReport(args);
  const leads = mayKeepReports(actor);
  return read(database, actor, async (tx) => {
    const archived = report.document === null ? undefined : await documentOf(tx, report.document);
    const head = { report, leads, archive: archived?.number };
    if (report.state !== "draft") {
      const document = (await snapshotOf(tx, report))?.[language];
      return { ...head, blocks: document?.body ?? [], summary: document?.summary ?? [], findings: [], parts: [] };
    }
    const present = await reportNow(tx, report, dayOf(new Date()));
    const isWritten = (part: string, of: "es" | "en") => present.texts.some((each) => each.part === part && each.language === of && each.body !== "");
    return {
      ...head,
      blocks: present.documents[language].body,
      summary: present.documents[language].summary ?? [],
      findings: findingsOf(present).map((each) => ({ ...each, what: each.kind === "text-missing" || each.kind === "untranslated" ? partName(each.what, language) : each.what })),
      parts: partsOf(present.facts.axes.map(({ code }) => code)).map((part) => ({ part, name: partName(part, language), es: isWritten(part, "es"), en: isWritten(part, "en") })),
    };
  });
}

/** Asks again for the files whose task failed. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, report } = await askedReport(args);
  const form = await args.request.formData();
  const refusal = await write(database, actor, (tx) => retryFiles(tx, actor, report.id));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(planningAccountabilityWords[language].refusals[refusal], form);
  return redirect(`/${language}/workspace/accountability/${report.number}?done=retried`, 303);
}

/** An accountability report: how far it is, what stands against its approval, and what it says. */
export default function AccountabilityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report, leads, archive, blocks, summary, findings, parts } = loaderData;
  const words = useWords(planningAccountabilityWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const done = query.get("done") ?? "";
  const root = `/${language}/workspace/accountability`;
  const own = `${root}/${report.number}`;
  const facts = [
    { term: words.facts.number, detail: report.number },
    { term: words.facts.period, detail: words.period(formatDate(report.from, language), formatDate(report.until, language)) },
    ...(report.approvedIn === null ? [] : [{ term: words.facts.approvedIn, detail: report.approvedIn }]),
    ...(report.approvedOn === null ? [] : [{ term: words.facts.approvedOn, detail: formatDate(report.approvedOn, language) }]),
    ...(report.digest === null ? [] : [{ term: words.facts.digest, detail: <span className="break-all">{report.digest}</span> }]),
    ...summary.map(({ label, value }) => ({ term: label, detail: value })),
  ];
  return (
    <>
      <PageHeading above={<Breadcrumbs way={[{ label: words.title, to: root }, { label: report.number }]} />} title={report.title[language]} lead={words.leads[report.state]} />
      {Object.hasOwn(words.done, done) && actionData === undefined && <Notice tone="good">{words.done[done as keyof typeof words.done]}</Notice>}
      <ErrorSummary form={formState(actionData)} />
      <div className="mt-8">
        <DefinitionList items={facts} />
      </div>
      <Actions>
        {report.state === "draft" && (
          <LinkButton kind="quiet" to={`${own}/draft.pdf`} reloadDocument>
            {words.draftPdf}
          </LinkButton>
        )}
        {report.state === "draft" && leads && <LinkButton to={`${own}/approve`}>{words.approveLink}</LinkButton>}
        {archive !== undefined && <LinkButton to={`/${language}/workspace/archive/${archive}`}>{words.openArchive}</LinkButton>}
        {report.state === "approved" && leads && (
          <Form method="post">
            <Button kind="quiet">{words.retry}</Button>
          </Form>
        )}
      </Actions>
      {report.state === "draft" && leads && (
        <>
          <Section title={words.checklist.title}>
            {findings.length === 0 ? (
              <p>{words.checklist.good}</p>
            ) : (
              <ul className="border-t border-line">
                {findings.map(({ level, kind, what }) => (
                  <li key={`${kind} ${what}`} className="flex items-baseline gap-3 border-b border-line py-2.5">
                    <Sign tone={level === "error" ? "bad" : "caution"} className={level === "error" ? "text-bad" : "text-caution"} />
                    <span>
                      <span className="font-semibold">{words.checklist[level]}: </span>
                      {words.checklist[kind](what)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={words.partsTitle}>
            <ul className="border-t border-line">
              {parts.map(({ part, name, es, en }) => (
                <li key={part} className="border-b border-line py-2.5 sm:flex sm:items-baseline sm:justify-between sm:gap-6">
                  <Link className="link" to={`${own}/parts/${encodeURIComponent(part)}`}>
                    {words.edit}: {name}
                  </Link>
                  <span className="block text-small text-ink-soft sm:inline">{words.written(es ? words.isWritten : words.isBlank, en ? words.isWritten : words.isBlank)}</span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
      <DocumentBlocks blocks={blocks} below={1} />
    </>
  );
}
