import { Form } from "react-router";
import { Actions, Button, type FormState, RadioGroup, Section, Select, useWords } from "#web";
import { planningPlanWords } from "#words";

/** Who answers for a part and who supports, with the forms that change it. */
export function NodeResponsible({
  form,
  responsible,
  parties,
}: {
  form: FormState;
  responsible: readonly { id: string; role: "responsible" | "supports"; name: string }[];
  parties: readonly { value: string; label: string }[];
}) {
  const words = useWords(planningPlanWords).node;
  return (
    <Section title={words.responsible}>
      {responsible.length > 0 && (
        <ul className="border-t border-line">
          {responsible.map(({ id, role, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
              <span>
                {name} <span className="text-small text-ink-soft">({words.roles[role]})</span>
              </span>
              <Form method="post">
                <input type="hidden" name="intent" value="unname" />
                <input type="hidden" name="id" value={id} />
                <Button kind="quiet">{words.remove(name)}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post">
        <input type="hidden" name="intent" value="name" />
        <Select {...form.field("who")} label={words.who} options={parties} width="full" />
        <RadioGroup
          {...form.field("role", "responsible")}
          label={words.role}
          choices={(["responsible", "supports"] as const).map((value) => ({ value, label: words.roles[value] }))}
        />
        <Actions>
          <Button kind="quiet">{words.addWho}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
