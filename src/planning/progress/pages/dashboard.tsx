import { Link } from "react-router";
import { dayOf, formatCount, formatDate } from "#basics";
import { read } from "#database";
import { Actions, Button, type Column, DataTable, Disclosure, EmptyState, FigureBig, LinkButton, PageHeading, Section, Select, StateTag, formState, useLanguage, useWords } from "#web";
import { planningHandoverWords, planningProgressWords } from "#words";
import { percentWords } from "../../indicator/figure-words.ts";
import { asked, leaders } from "./asked.ts";
import { type ShownGroup, type ShownLine, dashboardView } from "./dashboard-view.ts";
import { lightTones } from "./tone.ts";
import type { Route } from "./+types/dashboard.ts";

/** What is late, what is due and where the weight lies. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const { searchParams } = new URL(args.request.url);
  const asks = (name: string) => searchParams.get(name) || null;
  const query = { plan: asks("plan"), axis: asks("axis"), responsible: asks("responsible") };
  return { view: await read(database, actor, (tx) => dashboardView(tx, actor, query, dayOf(new Date()), language)), mayHandOver: leaders.includes(actor.office) };
}

/** The dashboard of presidency and secretariat; a country sees its own part. */
export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const { view, mayHandOver } = loaderData;
  const { link: handover } = useWords(planningHandoverWords);
  const words = useWords(planningProgressWords).dashboard;
  const language = useLanguage();
  if (view === null)
    return (
      <>
        <PageHeading title={words.title} />
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      </>
    );
  const { plan, country, whole, late, due, weight, byAxis, byParty } = view;
  return (
    <>
      <PageHeading title={words.title} lead={country === null ? words.lead(plan.title) : words.leadCountry(country, plan.title)} />
      <Filter view={view} />
      {whole !== null && (
        <div className="mt-10">
          <FigureBig figure={words.percent(percentWords(whole.done, language))} counts={words.whole} note={words.wholeNote(percentWords(whole.due, language))} />
        </div>
      )}
      <Section title={`${words.late} (${formatCount(late.length, language)})`} id="late">
        {late.length === 0 ? <p className="measure text-ink-soft">{words.lateNone}</p> : <Lines caption={words.late} rows={late} plan={plan.id} shows={["done", "due", "light"]} />}
      </Section>
      <Section title={`${words.due} (${formatCount(due.length, language)})`} id="due">
        {due.length === 0 ? <p className="measure text-ink-soft">{words.dueNone}</p> : <Lines caption={words.due} rows={due} plan={plan.id} shows={["ends", "done", "light"]} />}
      </Section>
      <Section title={words.weight} lead={words.weightLead} id="weight">
        {weight.length === 0 ? <p className="measure text-ink-soft">{words.weightNone}</p> : <Lines caption={words.weight} rows={weight} plan={plan.id} shows={["weight", "lag", "cost"]} />}
      </Section>
      {byAxis.length > 0 && (
        <Section title={words.byAxis}>
          <Groups caption={words.byAxis} head={words.columns.axis} rows={byAxis} />
        </Section>
      )}
      {byParty.length > 0 && (
        <Section title={words.byParty} lead={words.byPartyLead}>
          <Groups caption={words.byParty} head={words.columns.party} rows={byParty} />
        </Section>
      )}
      <Disclosure summary={words.rule}>
        <p className="measure">{words.ruleText}</p>
      </Disclosure>
      {mayHandOver && (
        <Actions>
          <LinkButton kind="quiet" to={`/${language}/workspace/plans/handover`}>
            {handover}
          </LinkButton>
        </Actions>
      )}
    </>
  );
}

type View = NonNullable<Awaited<ReturnType<typeof loader>>["view"]>;

function Filter({ view }: { view: View }) {
  const words = useWords(planningProgressWords).dashboard;
  const language = useLanguage();
  const form = formState(undefined);
  const all = { value: "", label: words.all };
  return (
    <details className="mt-6 border-y border-line print:hidden" open={view.query.axis !== null || view.query.responsible !== null}>
      <summary className="py-3 font-semibold text-work">{words.filter}</summary>
      <form method="get" action={`/${language}/workspace/planning`} className="pb-5">
        <Select {...form.field("plan", view.plan.id)} label={words.plan} options={view.plans} width="full" />
        <Select {...form.field("axis", view.query.axis ?? "")} label={words.axis} options={[all, ...view.axes]} width="full" />
        {view.country === null && <Select {...form.field("responsible", view.query.responsible ?? "")} label={words.responsible} options={[all, ...view.parties]} width="full" />}
        <Actions>
          <Button kind="quiet">{words.apply}</Button>
        </Actions>
      </form>
    </details>
  );
}

type Shown = "done" | "due" | "light" | "ends" | "weight" | "lag" | "cost";

function Lines({ caption, rows, plan, shows }: { caption: string; rows: readonly ShownLine[]; plan: string; shows: readonly Shown[] }) {
  const all = useWords(planningProgressWords);
  const words = all.dashboard;
  const language = useLanguage();
  const percent = (text: string) => words.percent(percentWords(text, language));
  const columns: Record<Shown, Column<ShownLine>> = {
    done: { id: "done", head: words.columns.done, kind: "number", cell: ({ done }) => percent(done) },
    due: { id: "due", head: words.columns.due, kind: "number", cell: ({ due }) => percent(due) },
    light: {
      id: "light",
      head: words.columns.light,
      cell: ({ light, isMissing }) => <StateTag tone={lightTones[light]}>{isMissing ? words.missing : all.node.lights[light]}</StateTag>,
    },
    ends: { id: "ends", head: words.columns.ends, cell: ({ ends }) => (ends === null ? "–" : formatDate(ends, language)) },
    weight: { id: "weight", head: words.columns.weight, kind: "number", cell: ({ weight }) => percent(weight) },
    lag: { id: "lag", head: words.columns.lag, kind: "number", cell: ({ lag }) => words.points(percentWords(lag, language)) },
    cost: { id: "cost", head: words.columns.cost, kind: "number", cell: ({ cost }) => words.points(percentWords(cost, language)) },
  };
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "activity",
          head: words.columns.activity,
          kind: "row-head",
          cell: ({ key, label }) => (
            <Link to={`/${language}/workspace/plans/${plan}/nodes/${key}`} className="link">
              {label}
            </Link>
          ),
        },
        { id: "responsible", head: words.columns.responsible, kind: "long", cell: ({ responsible }) => responsible },
        ...shows.map((each) => columns[each]),
      ]}
    />
  );
}

function Groups({ caption, head, rows }: { caption: string; head: string; rows: readonly ShownGroup[] }) {
  const words = useWords(planningProgressWords).dashboard;
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "label", head, kind: "row-head", cell: ({ label }) => label },
        { id: "activities", head: words.columns.activities, kind: "number", cell: ({ activities }) => formatCount(activities, language) },
        { id: "late", head: words.columns.late, kind: "number", cell: ({ late }) => formatCount(late, language) },
        { id: "cost", head: words.columns.cost, kind: "number", cell: ({ cost }) => words.points(percentWords(cost, language)) },
      ]}
    />
  );
}
