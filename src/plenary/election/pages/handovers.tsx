import { Form, Link, redirect } from "react-router";
import { formatDate, dayOf, isDay } from "#basics";
import { termOn } from "#coalition";
import { read, write } from "#database";
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Field,
  PageHeading,
  Section,
  Select,
  StateTag,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { plenaryHandoverWords } from "#words";
import { electionOf } from "../election.store.ts";
import { handoverOffices, stepOf } from "../handover.ts";
import { handovers, prepareHandover } from "../handover.store.ts";
import { namedBy, namesOf } from "../name.store.ts";
import type { Route } from "./+types/handovers.ts";
import { asked, keyIn, leaders, said } from "./election-asked.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Those who read handovers: the members. Observers and the administrator do not. */
const readers = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator"] as const;

/** The handovers, and for those who lead what a new one begins with: the present term, or that which an election replaced. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, readers);
  const election = args.url.searchParams.get("election");
  return read(database, actor, async (tx) => {
    const leads = leaders.includes(actor.office);
    const lines = (await handovers(tx)).map(({ report: _, checklist: __, ...line }) => ({ ...line, step: stepOf({ ...line, report: "", checklist: [] }) }));
    if (!leads) return { lines, leads, id: "" };
    const named = namedBy(await namesOf(tx));
    const meeting = election === null || !isKey(election) ? undefined : await tx.selectFrom("plenary.election").select("meeting").where("id", "=", election).executeTakeFirst();
    const elected = meeting && (await electionOf(tx, meeting.meeting));
    const present = await termOn(tx, "presidency", elected === undefined ? dayOf(new Date()) : previousDay(elected.termFrom));
    const offered = {
      ...(elected === undefined ? {} : { election: elected.id, office: "presidency", to: elected.winner === undefined ? "" : named(elected.winner)[language] }),
      ...(present === undefined ? {} : { from: present.country === undefined ? "" : named(present.country)[language], periodFrom: present.from, periodUntil: present.until ?? "" }),
    };
    return { lines, leads, id: crypto.randomUUID(), offered };
  });
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function previousDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Begins a handover. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, leaders);
  const form = await args.request.formData();
  const names = ["office", "from", "to", "periodFrom", "periodUntil"];
  const empty = names.filter((name) => said(form, name) === "").map((name) => [name, ["needed"]] as const);
  const days = ["periodFrom", "periodUntil"].filter((name) => said(form, name) !== "" && !isDay(said(form, name))).map((name) => [name, ["not-a-day"]] as const);
  const long = ["from", "to"].filter((name) => said(form, name).length > 200).map((name) => [name, ["too-long"]] as const);
  const problems = Object.fromEntries([...empty, ...days, ...long]);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const [id, election] = [keyIn(form, "id"), keyIn(form, "election")];
  if (id === undefined) throw notFound();
  const word = await write(database, actor, async (tx) => {
    const isThere = election !== undefined && (await tx.selectFrom("plenary.election").select("id").where("id", "=", election).executeTakeFirst());
    return prepareHandover(tx, {
      id,
      office: said(form, "office"),
      ...(isThere && election !== undefined ? { election } : {}),
      from: said(form, "from"),
      to: said(form, "to"),
      periodFrom: said(form, "periodFrom"),
      periodUntil: said(form, "periodUntil"),
    });
  });
  if (word === "prepared") return redirect(`/${language}/workspace/handover/${id}`, 303);
  const field = word === "period-not-valid" ? "periodUntil" : word === "unknown-office" ? "office" : undefined;
  return field === undefined ? formRefusal(word, form) : formProblems({ [field]: [word] }, form);
}

const tones = { writing: "neutral", handed: "caution", received: "caution", filed: "good" } as const;

/** The list of handovers, and the form that begins one. */
export default function Handovers({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryHandoverWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  const { lines, leads } = loaderData;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <ErrorSummary form={form} />
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <Section title={words.caption}>
          <DataTable
            caption={words.caption}
            hideCaption
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "office",
                head: words.office,
                kind: "row-head",
                cell: ({ id, office }) => (
                  <Link className="link" to={`/${language}/workspace/handover/${id}`}>
                    {words.offices[office]}
                  </Link>
                ),
              },
              { id: "from", head: words.from, cell: ({ from }) => from },
              { id: "to", head: words.to, cell: ({ to }) => to },
              { id: "period", head: words.period, cell: ({ periodFrom, periodUntil }) => words.periodText(formatDate(periodFrom, language), formatDate(periodUntil, language)) },
              { id: "standing", head: words.standing, cell: ({ step }) => <StateTag tone={tones[step]}>{words.steps[step]}</StateTag> },
            ]}
          />
        </Section>
      )}
      {leads && <Begin form={form} id={loaderData.id} offered={loaderData.offered ?? {}} />}
    </>
  );
}

function Begin({ form, id, offered }: { form: ReturnType<typeof formState>; id: string; offered: Readonly<Record<string, string>> }) {
  const words = useWords(plenaryHandoverWords);
  return (
    <Section title={words.begin.title}>
      <Form method="post" noValidate>
        <input type="hidden" name="id" value={id} />
        {offered["election"] !== undefined && <input type="hidden" name="election" value={offered["election"]} />}
        <Select {...form.field("office", offered["office"])} label={words.begin.office} options={handoverOffices.map((value) => ({ value, label: words.offices[value] }))} />
        <Field {...form.field("from", offered["from"])} label={words.begin.from} help={words.begin.holderHelp} maxLength={200} />
        <Field {...form.field("to", offered["to"])} label={words.begin.to} help={words.begin.holderHelp} maxLength={200} />
        <Field {...form.field("periodFrom", offered["periodFrom"])} label={words.begin.periodFrom} type="date" width="medium" />
        <Field {...form.field("periodUntil", offered["periodUntil"])} label={words.begin.periodUntil} type="date" width="medium" />
        <Actions>
          <Button>{words.begin.act}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
