import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import { countryName, formatDate, formatInstant } from "#basics";
import { type Writing, read, write } from "#database";
import { type Member, Actions, Button, Disclosure, ErrorSummary, RadioGroup, CheckboxGroup, Section, StateTag, formProblems, formRefusal, formState, notFound, secretContext, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { agendaOf } from "../../meeting/meeting.store.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { isDelegate, leads } from "../act-word.ts";
import { positionKinds } from "../consensus.ts";
import { closeConsensus, consensusesOf, openConsensus, statePosition } from "../consensus.store.ts";
import { editMotion, motionOf, putMotion, withdrawMotion } from "../motion.store.ts";
import { urnKey } from "../receipt.ts";
import { refusalText } from "../refusal.ts";
import { type NamedMajorityRule, majorityRules, rulesInForce } from "../rule.store.ts";
import { outcomeSentence } from "../sentence.ts";
import type { Vote } from "../vote.ts";
import { entitlementOf, openDecision, votesOf } from "../vote.store.ts";
import { openVote } from "../vote-act.store.ts";
import { ConsensusPart } from "./consensus-part.tsx";
import { Did } from "./did.tsx";
import { motionTones } from "./motion-tone.ts";
import { MotionFields, MotionForm, motionText } from "./motion-fields.tsx";
import type { Route } from "./+types/motion.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** A motion with everything that was decided on it, and what the acting person may do with it now. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting } = await askedMeeting(args);
  const id = idOf(args.params.motion);
  return read(database, actor, async (tx) => {
    const motion = id === undefined ? undefined : await motionOf(tx, id);
    if (motion?.meeting !== meeting.id) throw notFound();
    const isOpen = motion.state === "draft" || motion.state === "put";
    const isFree = isOpen && meeting.state === "open" && (await openDecision(tx, meeting.id)) === undefined;
    const isOwn = isDelegate(actor) && motion.country === actor.country;
    const isEditor = motion.state === "draft" && meeting.state !== "closed" && (leads(actor) || isOwn);
    const votes = (await votesOf(tx, meeting.id)).filter((each) => each.motion === motion.id);
    return {
      motion,
      consensuses: (await consensusesOf(tx, meeting.id)).filter((each) => each.motion === motion.id),
      votes,
      zone: meeting.timeZone,
      country: actor.country,
      isLeader: leads(actor),
      entitlement: isDelegate(actor) ? await entitlementOf(tx, meeting.id) : undefined,
      items: isEditor ? await agendaOf(tx, meeting.id) : undefined,
      mayPut: leads(actor) && motion.state === "draft" && meeting.state === "open",
      mayWithdraw: (leads(actor) && isOpen) || (isOwn && motion.state === "draft"),
      rules: leads(actor) && isFree ? rulesFor(votes, await majorityRules(tx), new Date()) : undefined,
      newId: crypto.randomUUID(),
    };
  });
}

/** The rules that a vote may be held under: those in force, and for the second vote after a tie the rule that asked for it alone. */
function rulesFor(votes: readonly Vote[], all: readonly NamedMajorityRule[], now: Date): NamedMajorityRule[] {
  const tied = votes.find(({ outcome }) => outcome === "tie-second-vote")?.rule.id;
  return tied === undefined ? rulesInForce(all, now.toISOString().slice(0, 10)) : all.filter(({ id }) => id === tied);
}

const VoteForm = z.object({ method: z.enum(["roll-call", "secret"], "choose"), rule: z.string().min(1, "choose") });
const PositionForm = z
  .object({ kind: z.enum(positionKinds, "choose"), text: z.string().trim().max(5000, "tooLong") })
  .refine(({ kind, text }) => kind === "agreement" || text !== "", { path: ["text"], message: "textMissing" });

interface Doing {
  readonly actor: Member;
  readonly form: FormData;
  readonly motion: string;
  readonly newId: string;
  readonly secret: string;
}

/** Each act of the page: problems of its form, or the work that gives a word. */
const acts = {
  put: { done: ["put"], work: ({ actor, motion }: Doing) => (tx: Writing) => putMotion(tx, actor, motion) },
  withdraw: { done: ["withdrawn"], work: ({ actor, motion }: Doing) => (tx: Writing) => withdrawMotion(tx, actor, motion) },
  edit: {
    done: ["edited"],
    work: ({ actor, motion, form }: Doing) => {
      const parsed = MotionForm.safeParse(Object.fromEntries(form));
      return parsed.success ? (tx: Writing) => editMotion(tx, actor, motion, motionText(parsed.data)) : parsed.error;
    },
  },
  "open-consensus": { done: ["opened"], work: ({ actor, motion, newId }: Doing) => (tx: Writing) => openConsensus(tx, actor, { id: newId, motion }) },
  position: {
    done: ["stated"],
    work: ({ actor, form, newId }: Doing) => {
      const parsed = PositionForm.safeParse(Object.fromEntries(form));
      const consensus = idOf(said(form)("consensus")) ?? crypto.randomUUID();
      return parsed.success ? (tx: Writing) => statePosition(tx, actor, { id: newId, consensus, ...parsed.data }) : parsed.error;
    },
  },
  "close-consensus": {
    done: ["adopted", "objected", "no-quorum"],
    work: ({ actor, form }: Doing) => (tx: Writing) => closeConsensus(tx, actor, idOf(said(form)("consensus")) ?? crypto.randomUUID()),
  },
  "open-vote": {
    done: ["opened"],
    work: ({ actor, motion, form, newId, secret }: Doing) => {
      const parsed = VoteForm.safeParse(Object.fromEntries(form));
      if (!parsed.success) return parsed.error;
      const key = parsed.data.method === "secret" ? urnKey(secret, newId) : undefined;
      return (tx: Writing) => openVote(tx, actor, { id: newId, motion, ...parsed.data, withRecount: form.get("recount") === "yes", key });
    },
  },
} as const;
const after: Readonly<Record<string, string>> = { put: "put", withdraw: "withdrawn", edit: "edited", "open-consensus": "opened", position: "stated", "close-consensus": "consensusClosed", "open-vote": "opened" };

