import { Form } from "react-router";
import { Actions, Button, type FormState, Section, Select, useWords } from "#web";
import { planningPlanWords } from "#words";

/** Where a part stands: up and down, below another, or out of the draft. */
export function NodePlace({ form, places, weighs }: { form: FormState; places: readonly { value: string; label: string }[]; weighs: boolean }) {
  const words = useWords(planningPlanWords).node;
  return (
    <>
      <Section title={words.place}>
        <Form method="post">
          <Actions>
            <Button kind="quiet" name="intent" value="up">
              {words.up}
            </Button>
            <Button kind="quiet" name="intent" value="down">
              {words.down}
            </Button>
          </Actions>
        </Form>
        {places.length > 0 && (
          <Form method="post">
            <input type="hidden" name="intent" value="move" />
            <Select {...form.field("to")} label={words.moveTo} options={places} width="full" />
            {weighs && <ShareOut />}
            <Actions>
              <Button kind="quiet">{words.move}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      <Section title={words.take} lead={words.takeHelp}>
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          {weighs && <ShareOut />}
          <Actions>
            <Button kind="danger">{words.take}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
}

/** What happens to the weight that a part leaves behind; in two forms of one page, therefore without an id. */
function ShareOut() {
  const words = useWords(planningPlanWords).node;
  return (
    <label className="mt-4 flex cursor-pointer gap-3 py-1">
      <input type="checkbox" name="shareOut" value="yes" className="mt-[0.28em] size-[1.15em] shrink-0" />
      {words.shareOut}
    </label>
  );
}
