import { data, redirect, useSearchParams } from "react-router";
import { formatDate } from "#basics";
import { write } from "#database";
import { DocumentBlocks, EmptyState, ErrorSummary, Notice, Section, StateTag, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { recallAct } from "../approve.store.ts";
import { publishAct } from "../freeze.store.ts";
import { answerObservation } from "../observation.store.ts";
import { beginAct, moveSection, removeSection } from "../section.store.ts";
import { retryFiles } from "../sign.store.ts";
import { ActPanel, BeginForm } from "./act-panel.tsx";
import { actAddress } from "./act-address.ts";
import { askedAct, isLeader, refusalSentence } from "./act-asked.ts";
import { actTones } from "./act-tone.ts";
import { actFacts, actView } from "./act-view.ts";
import { ActFactsList } from "./act-facts.tsx";
import { ObservationList } from "./observation-list.tsx";
import { PartList } from "./part-list.tsx";
import type { Route } from "./+types/act.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The act as the actor may read it now. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  return {
    meeting: { id: meeting.id, state: meeting.state, isRecord: meeting.isRecord },
    office: actor.office,
    leads: isLeader(actor),
    view: await actView(database, actor, meeting, act, language, new Date()),
    facts: act === undefined || act.isRecord ? undefined : await actFacts(database, actor, meeting.id, act),
  };
}

/** Begins, recalls, publishes, moves and takes out parts, answers observations; leads back with what was done. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting } = await askedAct(args);
  const form = await args.request.formData();
  const field = said(form);
  const section = field("section");
  const intent = field("intent");
  const observation = field("observation");
  const reason = field(`reason-${observation}`).slice(0, 4000);
  if (intent === "answer" && reason === "") return formProblems({ [`reason-${observation}`]: ["reasonMissing"] }, form);
  const done = { begin: "begun", recall: "recalled", publish: "published", retry: "retried", move: "moved", remove: "removed", answer: "answered" } as const;
  if (!Object.hasOwn(done, intent)) throw notFound();
  const refusal = await write(database, actor, (tx) => {
    switch (intent as keyof typeof done) { // it is among them
      case "begin":
        return beginAct(tx, actor, meeting.id, new Date());
      case "recall":
        return recallAct(tx, actor, meeting.id);
      case "publish":
        return publishAct(tx, actor, meeting.id, field("circle") === "public" ? "public" : "observers");
      case "retry":
        return retryFiles(tx, actor, meeting.id);
      case "move":
        return moveSection(tx, actor, meeting.id, section, Number(field("position")) || 1);
      case "remove":
        return removeSection(tx, actor, meeting.id, section);
      case "answer":
        return answerObservation(tx, actor, meeting.id, observation, { state: field("state") === "taken-up" ? "taken-up" : "not-taken-up", reason });
    }
  });
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  return redirect(actAddress(language, meeting.id, { done: done[intent as keyof typeof done] }), 303); // checked above
}

/** The act of a meeting: what it says, how far it is, and what the reader can do with it. */
export default function ActPage({ loaderData: { meeting, office, leads, view, facts }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryActWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const form = formState(actionData, { reasonMissing: words.observations.reasonMissing });
  const done = query.get("act");
  const number = facts?.number ?? `ACTA-CORETT-${meeting.id}`;
  const notices = (
    <>
      {isDone(done, words.done) && actionData === undefined && <Notice tone="good">{words.done[done]}</Notice>}
      <ErrorSummary form={form} />
    </>
  );
  if (view.kind === "record")
    return (
      <Section title={words.title(number)}>
        <Notice>{words.record(view.approvedIn)}</Notice>
      </Section>
    );
  if (view.kind === "hidden")
    return (
      <Section title={words.title(number)}>
        {notices}
        <EmptyState title={words.none.title}>{office === "observer" ? words.none.observer : words.none.wait}</EmptyState>
      </Section>
    );
  if (view.kind === "none")
    return (
      <Section title={words.none.title} lead={meeting.state === "closed" ? words.none.closed : words.none.open}>
        {notices}
        {meeting.state === "closed" && <BeginForm />}
        <Section title={words.none.preview}>
          <PartList parts={view.preview} root="" may={{ edit: false, observe: false }} />
        </Section>
      </Section>
    );
  const state = facts?.state ?? "draft";
  const root = actAddress(language, meeting.id);
  return (
    <Section
      title={words.title(number)}
      lead={
        <>
          <StateTag tone={actTones[state]}>{words.states[state]}</StateTag>
          <span className="mt-1 block">
            {state === "circulated" ? words.leads.circulated(formatDate(facts?.observationsUntil ?? "", language)) : words.leads[state]}
          </span>
        </>
      }
    >
      {notices}
      {facts && <ActPanel facts={facts} root={root} leads={leads} office={office} asides={view.kind === "writing" ? view.parts.filter(({ hasAside }) => hasAside).length : 0} />}
      {facts && view.kind === "fixed" && <ActFactsList facts={facts} meeting={meeting.id} />}
      {view.kind === "writing" ? (
        <PartList parts={view.parts} root={root} may={{ edit: facts?.may.edit ?? false, observe: facts?.may.observe ?? false }} />
      ) : (
        <div className="mt-8">
          <DocumentBlocks blocks={view.blocks} below={2} />
        </div>
      )}
      {office !== "observer" && <ObservationList observations={view.observations} parts={view.kind === "writing" ? view.parts : []} mayAnswer={facts?.may.answer ?? false} form={form} />}
    </Section>
  );
}

function isDone<Words extends object>(done: string | null, words: Words): done is Extract<keyof Words, string> {
  return done !== null && Object.hasOwn(words, done);
}
