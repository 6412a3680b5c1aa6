import { Field, type FormState, RadioGroup, Select, useLanguage, useWords } from "#web";
import { coalitionContactWords } from "#words";
import { type ContactFacts, contactKinds } from "../contact.ts";
import { crimes } from "../crime.ts";

/** The fields of an entry of the directory, filled with what stands where an entry is changed. */
export function ContactFields({ form, entry }: { form: FormState; entry?: ContactFacts }) {
  const all = useWords(coalitionContactWords);
  const words = all.form;
  const language = useLanguage();
  return (
    <>
      <Field {...form.field("name", entry?.name)} label={words.name} autoComplete="off" maxLength={200} />
      <Field {...form.field("post", entry?.post)} label={words.post} optional autoComplete="off" maxLength={200} />
      <Field
        {...form.field("institution", entry?.institution)}
        label={words.institution}
        optional
        autoComplete="off"
        maxLength={200}
      />
      <Field
        {...form.field("email", entry?.email)}
        label={words.email}
        help={words.emailHelp}
        type="email"
        optional
        autoComplete="off"
      />
      <Field
        {...form.field("telephone", entry?.telephone)}
        label={words.telephone}
        help={words.telephoneHelp}
        type="tel"
        width="medium"
        optional
        autoComplete="off"
      />
      <Select
        {...form.field("kind", entry?.kind)}
        label={words.kind}
        options={contactKinds.map((value) => ({ value, label: all.kinds[value] }))}
      />
      <RadioGroup
        {...form.field("crime", entry?.crime ?? "both")}
        label={words.crime}
        choices={crimes.map((value) => ({ value, label: all.crimes[value] }))}
      />
      <RadioGroup
        {...form.field("language", entry?.language ?? language)}
        label={words.language}
        choices={[
          { value: "es", label: all.languages.es },
          { value: "en", label: all.languages.en },
        ]}
      />
    </>
  );
}
