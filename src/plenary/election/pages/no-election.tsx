import { Form } from "react-router";
import { Actions, Button, EmptyState, Field, type FormState, Select, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import type { ElectionView } from "./election-view.ts";

/** Stands where no election was opened: what will be here and, for those who lead, the form that opens it. */
export function NoElection({ view, id, form }: { view: ElectionView; id: string; form: FormState }) {
  const words = useWords(plenaryElectionWords);
  const language = useLanguage();
  const isTime = view.meetingState === "convened" || view.meetingState === "open";
  const [only] = view.items;
  return (
    <>
      <EmptyState title={words.none.title}>
        <p>{words.none.detail}</p>
        {view.leads && !isTime && <p>{words.none.closed}</p>}
        {view.leads && isTime && only === undefined && <p>{words.none.noItem}</p>}
      </EmptyState>
      {view.leads && isTime && only !== undefined && (
        <Form method="post" noValidate className="mt-10">
          <h3 className="text-h3 font-semibold">{words.open.title}</h3>
          <input type="hidden" name="id" value={id} />
          <Select {...form.field("item", view.items.length === 1 ? only.id : undefined)} label={words.open.item} width="full" options={view.items.map((item) => ({ value: item.id, label: item.title[language] }))} />
          <Field {...form.field("from", view.proposal.from)} label={words.open.from} help={words.open.fromHelp} type="date" width="medium" />
          <Field {...form.field("until", view.proposal.until)} label={words.open.until} type="date" width="medium" />
          <Actions>
            <Button name="intent" value="open">
              {words.open.act}
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
