import type { ReactNode } from "react";
import { Form } from "react-router";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  type FormState,
  LinkButton,
  PageHeading,
  useLanguage,
  useWords,
} from "#web";
import { coalitionRegisterWords } from "#words";

/** The frame of a form of the register: where it belongs, what it does, its fields, and the way back. */
export function RegisterFrame({
  title,
  lead,
  save,
  form,
  danger = false,
  children,
}: {
  title: string;
  lead: string;
  save: string;
  form: FormState;
  danger?: boolean;
  children: ReactNode;
}) {
  const words = useWords(coalitionRegisterWords);
  const language = useLanguage();
  const register = `/${language}/workspace/coalition`;
  return (
    <>
      <PageHeading
        title={title}
        lead={lead}
        above={<Breadcrumbs way={[{ label: words.title, to: register }, { label: title }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post" noValidate>
        {children}
        <Actions>
          <Button kind={danger ? "danger" : "primary"}>{save}</Button>
          <LinkButton kind="quiet" to={register}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
