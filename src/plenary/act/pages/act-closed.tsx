import { Actions, ErrorSummary, type FormState, LinkButton, Notice, Section, useWords } from "#web";
import { plenaryActWords } from "#words";

/** A page of the act whose form is closed by now: the sentence why, and what was typed in a form that came too late. */
export function ActClosed({ title, closed, root, form }: { title: string; closed: string; root: string; form: FormState }) {
  const words = useWords(plenaryActWords).edit;
  return (
    <Section title={title}>
      <ErrorSummary form={form} />
      {form.refusal !== closed && <Notice tone="caution">{closed}</Notice>}
      <Actions>
        <LinkButton kind="quiet" to={root}>
          {words.back}
        </LinkButton>
      </Actions>
    </Section>
  );
}
