import { data } from "react-router";
import { z } from "zod";
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  PageHeading,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  useWords,
} from "#web";
import { identityWords } from "#words";
import { requestReset } from "../password-reset.ts";
import type { Route } from "./+types/password-forgot.ts";
import { refusalText } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const Forgot = z.object({ email: z.string().trim().toLowerCase().min(1, "email-needed").pipe(z.email("email-wrong")) });

/** Sends the link if there is such an account; the answer does not tell. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const form = await request.formData();
  const typed = Forgot.safeParse(Object.fromEntries(form));
  if (!typed.success) return formProblems(typed.error, form);
  const outcome = await requestReset(context.get(databaseContext), request, typed.data.email);
  return outcome === "sent-if-known"
    ? data({ sent: true, typed: {} })
    : formRefusal(refusalText(outcome, "refused", asked), form);
}

/** Asking for a new password by mail. */
export default function ForgotPage({ actionData }: Route.ComponentProps) {
  const all = useWords(identityWords);
  const words = all.forgot;
  if (actionData && "sent" in actionData) return <PageHeading title={words.sentTitle} lead={words.sent} />;
  const form = formState(actionData, all.problems);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <ErrorSummary form={form} />
      <form method="post" noValidate>
        <Field {...form.field("email")} label={all.email} type="email" autoComplete="username" />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </form>
    </>
  );
}
