import { Link } from "react-router";
import { countryName, formatDate, dayOf } from "#basics";
import { documentOf } from "#archive";
import { type Reading, read } from "#database";
import { Breadcrumbs, DefinitionList, ErrorSummary, LinkButton, Notice, PageHeading, Section, StateTag, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { meetingOf } from "../../meeting/meeting.store.ts";
import { leads, reportRefusal } from "../agreement.ts";
import { agreementOf, convenedMeetings, eventsOf, offspringOf, progressOf } from "../agreement.store.ts";
import { directory } from "../directory.store.ts";
import { responsibleName } from "../directory.ts";
import { dueDate, standing } from "../due.ts";
import { answer, close, publish, reopen, report } from "./agreement-acts.ts";
import { asked, keepers } from "./agreement-asked.ts";
import { CloseForm, PublishForm, ReopenForm, ReportForm } from "./agreement-forms.tsx";
import { AgreedText, AgreementHistory, OffspringList } from "./agreement-parts.tsx";
import { dueLine, tones } from "./agreement-view.ts";
import { said } from "./form-text.ts";
import { ProgressList } from "./progress-list.tsx";
import type { Route } from "./+types/agreement.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One agreement with all that the reader may see of it, and what the reader may do. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const url = new URL(args.request.url);
  return read(database, actor, async (tx) => {
    const agreement = await agreementOf(tx, args.params.number);
    if (!agreement) throw notFound();
    const register = await directory(tx);
    const meetings = await convenedMeetings(tx);
    const today = dayOf(new Date());
    const numberOf = (id: string | null) => documentNumber(tx, id);
    const names = (role: "responsible" | "supports") =>
      agreement.responsible.filter((each) => each.role === role).map((each) => responsibleName(each, register, language));
    const { organs } = plenaryAgreementWords[language];
    const reports = await progressOf(tx, agreement.id);
    const offspring = await offspringOf(tx, agreement.id);
    const isLeader = leads(actor);
    return {
      id: crypto.randomUUID(),
      today,
      done: url.searchParams.get("done"),
      agreement: { ...agreement, source: (await meetingOf(tx, agreement.meeting))?.source ?? null },
      standing: standing(agreement, today, meetings),
      due: dueLine(agreement.due, dueDate(agreement.due, meetings, today), language),
      responsible: names("responsible"),
      supports: names("supports"),
      isLeader,
      mayReport: reportRefusal(actor, agreement, "progress", register.committeeCountries) === undefined,
      mayClaim: reportRefusal(actor, agreement, "fulfilled", register.committeeCountries) === undefined,
      reports: await Promise.all(
        reports.map(async ({ account, evidenceDocument, ...each }) => ({
          ...each,
          of: each.country === null ? organs[each.office === "presidency" ? "presidency" : "secretariat"] : countryName(each.country)[language],
          evidenceNumber: await numberOf(evidenceDocument),
          mayAnswer: isLeader && each.answer === null && agreement.state === "open",
          isOwn: account === actor.account,
        })),
      ),
      offspring: await Promise.all(
        offspring.map(async ({ id, kind, title, url: link, document }) => ({ id, kind, title, url: link, documentNumber: await numberOf(document) })),
      ),
      events: actor.office === "observer" ? [] : await eventsOf(tx, agreement),
    };
  });
}

/** The number of a document of the archive, where the reader may read it. */
async function documentNumber(tx: Reading, id: string | null): Promise<string | null> {
  return id === null ? null : ((await documentOf(tx, id))?.number ?? null);
}

/** The acts of this page, by the form that was sent. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const intent = said(form, "intent");
  const acting = { ...asked(args, intent === "report" ? undefined : keepers), number: args.params.number, form };
  if (intent === "report") return report(acting);
  if (intent === "answer") return answer(acting);
  if (intent === "close") return close(acting);
  if (intent === "reopen") return reopen(acting);
  if (intent === "publish") return publish(acting);
  throw notFound();
}

/** An agreement from its text to what became of it. */
export default function AgreementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, done, agreement, standing: stands, due, responsible, supports, isLeader, mayReport, mayClaim, reports, offspring, events } = loaderData;
  const all = useWords(plenaryAgreementWords);
  const words = all.one;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const here = `/${language}/workspace/agreements/${agreement.number}`;
  const said = Object.entries(words.done).find(([act]) => act === done)?.[1];
  return (
    <>
      <PageHeading
        title={agreement.title[language]}
        tab={agreement.number}
        above={<Breadcrumbs way={[{ label: words.breadcrumb, to: `/${language}/workspace/agreements` }, { label: agreement.number }]} />}
      />
      {said !== undefined && actionData === undefined && <Notice tone="good" title={said} />}
      <ErrorSummary form={form} />
      <AgreedText text={agreement.text} />
      <Section title={words.facts}>
        <DefinitionList
          items={[
            { term: words.standing, detail: <StateTag tone={tones[stands]}>{all.standings[stands]}</StateTag> },
            { term: words.due, detail: due },
            { term: words.responsible, detail: responsible.join(", ") },
            ...(supports.length === 0 ? [] : [{ term: words.supports, detail: supports.join(", ") }]),
            {
              term: words.meeting,
              detail: (
                <Link to={`/${language}/workspace/meetings/${agreement.meeting}`} className="link">
                  {agreement.meeting}
                </Link>
              ),
            },
            ...(agreement.mark === "" ? [] : [{ term: words.mark, detail: agreement.mark }]),
            ...(agreement.state === "fulfilled"
              ? [{ term: words.fulfilledOn, detail: agreement.fulfilledOn === null ? words.fulfilledUnknown : formatDate(agreement.fulfilledOn, language) }]
              : []),
            ...(agreement.closingNote === "" ? [] : [{ term: words.closingNote, detail: agreement.closingNote }]),
            { term: words.public, detail: agreement.isPublic ? words.isPublic : words.isNotPublic },
          ]}
        />
        {agreement.isRecord && (
          <p className="measure mt-3 text-small text-ink-soft">
            {words.record} {agreement.source !== null && words.source(agreement.source[language])}
          </p>
        )}
        {isLeader && agreement.state === "open" && (
          <div className="mt-6">
            <LinkButton kind="quiet" to={`${here}/edit`}>
              {words.edit}
            </LinkButton>
          </div>
        )}
      </Section>
      <ProgressList reports={reports} form={form} today={today} />
      {mayReport && <ReportForm id={id} form={form} mayClaim={mayClaim} />}
      <Section title={all.offspring.title}>
        <OffspringList offspring={offspring} archive="/workspace/archive" />
        {isLeader && (
          <div className="mt-6">
            <LinkButton kind="quiet" to={`${here}/offspring`}>
              {all.offspring.action}
            </LinkButton>
          </div>
        )}
      </Section>
      <Section title={words.plans}>
        {/* The plans lead back to the agreement by themselves; the plenary knows no more of them than this address. */}
        <Link to={`/${language}/workspace/plans/traces?agreement=${encodeURIComponent(agreement.number)}`} className="link">
          {words.toPlans}
        </Link>
      </Section>
      {isLeader && (agreement.state === "open" ? <CloseForm form={form} /> : <ReopenForm form={form} />)}
      {isLeader && <PublishForm isPublic={agreement.isPublic} />}
      <AgreementHistory events={events} />
    </>
  );
}
