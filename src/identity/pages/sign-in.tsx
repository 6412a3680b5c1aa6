import { Link, redirect } from "react-router";
import { z } from "zod";
import { type Language, type Office, countryName } from "#basics";
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  actorContext,
  databaseContext,
  demoContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  useLanguage,
  useWords,
} from "#web";
import { identityWords, shellWords } from "#words";
import { demoAccounts } from "../demo.ts";
import { currentSession } from "../resolve-actor.ts";
import { signInWithPassword } from "../sign-in.ts";
import type { Route } from "./+types/sign-in.ts";
import { refusalText, wanted, withWish } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const SignIn = z.object({ email: z.string().trim().min(1, "email-needed"), password: z.string().min(1, "password-needed") });

/** Who is signed in already, and in the demonstration the accounts that open with one click. */
export async function loader(asked: Route.LoaderArgs) {
  const { context, request } = asked;
  const actor = context.get(actorContext);
  const language = context.get(languageContext);
  const session = actor.kind === "member" ? undefined : await currentSession(context.get(databaseContext), request);
  return {
    to: wanted(asked),
    passwordChanged: new URL(request.url).searchParams.has("changed"),
    signedInAs: actor.kind === "member" ? actor.name : undefined,
    hasNoOffice: session?.secondFactorAt != null,
    demo: context.get(demoContext) ? demoGroups(language) : undefined,
  };
}

/** The accounts of the demonstration: those of the whole coalition, then country by country. */
function demoGroups(language: Language): { country?: string; accounts: { id: string; name: string; office: Office }[] }[] {
  const countries = [undefined, ...new Set(demoAccounts.flatMap(({ country }) => country ?? []))];
  return countries.map((code) => ({
    ...(code === undefined ? {} : { country: countryName(code)[language] }),
    accounts: demoAccounts.filter(({ country }) => country === code).map(({ id, name, office }) => ({ id, name, office })),
  }));
}

/** Tries the password; right, it leads to the second step. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const form = await request.formData();
  const typed = SignIn.safeParse(Object.fromEntries(form));
  if (!typed.success) return formProblems(typed.error, form);
  const outcome = await signInWithPassword(context.get(databaseContext), request, typed.data);
  if ("kind" in outcome) return formRefusal(refusalText(outcome, "refused", asked), form);
  const step = `/${context.get(languageContext)}/second-step${outcome.next === "set-up" ? "/set-up" : ""}`;
  return redirect(withWish(step, wanted(asked, form)), { status: 303, headers: outcome.headers });
}

/** Nobody keeps a copy of this page. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** Signing in; in the demonstration the one-click accounts come first. */
export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(identityWords);
  const language = useLanguage();
  const form = formState(actionData, words.problems);
  const { to, signedInAs, hasNoOffice, demo, passwordChanged } = loaderData;
  return (
    <>
      <PageHeading title={demo ? words.demo.title : words.signIn.title} lead={demo ? words.demo.lead : words.signIn.lead} />
      {signedInAs !== undefined && (
        <Notice title={words.signIn.already(signedInAs)}>
          <Actions>
            <LinkButton to={to} reloadDocument>
              {words.signIn.toDesk}
            </LinkButton>
          </Actions>
        </Notice>
      )}
      {hasNoOffice && <Notice tone="caution" title={words.signIn.noOffice} />}
      {passwordChanged && <Notice tone="good" title={words.signIn.passwordChanged} />}
      {demo && <DemoDoor groups={demo} to={to} />}
      <PasswordPart title={demo ? words.signIn.title : undefined}>
        <ErrorSummary form={form} />
        <form method="post" noValidate>
          <input type="hidden" name="to" value={to} />
          <Field {...form.field("email")} label={words.email} type="email" autoComplete="username" width="full" />
          <Field
            {...form.field("password")}
            label={words.password}
            type="password"
            autoComplete="current-password"
            width="full"
          />
          <Actions>
            <Button>{words.continue}</Button>
            <Link to={`/${language}/forgot-password`} className="link">
              {words.signIn.forgot}
            </Link>
          </Actions>
        </form>
        <p className="measure mt-10 text-ink-soft">{words.signIn.noAccount}</p>
      </PasswordPart>
    </>
  );
}

function PasswordPart({ title, children }: { title: string | undefined; children: React.ReactNode }) {
  return title === undefined ? <div className="mt-8">{children}</div> : <Section title={title}>{children}</Section>;
}

function DemoDoor({ groups, to }: { groups: ReturnType<typeof demoGroups>; to: string }) {
  const words = useWords(identityWords).demo;
  const offices = useWords(shellWords).officeNames;
  const language = useLanguage();
  return (
    <form method="post" action={`/${language}/demo-sign-in`} className="mt-8">
      <input type="hidden" name="to" value={to} />
      {groups.map(({ country, accounts }) => (
        <section key={country ?? ""} className="border-t border-line py-4 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-6">
          <h2 className="font-semibold">{country ?? words.coalition}</h2>
          <ul className="mt-2 flex flex-wrap gap-2 sm:mt-0">
            {accounts.map(({ id, name, office }) => (
              <li key={id}>
                <Button kind="quiet" name="account" value={id}>
                  <span>
                    {offices[office]}
                    <span className="sr-only">: {words.enter(name)}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
}
