import { Form, Link, useSearchParams } from "react-router";
import { dayOf, formatDate } from "#basics";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, Disclosure, EmptyState, Field, LinkButton, Notice, PageHeading, Select, formState, notFound, unsent, useLanguage, useWords } from "#web";
import { planningMatrixWords } from "#words";
import { readFilter } from "../matrix.ts";
import { matrixOf } from "../matrix.store.ts";
import { askedPlanning, planReporters } from "./matrix-asked.ts";
import { matrixTable } from "./matrix-rows.ts";
import styles from "./matrix.css?url";
import type { Route } from "./+types/matrix.ts";

/** Thousands of rows are sent once, as a page: with script they would be sent a second time, to be drawn again by the reader's device. */
export const handle = { scripted: false };

/** From another page it is opened whole. */
export { wholePage as clientLoader } from "#web";

/** The matrix's own stylesheet: its density on screens and its landscape sheet on paper. */
export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** The matrix as the address narrows it; its rows already written, and not packed a second time. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language } = askedPlanning(args);
  const filter = readFilter(args.url.searchParams);
  const today = dayOf(new Date());
  const matrix = await read(database, actor, (tx) => matrixOf(tx, args.params.plan, filter, language, today));
  if (!matrix) throw notFound();
  const { plan, lines, ...shown } = matrix;
  return {
    ...shown,
    table: unsent(matrixTable(lines, language)),
    shown: lines.filter((line) => "row" in line).length,
    plan: { id: plan.id, title: plan.title[language], isDraft: plan.version === null, mayWiden: plan.kind === "strategic" },
    filter,
    today,
    mayReport: plan.version !== null && planReporters.includes(actor.office),
  };
}

/** The monitoring matrix: what is printed of each activity and indicator, and how far it is. */
export default function MatrixPage({ loaderData }: Route.ComponentProps) {
  const { plan, version, table, shown, count, today, mayReport } = loaderData;
  const words = useWords(planningMatrixWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const root = `/${language}/workspace/plans`;
  const narrowed = query.toString();
  const reported = query.get("reported");
  return (
    <div className="matrix-sheet">
      <PageHeading
        above={<Breadcrumbs way={[{ label: words.plans, to: root }, { label: plan.title, to: `${root}/${plan.id}` }, { label: words.tab }]} />}
        title={words.title(plan.title)}
        tab={words.tab}
        lead={
          <>
            {plan.isDraft ? words.draft : `${words.version(String(version))}. `}
            {shown === count ? words.leadAll(String(count)) : words.lead(String(count), String(shown))}
            <span className="hidden print:inline"> {words.printedOn(formatDate(today, language))}</span>
          </>
        }
      />
      {reported !== null && /^\d{1,4}$/.test(reported) && <Notice tone="good">{reported === "0" ? words.reportedAgain : words.reported(reported)}</Notice>}
      <div className="print:hidden">
        <FilterForm data={loaderData} />
        <Actions>
          {mayReport && (
            <LinkButton to={`${root}/${plan.id}/matrix.xlsx${narrowed === "" ? "" : `?${narrowed}`}`} reloadDocument>
              {words.download}
            </LinkButton>
          )}
          {mayReport && (
            <LinkButton kind="quiet" to={`${root}/${plan.id}/matrix/upload`}>
              {words.upload}
            </LinkButton>
          )}
          <LinkButton kind="quiet" to={`${root}/${plan.id}`}>
            {words.tree}
          </LinkButton>
        </Actions>
      </div>
      {shown > 0 ? (
        <div className="mt-8">
          <section className="matrix-scroll" aria-label={words.tab} tabIndex={0} dangerouslySetInnerHTML={{ __html: table.text }} />
        </div>
      ) : count > 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
      ) : (
        <EmptyState title={words.none.title}>{words.none.text}</EmptyState>
      )}
      <Disclosure summary={words.rule.title}>
        {words.rule.lines.map((line) => (
          <p key={line} className="measure mt-3">
            {line}
          </p>
        ))}
        <p className="measure mt-3 print:hidden">{words.printHint}</p>
      </Disclosure>
    </div>
  );
}

function FilterForm({ data }: { data: Route.ComponentProps["loaderData"] }) {
  const words = useWords(planningMatrixWords);
  const { plan, filter, axes, countries, parties } = data;
  const form = formState(undefined);
  const count = Object.keys(filter).length;
  return (
    <details className="mt-6 border-y border-line" open={count > 0}>
      <summary className="py-3 font-semibold text-work">{words.filter.title}</summary>
      <Form method="get" className="pb-5">
        <div className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          <Select {...form.field("axis", filter.axis ?? "")} label={words.filter.axis} options={axes} optional />
          <Select {...form.field("country", filter.country ?? "")} label={words.filter.country} options={countries} optional />
          <Select {...form.field("responsible", filter.responsible ?? "")} label={words.filter.responsible} options={parties} optional />
          <Field {...form.field("from", filter.from ?? "")} label={words.filter.from} type="date" width="medium" optional />
          <Field {...form.field("until", filter.until ?? "")} label={words.filter.until} type="date" width="medium" optional />
          <Select {...form.field("state", filter.state ?? "")} label={words.filter.state} options={Object.entries(words.states).map(([value, label]) => ({ value, label }))} optional />
          {plan.mayWiden && <Select {...form.field("scope", filter.scope ?? "")} label={words.filter.scope} options={[{ value: "all", label: words.filter.all }]} optional />}
        </div>
        <Actions>
          <Button>{words.filter.apply}</Button>
          {count > 0 && (
            <Link to="?" className="link">
              {words.filter.clear}
            </Link>
          )}
        </Actions>
      </Form>
    </details>
  );
}
