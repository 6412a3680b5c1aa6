import { type Reading, type Writing, sql } from "#database";

/** The platform itself, which alone reads and puts in the rows of a whole session. */
export const carrier = { kind: "system", task: "room copy" } as const;

/** Every carried row of a meeting as one JSON text by table. It stays text: no number passes through JavaScript. */
export async function sessionRows(tx: Reading, meeting: string): Promise<string> {
  const { rows } = await sql<{ name: string; rows: string }>`select name, rows::text as rows from plenary.room_rows(${meeting})`.execute(tx);
  return `{${rows.map((table) => `${JSON.stringify(table.name)}:${table.rows}`).join(",")}}`;
}

/** The fingerprint of the tables that both places keep; two versions of the platform differ in it. */
export async function tableShape(tx: Reading): Promise<string> {
  const { rows } = await sql<{ shape: string }>`select plenary.room_shape() as shape`.execute(tx);
  return rows[0]?.shape ?? "";
}

/** A copy with what only the platform itself reads: the check of its key, and where its history begins. */
export interface CarriedCopy {
  readonly copy: string;
  readonly meeting: string;
  readonly state: string;
  readonly keyCheck: string;
  readonly handedDigest: string;
  readonly handedAt: string;
  readonly handedBy: string;
  readonly handedByName: string;
  readonly preparedAt: string;
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly eventsFrom: number;
  readonly returnedDigest: string | null;
  readonly auditUntil: number | null;
}

/** The copy of that number, or with 'room' the one that this platform is. Platform only. */
export async function carriedCopy(tx: Reading | Writing, which: { readonly id: string } | "room"): Promise<CarriedCopy | undefined> {
  const { rows } = await sql<CarriedCopy>`select id as copy, meeting, state, encode(key_check, 'hex') as "keyCheck", encode(handed_digest, 'hex') as "handedDigest",
      to_jsonb(handed_at) #>> '{}' as "handedAt", handed_by as "handedBy", handed_by_name as "handedByName", to_jsonb(prepared_at) #>> '{}' as "preparedAt",
      prepared_by as "preparedBy", prepared_by_name as "preparedByName", events_from as "eventsFrom", encode(returned_digest, 'hex') as "returnedDigest", audit_until as "auditUntil"
    from plenary.room_copy where ${which === "room" ? sql`side = 'room'` : sql`id = ${which.id} and side = 'main'`}`.execute(tx);
  return rows[0];
}
