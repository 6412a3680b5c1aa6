import { data, redirect } from "react-router";
import { countryName, formatDate, formatInstant } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  DataTable,
  DefinitionList,
  ErrorSummary,
  Field,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  memberOf,
  useLanguage,
  useWords,
} from "#web";
import { identityWords, peopleWords, shellWords } from "#words";
import { actingOffice } from "../office.ts";
import { changePassword } from "../password-reset.ts";
import { secondFactorsOf } from "../second-factor.store.ts";
import { removeFactor, renewRecoveryCodes } from "../second-step.ts";
import { deviceOf } from "../session.ts";
import { currentOffices, endSessions, sessionsOf, switchOffice } from "../session.store.ts";
import { confirmPassword } from "../sign-in.ts";
import type { Route } from "./+types/account.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { refusalText, sessionHere, textOf } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The acting member's own account: offices, sessions, second steps. */
export async function loader(asked: Route.LoaderArgs) {
  const member = memberOf(asked);
  const session = await sessionHere(asked);
  return read(asked.context.get(databaseContext), member, async (tx) => {
    const offices = await currentOffices(tx, member.account);
    const acting = actingOffice(offices, session.actingOffice)?.id;
    const sessions = await sessionsOf(tx, member.account);
    return {
      name: member.name,
      email: session.email,
      isDemo: session.isDemo,
      done: new URL(asked.request.url).searchParams.get("done"),
      offices: offices.map(({ id, office, country }) => ({
        id,
        office,
        country: country === null ? undefined : countryName(country),
        isActing: id === acting,
      })),
      sessions: sessions.map(({ id, userAgent, ...times }) => ({
        id,
        device: deviceOf(userAgent),
        isThis: id === session.id,
        ...times,
      })),
      factors: await secondFactorsOf(tx, member.account),
    };
  });
}

