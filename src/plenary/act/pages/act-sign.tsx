import { randomBytes } from "node:crypto";
import { Form, data, redirect } from "react-router";
import { newVerificationCode } from "#archive";
import { read, write } from "#database";
import { asksCode, proveSignature } from "#identity";
import { Actions, Button, DefinitionList, DocumentBlocks, ErrorSummary, Field, LinkButton, Section, demoContext, formProblems, formRefusal, formState, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { actNumber } from "../act.ts";
import { snapshotOf } from "../approve.store.ts";
import { isNumberOf, signAct, whyNotSign } from "../sign.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, closedBy, refusalSentence } from "./act-asked.ts";
import { ActClosed } from "./act-closed.tsx";
import type { Route } from "./+types/act-sign.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Exactly what would be signed, and its fingerprint. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  const closed = closedBy(actor, "sign", act, language);
  const document = (await read(database, actor, (tx) => snapshotOf(tx, meeting.id)))?.[language];
  const needsCode = await asksCode(database, actor.account, args.context.get(demoContext));
  return { closed, needsCode, root: actAddress(language, meeting.id), number: actNumber(meeting.id), digest: act?.digest ?? "", blocks: document?.body ?? [] };
}

/** Signs what was shown, after the person showed the second step again; the second signature asks for the files. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  if (field("number") === "") return formProblems({ number: ["numberMissing"] }, form);
  if (!isNumberOf(meeting.id, field("number"))) return formProblems({ number: [refusalSentence("wrong-number", language)] }, form);
  // A code works once: it is asked for only when the act can be signed.
  const closed = await read(database, actor, (tx) => whyNotSign(tx, actor, { meeting: meeting.id, digest: field("digest") }));
  if (closed === "not-yours") throw data(null, { status: 403 });
  if (closed !== undefined) return formRefusal(refusalSentence(closed, language), form);
  const proof = { account: actor.account, typed: field("code"), isDemo: args.context.get(demoContext), language };
  const unproved = await proveSignature(database, args.request, proof);
  if (unproved !== undefined) return formProblems({ code: [unproved] }, form);
  const signing = { meeting: meeting.id, digest: field("digest"), typedNumber: field("number"), code: newVerificationCode(randomBytes(12)) };
  const refusal = await write(database, actor, (tx) => signAct(tx, actor, signing, new Date()));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: "signed" }), 303);
}

/** The page on which an organ reads and signs. */
export default function ActSign({ loaderData: { closed, needsCode, root, number, digest, blocks }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.sign;
  const form = formState(actionData, { numberMissing: words.numberMissing });
  if (closed !== undefined) return <ActClosed title={words.title(number)} closed={closed} root={root} form={form} />;
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
        {needsCode ? (
          <Field {...form.field("code")} label={words.code} help={words.codeHelp} width="medium" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
        ) : (
          <p className="measure mt-4 text-ink-soft">{words.codeDemo}</p>
        )}
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={root}>
            {all.edit.back}
          </LinkButton>
        </Actions>
      </Form>
      <div className="mt-10 border-t border-line pt-4">
        <DocumentBlocks blocks={blocks} below={2} />
      </div>
    </Section>
  );
}
