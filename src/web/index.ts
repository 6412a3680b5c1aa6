export { Actions, Button, LinkButton } from "./components/button.tsx";
export { CheckboxGroup, type Choice, RadioGroup } from "./components/choice-group.tsx";
export { type Column, DataTable } from "./components/data-table.tsx";
export { DocumentBlocks } from "./components/document-blocks.tsx";
export { EmptyState } from "./components/empty-state.tsx";
export { ErrorSummary } from "./components/error-summary.tsx";
export { DefinitionList, Disclosure, FigureBig } from "./components/facts.tsx";
export { Field, FieldFrame, Select, Textarea, fieldId } from "./components/field.tsx";
export { FileField } from "./components/file-field.tsx";
export { Notice } from "./components/notice.tsx";
export { PageHeading, Section } from "./components/page-heading.tsx";
export { ProgressBar, type Progressing } from "./components/progress.tsx";
export { Sign, type Tone } from "./components/sign.tsx";
export { StateTag } from "./components/state-tag.tsx";
export { Steps } from "./components/steps.tsx";
export { TextDifference } from "./components/text-difference.tsx";
export { Breadcrumbs, Pagination, TabLinks } from "./components/wayfinding.tsx";
export { countryName } from "#basics";
export {
  type Highlight,
  type NavigationItem,
  type ShellSources,
  type WaitingItem,
  actorContext,
  databaseContext,
  demoContext,
  languageContext,
  originContext,
  requestIdContext,
  secretContext,
  shellContext,
} from "./context.ts";
export {
  type FieldState,
  type FormOutcome,
  type FormProblems,
  type FormState,
  formProblems,
  formRefusal,
  formState,
} from "./form-state.ts";
export { inLanguage, languageOf, preferredLanguage, useLanguage, useWords } from "./language.ts";
export { contactAddress } from "./public-shell.tsx";
export { revalidateAfterRefusal } from "./revalidate.ts";
export { unsent, wholePage } from "./unsent.ts";
export { type Member, forbidden, memberIn, memberOf, notFound, safeReturn } from "./turn-away.ts";
