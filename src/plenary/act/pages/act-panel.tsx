import { Form, useLocation } from "react-router";
import type { Office } from "#basics";
import { Actions, Button, LinkButton, Notice, useWords } from "#web";
import { plenaryActWords } from "#words";
import type { ActState } from "../act.ts";

/** What the panel needs to know of the act and of its reader. */
export interface PanelFacts {
  readonly state: ActState;
  readonly signatures: readonly { readonly office: "presidency" | "secretariat"; readonly isMine: boolean }[];
  readonly access: string | null;
  readonly may: Readonly<Record<"edit" | "circulate" | "recall" | "approve" | "observe" | "answer" | "sign" | "retry" | "publish" | "extract", boolean>>;
}

/** Begins the act. */
export function BeginForm() {
  const words = useWords(plenaryActWords).none;
  return (
    <Form method="post">
      <Actions>
        <Button name="intent" value="begin">
          {words.begin}
        </Button>
      </Actions>
    </Form>
  );
}

/** What the reader can do with the act now, the next step first. */
export function ActPanel({ facts, root, leads, office, asides }: { facts: PanelFacts; root: string; leads: boolean; office: Office; asides: number }) {
  const words = useWords(plenaryActWords);
  const { may, state, access } = facts;
  const { pathname } = useLocation();
  const hasSigned = facts.signatures.some((each) => each.office === office || each.isMine);
  const isOpenTo = (circle: string) => access === "public" || access === circle;
  const isWritten = state === "draft" || state === "circulated";
  if (!leads && !may.observe && !isWritten) return null;
  return (
    <section aria-label={words.acts.title} className="mt-6 border-y border-line pb-5 print:hidden">
      {asides > 0 && <Notice tone="caution">{words.acts.waiting(String(asides))}</Notice>}
      <Actions>
        {may.circulate && <LinkButton to={`${root}/circulate`}>{words.acts.toCirculate}</LinkButton>}
        {may.approve && <LinkButton to={`${root}/approve`}>{words.acts.toApprove}</LinkButton>}
        {may.sign && !hasSigned && <LinkButton to={`${root}/sign`}>{words.acts.toSign}</LinkButton>}
        {may.observe && <LinkButton to={`${root}/observe`}>{words.observations.write}</LinkButton>}
        {may.edit && (
          <LinkButton kind="quiet" to={`${root}/add`}>
            {words.acts.add}
          </LinkButton>
        )}
        {may.recall && (
          <LinkButton kind="quiet" to={`${root}/circulate`}>
            {words.circulate.prolongTitle}
          </LinkButton>
        )}
        {isWritten && (
          <LinkButton kind="quiet" to={`${pathname}.pdf`} reloadDocument>
            {words.acts.draftFile}
          </LinkButton>
        )}
        {may.extract && (
          <LinkButton kind="quiet" to={`${root}/certificates`}>
            {words.acts.certificates}
          </LinkButton>
        )}
      </Actions>
      {may.recall && <OneForm intent="recall" label={words.acts.recall} help={words.acts.recallHelp} />}
      {may.retry && <OneForm intent="retry" label={words.acts.retry} help={words.acts.retryHelp} />}
      {may.publish && !isOpenTo("public") && (
        <Form method="post" className="mt-6">
          <p className="measure text-small text-ink-soft">{words.acts.publishHelp}</p>
          <input type="hidden" name="intent" value="publish" />
          <Actions>
            <Button name="circle" value="public">
              {words.acts.publish}
            </Button>
            {!isOpenTo("observers") && (
              <Button kind="quiet" name="circle" value="observers">
                {words.acts.publishObservers}
              </Button>
            )}
          </Actions>
        </Form>
      )}
      {state === "archived" && office === "presidency" && !isOpenTo("public") && <p className="mt-4 text-small text-ink-soft">{words.acts.publishOrgan}</p>}
    </section>
  );
}

function OneForm({ intent, label, help }: { intent: string; label: string; help: string }) {
  return (
    <Form method="post" className="mt-6">
      <Button kind="quiet" name="intent" value={intent} aria-describedby={`help-${intent}`}>
        {label}
      </Button>
      <p id={`help-${intent}`} className="measure mt-1 text-small text-ink-soft">
        {help}
      </p>
    </Form>
  );
}
