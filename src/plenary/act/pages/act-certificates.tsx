import { randomBytes, randomUUID } from "node:crypto";
import { Form, Link, data, redirect, useSearchParams } from "react-router";
import { formatDate } from "#basics";
import { newVerificationCode } from "#archive";
import { read, write } from "#database";
import { Actions, Button, DataTable, EmptyState, ErrorSummary, type FormState, LinkButton, Notice, Section, Select, formProblems, formRefusal, formState, notFound, originContext, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { actRefusal } from "../act.ts";
import { staysOf } from "../assemble-attendance.ts";
import { type Subject, certificatesOf, giveCertificate } from "../certificate.store.ts";
import { factsOf } from "../facts.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, isLeader, refusalSentence } from "./act-asked.ts";
import type { Route } from "./+types/act-certificates.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** What can be certified of this meeting, and what was given already. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  if (!isLeader(actor)) throw notFound();
  const words = plenaryActWords[language].certificates;
  return read(database, actor, async (tx) => {
    const facts = await factsOf(tx, meeting.id, new Date());
    return {
      id: randomUUID(),
      root: actAddress(language, meeting.id),
      given: await certificatesOf(tx, meeting.id),
      mayExtract: actRefusal(actor, "extract", act) === undefined,
      mayAttend: meeting.state === "closed",
      subjects: [
        ...(facts?.agreements ?? []).map(({ id, number, title }) => ({ value: `agreement:${id}`, label: words.agreement(number, title[language]) })),
        ...(facts?.motions ?? []).filter(({ decidedAt }) => decidedAt !== null).map(({ id, number, title }) => ({ value: `motion:${id}`, label: words.motion(String(number), title[language]) })),
      ],
      people: (facts?.attendees ?? [])
        .filter((each) => each.checkedAt !== null && staysOf(each).length > 0)
        .map(({ accreditation, name, country, organisation }) => ({
          value: `accreditation:${accreditation}`,
          label: `${country === null ? (organisation ?? "") : (facts?.seats.find((seat) => seat.country === country)?.name[language] ?? country)}: ${name}`,
        }))
        .sort((one, other) => one.label.localeCompare(other.label, language)),
    };
  });
}

/** Gives an extract or an attendance certificate. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  const id = idOf(field("id"));
  const name = form.has("person") ? "person" : "subject";
  const subject = subjectOf(field(name));
  if (!isLeader(actor)) throw data(null, { status: 403 });
  if (!subject || id === undefined) return formProblems({ [name]: ["choose"] }, form);
  const wish = { id, meeting: meeting.id, subject, code: newVerificationCode(randomBytes(12)), origin: args.context.get(originContext) };
  const done = await write(database, actor, (tx) => giveCertificate(tx, actor, wish, new Date()));
  if ("refusal" in done) return formRefusal(refusalSentence(done.refusal, language), form);
  return redirect(`${actAddress(language, meeting.id, { part: "certificates" })}?given=${done.number}`, 303);
}

function subjectOf(typed: string): Subject | undefined {
  const [kind = "", rest = ""] = typed.split(":");
  const id = idOf(rest);
  if (id === undefined) return undefined;
  if (kind === "agreement") return { agreement: id };
  if (kind === "motion") return { motion: id };
  return kind === "accreditation" ? { accreditation: id } : undefined;
}

/** Extracts and attendance certificates: two short forms and the list of those given. */
export default function ActCertificates({ loaderData, actionData }: Route.ComponentProps) {
  const { id, root, given, mayExtract, mayAttend, subjects, people } = loaderData;
  const all = useWords(plenaryActWords);
  const words = all.certificates;
  const language = useLanguage();
  const [query] = useSearchParams();
  const made = given.find(({ number }) => number === query.get("given"));
  const form = formState(actionData, { choose: words.choose });
  return (
    <Section title={words.title} lead={words.lead}>
      {made && actionData === undefined && <Notice tone="good">{words.given(made.number)}</Notice>}
      <ErrorSummary form={form} />
      <Section title={words.extract} lead={mayExtract ? words.extractLead : words.extractClosed}>
        {mayExtract && <Give id={id} name="subject" label={words.extractField} options={subjects} form={form} />}
      </Section>
      <Section title={words.attendance} lead={mayAttend ? words.attendanceLead : words.attendanceClosed}>
        {mayAttend && <Give id={id} name="person" label={words.attendanceField} options={people} form={form} />}
      </Section>
      <Section title={words.list}>
        {given.length === 0 ? (
          <EmptyState title={words.list}>{words.none}</EmptyState>
        ) : (
          <DataTable
            caption={words.list}
            hideCaption
            columns={[
              {
                id: "number",
                head: words.number,
                kind: "row-head",
                cell: ({ number }) => (
                  <Link to={`/${language}/workspace/archive/${number}`} className="link">
                    {number}
                  </Link>
                ),
              },
              { id: "subject", head: words.subject, kind: "long", cell: ({ subject }) => subject },
              { id: "code", head: words.code, cell: ({ code }) => <code>{code}</code> },
              { id: "when", head: words.when, cell: ({ givenAt }) => formatDate(givenAt, language) },
            ]}
            rows={given}
            rowKey={({ id: key }) => key}
          />
        )}
      </Section>
      <Actions>
        <LinkButton kind="quiet" to={root}>
          {all.edit.back}
        </LinkButton>
      </Actions>
    </Section>
  );
}

function Give({ id, name, label, options, form }: { id: string; name: string; label: string; options: readonly { value: string; label: string }[]; form: FormState }) {
  const words = useWords(plenaryActWords).certificates;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Select {...form.field(name)} label={label} options={options} width="full" />
      <Actions>
        <Button aria-label={`${words.give}: ${label}`}>{words.give}</Button>
      </Actions>
    </Form>
  );
}
