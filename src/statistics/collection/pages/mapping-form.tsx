import { Form } from "react-router";
import { formatCount } from "#basics";
import { Actions, Button, type FieldState, Section, Select, useLanguage, useWords } from "#web";
import { intakeWords } from "#words";
import { type MappingLine, mappingField } from "./mapping-line.ts";

/** Where a country says once what its own words stand for; the likeliest answer is at the top of each choice. */
export function MappingForm({
  lines,
  field,
}: {
  lines: readonly MappingLine[];
  field: (name: string, initial?: string) => FieldState;
}) {
  const words = useWords(intakeWords).mapping;
  const language = useLanguage();
  return (
    <Section title={words.title} lead={words.lead}>
      <Form method="post">
        {lines.map(({ label, list, count, options }, place) => (
          <Select
            key={`${list} ${label}`}
            {...field(mappingField(place))}
            label={words.field(label)}
            help={`${list}. ${words.count(formatCount(count, language))}`}
            options={options}
            width="full"
            optional
          />
        ))}
        <Actions>
          <Button name="intent" value="map">
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
