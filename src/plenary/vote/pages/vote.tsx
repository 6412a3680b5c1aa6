import { Link, redirect } from "react-router";
import { formatCount, formatDate, formatInstant } from "#basics";
import { type Writing, read, write } from "#database";
import { type Member, DefinitionList, ErrorSummary, LinkButton, Notice, Section, StateTag, Actions, formRefusal, formState, notFound, secretContext, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { isDelegate, leads } from "../act-word.ts";
import { ballotsOf } from "../ballot.store.ts";
import { countVote, recountVote, reconcileVote } from "../count.store.ts";
import { entriesOf } from "../entry.store.ts";
import { urnKey } from "../receipt.ts";
import { refusalText } from "../refusal.ts";
import { outcomeSentence } from "../sentence.ts";
import { firstCount, nextStep } from "../vote.ts";
import { presentIn, voteOf } from "../vote.store.ts";
import { breakTie, closeVote, settleVote, voidVote } from "../vote-act.store.ts";
import { Did } from "./did.tsx";
import { voteTones } from "./motion-tone.ts";
import { VoteFigures } from "./vote-figures.tsx";
import { VoteLead } from "./vote-lead.tsx";
import { VoteRoll } from "./vote-roll.tsx";
import type { Route } from "./+types/vote.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** A vote as the actor may see it: while it is open who has voted, afterwards the ballots and the figures. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting } = await askedMeeting(args);
  const id = idOf(args.params.vote);
  return read(database, actor, async (tx) => {
    const vote = id === undefined ? undefined : await voteOf(tx, id);
    if (vote?.meeting !== meeting.id) throw notFound();
    return {
      vote,
      step: nextStep(vote),
      zone: meeting.timeZone,
      present: vote.state === "open" ? await presentIn(tx, meeting.id) : [],
      ballots: vote.state === "open" ? [] : await ballotsOf(tx, vote.id),
      waiting: leads(actor) ? (await entriesOf(tx, vote.id)).find(({ settledAt }) => settledAt === null) : undefined,
      isVoter: vote.state === "open" && isDelegate(actor),
      isLeader: leads(actor),
      isPresidency: actor.office === "presidency",
      madeTheCount: firstCount(vote)?.byAccount === actor.account,
    };
  });
}

interface Doing {
  readonly actor: Member;
  readonly id: string;
  readonly text: string;
  readonly key: string;
}

/** The acts of whoever leads, each with the words that mean done and what the page says then. */
const acts = {
  close: { done: { closed: "closed" }, work: (tx: Writing, { actor, id, key }: Doing) => closeVote(tx, actor, { id, key }) },
  count: { done: { counted: "counted" }, work: (tx: Writing, { actor, id }: Doing) => countVote(tx, actor, id) },
  recount: { done: { equal: "recounted", different: "recounted" }, work: (tx: Writing, { actor, id }: Doing) => recountVote(tx, actor, id) },
  reconcile: { done: { reconciled: "reconciled" }, work: (tx: Writing, { actor, id, text }: Doing) => reconcileVote(tx, actor, { id, note: text }) },
  settle: {
    done: { adopted: "settled", rejected: "settled", "tie-presidency": "settled", "tie-second-vote": "settled", "tie-lots": "settled", "no-quorum": "settled" },
    work: (tx: Writing, { actor, id }: Doing) => settleVote(tx, actor, id),
  },
  "decide-for": { done: { adopted: "settled" }, work: (tx: Writing, { actor, id }: Doing) => breakTie(tx, actor, { id, inFavour: true }) },
  "decide-against": { done: { rejected: "settled" }, work: (tx: Writing, { actor, id }: Doing) => breakTie(tx, actor, { id, inFavour: false }) },
  void: { done: { void: "void" }, work: (tx: Writing, { actor, id, text }: Doing) => voidVote(tx, actor, { id, reason: text }) },
} as const;

/** Does one act on the vote; a refusal is kept in the audit and comes back as a sentence. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  const field = said(form);
  const [name, id] = [field("act"), idOf(args.params.vote)];
  if (!Object.hasOwn(acts, name) || id === undefined) throw notFound();
  const { work, done } = acts[name as keyof typeof acts]; // it is among them
  const words: Readonly<Record<string, string>> = done;
  const word: string = await write(database, actor, (tx) => work(tx, { actor, id, text: field("text"), key: urnKey(args.context.get(secretContext), id) }));
  if (!Object.hasOwn(words, word)) return formRefusal(refusalText(word, language), form);
  return redirect(`${meetingAddress(language, meeting.id, `votes/${id}`)}?did=${words[word] ?? ""}`, 303);
}

/** The page of a vote: result first, then figures and ballots; for whoever leads the next act. */
export default function VotePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { vote, zone, present, ballots, isLeader, isVoter } = loaderData;
  const words = useWords(plenaryVoteWords).vote;
  const methods = useWords(plenaryVoteWords).motion.methods;
  const language = useLanguage();
  const root = meetingAddress(language, params.meeting);
  const form = formState(actionData);
  const at = (instant: Date) => formatInstant(instant, language, zone);
  const number = (count: number) => formatCount(count, language);
  return (
    <>
      <Did />
      <ErrorSummary form={form} />
      <Section title={words.title(vote.title[language])}>
        <StateTag tone={voteTones[vote.state]}>{words.states[vote.state]}</StateTag>
        {vote.result !== null && (
          <Notice tone={vote.outcome === "adopted" || vote.tie?.adopted === true ? "good" : "caution"} title={outcomeSentence(vote.result)[language]}>
            {vote.tie !== null && (
              <p>
                {vote.tie.adopted ? words.tieAdopted : words.tieRejected} {words.tie(vote.tie.byName, at(vote.tie.at))}
              </p>
            )}
            {loaderData.step === "break-tie" && <p>{words.tieWaits}</p>}
          </Notice>
        )}
        {vote.state === "closed" && <p className="mt-4 text-ink-soft">{words.noResult}</p>}
        {vote.voidReason !== null && <Notice tone="caution">{words.void(vote.voidReason)}</Notice>}
        {isVoter && (
          <Actions>
            <LinkButton to={`${root}/votes/${vote.id}/ballot`}>{words.toBallot}</LinkButton>
          </Actions>
        )}
        <div className="mt-8">
          <DefinitionList
            items={[
              { term: words.method, detail: methods[vote.method] },
              { term: words.rule, detail: vote.rule.name[language] },
              { term: words.ruleSource, detail: `${vote.rule.source[language]} (${formatDate(vote.rule.from, language)})` },
              { term: words.opened, detail: words.openedBy(vote.openedByName, at(vote.openedAt)) },
              ...(vote.closedAt === null ? [] : [{ term: words.closed, detail: at(vote.closedAt) }]),
              { term: words.members, detail: number(vote.members) },
              ...(vote.present === null ? [] : [{ term: words.present, detail: number(vote.present) }]),
              ...(vote.quorumHeld === null ? [] : [{ term: words.quorum, detail: vote.quorumHeld ? words.yes : words.no }]),
            ]}
          />
        </div>
      </Section>
      {isLeader && <VoteLead {...loaderData} root={root} form={form} />}
      <VoteFigures vote={vote} zone={zone} />
      <VoteRoll vote={vote} present={present} ballots={ballots} zone={zone} />
      {vote.motion !== null && (
        <p className="mt-8">
          <Link className="link" to={`${root}/decisions/${vote.motion}`}>{words.toMotion}</Link>
        </p>
      )}
    </>
  );
}
