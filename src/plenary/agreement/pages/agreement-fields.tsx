import { Field, type FormState, Textarea, useWords } from "#web";
import { plenaryAgreementWords } from "#words";

/** The title of an agreement in both languages, Spanish first. */
export function TitleFields({ form, title }: { form: FormState; title?: { readonly es: string; readonly en: string } }) {
  const words = useWords(plenaryAgreementWords).enter;
  return (
    <>
      <Field {...form.field("titleEs", title?.es ?? "")} label={words.titleEs} maxLength={300} />
      <Field {...form.field("titleEn", title?.en ?? "")} label={words.titleEn} maxLength={300} />
    </>
  );
}

/** The text of an agreement in both languages, where no motion gives it. */
export function TextFields({ form }: { form: FormState }) {
  const words = useWords(plenaryAgreementWords).enter;
  return (
    <>
      <Textarea {...form.field("textEs")} label={words.textEs} help={words.textHelp} optional maxLength={8000} rows={5} />
      <Textarea {...form.field("textEn")} label={words.textEn} help={words.textHelp} optional maxLength={8000} rows={5} />
    </>
  );
}

/** The due date as people say it. */
export function DueField({ form, due }: { form: FormState; due?: string }) {
  const words = useWords(plenaryAgreementWords).enter;
  return <Field {...form.field("due", due ?? "")} label={words.due} help={words.dueHelp} optional maxLength={200} />;
}
