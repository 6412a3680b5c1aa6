import { randomBytes } from "node:crypto";
import { Form, data, redirect } from "react-router";
import { newVerificationCode } from "#archive";
import { read, write } from "#database";
import { Actions, Button, DefinitionList, ErrorSummary, Field, LinkButton, Section, formProblems, formRefusal, formState, notFound, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { actNumber, actRefusal } from "../act.ts";
import { snapshotOf } from "../approve.store.ts";
import { signAct } from "../sign.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, isLeader, refusalSentence } from "./act-asked.ts";
import { FixedView } from "./document-view.tsx";
import type { Route } from "./+types/act-sign.ts";

/** Exactly what would be signed, and its fingerprint. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  if (!isLeader(actor) || !act || actRefusal(actor, "sign", act) !== undefined) throw notFound();
  const document = (await read(database, actor, (tx) => snapshotOf(tx, meeting.id)))?.[language];
  return { root: actAddress(language, meeting.id), number: actNumber(meeting.id), digest: act.digest ?? "", blocks: document?.body ?? [] };
}

/** Signs what was shown; the second signature asks for the files. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  if (field("number") === "") return formProblems({ number: ["numberMissing"] }, form);
  const signing = { meeting: meeting.id, digest: field("digest"), typedNumber: field("number"), code: newVerificationCode(randomBytes(12)) };
  const refusal = await write(database, actor, (tx) => signAct(tx, actor, signing, new Date()));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal === "wrong-number") return formProblems({ number: [refusalSentence(refusal, language)] }, form);
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: "signed" }), 303);
}

/** The page on which an organ reads and signs. */
export default function ActSign({ loaderData: { root, number, digest, blocks }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.sign;
  const form = formState(actionData, { numberMissing: words.numberMissing });
  return (
    <Section title={words.title(number)} lead={words.lead}>
      <ErrorSummary form={form} />
      <DefinitionList
        items={[
          {
            term: all.facts.digest,
            detail: (
              <>
                <code className="block text-small break-all">{digest}</code>
                <span className="text-small text-ink-soft">{all.facts.digestHelp}</span>
              </>
            ),
          },
        ]}
      />
      <Form method="post" className="mt-6">
        <input type="hidden" name="digest" value={digest} />
        <Field {...form.field("number")} label={words.number} help={number} width="medium" autoComplete="off" />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {all.edit.back}
          </LinkButton>
        </Actions>
      </Form>
      <div className="mt-10 border-t border-line pt-4">
        <FixedView blocks={blocks} />
      </div>
    </Section>
  );
}
