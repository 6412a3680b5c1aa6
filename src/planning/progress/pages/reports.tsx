import { Link } from "react-router";
import { type Language, countryName, formatDate } from "#basics";
import { type Reading, read } from "#database";
import { DataTable, EmptyState, LinkButton, PageHeading, Section, StateTag, useLanguage, useWords } from "#web";
import { planningProgressWords } from "#words";
import { figureWords } from "../../indicator/figure-words.ts";
import { stepsWaiting } from "../../indicator/step.store.ts";
import { nodesByKey } from "../../indicator/trace.store.ts";
import { type Report, leads } from "../report.ts";
import { reportsBy, reportsFrom, reportsWaiting } from "../report.store.ts";
import { asked, reporters } from "./asked.ts";
import { nodeLabel, senderName } from "./node-view.ts";
import { answerTone } from "./tone.ts";
import type { Route } from "./+types/reports.ts";

/** What waits for the leaders' answer; a country sees its own reports with what became of them. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, reporters);
  return read(database, actor, async (tx) => {
    if (!leads(actor)) return { isLeader: false, toReview: [], own: await listed(tx, await reportsFrom(tx, actor.country ?? ""), language), steps: [] };
    const steps = await stepsWaiting(tx);
    const names = await nodesByKey(tx, steps.map(({ key }) => key));
    return {
      isLeader: true,
      toReview: await listed(tx, await reportsWaiting(tx), language),
      own: await listed(tx, await reportsBy(tx, actor.account), language),
      steps: steps.flatMap(({ id, key, country }) => {
        const node = names.get(key);
        return node ? [{ id, plan: node.plan, key, country: countryName(country)[language], label: nodeLabel(node, language) }] : [];
      }),
    };
  });
}

/** A report in a list. */
interface ListedReport extends Pick<Report, "id" | "plan" | "key" | "from" | "until" | "progress" | "figure" | "answer"> {
  readonly label: string;
  readonly of: string;
}

async function listed(tx: Reading, reports: readonly Report[], language: Language): Promise<ListedReport[]> {
  const names = await nodesByKey(tx, reports.map(({ key }) => key));
  return reports.map((each) => {
    const { id, plan, key, from, until, progress, figure, answer } = each;
    const node = names.get(key);
    return { id, plan, key, from, until, progress, figure, answer, label: node ? nodeLabel(node, language) : plan, of: senderName(each, language) };
  });
}

/** The reports that wait, and one's own. */
export default function Reports({ loaderData }: Route.ComponentProps) {
  const { isLeader, toReview, own, steps } = loaderData;
  const words = useWords(planningProgressWords).list;
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.title} lead={isLeader ? words.leadLeaders : words.leadCountry} />
      <div className="mt-6">
        <LinkButton kind="quiet" to={`/${language}/workspace/planning`}>
          {words.toDashboard}
        </LinkButton>
      </div>
      {isLeader && (
        <Section title={words.toReview}>
          {toReview.length === 0 ? <EmptyState title={words.noneToReview}>{words.noneToReviewDetail}</EmptyState> : <ReportTable caption={words.toReview} rows={toReview} />}
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={words.steps}>
          <ul className="space-y-2">
            {steps.map((each) => (
              <li key={each.id}>
                <Link to={`/${language}/workspace/plans/${each.plan}/nodes/${each.key}#countries`} className="link">
                  {words.step(each.country, each.label)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(!isLeader || own.length > 0) && (
        <Section title={isLeader ? words.ownOrgan : words.own}>
          {own.length === 0 ? <EmptyState title={words.noneOwn}>{words.noneOwnDetail}</EmptyState> : <ReportTable caption={isLeader ? words.ownOrgan : words.own} rows={own} />}
        </Section>
      )}
    </>
  );
}

function ReportTable({ caption, rows }: { caption: string; rows: readonly ListedReport[] }) {
  const all = useWords(planningProgressWords);
  const words = all.list.columns;
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "place",
          head: words.place,
          kind: "row-head",
          cell: ({ plan, key, id, label }) => (
            <Link to={`/${language}/workspace/plans/${plan}/nodes/${key}#${id}`} className="link">
              {label}
            </Link>
          ),
        },
        { id: "from", head: words.from, cell: ({ of }) => of },
        { id: "period", head: words.period, kind: "long", cell: ({ from, until }) => all.reports.period(formatDate(from, language), formatDate(until, language)) },
        {
          id: "told",
          head: words.told,
          cell: ({ progress, figure }) => (progress === null ? all.reports.figure(figureWords(figure ?? 0, language)) : all.reports.progress(figureWords(progress, language))),
        },
        { id: "state", head: words.state, cell: ({ answer }) => <StateTag tone={answerTone(answer)}>{answer === null ? all.reports.waiting : all.reports.answers[answer]}</StateTag> },
      ]}
    />
  );
}
