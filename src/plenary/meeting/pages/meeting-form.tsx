import type { ReactNode } from "react";
import { Form } from "react-router";
import { Actions, Button, ErrorSummary, Field, type FormState, LinkButton, Notice, RadioGroup, Select, Textarea, useWords } from "#web";
import { plenaryMeetingWords } from "#words";

/** What the fields show before anything is typed. */
export type MeetingFormValues = Readonly<Record<"kind" | "mode" | "placeEs" | "placeEn" | "timeZone" | "starts" | "ends" | "url" | "linkNote", string>>;

/** The form of a meeting, to prepare it and to change it. */
export function MeetingForm({ form, values, zones, first, back, isConvened, submit }: {
  form: FormState;
  values: MeetingFormValues;
  zones: readonly { value: string; label: string }[];
  /** What stands before the fields of every meeting: its number, while it has none. */
  first?: ReactNode;
  back: string;
  isConvened: boolean;
  submit: string;
}) {
  const words = useWords(plenaryMeetingWords);
  const { kinds, modes } = words;
  return (
    <>
      <ErrorSummary form={form} />
      {isConvened && <Notice title={words.form.updateTitle}>{words.form.updateText}</Notice>}
      <Form method="post">
        {first}
        {!isConvened && (
          <RadioGroup
            {...form.field("kind", values.kind)}
            label={words.form.kind}
            choices={(["ordinary", "extraordinary"] as const).map((value) => ({ value, label: kinds[value] }))}
          />
        )}
        {isConvened && <input type="hidden" name="kind" value={values.kind} />}
        <RadioGroup
          {...form.field("mode", values.mode)}
          label={words.form.mode}
          help={words.form.modeHelp}
          choices={(["in-person", "virtual", "hybrid"] as const).map((value) => ({ value, label: modes[value] }))}
        />
        <Field {...form.field("placeEs", values.placeEs)} label={words.form.placeEs} help={words.form.placeHelp} lang="es" optional />
        <Field {...form.field("placeEn", values.placeEn)} label={words.form.placeEn} lang="en" optional />
        <Select {...form.field("timeZone", values.timeZone)} label={words.form.timeZone} help={words.form.timeZoneHelp} options={zones} width="full" />
        <Field {...form.field("starts", values.starts)} label={words.form.starts} help={words.form.timesHelp} type="datetime-local" width="medium" />
        <Field {...form.field("ends", values.ends)} label={words.form.ends} type="datetime-local" width="medium" />
        <Field {...form.field("url", values.url)} label={words.form.url} help={words.form.urlHelp} type="url" inputMode="url" optional />
        <Field {...form.field("linkNote", values.linkNote)} label={words.form.linkNote} help={words.form.linkNoteHelp} optional />
        {isConvened && <Textarea {...form.field("reason")} label={words.form.reason} help={words.form.reasonHelp} rows={3} optional />}
        <Actions>
          <Button>{submit}</Button>
          <LinkButton kind="quiet" to={back}>
            {words.form.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
