import { randomBytes, randomUUID } from "node:crypto";
import { sql, write } from "#database";
import { electionOf } from "../src/plenary/election/election.store.ts";
import type { Election } from "../src/plenary/election/election.ts";
import { type ElectionDraft, openElection } from "../src/plenary/election/election-act.store.ts";
import { answerCandidacy } from "../src/plenary/election/candidacy.store.ts";
import { openRound, settleRound } from "../src/plenary/election/round.store.ts";
import { receiptCode, urnKey } from "../src/plenary/vote/receipt.ts";
import type { ArrangedMeeting, Person } from "./plenary-meeting.ts";
import type { World } from "./world.ts";

/** The secret of the installation in tests of the election. */
export const installation = "secret of the tests";

/** The election of a meeting as somebody sees it; throws where there is none. */
export async function seenElection(world: World, actor: Person, meeting: string): Promise<Election> {
  const election = await write(world.database, actor, (tx) => electionOf(tx, meeting));
  if (!election) throw new Error("There is no election here");
  return election;
}

/** Opens an election in the secretariat's name; the word it answered. */
export function opensElection(world: World, meeting: ArrangedMeeting, other: Partial<ElectionDraft> = {}, actor: Person = meeting.secretariat): Promise<string> {
  const draft = { id: randomUUID(), meeting: meeting.id, item: meeting.items.election, termFrom: "2025-01-01", termUntil: "2025-12-31", ...other };
  return write(world.database, actor, (tx) => openElection(tx, actor, draft));
}

/** Each of these states offers itself and accepts. */
export async function stand(world: World, meeting: ArrangedMeeting, countries: readonly string[]): Promise<string[]> {
  const words: string[] = [];
  for (const country of countries) {
    const actor = meeting.titular(country);
    const election = await seenElection(world, actor, meeting.id);
    words.push(await write(world.database, actor, (tx) => answerCandidacy(tx, actor, election, { accepts: true, statement: `Por ${country}` })));
  }
  return words;
}

/** Opens the next round; its vote, or the word of the refusal. */
export async function opensRound(world: World, meeting: ArrangedMeeting, actor: Person = meeting.secretariat): Promise<{ vote: string; word: string }> {
  const [vote, election] = [randomUUID(), await seenElection(world, actor, meeting.id)];
  return { vote, word: await write(world.database, actor, (tx) => openRound(tx, actor, election, vote, installation)) };
}

/** A delegation's titular casts its ballot: for a state, or 'against' or 'abstention'; the word it answered. */
export async function casts(world: World, meeting: ArrangedMeeting, vote: string, country: string, choice: string): Promise<string> {
  return write(world.database, meeting.titular(country), async (tx) => {
    const options = await tx.selectFrom("plenary.vote_option").select(["option", "kind", "country"]).where("vote", "=", vote).execute();
    const option = options.find((each) => each.country === choice || each.kind === choice)?.option ?? 99;
    return asked(tx, sql`select plenary.cast_ballot(${vote}::uuid, ${option}::smallint, ${receiptCode(randomBytes(10))}, ${urnKey(installation, vote)}) as word`);
  });
}

/** Closes, counts, counts again by a second person from the kept ballots, and settles; the word of the outcome. */
export async function decides(world: World, meeting: ArrangedMeeting, vote: string): Promise<string> {
  const { database } = world;
  await write(database, meeting.secretariat, (tx) => asked(tx, sql`select plenary.close_vote(${vote}::uuid, ${urnKey(installation, vote)}) as word`));
  await write(database, meeting.secretariat, (tx) => asked(tx, sql`select plenary.count_vote(${vote}::uuid) as word`));
  const recount = await write(database, meeting.secondSecretary, async (tx) => {
    const options = await tx.selectFrom("plenary.vote_option").select("option").where("vote", "=", vote).execute();
    const ballots = await tx.selectFrom("plenary.ballot").select("option").where("vote", "=", vote).execute();
    const figures = Object.fromEntries(options.map(({ option }) => [option, ballots.filter((ballot) => ballot.option === option).length]));
    return asked(tx, sql`select plenary.record_recount(${vote}::uuid, ${ballots.length}::smallint, ${JSON.stringify(figures)}::jsonb, '[]'::jsonb) as word`);
  });
  if (recount !== "equal") throw new Error(`The recount is ${recount}`);
  return write(database, meeting.secretariat, (tx) => settleRound(tx, meeting.secretariat, meeting.id, vote));
}

/** A whole round: opened, each delegation's choice cast, counted twice, settled. */
export async function holdsRound(world: World, meeting: ArrangedMeeting, choices: Readonly<Record<string, string>>): Promise<{ vote: string; outcome: string }> {
  const { vote, word } = await opensRound(world, meeting);
  if (word !== "opened") throw new Error(`The round was not opened: ${word}`);
  for (const [country, choice] of Object.entries(choices)) {
    const cast = await casts(world, meeting, vote, country, choice);
    if (cast !== "cast") throw new Error(`${country} did not vote: ${cast}`);
  }
  return { vote, outcome: await decides(world, meeting, vote) };
}

async function asked(tx: Parameters<Parameters<typeof write>[2]>[0], call: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await call.execute(tx);
  return (rows[0] as { word: string } | undefined)?.word ?? ""; // each call selects one word
}
