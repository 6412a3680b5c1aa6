import { Actions, Breadcrumbs, EmptyState, ErrorSummary, type FormState, LinkButton, PageHeading, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { planPath } from "./plan-view.ts";

/** A form of a draft that is no longer there, because it was decided or discarded meanwhile: why, and what was typed too late. */
export function DraftClosed({ plan, title, form }: { plan: { readonly id: string; readonly title: string }; title: string; form: FormState }) {
  const words = useWords(planningPlanWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={title}
        above={<Breadcrumbs way={[{ label: words.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: planPath(language, plan.id) }, { label: title }]} />}
      />
      <ErrorSummary form={form} />
      <EmptyState title={words.edit.noDraft}>{words.edit.noDraftDetail}</EmptyState>
      <Actions>
        <LinkButton to={planPath(language, plan.id, "/versions")}>{words.edit.toVersions}</LinkButton>
      </Actions>
    </>
  );
}