/** Does one act and leads on: to the vote that was opened, or back to the motion. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  const field = said(form);
  const name = field("act");
  const motion = idOf(args.params.motion);
  if (!Object.hasOwn(acts, name) || motion === undefined) throw notFound();
  const { work, done } = acts[name as keyof typeof acts]; // it is among them
  const doing = { actor, form, motion, newId: idOf(field("id")) ?? crypto.randomUUID(), secret: args.context.get(secretContext) };
  const doable = work(doing);
  if (typeof doable !== "function") return formProblems(doable, form);
  const word: string = await write<string>(database, actor, doable);
  // Closing a consensus is done whatever became of it, so the words of its outcomes are no refusals.
  if (!(done as readonly string[]).includes(word)) return formRefusal(refusalText(word, language), form);
  const part = name === "open-vote" ? `votes/${doing.newId}` : `decisions/${motion}`;
  return redirect(`${meetingAddress(language, meeting.id, part)}?did=${after[name] ?? ""}`, 303);
}

/** The page of a motion: its text in both languages, the consensus on it, its votes, and the acts. */
export default function MotionPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { motion, consensuses, votes, zone, isLeader, items, rules, newId, mayPut, mayWithdraw } = loaderData;
  const all = useWords(plenaryVoteWords);
  const words = all.motion;
  const language = useLanguage();
  const root = meetingAddress(language, params.meeting);
  const form = formState(actionData, { ...(all.form as unknown as Record<string, string>), textMissing: all.consensus.textMissing }); // messages of problems
  return (
    <>
      <Did />
      <ErrorSummary form={form} />
      <Section title={words.title(String(motion.number), motion.title[language])} lead={words.proposedBy(motion.country === null ? words.organ : countryName(motion.country)[language])}>
        <StateTag tone={motionTones[motion.state]}>{all.states[motion.state]}</StateTag>
        {(["es", "en"] as const).map((each) => (
          <div key={each} className="mt-6" lang={each}>
            <h3 className="text-h3 font-semibold">{each === "es" ? words.spanish : words.english}</h3>
            <p className="measure mt-1 font-semibold">{motion.title[each]}</p>
            <p className="measure mt-1 whitespace-pre-line">{motion.text[each]}</p>
          </div>
        ))}
      </Section>
      {consensuses.map((consensus) => (
        <ConsensusPart key={consensus.id} consensus={consensus} zone={zone} country={loaderData.country} entitlement={loaderData.entitlement} isLeader={isLeader} form={form} newId={newId} />
      ))}
      <Section title={words.votes}>
        {votes.length === 0 && <p className="text-ink-soft">{words.noVotes}</p>}
        <ul className="space-y-3">
          {votes.map((vote) => (
            <li key={vote.id}>
              <Link className="link" to={`${root}/votes/${vote.id}`}>
                {words.methods[vote.method]}, {formatInstant(vote.openedAt, language, zone)}
              </Link>
              <span className="block">{vote.result === null ? all.vote.states[vote.state] : outcomeSentence(vote.result)[language]}</span>
            </li>
          ))}
        </ul>
      </Section>
      {(mayPut || mayWithdraw || rules !== undefined || items !== undefined) && (
        <Section title={words.acts}>
          {rules !== undefined && (
            <>
              <Disclosure summary={words.openConsensus}>
                <Form method="post">
                  <input type="hidden" name="id" value={newId} />
                  <p className="measure text-ink-soft">{words.openConsensusHelp}</p>
                  <Actions>
                    <Button name="act" value="open-consensus">{words.startConsensus}</Button>
                  </Actions>
                </Form>
              </Disclosure>
              <Disclosure summary={words.openVote}>
                <Form method="post">
                  <input type="hidden" name="id" value={newId} />
                  <RadioGroup
                    {...form.field("method")}
                    label={words.method}
                    choices={(["roll-call", "secret"] as const).map((value) => ({ value, label: words.methods[value], help: words.methodHelp[value] }))}
                  />
                  <RadioGroup
                    {...form.field("rule", rules.length === 1 ? (rules[0]?.id ?? "") : "")}
                    label={words.rule}
                    choices={rules.map(({ id, name, source, from }) => ({ value: id, label: name[language], help: words.ruleSource(source[language], formatDate(from, language)) }))}
                  />
                  <CheckboxGroup {...form.field("recount")} label={words.recount} choices={[{ value: "yes", label: words.withRecount }]} />
                  <Actions>
                    <Button name="act" value="open-vote">{words.start}</Button>
                  </Actions>
                </Form>
              </Disclosure>
            </>
          )}
          {items !== undefined && (
            <Disclosure summary={words.edit}>
              <Form method="post">
                <MotionFields form={form} items={items} initial={motion} />
                <Actions>
                  <Button name="act" value="edit">{words.saveEdit}</Button>
                </Actions>
              </Form>
            </Disclosure>
          )}
          {(mayPut || mayWithdraw) && (
            <Form method="post">
              {mayPut && <p className="measure mt-6 text-ink-soft">{words.putHelp}</p>}
              <Actions>
                {mayPut && <Button name="act" value="put">{words.put}</Button>}
                {mayWithdraw && <Button kind="danger" name="act" value="withdraw">{words.withdraw}</Button>}
              </Actions>
            </Form>
          )}
        </Section>
      )}
      <p className="mt-8">
        <Link className="link" to={`${root}/decisions`}>{words.toItem}</Link>
      </p>
    </>
  );
}
