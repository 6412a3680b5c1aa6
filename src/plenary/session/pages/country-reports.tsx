import { Form, Link, redirect, useSearchParams } from "react-router";
import { depositRefusalText, uploadRefusalText } from "#archive";
import { countryName, formatCount, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, Disclosure, ErrorSummary, FileField, Notice, Section, Sign, Textarea, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenarySessionReportWords } from "#words";
import { isDelegate, leads } from "../../meeting/meeting-act.ts";
import { seatsOf } from "../../meeting/meeting.store.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, memberReaders, said } from "../../meeting/pages/meeting-asked.ts";
import { countryReportsOf, handInReport, presentReport } from "../country-report.store.ts";
import type { Route } from "./+types/country-reports.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Which delegations have reported, and the form for one's own. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, memberReaders);
  return read(database, actor, async (tx) => {
    const reports = new Map((await countryReportsOf(tx, meeting.id)).map((report) => [report.country, report]));
    const seats = await seatsOf(tx, meeting.id);
    const when = (at: Date | null | undefined) => (at ? formatInstant(at, language, meeting.timeZone) : undefined);
    const isRunning = meeting.state === "convened" || meeting.state === "open";
    const own = actor.country !== undefined && isDelegate(actor) && seats.includes(actor.country) ? reports.get(actor.country) : undefined;
    return {
      id: meeting.id,
      mayPresent: leads(actor) && meeting.state === "open",
      mayHandIn: isDelegate(actor) && isRunning && actor.country !== undefined && seats.includes(actor.country),
      own: own && { body: own.body, isPresented: own.presentedAt !== null },
      lines: seats
        .map((country) => {
          const report = reports.get(country);
          return { country, name: countryName(country)[language], body: report?.body, document: report?.documentNumber, handed: when(report?.handedInAt), presented: when(report?.presentedAt) };
        })
        .sort((a, b) => a.name.localeCompare(b.name, language)),
    };
  });
}

/** Hands in the acting delegate's report, or marks one as presented. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, memberReaders);
  const form = await args.request.formData();
  const text = said(form);
  const here = meetingAddress(language, meeting.id, "session/reports");
  const refusals = plenarySessionReportWords[language].reports.refusals;
  if (text("act") === "present") {
    const refusal = await write(database, actor, (tx) => presentReport(tx, actor, meeting.id, text("country")));
    return refusal ? formRefusal(refusals[refusal], form) : redirect(`${here}?did=didPresent`, 303);
  }
  const sent = form.get("file");
  const file = sent instanceof File && sent.name !== "" ? { name: sent.name, type: sent.type, bytes: new Uint8Array(await sent.arrayBuffer()) } : undefined;
  const done = await write(database, actor, (tx) => handInReport(tx, actor, meeting.id, { body: text("body"), ...(file ? { file } : {}) }));
  if (!done) return redirect(`${here}?did=did`, 303);
  if ("file" in done) return formProblems({ file: [uploadRefusalText[done.file][language]] }, form);
  if ("archive" in done) return formRefusal(depositRefusalText[done.archive][language], form);
  if (done.refusal === "body-missing") return formProblems({ body: [refusals["body-missing"]] }, form);
  return formRefusal(refusals[done.refusal], form);
}

/** The country situation reports of a meeting. */
export default function CountryReports({ loaderData, actionData }: Route.ComponentProps) {
  const { id, lines, mayPresent, mayHandIn, own } = loaderData;
  const words = useWords(plenarySessionReportWords).reports;
  const language = useLanguage();
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData);
  const count = (of: (line: (typeof lines)[number]) => boolean) => formatCount(lines.filter(of).length, language);
  return (
    <>
      <Section title={words.title} lead={words.lead}>
        {(did === "did" || did === "didPresent") && actionData === undefined && <Notice tone="good" title={words[did]} />}
        <ErrorSummary form={form} />
        <p>{words.progress(count(({ handed }) => handed !== undefined), formatCount(lines.length, language), count(({ presented }) => presented !== undefined))}</p>
        <ul className="mt-4 border-t-2 border-ink">
          {lines.map((line) => (
            <li key={line.country} className="border-b border-line py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <span className="font-semibold">{line.name}</span>
                <span className="flex items-baseline gap-2 text-small">
                  <Sign tone={line.presented !== undefined ? "good" : line.handed !== undefined ? "info" : "neutral"} />
                  {line.presented !== undefined ? words.presented(line.presented) : line.handed !== undefined ? words.handed(line.handed) : words.none}
                </span>
              </div>
              {line.body !== undefined && (
                <Disclosure summary={words.read(line.name)}>
                  <div className="measure whitespace-pre-wrap">{line.body}</div>
                  {line.document && (
                    <p className="mt-3">
                      <Link to={`/${language}/workspace/archive/${line.document}`} className="link">
                        {words.document} {line.document}
                      </Link>
                    </p>
                  )}
                </Disclosure>
              )}
              {mayPresent && line.handed !== undefined && line.presented === undefined && (
                <Form method="post" className="mt-2" preventScrollReset>
                  <input type="hidden" name="country" value={line.country} />
                  <Button kind="quiet" name="act" value="present">
                    {words.present}
                    <span className="sr-only">: {line.name}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <Link to={meetingAddress(language, id, "session")} className="link">
            {words.back}
          </Link>
        </p>
      </Section>
      {mayHandIn && (
        <Section title={words.own}>
          {own?.isPresented === true ? (
            <p>{words.readOnly}</p>
          ) : (
            <Form method="post" encType="multipart/form-data">
              <Textarea {...form.field("body", own?.body)} label={words.body} help={words.bodyHelp} rows={10} />
              <FileField {...form.field("file")} label={words.file} help={words.fileHelp} accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt" />
              <Actions>
                <Button name="act" value="hand-in">
                  {own ? words.again : words.submit}
                </Button>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </>
  );
}
