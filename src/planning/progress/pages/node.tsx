import { Link } from "react-router";
import { dayOf, formatDate } from "#basics";
import { read } from "#database";
import { Breadcrumbs, DefinitionList, Disclosure, ErrorSummary, LinkButton, Notice, PageHeading, Section, StateTag, formState, notFound, originContext, useLanguage, useWords } from "#web";
import { planningIndicatorWords, planningProgressWords } from "#words";
import { figureWords, percentWords } from "../../indicator/figure-words.ts";
import { CountryMatrixPart } from "../../indicator/pages/country-matrix.tsx";
import { annotate, answerStep, step } from "../../indicator/pages/indicator-acts.ts";
import { Annotations, IndicatorFigures } from "../../indicator/pages/indicator-parts.tsx";
import { indicatorView } from "../../indicator/pages/indicator-view.ts";
import { TraceList } from "../../indicator/pages/trace-list.tsx";
import { tracesOf } from "../../indicator/trace.store.ts";
import { leads } from "../report.ts";
import { mayReport, placeOf } from "../report.store.ts";
import { asked, isKey, leaders, reporters, said } from "./asked.ts";
import { factsOf, nodeLabel, progressOfPlace, shownReports } from "./node-view.ts";
import { answer } from "./report-acts.ts";
import { ReportList } from "./report-list.tsx";
import { lightTones } from "./tone.ts";
import type { Route } from "./+types/node.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One place of a plan with all that the reader may see of it, and what the reader may do. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const { plan, key } = args.params;
  return read(database, actor, async (tx) => {
    const place = isKey(key) ? await placeOf(tx, plan, key) : undefined;
    if (!place) throw notFound();
    const today = dayOf(new Date());
    return {
      id: crypto.randomUUID(),
      today,
      done: new URL(args.request.url).searchParams.get("done"),
      planTitle: place.plan.title[language],
      node: place.node,
      label: nodeLabel(place.node, language),
      facts: await factsOf(tx, place, language),
      progress: await progressOfPlace(tx, place),
      indicator: await indicatorView(tx, actor, place.node, today, language),
      reports: await shownReports(tx, actor, key, language),
      mayReport: (await mayReport(tx, actor, place)) === undefined,
      traces: await tracesOf(tx, actor, key),
      isLeader: leads(actor),
    };
  });
}

