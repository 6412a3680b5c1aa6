import { createHash } from "node:crypto";
import type { Actor, Office } from "#basics";
import { type Database, type Reading, type Writing, read, write } from "#database";
import { demoAccounts } from "#identity";
import { CommandFault } from "../terminal.ts";

export type Member = Extract<Actor, { kind: "member" }>;

/** Where the demonstration's plenary is filled in, and with what its urns and addresses are made. */
export interface Stage {
  readonly database: Database;
  /** Secret of the installation: its urns are sealed with it, so that receipts can be looked up on the pages. */
  readonly secret: string;
  /** Public address of the platform, printed in acts and certificates. */
  readonly origin: string;
  /** The moment of the filling; days that lie ahead follow from it. */
  readonly now: Date;
}

/** The states of the coalition, in the order in which the demonstration calls them. */
export const states = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"] as const;
export type State = (typeof states)[number];

function holder(office: Office, country?: string): Member {
  const account = demoAccounts.find((each) => each.office === office && each.country === country);
  if (!account) throw new CommandFault(`The demonstration has no ${office} of ${country ?? "the coalition"}`);
  return { kind: "member", account: account.id, name: account.name, office, ...(country === undefined ? {} : { country }) };
}

export const secretariat = holder("secretariat");
export const presidency = holder("presidency");
export const observer = holder("observer");
/** The titular delegate of a state. */
export const titular = (country: State): Member => holder("delegate-titular", country);
/** The alternate delegate of a state. */
export const alternate = (country: State): Member => holder("delegate-alternate", country);

/**
 * The same id for the same name in every demonstration, so that filling it again makes nothing twice. It differs from others
 * from its first sign on, as those that are drawn by chance do: live screens tell people by the first eight.
 */
export function demoId(name: string): string {
  const hash = createHash("sha256").update(`corett demonstration ${name}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-9${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Does one act as a person, in a transaction of its own. A word that is no expected outcome, and a refusal in any other form,
 * ends the filling with the name of the act: the demonstration shows nothing half done.
 */
export async function does<T>(stage: Stage, actor: Actor, act: (tx: Writing, actor: Actor) => Promise<T>, outcomes: readonly string[] = []): Promise<T> {
  const result = await write(stage.database, actor, (tx) => act(tx, actor));
  const word = wordIn(result);
  if (word !== undefined && !outcomes.includes(word)) {
    const who = actor.kind === "member" ? actor.name : actor.kind;
    throw new CommandFault(`The demonstration stopped: ${who} heard "${word}" from ${act.toString().slice(0, 120)}`);
  }
  return result;
}

function wordIn(result: unknown): string | undefined {
  if (typeof result === "string") return result;
  if (typeof result !== "object" || result === null) return undefined;
  const found = Object.entries(result).find(([key]) => key === "refusal" || key === "file" || key === "archive" || key === "word" || key === "conflict");
  return found && String(found[1]);
}

/** Reads as a person. */
export function sees<T>(stage: Stage, actor: Actor, ask: (tx: Reading) => Promise<T>): Promise<T> {
  return read(stage.database, actor, ask);
}
