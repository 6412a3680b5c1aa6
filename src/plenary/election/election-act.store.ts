import { type Actor, formatDate, addDays } from "#basics";
import { endTerm, lastDayOfTerm, membersOn, openTerm, terms } from "#coalition";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import type { Election } from "./election.ts";
import { electionOf } from "./election.store.ts";
import { namedBy, namesOf } from "./name.store.ts";
import { type ElectionAnswer, answerOf, wordOf } from "./refusal.ts";
import { tellOnce } from "./tell-once.ts";

/**
 * The term that is proposed when an election is opened: a year from the day after the last term on record; from the day of the
 * meeting (ISO) where none is, where it ended before, or where it has no last day.
 */
export async function proposedTerm(tx: Reading, meetingDay: string): Promise<{ readonly from: string; readonly until: string }> {
  const ends = (await terms(tx)).flatMap(({ office, until }) => (office === "presidency" && until !== undefined ? [addDays(until, 1)] : []));
  const from = ends.reduce((latest, each) => (each > latest ? each : latest), meetingDay);
  return { from, until: lastDayOfTerm("presidency", from) };
}

/** What is opened: an election for one term, under a point of the agenda. `id` comes with the form, so that it opens once. */
export interface ElectionDraft {
  readonly id: string;
  readonly meeting: string;
  readonly item: string;
  readonly termFrom: string;
  readonly termUntil: string;
}

/** Opens the election under the newest rule in force. Those who lead do it, from the convocation on. */
export async function openElection(tx: Writing, actor: Actor, draft: ElectionDraft): Promise<ElectionAnswer<"opened">> {
  const { id, meeting, item, termFrom, termUntil } = draft;
  const word = answerOf(
    await wordOf(tx, sql<{ word: string }>`select plenary.open_election(${id}::uuid, ${meeting}, ${item}::uuid, ${termFrom}::date, ${termUntil}::date) as word`),
    ["opened"],
  );
  if (word === "opened")
    await tellOnce(tx, actor, {
      meeting,
      item,
      kind: "election.opened",
      key: id,
      sentence: {
        es: `Se abrió la elección de la Presidencia para el período del ${formatDate(termFrom, "es")} al ${formatDate(termUntil, "es")}.`,
        en: `The election of the presidency for the term from ${formatDate(termFrom, "en")} to ${formatDate(termUntil, "en")} was opened.`,
      },
      detail: { election: id, termFrom, termUntil },
    });
  return word;
}

/** Ends an election that was opened by mistake, before any ballot, with its reason. */
export async function voidElection(tx: Writing, actor: Actor, election: Election, reason: string): Promise<ElectionAnswer<"void">> {
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.void_election(${election.id}::uuid, ${reason}) as word`), ["void"]);
  if (word === "void")
    await tell(tx, actor, {
      meeting: election.meeting,
      item: election.item,
      kind: "election.void",
      sentence: { es: `La elección de la Presidencia se dejó sin efecto: ${reason}`, en: `The election of the presidency was made void: ${reason}` },
      detail: { election: election.id },
    });
  return word;
}

/**
 * Proclaims the winner and, in the same transaction, enters its term in the coalition; a present term that reaches into the new
 * one ends the day before. The winner is the one that the ballots or the lots gave.
 */
export async function proclaim(tx: Writing, actor: Actor, of: Election): Promise<ElectionAnswer<"proclaimed">> {
  const election = (await electionOf(tx, of.meeting)) ?? of;
  if (election.state === "decided") {
    const refusal = await termRefusal(tx, election);
    if (refusal !== undefined) return refusal;
  }
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.proclaim(${election.id}::uuid) as word`), ["proclaimed"]);
  const { winner, meeting, item, termFrom, termUntil } = election;
  if (word !== "proclaimed" || winner === undefined) return word;
  const present = (await terms(tx)).find(({ office, from, until }) => office === "presidency" && from < termFrom && until !== undefined && until >= termFrom);
  if (present) await endTerm(tx, present.id, addDays(termFrom, -1));
  const opened = await openTerm(tx, {
    office: "presidency",
    country: winner,
    from: termFrom,
    until: termUntil,
    electedAt: meeting,
    source: { es: `Elección en la reunión ${meeting}`, en: `Election at meeting ${meeting}` },
  });
  // Nothing of a proclamation stays whose term could not be entered; the conditions were asked for above.
  if ("refusal" in opened) throw new Error(`The term of ${winner} could not be entered: ${opened.refusal}`);
  const name = namedBy(await namesOf(tx))(winner);
  await tell(tx, actor, {
    meeting,
    item,
    kind: "election.proclaimed",
    sentence: {
      es: `Se proclamó a ${name.es} para ejercer la Presidencia del ${formatDate(termFrom, "es")} al ${formatDate(termUntil, "es")}${election.decidedBy === "lots" ? ", por sorteo ante testigos" : ""}.`,
      en: `${name.en} was proclaimed to hold the presidency from ${formatDate(termFrom, "en")} to ${formatDate(termUntil, "en")}${election.decidedBy === "lots" ? ", by lots before witnesses" : ""}.`,
    },
    detail: { election: election.id, winner, term: opened.id, decidedBy: election.decidedBy ?? "votes" },
  });
  return word;
}

async function termRefusal(tx: Reading, { winner, termFrom, termUntil }: Election): Promise<"term-taken" | "winner-not-member" | undefined> {
  const taken = (await terms(tx)).some(({ office, from, isEndUnknown }) => office === "presidency" && !isEndUnknown && from >= termFrom && from <= termUntil);
  if (taken) return "term-taken";
  return (await membersOn(tx, termFrom)).some(({ code }) => code === winner) ? undefined : "winner-not-member";
}
