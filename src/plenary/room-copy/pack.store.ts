import { type Database, type Reading, read, sql } from "#database";
import { asPart, packBundle } from "./bundle.ts";
import { documentParts } from "./document.store.ts";
import { codeDigest, keyCheck, roomCode } from "./key.ts";
import type { RoomFileRefusal } from "./room-copy.ts";
import { carriedCopy, carrier, sessionRows, tableShape } from "./travel.store.ts";

/** A person of the room with the code of the slip that is given to them. */
export interface RoomSlip {
  readonly account: string;
  readonly name: string;
  readonly country: string | null;
  readonly organisation: string | null;
  /** Of the delegation; null for those who lead. */
  readonly capacity: string | null;
  readonly offices: readonly string[];
  readonly code: string;
}

/** What the room needs to know of the coalition beside the session itself. */
const reference = [
  "coalition.member", "coalition.term", "coalition.observer_organisation", "coalition.committee", "coalition.committee_member",
  "plenary.quorum_rule", "plenary.majority_rule", "plenary.election_rule", "plenary.notice_rule",
] as const;

/**
 * The sealed file of a session that was handed over. It may be made again with the same key, because nothing of the session
 * changes here meanwhile; only one return of it is ever received.
 */
export function sessionFile(database: Database, id: string, key: string): Promise<{ readonly meeting: string; readonly file: Buffer } | RoomFileRefusal> {
  return read(database, carrier, async (tx) => {
    const copy = await carriedCopy(tx, { id });
    if (!copy) return "unknown-copy";
    if (copy.keyCheck !== keyCheck(key, id).toString("hex")) return "wrong-key";
    if (copy.state !== "handed") return "not-handed";
    const people = await peopleOf(tx, copy.meeting);
    const codes = Object.fromEntries(people.map(({ id: account }) => [account, codeDigest(roomCode(key, id, account), account).toString("hex")]));
    const parts = new Map([
      ["rows.json", asPart(await sessionRows(tx, copy.meeting))],
      ["context.json", asPart(await textOf(tx, sql`select plenary.room_context(${copy.meeting})::text as text`))],
      ["people.json", asPart(JSON.stringify(people))],
      ["codes.json", asPart(JSON.stringify(codes))],
      ["reference.json", asPart(await referenceRows(tx))],
      ...(await documentParts(tx, { session: copy.meeting })),
    ]);
    const { state: _, returnedDigest: _none, auditUntil: _neither, ...manifest } = copy;
    return { meeting: copy.meeting, file: packBundle({ manifest: { kind: "session", shape: await tableShape(tx), ...manifest }, parts }, key) };
  });
}

/** The slips of a copy: everybody who may enter it, with the personal code. They can be printed again with the same key. */
export function roomSlips(database: Database, id: string, key: string): Promise<{ readonly meeting: string; readonly slips: readonly RoomSlip[] } | RoomFileRefusal> {
  return read(database, carrier, async (tx) => {
    const copy = await carriedCopy(tx, { id });
    if (!copy) return "unknown-copy";
    if (copy.keyCheck !== keyCheck(key, id).toString("hex")) return "wrong-key";
    if (copy.state !== "handed") return "not-handed";
    const slips = (await peopleOf(tx, copy.meeting)).map(({ id: account, name, country, organisation, capacity, offices }) => ({
      account, name, country, organisation, capacity, offices: offices.map(({ office }) => office), code: roomCode(key, id, account),
    }));
    return { meeting: copy.meeting, slips: slips.toSorted((one, other) => (one.country ?? "").localeCompare(other.country ?? "") || one.name.localeCompare(other.name)) };
  });
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly capacity: string | null;
  readonly offices: readonly { readonly office: string }[];
}

async function peopleOf(tx: Reading, meeting: string): Promise<Person[]> {
  const { rows } = await sql<{ people: Person[] }>`select plenary.room_people(${meeting}) as people`.execute(tx);
  return rows[0]?.people ?? [];
}

async function referenceRows(tx: Reading): Promise<string> {
  const tables: string[] = [];
  for (const name of reference)
    tables.push(`${JSON.stringify(name)}:${await textOf(tx, sql`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as text from ${sql.table(name)} t`)}`);
  return `{${tables.join(",")}}`;
}

async function textOf(tx: Reading, query: ReturnType<typeof sql<{ text: string }>>): Promise<string> {
  return (await query.execute(tx)).rows[0]?.text ?? "null";
}
