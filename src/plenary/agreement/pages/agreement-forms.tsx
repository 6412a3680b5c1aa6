import { Form } from "react-router";
import { Actions, Button, Field, FileField, type FormState, RadioGroup, Section, Textarea, useWords } from "#web";
import { plenaryAgreementWords } from "#words";

/** Where a country that answers, or whoever leads, reports. A country that supports does not claim fulfilment. */
export function ReportForm({ id, form, mayClaim }: { id: string; form: FormState; mayClaim: boolean }) {
  const words = useWords(plenaryAgreementWords).report;
  return (
    <Section title={words.title} lead={words.lead} id="report">
      <Form method="post" encType="multipart/form-data" reloadDocument>
        <input type="hidden" name="intent" value="report" />
        <input type="hidden" name="id" value={form.field("id").value ?? id} />
        <RadioGroup
          {...form.field("kind", "progress")}
          label={words.kind}
          choices={[
            { value: "progress", label: words.progress },
            { value: "fulfilled", label: words.fulfilled, help: mayClaim ? words.fulfilledHelp : words.supportsOnly, disabled: !mayClaim },
          ]}
        />
        <Textarea {...form.field("text")} label={words.text} help={words.textHelp} rows={5} maxLength={8000} />
        <Field {...form.field("url")} label={words.url} help={words.urlHelp} inputMode="url" optional maxLength={2000} />
        <FileField
          name="file"
          problem={form.field("file").problem}
          label={words.file}
          help={words.fileHelp}
          accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt"
        />
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** How whoever leads ends an open agreement. */
export function CloseForm({ form }: { form: FormState }) {
  const words = useWords(plenaryAgreementWords).close;
  return (
    <Section title={words.title}>
      <Form method="post">
        <input type="hidden" name="intent" value="close" />
        <RadioGroup
          {...form.field("how")}
          label={words.how}
          choices={[
            { value: "fulfilled", label: words.fulfilled },
            { value: "withdrawn", label: words.withdrawn, help: words.withdrawnHelp },
          ]}
        />
        <Field {...form.field("closedOn")} label={words.on} help={words.onHelp} type="date" width="medium" optional />
        <Textarea {...form.field("note")} label={words.note} help={words.noteHelp} rows={3} maxLength={2000} />
        <Actions>
          <Button kind="quiet">{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** How whoever leads opens a closed agreement again. */
export function ReopenForm({ form }: { form: FormState }) {
  const words = useWords(plenaryAgreementWords).reopen;
  return (
    <Section title={words.title} lead={words.lead}>
      <Form method="post">
        <input type="hidden" name="intent" value="reopen" />
        <Textarea {...form.field("reason")} label={words.reason} rows={2} maxLength={2000} />
        <Actions>
          <Button kind="quiet">{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** What is public is decided here, agreement by agreement. */
export function PublishForm({ isPublic }: { isPublic: boolean }) {
  const words = useWords(plenaryAgreementWords).publish;
  return (
    <Section title={words.title} lead={words.lead}>
      <Form method="post">
        <input type="hidden" name="intent" value="publish" />
        <input type="hidden" name="public" value={isPublic ? "no" : "yes"} />
        <Button kind="quiet">{isPublic ? words.unpublish : words.publish}</Button>
      </Form>
    </Section>
  );
}
