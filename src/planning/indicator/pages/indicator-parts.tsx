import { Form, Link } from "react-router";
import { formatDate, formatInstant } from "#basics";
import { Actions, Button, DataTable, Disclosure, Field, FigureBig, type FormState, Notice, Section, Textarea, useLanguage, useWords } from "#web";
import { planningIndicatorWords } from "#words";
import type { Indicator } from "../../plan/plan.ts";
import type { Annotation } from "../annotation.store.ts";
import type { IndicatorFigure } from "../figure.store.ts";
import { figureWords } from "../figure-words.ts";
import type { IndicatorView } from "./indicator-view.ts";
import { TrendLine } from "./trend-line.tsx";

/** The figure of an indicator, where it comes from, its trend and the records behind it. */
export function IndicatorFigures({ indicator, view }: { indicator: Indicator; view: IndicatorView }) {
  const words = useWords(planningIndicatorWords);
  const language = useLanguage();
  const { figure, definition, trend } = view;
  return (
    <>
      <Section title={words.figure.title}>
        {figure.source === "none" ? <p className="measure text-ink-soft">{words.figure.none}</p> : <TheFigure figure={figure} indicator={indicator} />}
        {view.isUnknownMeasure && <Notice tone="caution">{words.figure.unknownMeasure}</Notice>}
        <p className="measure mt-4 text-small text-ink-soft">
          {indicator.measure !== null
            ? words.figure.measured
            : indicator.figure === "countries"
              ? words.figure.countries(words.steps.names[view.matrix?.counted ?? "approved"])
              : words.figure.reported}
        </p>
        {definition !== null && (
          <p className="measure mt-2 text-small text-ink-soft">
            {words.figure.definition}: {definition[language]}
          </p>
        )}
        {indicator.bridge !== null && (
          <Notice tone="info" title={words.bridge.title}>
            {words.bridge.text(figureWords(indicator.bridge.factor, language))} {indicator.bridge.note[language]}
          </Notice>
        )}
      </Section>
      {trend.some(({ value }) => value !== null) && <TrendLine points={trend} unit={indicator.unit[language]} target={indicator.targetFigure} />}
      {figure.source === "measured" && <Records figure={figure} />}
    </>
  );
}

function TheFigure({ figure, indicator }: { figure: Exclude<IndicatorFigure, { source: "none" }>; indicator: Indicator }) {
  const words = useWords(planningIndicatorWords).figure;
  const language = useLanguage();
  const value = figureWords(figure.value, language);
  const said = indicator.figure === "milestone" ? words.milestone[figure.value >= 1 ? "yes" : "no"] : indicator.figure === "percent" ? words.percentOf(value) : value;
  const isOf = indicator.figure !== "percent" && "denominator" in figure && figure.denominator !== undefined;
  return (
    <FigureBig
      figure={isOf ? words.of(said, figureWords(figure.denominator ?? 0, language)) : said}
      counts={indicator.unit[language]}
      note={figure.source === "measured" ? words.since(formatDate(figure.period.from, language), formatDate(figure.period.until, language)) : words.on(formatDate(figure.on, language))}
    />
  );
}

function Records({ figure }: { figure: Extract<IndicatorFigure, { source: "measured" }> }) {
  const words = useWords(planningIndicatorWords).records;
  const language = useLanguage();
  const { records } = figure;
  return (
    <Section title={words.title} lead={words.lead}>
      {records.length === 0 ? (
        <p className="measure text-ink-soft">{words.none}</p>
      ) : (
        <Disclosure summary={words.summary(records.length)}>
          <DataTable
            caption={words.title}
            hideCaption
            rows={records.map((record, place) => ({ ...record, place }))}
            rowKey={({ place }) => String(place)}
            columns={[
              {
                id: "record",
                head: words.columns.record,
                kind: "row-head",
                cell: ({ href, label }) => (
                  <Link to={`/${language}${href}`} className="link">
                    {label[language]}
                  </Link>
                ),
                foot: words.total,
              },
              { id: "day", head: words.columns.day, cell: ({ day }) => (day === null ? words.noDay : formatDate(day, language)) },
              {
                id: "value",
                head: words.columns.value,
                kind: "number",
                cell: ({ value }) => figureWords(value, language),
                foot: figureWords(records.reduce((sum, { value }) => sum + value, 0), language),
              },
            ]}
          />
        </Disclosure>
      )}
    </Section>
  );
}

/** What the leaders wrote beside a figure, and where they write. */
export function Annotations({ annotations, mayAnnotate, id, form }: { annotations: readonly Annotation[]; mayAnnotate: boolean; id: string; form: FormState }) {
  const words = useWords(planningIndicatorWords).annotation;
  const language = useLanguage();
  return (
    <Section title={words.title} lead={words.lead} id="annotations">
      {annotations.length === 0 ? (
        <p className="measure text-ink-soft">{words.none}</p>
      ) : (
        <ul className="border-t border-line">
          {annotations.map((each) => (
            <li key={each.id} className="border-b border-line py-3">
              <p className="measure whitespace-pre-line">{each.text}</p>
              <p className="text-small text-ink-soft">
                {words.by(each.name, formatInstant(each.at, language))}
                {each.from !== null && each.until !== null && ` · ${words.about(formatDate(each.from, language), formatDate(each.until, language))}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAnnotate && (
        <Form method="post">
          <input type="hidden" name="intent" value="annotate" />
          <input type="hidden" name="id" value={form.field("id").value ?? id} />
          <Textarea {...form.field("text")} label={words.text} help={words.textHelp} rows={3} maxLength={4000} />
          <Field {...form.field("annotationFrom")} label={words.from} type="date" width="medium" optional />
          <Field {...form.field("annotationUntil")} label={words.until} type="date" width="medium" optional />
          <Actions>
            <Button kind="quiet">{words.submit}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
