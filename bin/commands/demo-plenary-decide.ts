import { randomBytes } from "node:crypto";
import type { Text } from "#basics";
import { castBallot } from "../../src/plenary/vote/ballot.store.ts";
import type { PositionKind } from "../../src/plenary/vote/consensus.ts";
import { closeConsensus, consensusesOf, openConsensus, statePosition } from "../../src/plenary/vote/consensus.store.ts";
import { countVote, recountVote } from "../../src/plenary/vote/count.store.ts";
import { enterBallots, settleEntry } from "../../src/plenary/vote/entry.store.ts";
import { motionOf, proposeMotion } from "../../src/plenary/vote/motion.store.ts";
import type { MotionPurpose } from "../../src/plenary/vote/motion.ts";
import { receiptCode, slipOf, urnKey } from "../../src/plenary/vote/receipt.ts";
import { closeVote, openVote, settleVote } from "../../src/plenary/vote/vote-act.store.ts";
import type { VoteMethod } from "../../src/plenary/vote/vote.ts";
import { voteOf } from "../../src/plenary/vote/vote.store.ts";
import { type Stage, type State, demoId, does, presidency, secretariat, sees, titular } from "./demo-plenary-people.ts";

/** A motion as the demonstration has it proposed. */
export interface DemoMotion {
  readonly key: string;
  readonly purpose: MotionPurpose;
  readonly title: Text;
  readonly text: Text;
  /** The state that proposes it; the organ itself without. */
  readonly by?: State;
}

/** Proposes a motion under a point; its id. */
export async function proposes(stage: Stage, meeting: string, item: string, motion: DemoMotion): Promise<string> {
  const id = demoId(`${meeting} motion ${motion.key}`);
  const actor = motion.by === undefined ? secretariat : titular(motion.by);
  await does(stage, actor, (tx, who) => proposeMotion(tx, who, { id, meeting, item, purpose: motion.purpose, title: motion.title, text: motion.text }), ["proposed"]);
  return id;
}

/** Has a motion adopted by consensus, with what delegations say about it. */
export async function byConsensus(stage: Stage, meeting: string, motion: string, says: readonly (readonly [State, PositionKind, string])[]): Promise<void> {
  if ((await sees(stage, secretariat, (tx) => motionOf(tx, motion)))?.state === "adopted") return;
  const id = demoId(`consensus ${motion}`);
  const known = (await sees(stage, secretariat, (tx) => consensusesOf(tx, meeting))).some((each) => each.id === id);
  if (!known) await does(stage, presidency, (tx, actor) => openConsensus(tx, actor, { id, motion }), ["opened"]);
  for (const [country, kind, text] of says)
    await does(stage, titular(country), (tx, actor) => statePosition(tx, actor, { id: demoId(`${id} ${country}`), consensus: id, kind, text }), ["stated"]);
  await does(stage, presidency, (tx, actor) => closeConsensus(tx, actor, id), ["adopted"]);
}

/** What each delegation says in a vote, by option number: on a motion 1 in favour, 2 against, 3 abstention. */
export type Choices = Readonly<Partial<Record<State, number>>>;

/** A vote as the demonstration holds it. */
export interface DemoVote {
  readonly motion: string;
  readonly method: VoteMethod;
  readonly rule: string;
  readonly choices: Choices;
  /** The secretariat enters the hands that were raised, and the presidency confirms each. */
  readonly byHands?: string;
}

/** The id of the vote on a motion. */
export const voteOn = (motion: string) => demoId(`vote ${motion}`);

/** Opens the vote on a motion and has the ballots cast. */
export async function castsAll(stage: Stage, { motion, method, rule, choices, byHands }: DemoVote): Promise<string> {
  const id = voteOn(motion);
  const key = urnKey(stage.secret, id);
  await does(stage, presidency, (tx, actor) => openVote(tx, actor, { id, motion, method, rule, withRecount: true, ...(method === "secret" ? { key } : {}) }), ["opened"]);
  if (byHands === undefined) await cast(stage, id, choices);
  else {
    const entry = demoId(`entry ${id}`);
    const lines = Object.fromEntries(Object.entries(choices));
    await does(stage, secretariat, (tx, actor) => enterBallots(tx, actor, { id: entry, vote: id, method: "show-of-hands", note: byHands, lines }), ["entered"]);
    await does(stage, presidency, (tx, actor) => settleEntry(tx, actor, { id: entry, confirms: true }), ["confirmed"]);
  }
  return id;
}

/** Each titular casts the delegation's ballot, on a paper of its own where the vote is secret. */
export async function cast(stage: Stage, vote: string, choices: Choices): Promise<void> {
  const key = urnKey(stage.secret, vote);
  for (const [country, option] of Object.entries(choices) as [State, number][]) {
    const slip = slipOf({ code: receiptCode(randomBytes(10)), vote, country }, key);
    await does(stage, titular(country), (tx, actor) => castBallot(tx, actor, { vote, option, slip, key }), ["cast", "kept", "already-cast"]);
  }
}

/** Closes a vote and has it counted by the secretariat and counted again by the presidency. */
export async function countsTwice(stage: Stage, vote: string): Promise<void> {
  const key = urnKey(stage.secret, vote);
  const isSecret = (await sees(stage, secretariat, (tx) => voteOf(tx, vote)))?.method === "secret";
  await does(stage, presidency, (tx, actor) => closeVote(tx, actor, { id: vote, ...(isSecret ? { key } : {}) }), ["closed", "already-closed"]);
  await does(stage, secretariat, (tx, actor) => countVote(tx, actor, vote), ["counted", "already-counted"]);
  await does(stage, presidency, (tx, actor) => recountVote(tx, actor, vote), ["equal", "already-recounted"]);
}

/** A whole vote that adopts its motion: opened, cast, closed, counted twice, settled. */
export async function byVote(stage: Stage, vote: DemoVote): Promise<void> {
  const id = voteOn(vote.motion);
  const before = await sees(stage, secretariat, (tx) => voteOf(tx, id));
  if (before?.state === "settled") return;
  if (before?.state !== "closed") await castsAll(stage, vote);
  await countsTwice(stage, id);
  await does(stage, presidency, (tx, actor) => settleVote(tx, actor, id), ["adopted"]);
}
