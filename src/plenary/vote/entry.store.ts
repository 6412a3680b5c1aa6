import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { type Answered, wordOf } from "./act-word.ts";
import { tellVote } from "./vote-act.store.ts";

/** How the ballots were given when telephones failed. */
export type EntryMethod = "roll-call" | "show-of-hands";

/** Ballots that one person of the secretariat entered and that wait for a second one, or were settled by one. */
export interface Entry {
  readonly id: string;
  readonly vote: string;
  readonly method: EntryMethod;
  readonly note: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly confirmed: boolean | null;
  readonly lines: readonly { readonly country: string; readonly option: number }[];
}

export type EntryRefusal =
  | "not-yours" | "unknown-vote" | "unknown" | "vote-not-open" | "secret-is-not-entered" | "another-waits" | "no-quorum" | "nothing-entered"
  | "unknown-option" | "already-settled" | "same-person" | `not-present:${string}` | `already-cast:${string}`;

/** Enters ballots of delegations in the room, by country. They count once a second person has confirmed every line. */
export async function enterBallots(
  tx: Writing,
  actor: Actor,
  { id, vote, method, note, lines }: {
    readonly id: string; readonly vote: string; readonly method: EntryMethod; readonly note: string; readonly lines: Readonly<Record<string, number>>;
  },
): Promise<"entered" | EntryRefusal> {
  const before = await tx.selectFrom("plenary.entry").select("id").where("id", "=", id).executeTakeFirst();
  const word = await wordOf<"entered" | EntryRefusal>(
    tx,
    sql<Answered>`select plenary.enter_ballots(${id}::uuid, ${vote}::uuid, ${method}, ${note}, ${JSON.stringify(lines)}::jsonb) as word`,
  );
  if (word === "entered" && !before)
    await tellVote(tx, actor, vote, "ballots.entered", ({ title }) => ({
      es: `La Secretaría Técnica ingresó ${Object.keys(lines).length} papeletas de la votación sobre «${title.es}»; esperan la confirmación de otra persona.`,
      en: `The technical secretariat entered ${Object.keys(lines).length} ballots of the vote on “${title.en}”; they wait for another person's confirmation.`,
    }), { entry: id, countries: Object.keys(lines), method });
  return word;
}

/** The second person confirms all lines, or none: whoever entered them cannot. */
export async function settleEntry(tx: Writing, actor: Actor, { id, confirms }: { readonly id: string; readonly confirms: boolean }): Promise<"confirmed" | "refused" | EntryRefusal> {
  const before = await tx.selectFrom("plenary.entry").select(["vote", "settled_at"]).where("id", "=", id).executeTakeFirst();
  const word = await wordOf<"confirmed" | "refused" | EntryRefusal>(tx, sql<Answered>`select plenary.settle_entry(${id}::uuid, ${confirms}) as word`);
  if ((word === "confirmed" || word === "refused") && before?.settled_at === null)
    await tellVote(tx, actor, before.vote, `ballots.${word}`, ({ title }) => ({
      es: `Una segunda persona ${confirms ? "confirmó" : "rechazó"} las papeletas ingresadas de la votación sobre «${title.es}».`,
      en: `A second person ${confirms ? "confirmed" : "rejected"} the entered ballots of the vote on “${title.en}”.`,
    }), { entry: id });
  return word;
}

/** The entries of a vote with their lines, in their order; while it is open for those who lead alone. */
export async function entriesOf(tx: Reading, vote: string): Promise<Entry[]> {
  const rows = await tx.selectFrom("plenary.entry").selectAll().where("vote", "=", vote).orderBy("entered_at").execute();
  if (rows.length === 0) return [];
  const lines = await tx.selectFrom("plenary.entry_line").selectAll().where("entry", "in", rows.map(({ id }) => id)).orderBy("country").execute();
  return rows.map((row) => ({
    id: row.id, vote: row.vote, method: row.method as EntryMethod, // the table's check
    note: row.note, enteredAt: row.entered_at, enteredBy: row.entered_by, enteredByName: row.entered_by_name,
    settledAt: row.settled_at, settledByName: row.settled_by_name, confirmed: row.confirmed,
    lines: lines.filter(({ entry }) => entry === row.id).map(({ country, option }) => ({ country, option })),
  }));
}
