import { data, redirect } from "react-router";
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  PageHeading,
  Section,
  Steps,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  useWords,
} from "#web";
import { identityWords } from "#words";
import { doorOf } from "../door.ts";
import { askForPasskey, keepPasskey } from "../passkey-step.ts";
import { hasSecondFactor, secondFactorsOf } from "../second-factor.store.ts";
import { beginAuthenticator, confirmAuthenticator, pendingAuthenticator } from "../second-step.ts";
import type { Route } from "./+types/second-step-set-up.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { refusalText, sessionHere, textOf, wanted } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The button of the passkey needs script; the application of codes does not. */
export const handle = { scripted: true };

/**
 * What can still be set up. An account that has a second step must have shown it first: the password alone adds nothing.
 */
export async function loader(asked: Route.LoaderArgs) {
  const { request, context } = asked;
  const database = context.get(databaseContext);
  const session = await openSession(asked);
  const factors = await doorOf(database).pass({ task: "second step", account: session.account }, (tx) =>
    secondFactorsOf(tx, session.account),
  );
  const pending = factors.authenticatorAt ? undefined : await pendingAuthenticator(database, session);
  const question = await askForPasskey(database, request, session);
  return data(
    {
      to: wanted(asked),
      isFirst: !hasSecondFactor(factors),
      hasApp: factors.authenticatorAt !== undefined,
      pending,
      passkey: question.options,
    },
    { headers: question.headers },
  );
}

/** Begins with an application, confirms it with its first code, or keeps a new passkey; gives the recovery codes once. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const database = context.get(databaseContext);
  const session = await openSession(asked);
  const form = await request.formData();
  const passkey = form.get("passkey");
  if (typeof passkey === "string" && passkey !== "") {
    const kept = await keepPasskey(database, request, session, passkey, textOf(form, "name").slice(0, 80));
    return kept.kind === "done" ? finish(kept.codes, kept.headers, wanted(asked, form)) : formRefusal("passkey-refused", form);
  }
  if (form.get("act") === "begin-app") {
    const begun = await beginAuthenticator(database, session);
    return begun === "kept"
      ? redirect(`${new URL(request.url).pathname}?${new URLSearchParams({ to: wanted(asked, form) })}#app`, 303)
      : formRefusal(begun, form);
  }
  const code = form.get("code");
  if (typeof code !== "string" || code.trim() === "") return formProblems({ code: ["code-needed"] }, form);
  const done = await confirmAuthenticator(database, request, session, code);
  return done.kind === "done"
    ? finish(done.codes, done.headers, wanted(asked, form))
    : formRefusal(refusalText(done, "code-refused", asked), form);
}

/** The session of the request, if it may set up a second step now. */
async function openSession(asked: Parameters<typeof sessionHere>[0]) {
  const session = await sessionHere(asked);
  if (session.secondFactorAt) return session;
  const factors = await doorOf(asked.context.get(databaseContext)).pass(
    { task: "second step", account: session.account },
    (tx) => secondFactorsOf(tx, session.account),
  );
  if (hasSecondFactor(factors)) throw redirect(new URL(asked.request.url).pathname.replace(/\/set-up$/, ""), 303);
  return session;
}

function finish(codes: readonly string[] | undefined, headers: Headers, to: string) {
  return codes ? data({ codes, to, typed: {} }, { headers }) : redirect(to, { status: 303, headers });
}

/** Nobody keeps a copy of this page: it may show codes. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** Setting up the second step, and at the end the recovery codes. */
export default function SetUpPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(identityWords);
  const words = all.setUp;
  if (actionData && "codes" in actionData) return <RecoveryCodes codes={actionData.codes} to={actionData.to} />;
  const form = formState(actionData, all.problems);
  const { to, isFirst, hasApp, pending, passkey } = loaderData;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {isFirst && <Steps label={words.stepsLabel} steps={words.steps} current={1} />}
      <ErrorSummary form={form} />
      {!hasApp && (
        <Section id="app" title={words.app} lead={words.appLead}>
          {pending ? (
            <form method="post" noValidate>
              <input type="hidden" name="to" value={to} />
              <ol className="measure list-decimal space-y-4 pl-5">
                <li>
                  {words.appOne}
                  <span
                    role="img"
                    aria-label={words.picture}
                    className="mt-3 block w-52 bg-white p-1"
                    dangerouslySetInnerHTML={{ __html: pending.picture }}
                  />
                </li>
                <li>
                  {words.appTwo} <code className="figures mt-1 block text-lead break-words">{pending.secret}</code>
                </li>
                <li>{words.appThree}</li>
              </ol>
              <Field
                {...form.field("code")}
                label={all.step.code}
                inputMode="numeric"
                autoComplete="one-time-code"
                width="short"
              />
              <Actions>
                <Button>{words.confirm}</Button>
              </Actions>
            </form>
          ) : (
            <form method="post">
              <input type="hidden" name="to" value={to} />
              <Button name="act" value="begin-app">
                {words.appChoose}
              </Button>
            </form>
          )}
        </Section>
      )}
      <Section title={words.passkey} lead={words.passkeyLead}>
        <form method="post">
          <input type="hidden" name="to" value={to} />
          <Field {...form.field("name")} label={words.passkeyName} help={words.passkeyNameHelp} optional maxLength={80} />
          <div className="mt-6">
            <PasskeyButton
              request={{ create: passkey }}
              label={words.passkeyChoose}
              needsScript={all.step.passkeyNeedsScript}
              failed={all.step.passkeyFailed}
            />
          </div>
        </form>
      </Section>
    </>
  );
}