/** The acts of this page, by the form that was sent. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const intent = said(form, "intent");
  const { plan, key } = args.params;
  if (!isKey(key)) throw notFound();
  const acting = { ...asked(args, intent === "step" ? reporters : leaders), plan, key, form, origin: args.context.get(originContext) };
  if (intent === "answer") return answer(acting);
  if (intent === "step") return step(acting);
  if (intent === "answer-step") return answerStep(acting);
  if (intent === "annotate") return annotate(acting);
  throw notFound();
}

/** An activity, an indicator or any other place of a plan, from its text to what proves it. */
export default function NodePage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, done, planTitle, node, label, facts, progress, indicator, reports, mayReport: mayTell, traces, isLeader } = loaderData;
  const all = useWords(planningProgressWords);
  const traceWords = useWords(planningIndicatorWords).traces;
  const words = all.node;
  const language = useLanguage();
  const other = language === "es" ? "en" : "es";
  const form = formState(actionData, all.problems);
  const base = `/${language}/workspace/plans`;
  const here = `${base}/${node.plan}/nodes/${node.key}`;
  const saidDone = Object.entries(all.done).find(([act]) => act === done)?.[1];
  const noTraces = traces.onward.length === 0 && traces.back.length === 0;
  return (
    <>
      <PageHeading
        title={node.title[language]}
        tab={label}
        lead={node.detail[language] === "" ? undefined : <span className="whitespace-pre-line">{node.detail[language]}</span>}
        above={
          <Breadcrumbs
            way={[{ label: all.plans, to: base }, { label: planTitle, to: `${base}/${node.plan}` }, { label: `${all.kinds[node.kind]} ${node.code}`.trim() }]}
          />
        }
      />
      {saidDone !== undefined && actionData === undefined && <Notice tone="good" title={saidDone} />}
      <ErrorSummary form={form} />
      <Disclosure summary={words.inOther[other]}>
        <div lang={other}>
          <p className="measure font-semibold">{node.title[other]}</p>
          {node.detail[other] !== "" && <p className="measure mt-2 whitespace-pre-line">{node.detail[other]}</p>}
        </div>
      </Disclosure>
      {mayTell && (
        <div className="mt-6">
          <LinkButton to={`${here}/report`}>{node.kind === "activity" ? words.report : words.reportFigure}</LinkButton>
        </div>
      )}
      <Section title={words.facts}>
        <DefinitionList
          items={[
            { term: words.kind, detail: `${all.kinds[node.kind]} ${node.code}`.trim() },
            ...(facts.above.length === 0
              ? []
              : [
                  {
                    term: words.above,
                    detail: (
                      <ul>
                        {facts.above.map((each) => (
                          <li key={each.key}>
                            <Link to={`${base}/${node.plan}/nodes/${each.key}`} className="link">
                              {each.label}
                            </Link>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]),
            ...fact(words.responsible, facts.responsible),
            ...fact(words.supports, facts.supports),
            ...(node.kind === "activity" ? [{ term: words.schedule, detail: facts.schedule }] : []),
            ...(facts.weight === null ? [] : [{ term: words.weight, detail: words.weightOf(facts.weight) }]),
            ...fact(words.target, node.target[language]),
            ...fact(words.verification, node.verification[language]),
            ...(node.indicator === null
              ? []
              : [
                  ...fact(words.unit, node.indicator.unit[language]),
                  { term: words.baseline, detail: figureOn(node.indicator.baseline, node.indicator.baselineOn) },
                  { term: words.targetFigure, detail: figureOn(node.indicator.targetFigure, node.indicator.targetOn) },
                ]),
            ...(progress === undefined
              ? []
              : [
                  { term: words.progress, detail: words.progressLine(percentWords(progress.done, language), percentWords(progress.due, language)) },
                  {
                    term: words.light,
                    detail: (
                      <>
                        <StateTag tone={lightTones[progress.light]}>{words.lights[progress.light]}</StateTag>
                        <span className="block text-small text-ink-soft">{words.reasons[progress.because]}</span>
                        <span className="block text-small text-ink-soft">{words.rule}</span>
                      </>
                    ),
                  },
                ]),
            ...(node.goals.length === 0 ? [] : [{ term: words.goals, detail: node.goals.join(", ") }]),
            ...fact(words.source, node.sourcePage),
          ]}
        />
      </Section>
      {indicator !== undefined && node.indicator !== null && <IndicatorFigures indicator={node.indicator} view={indicator} />}
      {indicator?.matrix && <CountryMatrixPart matrix={indicator.matrix} id={id} today={today} form={form} />}
      {(node.kind === "activity" || reports.length > 0 || (node.indicator !== null && node.indicator.measure === null && node.indicator.figure !== "countries")) && (
        <ReportList reports={reports} form={form} here={here} mayReport={mayTell} />
      )}
      {indicator !== undefined && <Annotations annotations={indicator.annotations} mayAnnotate={isLeader} id={id} form={form} />}
      <Section title={traceWords.title} id="traces">
        {noTraces && <p className="measure text-ink-soft">{`${traceWords.none} ${traceWords.noneDetail}`}</p>}
        <TraceList title={traceWords.back} traces={traces.back} isBack />
        <TraceList title={traceWords.onward} traces={traces.onward} />
        {isLeader && (
          <div className="mt-6">
            <LinkButton kind="quiet" to={`${here}/traces`}>
              {traceWords.keep}
            </LinkButton>
          </div>
        )}
      </Section>
    </>
  );

  function figureOn(figure: number | null, day: string | null): string {
    if (figure === null) return words.noFigure;
    return day === null ? figureWords(figure, language) : words.onDay(figureWords(figure, language), formatDate(day, language));
  }
}

/** A fact that is there; nothing where its text is empty. */
function fact(term: string, detail: string): { term: string; detail: string }[] {
  return detail === "" ? [] : [{ term, detail }];
}
