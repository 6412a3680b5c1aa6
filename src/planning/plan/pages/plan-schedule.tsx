import { formatDate } from "#basics";
import { read } from "#database";
import { DataTable, Section, TabLinks, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { stretchesOf, yearSpans, yearsOf } from "../schedule.ts";
import { Gantt } from "./gantt.tsx";
import { LightTag } from "./light-tag.tsx";
import { asked } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { readPlan } from "./plan-read.ts";
import { nodeName, percentText, planHead, planPath, whenText } from "./plan-view.ts";
import { ProgressRule } from "./progress-rule.tsx";
import type { Route } from "./+types/plan-schedule.ts";

/** The activities of a plan by month, in one year of it. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  const askedYear = new URL(args.request.url).searchParams.get("year");
  return read(database, actor, async (tx) => {
    const known = await readPlan(tx, args.params.plan);
    if (!known) throw notFound();
    const { nodes, progress, today, plan } = known;
    const activities = nodes.filter(({ kind }) => kind === "activity");
    const years = yearsOf(activities);
    const current = Number(today.slice(0, 4));
    const year = years.find((each) => String(each) === askedYear) ?? years.find((each) => each === current) ?? years.at(-1) ?? null;
    const scheduled = activities.filter((node) => year !== null && yearSpans(stretchesOf(node), year).length > 0);
    return {
      head: planHead({ plan }, language),
      isKeeper,
      years,
      year,
      today: formatDate(today, language),
      todayAt: year === current ? (yearSpans([{ from: today, until: today }], year)[0]?.from ?? null) : null,
      bars: scheduled.map((node) => ({
        key: node.key,
        name: nodeName(node, language),
        spans: year === null ? [] : yearSpans(stretchesOf(node), year),
        done: Number(progress.get(node.key)?.done ?? "0") / 100, // for the picture alone
      })),
      rows: activities.map((node) => {
        const own = progress.get(node.key);
        return {
          key: node.key,
          name: nodeName(node, language),
          when: whenText(node, language),
          done: percentText(own?.done ?? "0", language),
          due: percentText(own?.due ?? "0", language),
          light: own?.light ?? ("grey" as const),
          because: own?.because ?? ("not-scheduled" as const),
        };
      }),
    };
  });
}

/** The schedule as a picture and as a table of words; a telephone gets the table as a list. */
export default function PlanSchedule({ loaderData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.schedule;
  const language = useLanguage();
  const { head, years, year, bars, rows } = loaderData;
  return (
    <>
      <PlanHeading plan={head} tab="schedule" title={words.title(head.title)} lead={words.lead} isKeeper={loaderData.isKeeper} />
      {year === null ? (
        <p className="mt-8">{words.none}</p>
      ) : (
        <div className="hidden sm:block print:block">
          <Section title={words.showing(String(year))}>
            {years.length > 1 && (
              <TabLinks label={words.years} tabs={years.map((each) => ({ to: planPath(language, head.id, `/schedule?year=${each}`), label: String(each), isCurrent: each === year }))} />
            )}
            <div className="mt-5">
              <Gantt title={`${words.picture}, ${words.showing(String(year))}`} lines={bars} today={loaderData.todayAt} />
              <p className="mt-2 text-small text-ink-soft">
                {words.legend} {loaderData.todayAt !== null && words.today(loaderData.today)}
              </p>
            </div>
          </Section>
        </div>
      )}
      <Section title={words.list}>
        <DataTable
          caption={words.caption}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { id: "activity", head: words.activity, kind: "row-head", cell: ({ name }) => name },
            { id: "when", head: words.when, kind: "long", cell: ({ when }) => when || words.unscheduled },
            { id: "done", head: all.tree.done, kind: "number", cell: ({ done }) => done },
            { id: "due", head: all.tree.due, kind: "number", cell: ({ due }) => due },
            { id: "light", head: all.tree.light, cell: ({ light, because }) => <LightTag light={light} because={because} /> },
          ]}
        />
      </Section>
      <ProgressRule />
    </>
  );
}
