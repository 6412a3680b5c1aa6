import { redirect } from "react-router";
import { z } from "zod";
import { countryName } from "#basics";
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  PageHeading,
  Steps,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  useWords,
} from "#web";
import { identityWords, shellWords } from "#words";
import { invitationState } from "../invitation.ts";
import { invitationOf, join } from "../invitation.store.ts";
import { beginSession } from "../sign-in.ts";
import type { Route } from "./+types/join.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const Join = z
  .object({
    email: z.string().trim().toLowerCase().min(1, "email-needed").pipe(z.email("email-wrong")),
    name: z.string().trim().min(1, "name-needed").max(120),
    password: z.string(),
    passwordAgain: z.string(),
  })
  .refine((typed) => typed.password === typed.passwordAgain, { path: ["passwordAgain"], message: "password-differs" });

/** The invitation behind the link, in words. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  const invitation = await invitationOf(context.get(databaseContext), params.token);
  if (!invitation || invitationState(invitation, new Date()) !== "open") return { isOpen: false as const };
  const country = invitation.country === null ? "" : `, ${countryName(invitation.country)[language]}`;
  const { email, name } = invitation;
  return { isOpen: true as const, email, name, office: `${shellWords[language].officeNames[invitation.office]}${country}` };
}

/** Creates the account and leads to the second step. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const database = context.get(databaseContext);
  const form = await request.formData();
  const typed = Join.safeParse(Object.fromEntries(form));
  if (!typed.success) return formProblems(typed.error, form);
  const joined = await join(database, params.token, typed.data);
  if (typeof joined === "object") {
    const headers = await beginSession(database, request, joined.account, null);
    return redirect(`/${context.get(languageContext)}/second-step/set-up`, { status: 303, headers });
  }
  return joined === "gone" || joined === "email-taken" ? formRefusal(joined, form) : formProblems({ password: [joined] }, form);
}

/** Nobody keeps a copy of this page. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** The first page of an invited person: the password. */
export default function JoinPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(identityWords);
  const words = all.join;
  const form = formState(actionData, all.problems);
  if (!loaderData.isOpen)
    return (
      <>
        <PageHeading title={words.goneTitle} lead={words.goneLead} />
        <ErrorSummary form={form} />
      </>
    );
  const { email, name, office } = loaderData;
  const isFirst = email === null;
  return (
    <>
      <PageHeading title={isFirst ? words.firstTitle : words.title} lead={isFirst ? words.firstLead : words.lead(office)} />
      <Steps label={all.setUp.stepsLabel} steps={all.setUp.steps} current={0} />
      <ErrorSummary form={form} />
      <form method="post" noValidate>
        <Field {...form.field("name", name ?? "")} label={words.name} autoComplete="name" readOnly={name !== null} />
        <Field
          {...form.field("email", email ?? "")}
          label={all.email}
          type="email"
          autoComplete="username"
          readOnly={email !== null}
        />
        <Field
          {...form.field("password")}
          label={all.password}
          help={all.passwordHelp}
          type="password"
          autoComplete="new-password"
        />
        <Field {...form.field("passwordAgain")} label={all.passwordAgain} type="password" autoComplete="new-password" />
        <Actions>
          <Button>{words.create}</Button>
        </Actions>
      </form>
    </>
  );
}
