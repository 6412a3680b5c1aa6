import { isDay } from "#basics";
import type { Writing } from "#database";
import type { FormProblems, Member } from "#web";
import { answerCandidacy, proposeCandidacy, withdrawCandidacy } from "../candidacy.store.ts";
import type { Election } from "../election.ts";
import { openElection, proclaim, voidElection } from "../election-act.store.ts";
import { electionOf } from "../election.store.ts";
import type { ElectionAnswer } from "../refusal.ts";
import { drawElectionLots, openLots, openRound, sayWord, settleRound } from "../round.store.ts";
import { keyIn, said } from "./election-asked.ts";

/** What the forms of the page ask for. */
export const intents = ["open", "propose", "accept", "decline", "withdraw", "round", "settle", "lots", "word", "draw", "proclaim", "void"] as const;
export type Intent = (typeof intents)[number];

/** The fields of each form that must not stay empty, besides hidden ones. */
const needed: Partial<Record<Intent, readonly string[]>> = { open: ["item", "from", "until"], propose: ["whom"], word: ["word"], void: ["reason"] };

/** What is wrong with the fields of a form by themselves. */
export function problemsOf(intent: Intent, form: FormData): FormProblems {
  const empty = (needed[intent] ?? []).filter((name) => said(form, name) === "").map((name) => [name, ["needed"]] as const);
  const days = intent === "open" ? ["from", "until"].filter((name) => said(form, name) !== "" && !isDay(said(form, name))).map((name) => [name, ["not-a-day"]] as const) : [];
  return Object.fromEntries([...empty, ...days]);
}

/** The field that a refusal is about; others are about the whole form. */
export const fieldOfRefusal: Partial<Record<string, string>> = {
  "item-not-election": "item",
  "term-not-valid": "until",
  "term-taken": "from",
  "already-proposed": "whom",
  "statement-too-long": "statement",
  "word-missing": "word",
  "word-too-long": "word",
  "reason-missing": "reason",
};

/** Does what a form asks for; gives the word that the act answered. The outcome of a round is an answer, never a field. */
export async function act(tx: Writing, actor: Member, meeting: string, intent: Intent, form: FormData, secret: string): Promise<ElectionAnswer<string>> {
  if (intent === "open")
    return openElection(tx, actor, {
      id: keyIn(form, "id") ?? crypto.randomUUID(),
      meeting,
      item: keyIn(form, "item") ?? crypto.randomUUID(),
      termFrom: said(form, "from"),
      termUntil: said(form, "until"),
    });
  const election = await electionOf(tx, meeting);
  if (!election) return "unknown-election";
  const vote = keyIn(form, "vote") ?? crypto.randomUUID();
  return inElection(tx, actor, election, intent, form, vote, secret);
}

function inElection(tx: Writing, actor: Member, election: Election, intent: Exclude<Intent, "open">, form: FormData, vote: string, secret: string): Promise<ElectionAnswer<string>> {
  switch (intent) {
    case "propose":
      return proposeCandidacy(tx, actor, election, said(form, "whom"));
    case "accept":
    case "decline":
      return answerCandidacy(tx, actor, election, { accepts: intent === "accept", statement: said(form, "statement") });
    case "withdraw":
      return withdrawCandidacy(tx, actor, election);
    case "round":
      return openRound(tx, actor, election, vote, secret);
    case "settle":
      return settleRound(tx, actor, election.meeting, vote);
    case "lots":
      return openLots(tx, actor, election, vote, secret);
    case "word":
      return sayWord(tx, actor, election, vote, said(form, "word"));
    case "draw":
      return drawElectionLots(tx, actor, election, vote, secret);
    case "proclaim":
      return proclaim(tx, actor, election);
    case "void":
      return voidElection(tx, actor, election, said(form, "reason"));
  }
}

/** Answers that say that the act was done. A round without quorum has an outcome too: it was settled. */
export function isDone(intent: Intent, word: string): boolean {
  const done: Record<Intent, readonly string[]> = {
    open: ["opened"],
    propose: ["proposed"],
    accept: ["accepted"],
    decline: ["declined"],
    withdraw: ["withdrawn"],
    round: ["opened"],
    settle: ["elected", "second-round", "tie-lots", "none", "no-quorum"],
    lots: ["opened"],
    word: ["said"],
    draw: ["drawn"],
    proclaim: ["proclaimed"],
    void: ["void"],
  };
  return done[intent].includes(word);
}
