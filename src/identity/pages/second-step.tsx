import { data, redirect } from "react-router";
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
  useLanguage,
  useWords,
} from "#web";
import { identityWords } from "#words";
import { doorOf } from "../door.ts";
import { askToShowPasskey, showPasskey } from "../passkey-step.ts";
import { hasSecondFactor, secondFactorsOf } from "../second-factor.store.ts";
import { showCode } from "../second-step.ts";
import type { Route } from "./+types/second-step.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { refusalText, sessionHere, wanted, withWish } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The button of the passkey needs script; the code does not. */
export const handle = { scripted: true };

/** What this account can show; a complete session passes on, an account without second step is led to its setting up. */
export async function loader(asked: Route.LoaderArgs) {
  const { request, context } = asked;
  const database = context.get(databaseContext);
  const session = await sessionHere(asked);
  const to = wanted(asked);
  if (session.secondFactorAt) throw redirect(to, 303);
  const factors = await doorOf(database).pass({ task: "second step", account: session.account }, (tx) =>
    secondFactorsOf(tx, session.account),
  );
  if (!hasSecondFactor(factors)) throw redirect(withWish(`/${context.get(languageContext)}/second-step/set-up`, to), 303);
  const question = factors.passkeys.length > 0 ? await askToShowPasskey(database, request, session) : undefined;
  return data(
    { to, hasApp: factors.authenticatorAt !== undefined, passkey: question?.options },
    { headers: question?.headers ?? {} },
  );
}

/** Tries the code or the passkey; right, the session is complete. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const database = context.get(databaseContext);
  const session = await sessionHere(asked);
  const form = await request.formData();
  const passkey = form.get("passkey");
  const code = form.get("code");
  if (typeof passkey === "string" && passkey !== "") {
    const outcome = await showPasskey(database, request, session, passkey);
    return outcome.kind === "done"
      ? redirect(wanted(asked, form), { status: 303, headers: outcome.headers })
      : formRefusal(refusalText(outcome, "passkey-refused", asked), form);
  }
  if (typeof code !== "string" || code.trim() === "") return formProblems({ code: ["code-needed"] }, form);
  const outcome = await showCode(database, request, session, code);
  return outcome.kind === "done"
    ? redirect(wanted(asked, form), { status: 303, headers: outcome.headers })
    : formRefusal(refusalText(outcome, "code-refused", asked), form);
}

/** Nobody keeps a copy of this page. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** The second step of signing in. */
export default function SecondStepPage({ loaderData: { to, hasApp, passkey }, actionData }: Route.ComponentProps) {
  const all = useWords(identityWords);
  const language = useLanguage();
  const words = all.step;
  const form = formState(actionData, all.problems);
  return (
    <>
      <PageHeading title={words.title} lead={hasApp ? words.lead : words.leadPasskey} />
      <ErrorSummary form={form} />
      {passkey && (
        <form method="post" className="mt-8">
          <input type="hidden" name="to" value={to} />
          <PasskeyButton
            request={{ show: passkey }}
            label={words.passkey}
            needsScript={words.passkeyNeedsScript}
            failed={words.passkeyFailed}
          />
        </form>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <Field
          {...form.field("code")}
          label={words.code}
          help={words.codeHelp}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width="medium"
        />
        <Actions>
          <Button>{words.check}</Button>
        </Actions>
      </form>
      <p className="measure mt-10 text-ink-soft">{words.lost}</p>
      <form method="post" action={`/${language}/sign-out`} className="mt-3">
        <button type="submit" className="quiet-link cursor-pointer font-semibold">
          {words.other}
        </button>
      </form>
    </>
  );
}
