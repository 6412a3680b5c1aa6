import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "#basics";
import { type Writing, write } from "#database";
import { type CastAnswer, castBallot } from "../src/plenary/vote/ballot.store.ts";
import { proposeMotion } from "../src/plenary/vote/motion.store.ts";
import { receiptCode, slipOf, urnKey } from "../src/plenary/vote/receipt.ts";
import { openVote } from "../src/plenary/vote/vote-act.store.ts";
import { type ArrangedMeeting } from "./plenary-meeting.ts";
import { type World, asOwner } from "./world.ts";

const secret = "secret of the tests";

/** The key of a vote's urn, as the pages derive it in tests. */
export function keyOf(vote: string): string {
  return urnKey(secret, vote);
}

/** A fresh ballot paper for a delegation, with the receipt that is on it. */
export function paperFor(vote: string, country: string): { readonly slip: string; readonly code: string } {
  const code = receiptCode(randomBytes(10));
  return { slip: slipOf({ code, vote, country }, keyOf(vote)), code };
}

/** Does one act in a transaction of its own. */
export function act<T>(world: World, actor: Actor, work: (tx: Writing, actor: Actor) => Promise<T>): Promise<T> {
  return write(world.database, actor, (tx) => work(tx, actor));
}

/** A motion of the secretariat, proposed and not yet put. */
export async function aMotion(world: World, meeting: ArrangedMeeting): Promise<string> {
  const id = randomUUID();
  const text = { es: "Se aprueba el plan de trabajo.", en: "The work plan is approved." };
  const word = await act(world, meeting.secretariat, (tx, actor) =>
    proposeMotion(tx, actor, { id, meeting: meeting.id, item: meeting.items.motion, purpose: "substance", title: { es: "Plan de trabajo", en: "Work plan" }, text }),
  );
  if (word !== "proposed") throw new Error(word);
  return id;
}

/** A vote on a new motion (or on `motion`), open for ballots. */
export async function anOpenVote(
  world: World,
  meeting: ArrangedMeeting,
  { method = "roll-call", rule = "simple", withRecount = false, motion }: { method?: "roll-call" | "secret"; rule?: string; withRecount?: boolean; motion?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const of = motion ?? (await aMotion(world, meeting));
  const word = await act(world, meeting.secretariat, (tx, actor) =>
    openVote(tx, actor, { id, motion: of, method, rule, withRecount, key: method === "secret" ? keyOf(id) : undefined }),
  );
  if (word !== "opened") throw new Error(word);
  return id;
}

/** Casts a delegation's ballot as its titular (or whoever is named), on the paper given or, in a secret vote, a fresh one. */
export function cast(world: World, actor: Actor, vote: string, option: number, slip?: string): Promise<CastAnswer> {
  return act(world, actor, (tx) => castBallot(tx, actor, { vote, option, slip, key: keyOf(vote) }));
}

/** Rows that the owner sees, past every policy. */
export function seen<R extends object>(world: World, statement: string, values: readonly unknown[] = []): Promise<R[]> {
  return asOwner(world.ownerUrl, async (client) => (await client.query<R>(statement, [...values])).rows);
}