/** Acts on one's own account. What protects it asks for the password again. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const member = memberOf(asked);
  const database = context.get(databaseContext);
  const session = await sessionHere(asked);
  const form = await request.formData();
  const [act, which = ""] = textOf(form, "act").split(" ");
  const here = new URL(request.url).pathname;

  if (act === "switch") {
    await write(database, member, (tx) => switchOffice(tx, session.id, which));
    return redirect(here, 303);
  }
  if (act === "end" || act === "end-others") {
    const ended = await write(database, member, (tx) =>
      endSessions(tx, member.account, act === "end" ? { only: which } : { allBut: session.id }),
    );
    return redirect(which === session.id ? here : `${here}?done=ended-${ended}`, 303);
  }

  const proof = await confirmPassword(
    database,
    request,
    session,
    textOf(form, act === "change-password" ? "passwordCurrent" : "passwordConfirm"),
  );
  if (proof !== "right") return formRefusal(refusalText(proof, "password-refused", asked), form);
  if (act === "renew-codes") return data({ codes: await renewRecoveryCodes(database, member.account), to: here, typed: {} });
  if (act === "remove") {
    const outcome = await removeFactor(database, member.account, which === "authenticator" ? which : { passkey: which });
    return outcome === "removed" ? redirect(`${here}?done=removed`, 303) : formRefusal(outcome, form);
  }
  const password = textOf(form, "password");
  if (password !== form.get("passwordAgain")) return formProblems({ passwordAgain: ["password-differs"] }, form);
  const outcome = await changePassword(database, session, password);
  return outcome === "changed" ? redirect(`${here}?done=changed`, 303) : formProblems({ password: [outcome] }, form);
}

/** My account. */
export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(peopleWords).account;
  const all = useWords(identityWords);
  const language = useLanguage();
  if (actionData && "codes" in actionData) return <RecoveryCodes codes={actionData.codes} to={actionData.to} />;
  const form = formState(actionData, all.problems);
  const { name, email, isDemo, done, sessions, factors } = loaderData;
  const count = factors.passkeys.length + (factors.authenticatorAt ? 1 : 0);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {done?.startsWith("ended-") && <Notice tone="good" title={words.ended(Number(done.slice(6)))} />}
      {done === "removed" && <Notice tone="good" title={words.removed} />}
      {done === "changed" && <Notice tone="good" title={words.changed} />}
      <ErrorSummary form={form} />
      <Section title={words.profile}>
        <DefinitionList
          items={[
            { term: words.name, detail: name },
            { term: words.email, detail: email },
            { term: words.offices, detail: <Offices offices={loaderData.offices} /> },
          ]}
        />
      </Section>
      <Section title={words.sessions} lead={words.sessionsLead}>
        <form method="post">
          <DataTable
            caption={words.sessions}
            hideCaption
            rows={sessions}
            rowKey={({ id }) => id}
            columns={[
              { id: "device", head: words.device, kind: "row-head", cell: ({ device }) => device || words.unknownDevice },
              { id: "begun", head: words.begun, cell: ({ createdAt }) => formatInstant(createdAt, language) },
              { id: "seen", head: words.seen, cell: ({ seenAt }) => formatInstant(seenAt, language) },
              {
                id: "end",
                head: words.end,
                cell: (each) => (
                  <span className="flex flex-wrap items-center gap-3">
                    {each.isThis && <strong>{words.thisOne}</strong>}
                    {!each.isComplete && <span>{words.waits}</span>}
                    <Button kind="quiet" name="act" value={`end ${each.id}`}>
                      {words.end}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
          <Actions>
            <Button kind="quiet" name="act" value="end-others" disabled={sessions.length < 2}>
              {words.endOthers}
            </Button>
          </Actions>
        </form>
      </Section>
      {isDemo ? (
        <Notice title={words.demoNote} />
      ) : (
        <>
          <Section title={words.factors}>
            <form method="post" noValidate>
              <ul className="border-t border-line">
                {factors.authenticatorAt && (
                  <FactorLine
                    name={words.app}
                    since={formatDate(factors.authenticatorAt, language)}
                    act="remove authenticator"
                    isLast={count === 1}
                  />
                )}
                {factors.passkeys.map((passkey) => (
                  <FactorLine
                    key={passkey.id}
                    name={`${words.passkey}${passkey.name ? `: ${passkey.name}` : ""}`}
                    since={passkey.createdAt ? formatDate(passkey.createdAt, language) : ""}
                    act={`remove ${passkey.id}`}
                    isLast={count === 1}
                  />
                ))}
                <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
                  <span>
                    {words.codes}{" "}
                    <span className="block text-small text-ink-soft">
                      {words.codesLeft(factors.recoveryCodesLeft)} {words.renewLead}
                    </span>
                  </span>
                  <Button kind="quiet" name="act" value="renew-codes">
                    {words.renew}
                  </Button>
                </li>
              </ul>
              <Field
                name="passwordConfirm"
                label={all.passwordCurrent}
                help={all.passwordCurrentHelp}
                type="password"
                autoComplete="current-password"
              />
            </form>
            <Actions>
              <LinkButton kind="quiet" reloadDocument to={`/${language}/second-step/set-up?to=/${language}/workspace/account`}>
                {words.add}
              </LinkButton>
            </Actions>
          </Section>
          <Section title={words.password} lead={words.passwordLead}>
            <form method="post" noValidate>
              <Field
                {...form.field("passwordCurrent")}
                label={all.passwordCurrent}
                type="password"
                autoComplete="current-password"
              />
              <Field
                {...form.field("password")}
                label={all.passwordNew}
                help={all.passwordHelp}
                type="password"
                autoComplete="new-password"
              />
              <Field {...form.field("passwordAgain")} label={all.passwordAgain} type="password" autoComplete="new-password" />
              <Actions>
                <Button name="act" value="change-password">
                  {words.change}
                </Button>
              </Actions>
            </form>
          </Section>
        </>
      )}
    </>
  );
}

function Offices({ offices }: { offices: Route.ComponentProps["loaderData"]["offices"] }) {
  const words = useWords(peopleWords).account;
  const names = useWords(shellWords).officeNames;
  const language = useLanguage();
  return (
    <form method="post">
      <ul className="space-y-1.5">
        {offices.map(({ id, office, country, isActing }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              {names[office]}
              {country ? `, ${country[language]}` : ""}
              {isActing && offices.length > 1 ? ` (${words.acting})` : ""}
            </span>
            {!isActing && (
              <Button kind="quiet" name="act" value={`switch ${id}`}>
                {words.switch}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {offices.length > 1 && <p className="mt-2 text-small text-ink-soft">{words.switchLead}</p>}
    </form>
  );
}

function FactorLine({ name, since, act, isLast }: { name: string; since: string; act: string; isLast: boolean }) {
  const words = useWords(peopleWords).account;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
      <span>
        {name} <span className="block text-small text-ink-soft">{isLast ? words.removeOnly : words.since(since)}</span>
      </span>
      <Button kind="danger" name="act" value={act} disabled={isLast}>
        {words.remove}
      </Button>
    </li>
  );
}
