import { dayOf, formatCount, formatDate, formatInstant } from "#basics";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, DataTable, DefinitionList, ErrorSummary, Field, Notice, PageHeading, Section, Select, formState, useLanguage, useWords } from "#web";
import { planningHandoverWords } from "#words";
import { asked, leaders } from "../../progress/pages/asked.ts";
import { packageFacts } from "../facts.store.ts";
import { packageOffices, readWish } from "../handover.ts";
import { packageLists } from "../list.ts";
import { packagesMade } from "../package.store.ts";
import type { Route } from "./+types/package.ts";

/** What the package of the asked office and day would hold, and the packages that were made. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, leaders);
  const { searchParams } = new URL(args.request.url);
  const today = dayOf(new Date());
  const typed = { office: searchParams.get("office") || packageOffices[0], day: searchParams.get("day") || today };
  const wanted = readWish((name) => (name === "office" ? typed.office : typed.day).trim(), today);
  return read(database, actor, async (tx) => {
    const made = await packagesMade(tx);
    if ("problems" in wanted) return { typed, problems: wanted.problems, made, facts: null, isWithoutTerm: false };
    const facts = await packageFacts(tx, wanted.wish);
    if (facts === "no-term") return { typed, problems: {}, made, facts: null, isWithoutTerm: true };
    const { term, holder, plans, termReports } = facts;
    return {
      typed,
      problems: {},
      made,
      isWithoutTerm: false,
      facts: {
        holder: holder[language],
        term: { from: term.from, until: term.until ?? null },
        plans: plans.length,
        lists: packageLists(facts, language).map(({ name, title, rows }) => ({ name, title, count: rows.length })),
        termReports: termReports.map(({ number, state }) => ({ number, state })),
      },
    };
  });
}

/** What is handed over, and the button that makes the file. */
export default function HandoverPackage({ loaderData: { typed, problems, made, facts, isWithoutTerm } }: Route.ComponentProps) {
  const words = useWords(planningHandoverWords);
  const language = useLanguage();
  const root = `/${language}/workspace`;
  const form = formState({ problems, typed: { office: [typed.office], day: [typed.day] } }, words.problems);
  const office = packageOffices.find((each) => each === typed.office);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} above={<Breadcrumbs way={[{ label: words.dashboard, to: `${root}/planning` }, { label: words.title }]} />} />
      <ErrorSummary form={form} />
      <Section title={words.choose}>
        <form method="get" action={`${root}/plans/handover`} noValidate>
          <Select {...form.field("office", office ?? "")} label={words.office} options={packageOffices.map((value) => ({ value, label: words.offices[value] }))} width="medium" />
          <Field {...form.field("day", typed.day)} label={words.day} help={words.dayHelp} type="date" width="medium" />
          <Actions>
            <Button kind="quiet">{words.show}</Button>
          </Actions>
        </form>
      </Section>
      {isWithoutTerm && office !== undefined && <Notice tone="caution">{words.noTerm(words.offices[office], formatDate(typed.day, language))}</Notice>}
      {facts && (
        <Section title={words.inside}>
          <DefinitionList
            items={[
              { term: words.holder, detail: facts.holder },
              { term: words.term, detail: words.termText(formatDate(facts.term.from, language), facts.term.until === null ? null : formatDate(facts.term.until, language)) },
              { term: words.plans, detail: words.plansCount(facts.plans) },
              ...facts.lists.map(({ title, count }) => ({ term: title, detail: formatCount(count, language) })),
              {
                term: words.termReport,
                detail: facts.termReports.length === 0 ? words.termReportNone : facts.termReports.map(({ number, state }) => `${number} (${words.reportStates[state]})`).join(", "),
              },
            ]}
          />
          {/* A file answers, not a page: the browser sends this form by itself. */}
          <form method="post" action={`${root}/plans/handover/package.zip`} className="mt-6">
            <input type="hidden" name="office" value={typed.office} />
            <input type="hidden" name="day" value={typed.day} />
            <p className="measure text-ink-soft">{words.makeHelp}</p>
            <Actions>
              <Button>{words.make}</Button>
            </Actions>
          </form>
        </Section>
      )}
      <Section title={words.made}>
        {made.length === 0 ? (
          <p className="measure text-ink-soft">{words.madeNone}</p>
        ) : (
          <DataTable
            caption={words.made}
            hideCaption
            rows={made}
            rowKey={({ id }) => id}
            columns={[
              { id: "at", head: words.madeColumns.at, kind: "row-head", cell: ({ at }) => formatInstant(at, language) },
              { id: "office", head: words.madeColumns.office, cell: (row) => words.offices[row.office === "secretariat" ? "secretariat" : "presidency"] },
              { id: "day", head: words.madeColumns.day, cell: ({ day }) => formatDate(day, language) },
              { id: "author", head: words.madeColumns.author, cell: ({ author }) => author },
              { id: "files", head: words.madeColumns.files, kind: "number", cell: ({ files }) => formatCount(files, language) },
              { id: "sha256", head: words.madeColumns.sha256, kind: "long", cell: ({ sha256 }) => <span className="break-all">{sha256}</span> },
            ]}
          />
        )}
      </Section>
    </>
  );
}
