import { CheckboxGroup, Field, type FormState, RadioGroup, Select, Textarea, useWords } from "#web";
import { planningPlanWords } from "#words";
import type { NodeText } from "../node-act.store.ts";
import { type NodeKind, figureKinds } from "../plan.ts";
import { countedSteps } from "../../indicator/step.ts";
import { planGoals } from "./node-form.ts";

interface Fields {
  readonly form: FormState;
  /** As it stands; absent for a new part. */
  readonly node?: NodeText;
}

/** What every part of a plan says, then what its kind adds. */
export function NodeFields({ form, node, kind, measures }: Fields & { kind: NodeKind; measures: readonly { value: string; label: string }[] }) {
  const words = useWords(planningPlanWords).node;
  const goals = useWords(planningPlanWords).public.goal;
  return (
    <>
      <Field {...form.field("code", node?.code ?? "")} label={words.code} help={words.codeHelp} optional maxLength={30} width="short" />
      <Textarea {...form.field("titleEs", node?.title.es ?? "")} label={words.titleEs} rows={2} maxLength={500} />
      <Textarea {...form.field("titleEn", node?.title.en ?? "")} label={words.titleEn} rows={2} maxLength={500} />
      <Textarea {...form.field("detailEs", node?.detail.es ?? "")} label={words.detailEs} optional maxLength={4000} />
      <Textarea {...form.field("detailEn", node?.detail.en ?? "")} label={words.detailEn} optional maxLength={4000} />
      <Field {...form.field("sourcePage", node?.sourcePage ?? "")} label={words.page} optional maxLength={60} width="medium" />
      {kind === "indicator" ? (
        <IndicatorFields form={form} measures={measures} {...(node ? { node } : {})} />
      ) : (
        <WorkFields form={form} {...(node ? { node } : {})} />
      )}
      <Textarea {...form.field("verificationEs", node?.verification.es ?? "")} label={words.verificationEs} optional rows={2} maxLength={1000} />
      <Textarea {...form.field("verificationEn", node?.verification.en ?? "")} label={words.verificationEn} optional rows={2} maxLength={1000} />
      <CheckboxGroup
        {...form.field("goals", (node?.goals ?? []).map(String))}
        label={words.goals}
        choices={planGoals.map((goal) => ({ value: String(goal), label: goals[`g${goal}`] }))}
      />
    </>
  );
}

function WorkFields({ form, node }: Fields) {
  const all = useWords(planningPlanWords);
  const words = all.node;
  return (
    <>
      <Textarea {...form.field("targetEs", node?.target.es ?? "")} label={words.targetEs} optional rows={2} maxLength={1000} />
      <Textarea {...form.field("targetEn", node?.target.en ?? "")} label={words.targetEn} optional rows={2} maxLength={1000} />
      <Field {...form.field("startsOn", node?.startsOn ?? "")} label={words.starts} help={words.daysHelp} optional type="date" width="medium" />
      <Field {...form.field("endsOn", node?.endsOn ?? "")} label={words.ends} optional type="date" width="medium" />
      <CheckboxGroup
        {...form.field("months", (node?.months ?? []).map(String))}
        label={words.months}
        help={words.monthsHelp}
        choices={all.months.map((month, place) => ({ value: String(place + 1), label: month }))}
      />
    </>
  );
}

function IndicatorFields({ form, node, measures }: Fields & { measures: readonly { value: string; label: string }[] }) {
  const words = useWords(planningPlanWords).node;
  const own = node?.indicator;
  const written = (figure: number | null | undefined) => (figure === null || figure === undefined ? "" : String(figure));
  return (
    <>
      <Field {...form.field("unitEs", own?.unit.es ?? "")} label={words.unitEs} maxLength={100} />
      <Field {...form.field("unitEn", own?.unit.en ?? "")} label={words.unitEn} maxLength={100} />
      <RadioGroup {...form.field("figure", own?.figure ?? "count")} label={words.figure} choices={figureKinds.map((value) => ({ value, label: words.figures[value] }))} />
      <RadioGroup
        {...form.field("countedStep", own?.countedStep ?? "approved")}
        label={words.countedStep}
        help={words.countedStepHelp}
        choices={countedSteps.map((value) => ({ value, label: words.countedSteps[value] }))}
      />
      <RadioGroup
        {...form.field("direction", own?.direction ?? "up")}
        label={words.direction}
        choices={(["up", "down"] as const).map((value) => ({ value, label: words.directions[value] }))}
      />
      <Field {...form.field("baseline", written(own?.baseline))} label={words.baseline} optional inputMode="decimal" width="short" />
      <Field {...form.field("baselineOn", own?.baselineOn ?? "")} label={words.baselineOn} optional type="date" width="medium" />
      <Field {...form.field("targetFigure", written(own?.targetFigure))} label={words.target} optional inputMode="decimal" width="short" />
      <Field {...form.field("targetOn", own?.targetOn ?? "")} label={words.targetOn} optional type="date" width="medium" />
      <Select {...form.field("measure", own?.measure ?? "")} label={words.measure} help={words.measureHelp} optional options={measures} width="full" />
      <Field {...form.field("bridgeFactor", written(own?.bridge?.factor))} label={`${words.bridge}: ${words.bridgeFactor.toLowerCase()}`} help={words.bridgeHelp} optional inputMode="decimal" width="short" />
      <Textarea {...form.field("bridgeNoteEs", own?.bridge?.note.es ?? "")} label={words.bridgeNoteEs} optional rows={2} maxLength={1000} />
      <Textarea {...form.field("bridgeNoteEn", own?.bridge?.note.en ?? "")} label={words.bridgeNoteEn} optional rows={2} maxLength={1000} />
    </>
  );
}
