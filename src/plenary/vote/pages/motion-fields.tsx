import { z } from "zod";
import { Field, Select, Textarea, type formState, useLanguage, useWords } from "#web";
import { type Text, countryName } from "#basics";
import { plenaryVoteWords } from "#words";
import { motionPurposes } from "../motion.ts";

const filled = (most: number) => z.string().trim().min(1, "missing").max(most, "tooLong");

/** The form of a motion. Both languages are asked: every delegation reads it in its own. */
export const MotionForm = z.object({
  item: z.uuid("choose"),
  purpose: z.enum(motionPurposes, "choose"),
  titleEs: filled(300),
  titleEn: filled(300),
  textEs: filled(20_000),
  textEn: filled(20_000),
});

/** The fields of a motion as its store takes them. */
export function motionText({ item, purpose, titleEs, titleEn, textEs, textEn }: z.infer<typeof MotionForm>) {
  return { item, purpose, title: { es: titleEs, en: titleEn }, text: { es: textEs, en: textEn } };
}

/** Item, matter, title and text in both languages; for whoever leads also the delegation that proposes it. */
export function MotionFields({
  form,
  items,
  initial,
  countries,
}: {
  form: ReturnType<typeof formState>;
  items: readonly { readonly id: string; readonly position: number; readonly title: Text }[];
  initial?: { readonly item: string; readonly purpose: string; readonly title: Text; readonly text: Text };
  countries?: readonly string[];
}) {
  const words = useWords(plenaryVoteWords).form;
  const language = useLanguage();
  return (
    <>
      <Select
        {...form.field("item", initial?.item)}
        label={words.item}
        width="full"
        options={items.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title[language]}` }))}
      />
      <Select
        {...form.field("purpose", initial?.purpose ?? "substance")}
        label={words.purpose}
        options={motionPurposes.map((purpose) => ({ value: purpose, label: words.purposes[purpose] }))}
      />
      {countries !== undefined && (
        <Select
          {...form.field("country")}
          label={words.country}
          help={words.countryHelp}
          optional
          options={countries.map((country) => ({ value: country, label: countryName(country)[language] }))}
        />
      )}
      <Field {...form.field("titleEs", initial?.title.es)} label={words.titleEs} lang="es" />
      <Textarea {...form.field("textEs", initial?.text.es)} label={words.textEs} rows={7} lang="es" />
      <Field {...form.field("titleEn", initial?.title.en)} label={words.titleEn} lang="en" />
      <Textarea {...form.field("textEn", initial?.text.en)} label={words.textEn} rows={7} lang="en" />
    </>
  );
}
