import { Form } from "react-router";
import { Actions, Button, Disclosure, Field, LinkButton, Notice, Section, Steps, Textarea, type formState, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import type { Entry } from "../entry.store.ts";
import type { Vote, VoteStep } from "../vote.ts";

const places = { cast: 0, count: 1, recount: 2, reconcile: 2, settle: 3, "break-tie": 4, none: 4 } as const satisfies Record<VoteStep, number>;

/** What whoever leads does next: one step after another, a forbidden one disabled with its reason. */
export function VoteLead({
  vote,
  step,
  waiting,
  isPresidency,
  madeTheCount,
  root,
  form,
}: {
  vote: Vote;
  step: VoteStep;
  waiting: Entry | undefined;
  isPresidency: boolean;
  madeTheCount: boolean;
  root: string;
  form: ReturnType<typeof formState>;
}) {
  const words = useWords(plenaryVoteWords).vote;
  const entry = `${root}/votes/${vote.id}/entry`;
  const mayRecount = vote.state === "closed" && (step === "recount" || step === "settle" || step === "reconcile");
  if (vote.round !== null && step === "settle") return null; // the election gives the result of its rounds
  return (
    <Section title={words.acts}>
      {vote.state !== "void" && <Steps label={words.stepsLabel} steps={Object.values(words.steps)} current={places[step]} />}
      {waiting !== undefined && (
        <Notice tone="caution" title={words.entryWaits(waiting.enteredByName)}>
          <LinkButton kind="quiet" to={entry}>{words.toEntry}</LinkButton>
        </Notice>
      )}
      <Form method="post">
        {step === "cast" && <Step help={words.closeHelp} act="close" label={words.close} disabled={waiting !== undefined} />}
        {step === "count" && <Step act="count" label={words.doCount} />}
        {mayRecount && (
          <Step help={madeTheCount ? words.samePerson : words.recountHelp} act="recount" label={words.doRecount} disabled={madeTheCount} kind={step === "recount" ? "primary" : "quiet"} />
        )}
        {step === "settle" && vote.motion !== null && <Step help={words.settleHelp} act="settle" label={words.settle} />}
        {step === "break-tie" && (
          <>
            <p className="measure mt-6">{words.breakTieHelp}</p>
            <Actions>
              <Button name="act" value="decide-for" disabled={!isPresidency}>{words.decideFor}</Button>
              <Button name="act" value="decide-against" kind="danger" disabled={!isPresidency}>{words.decideAgainst}</Button>
            </Actions>
          </>
        )}
      </Form>
      {step === "reconcile" && (
        <Form method="post">
          <Textarea {...form.field("text")} label={words.note} help={words.noteHelp} />
          <Actions>
            <Button name="act" value="reconcile">{words.reconcile}</Button>
          </Actions>
        </Form>
      )}
      {step === "cast" && vote.method === "roll-call" && waiting === undefined && (
        <p className="mt-6">
          <LinkButton kind="quiet" to={entry}>{words.enter}</LinkButton>
          <span className="mt-1 block text-small text-ink-soft">{words.enterHelp}</span>
        </p>
      )}
      {vote.marks.length === 0 && (vote.state === "open" || vote.state === "closed") && (
        <Disclosure summary={words.voidIt}>
          <Form method="post">
            <p className="measure text-ink-soft">{words.voidHelp}</p>
            <Field {...form.field("text")} label={words.voidReason} />
            <Actions>
              <Button kind="danger" name="act" value="void">{words.voidIt}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

function Step({ help, act, label, disabled = false, kind = "primary" }: { help?: string; act: string; label: string; disabled?: boolean; kind?: "primary" | "quiet" }) {
  return (
    <div className="mt-6">
      {help !== undefined && <p className="measure text-ink-soft" id={`why-${act}`}>{help}</p>}
      <div className="mt-3">
        <Button name="act" value={act} disabled={disabled} kind={kind} {...(help === undefined ? {} : { "aria-describedby": `why-${act}` })}>{label}</Button>
      </div>
    </div>
  );
}
