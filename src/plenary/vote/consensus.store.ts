import type { Actor } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { type Answered, subjectOf, wordOf } from "./act-word.ts";
import { approveAdoptedAgenda } from "./adopted-agenda.store.ts";
import type { Consensus, Position, PositionKind } from "./consensus.ts";
import { tellOf } from "./motion.store.ts";

export type ConsensusRefusal =
  | "not-yours" | "unknown-motion" | "unknown" | "meeting-not-open" | "motion-decided" | "no-quorum" | "another-open" | "decision-open"
  | "not-settled-yet" | "tie-waits" | "already-closed" | "closed" | "text-missing" | "unknown-meeting" | "not-a-delegate" | "not-a-member"
  | "not-accredited" | "credentials-unchecked" | "not-present" | "titular-present";

/** Opens the taking of consensus on a motion; the id comes from the form, so that sending it twice opens one. */
export async function openConsensus(tx: Writing, actor: Actor, { id, motion }: { readonly id: string; readonly motion: string }): Promise<"opened" | ConsensusRefusal> {
  const before = await one(tx, id);
  const word = await wordOf<"opened" | ConsensusRefusal>(tx, sql<Answered>`select plenary.open_consensus(${motion}::uuid, ${id}::uuid) as word`);
  if (word === "opened" && !before)
    await tellOf(tx, actor, motion, "consensus.opened", (number, title) => ({
      es: `Se abrió la consulta de consenso sobre la moción n.º ${number}, «${title.es}».`,
      en: `Consensus was sought on motion no. ${number}, “${title.en}”.`,
    }), { consensus: id });
  return word;
}

const said = {
  agreement: { es: "declaró su acuerdo con", en: "agreed with" },
  reservation: { es: "hizo una reserva a", en: "entered a reservation to" },
  objection: { es: "objetó", en: "objected to" },
} as const;

/** States the acting delegation's position; it may be stated anew until the consensus closes. */
export async function statePosition(
  tx: Writing,
  actor: Actor,
  { id, consensus, kind, text }: { readonly id: string; readonly consensus: string; readonly kind: PositionKind; readonly text: string },
): Promise<"stated" | ConsensusRefusal> {
  const before = await tx.selectFrom("plenary.position").select("id").where("id", "=", id).executeTakeFirst();
  const word = await wordOf<"stated" | ConsensusRefusal>(
    tx,
    sql<Answered>`select plenary.state_position(${consensus}::uuid, ${kind}, ${text}, ${id}::uuid) as word`,
  );
  if (word !== "stated" || before) return word;
  const of = await one(tx, consensus);
  const who = subjectOf(actor);
  await tellOf(tx, actor, of?.motion ?? "", "consensus.position", (number) => ({
    es: `${who.es} ${said[kind].es} la moción n.º ${number}${text === "" ? "." : `: «${text}»`}`,
    en: `${who.en} ${said[kind].en} motion no. ${number}${text === "" ? "." : `: “${text}”`}`,
  }), { consensus, position: id, kind });
  return word;
}

/** Closes the consensus; what became of it is computed from quorum and positions. */
export async function closeConsensus(tx: Writing, actor: Actor, id: string): Promise<"adopted" | "objected" | ConsensusRefusal> {
  const before = await one(tx, id);
  const word = await wordOf<"adopted" | "objected" | ConsensusRefusal>(tx, sql<Answered>`select plenary.close_consensus(${id}::uuid) as word`);
  // 'no-quorum' is an outcome here: the consensus is closed by it.
  if (word === "adopted" || word === "objected" || word === "no-quorum")
    await tellOf(tx, actor, before?.motion ?? "", "consensus.closed", (number, title) => sentences[word](number, title), { consensus: id, outcome: word });
  if (word === "adopted") await approveAdoptedAgenda(tx, actor, before?.motion ?? null);
  return word;
}

const sentences = {
  adopted: (number: number, title: { es: string; en: string }) => ({
    es: `La moción n.º ${number}, «${title.es}», se aprobó por consenso.`,
    en: `Motion no. ${number}, “${title.en}”, was adopted by consensus.`,
  }),
  objected: (number: number) => ({
    es: `No hubo consenso sobre la moción n.º ${number}: al menos una delegación la objetó.`,
    en: `There was no consensus on motion no. ${number}: at least one delegation objected.`,
  }),
  "no-quorum": (number: number) => ({
    es: `La consulta de consenso sobre la moción n.º ${number} se cerró sin resultado por falta de quórum.`,
    en: `The consensus on motion no. ${number} was closed without result for lack of quorum.`,
  }),
};

async function one(tx: Reading, id: string) {
  return tx.selectFrom("plenary.consensus").select(["id", "meeting", "motion"]).where("id", "=", id).executeTakeFirst();
}

/** The consensuses of a meeting in the order in which they were opened, with their positions. */
export async function consensusesOf(tx: Reading, meeting: string): Promise<Consensus[]> {
  const rows = await tx
    .selectFrom("plenary.consensus")
    .select(["id", "meeting", "motion", "opened_at as openedAt", "closed_at as closedAt", "outcome", "present", "members"])
    .where("meeting", "=", meeting)
    .orderBy("opened_at")
    .execute();
  const positions = rows.length === 0 ? [] : await positionsIn(tx, rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as Consensus["outcome"], // the table's check
    positions: positions.filter(({ consensus }) => consensus === row.id),
  }));
}

async function positionsIn(tx: Reading, consensuses: readonly string[]): Promise<(Position & { consensus: string })[]> {
  const rows = await tx
    .selectFrom("plenary.position")
    .select(["id", "consensus", "country", "kind", "text", "at", "name", "place"])
    .where("consensus", "in", consensuses)
    .orderBy("place")
    .execute();
  return rows.map(({ place, kind, ...row }) => ({
    ...row,
    kind: kind as PositionKind, // the table's check
    isNewest: !rows.some((other) => other.consensus === row.consensus && other.country === row.country && other.place > place),
  }));
}
