import type { RawBuilder } from "kysely";
import type { Writing } from "#database";
import { type ElectionRefusal, electionRefusals } from "./election.ts";

/** What an act of the election gives: that it was done, or the word why not. A refusal is not rolled back: it is in the audit. */
export type ElectionAnswer<Done extends string = never> = Done | ElectionRefusal;

/** Reads the word that a function of the database answered; throws for one that nobody wrote a sentence for. */
export function answerOf<Done extends string>(word: string | undefined, done: readonly Done[]): ElectionAnswer<Done> {
  const known = done.find((each) => each === word) ?? electionRefusals.find((each) => each === word);
  if (known === undefined) throw new Error(`The election answered "${word}"`);
  return known;
}

/** Runs one of the database's acts and gives its word. */
export async function wordOf(tx: Writing, call: RawBuilder<{ word: string }>): Promise<string | undefined> {
  const { rows } = await call.execute(tx);
  return rows[0]?.word;
}
