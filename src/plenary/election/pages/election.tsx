import { redirect } from "react-router";
import { formatDate } from "#basics";
import { read, write } from "#database";
import {
  ErrorSummary,
  Notice,
  Section,
  StateTag,
  type Tone,
  forbidden,
  formProblems,
  formRefusal,
  formState,
  notFound,
  secretContext,
  useLanguage,
  useWords,
} from "#web";
import { plenaryElectionWords } from "#words";
import { meetingOf } from "../../meeting/meeting.store.ts";
import type { ElectionState } from "../election.ts";
import type { Route } from "./+types/election.ts";
import { Candidacies } from "./candidacies.tsx";
import { act, fieldOfRefusal, intents, isDone, problemsOf } from "./election-action.ts";
import { asked } from "./election-asked.ts";
import { electionView } from "./election-view.ts";
import { Lots } from "./lots.tsx";
import { NoElection } from "./no-election.tsx";
import { Proclamation, Voiding } from "./proclamation.tsx";
import { Rounds } from "./rounds.tsx";
import { RuleInWords } from "./rule-words.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The election of the meeting as the reader may see it. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database } = asked(args);
  const view = await read(database, actor, async (tx) => {
    const meeting = await meetingOf(tx, args.params.meeting);
    return meeting && electionView(tx, actor, meeting);
  });
  if (!view) throw notFound();
  // Ids of what the forms would make: a form that is sent twice makes one.
  return { ...view, next: { election: crypto.randomUUID(), vote: crypto.randomUUID() }, isDone: args.url.searchParams.has("done") };
}

/** One act of the election, named by the button. A refusal is kept in the audit, so nothing of it is rolled back. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args);
  const { meeting } = args.params;
  const form = await args.request.formData();
  const intent = intents.find((each) => each === form.get("intent"));
  if (intent === undefined) throw forbidden();
  const problems = problemsOf(intent, form);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const secret = args.context.get(secretContext);
  const word = await write(database, actor, async (tx) =>
    (await meetingOf(tx, meeting)) ? act(tx, actor, meeting, intent, form, secret) : ("unknown-meeting" as const),
  );
  if (word === "unknown-meeting") throw notFound();
  if (isDone(intent, word)) return redirect(`/${language}/workspace/meetings/${meeting}/election?done=${intent}`, 303);
  const field = fieldOfRefusal[word];
  return field === undefined ? formRefusal(word, form) : formProblems({ [field]: [word] }, form);
}

const tones = { candidacies: "info", voting: "info", lots: "caution", decided: "good", proclaimed: "good", void: "neutral" } as const satisfies Record<ElectionState, Tone>;

/** The election from its opening to the proclamation; each reader finds the acts that are theirs. */
export default function ElectionPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryElectionWords);
  const language = useLanguage();
  const { election } = view;
  const sent = actionData;
  const form = formState(sent, words.problems);
  const ofForm = (intent: string) => formState(sent?.typed["intent"]?.[0] === intent ? sent : undefined, words.problems);
  return (
    <Section title={words.title} {...(election === undefined ? {} : { lead: words.lead(formatDate(election.termFrom, language), formatDate(election.termUntil, language)) })}>
      <title>{`${words.title} · ${view.meeting} · CORETT`}</title>
      {election && <StateTag tone={tones[election.state]}>{words.states[election.state]}</StateTag>}
      {view.isDone && sent === undefined && <Notice tone="good" title={words.done} />}
      <ErrorSummary form={form} />
      {election === undefined ? (
        <NoElection view={view} id={view.next.election} form={ofForm("open")} />
      ) : (
        <>
          <Proclamation view={view} election={election} />
          <Lots view={view} election={election} form={ofForm("word")} />
          <Rounds view={view} election={election} nextVote={view.next.vote} />
          <Candidacies view={view} election={election} form={ofForm("propose")} own={sent?.typed["intent"]?.[0] === "decline" ? ofForm("decline") : ofForm("accept")} />
          <RuleInWords rule={election.rule} />
          <Voiding view={view} election={election} form={ofForm("void")} />
        </>
      )}
    </Section>
  );
}
