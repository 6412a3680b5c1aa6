import { Field, type FormState, Textarea, useWords } from "#web";
import { coalitionRegisterWords } from "#words";

/** One text in two fields, Spanish first: the register speaks both languages. `long` gives room for several lines. */
export function BothFields({
  form,
  name,
  label,
  help,
  optional,
  long = false,
}: {
  form: FormState;
  name: string;
  label: string;
  help?: string;
  optional?: true;
  long?: boolean;
}) {
  const words = useWords(coalitionRegisterWords);
  const Box = long ? Textarea : Field;
  const more = { ...(help === undefined ? {} : { help }), ...(optional === undefined ? {} : { optional }) };
  return (
    <>
      <Box {...form.field(`${name}Es`)} label={words.spanish(label)} {...more} />
      <Box {...form.field(`${name}En`)} label={words.english(label)} {...more} />
    </>
  );
}
