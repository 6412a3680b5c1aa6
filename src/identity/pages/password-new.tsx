import { redirect } from "react-router";
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
  languageContext,
  useWords,
} from "#web";
import { identityWords } from "#words";
import { resetPassword } from "../password-reset.ts";
import type { Route } from "./+types/password-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const Passwords = z
  .object({ password: z.string(), passwordAgain: z.string() })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ["passwordAgain"], message: "password-differs" });

/** Sets the new password, if the link is still good. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = Passwords.safeParse(Object.fromEntries(form));
  if (!typed.success) return formProblems(typed.error, form);
  const outcome = await resetPassword(context.get(databaseContext), params.token, typed.data.password);
  if (outcome === "changed") return redirect(`/${context.get(languageContext)}/sign-in?changed`, 303);
  return outcome === "gone" ? formRefusal(outcome, form) : formProblems({ password: [outcome] }, form);
}

/** Nobody keeps a copy of this page. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** Choosing a new password after the link in the letter. */
export default function NewPasswordPage({ actionData }: Route.ComponentProps) {
  const all = useWords(identityWords);
  const words = all.forgot;
  const form = formState(actionData, all.problems);
  return (
    <>
      <PageHeading title={words.newTitle} lead={words.newLead} />
      <ErrorSummary form={form} />
      <form method="post" noValidate>
        <Field
          {...form.field("password")}
          label={all.passwordNew}
          help={all.passwordHelp}
          type="password"
          autoComplete="new-password"
        />
        <Field {...form.field("passwordAgain")} label={all.passwordAgain} type="password" autoComplete="new-password" />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </form>
    </>
  );
}
