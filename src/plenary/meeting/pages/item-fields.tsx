import { Field, type FormState, RadioGroup, Select, Textarea, useWords } from "#web";
import { plenaryMeetingAgendaWords } from "#words";
import { itemKinds } from "../agenda.ts";
import type { AgendaItem } from "../meeting.ts";

/** The fields of a point of the agenda, to add it and to change it. */
export function ItemFields({ form, item }: { form: FormState; item?: Pick<AgendaItem, "kind" | "title" | "detail" | "minutes" | "presenter" | "openToObservers" | "position"> }) {
  const words = useWords(plenaryMeetingAgendaWords);
  return (
    <>
      <Select {...form.field("kind", item?.kind)} label={words.form.kind} options={itemKinds.map((value) => ({ value, label: words.kinds[value] }))} />
      <Field {...form.field("titleEs", item?.title.es)} label={words.form.titleEs} lang="es" />
      <Field {...form.field("titleEn", item?.title.en)} label={words.form.titleEn} lang="en" />
      <Textarea {...form.field("detailEs", item?.detail.es)} label={words.form.detailEs} lang="es" rows={3} optional />
      <Textarea {...form.field("detailEn", item?.detail.en)} label={words.form.detailEn} lang="en" rows={3} optional />
      <Field {...form.field("minutes", item?.minutes?.toString())} label={words.form.minutes} inputMode="numeric" width="short" optional />
      <Field {...form.field("presenter", item?.presenter)} label={words.form.presenter} width="full" optional />
      <Field {...form.field("position", item?.position.toString())} label={words.form.position} help={words.form.positionHelp} inputMode="numeric" width="short" optional />
      <RadioGroup
        {...form.field("observers", item?.openToObservers === false ? "closed" : "open")}
        label={words.form.observers}
        choices={[
          { value: "open", label: words.form.observersOpen },
          { value: "closed", label: words.form.observersClosed },
        ]}
      />
    </>
  );
}
