import { type Reading, type Writing, sql } from "#database";
import type { RoomCopy, RoomCopyRefusal } from "./room-copy.ts";

/** The copies of a meeting, the newest first; policy `leaders_read` shows them to those who lead. */
export async function roomCopies(tx: Reading, meeting: string): Promise<RoomCopy[]> {
  const { rows } = await sql<RoomCopy>`
    select id, meeting, state, prepared_by as "preparedBy", prepared_by_name as "preparedByName", prepared_at as "preparedAt",
      handed_by_name as "handedByName", handed_at as "handedAt", returned_at as "returnedAt", document, audit_head as "auditHead",
      revocation_reason as "revocationReason", revocation_asked_by as "revocationAskedBy", revocation_asked_by_name as "revocationAskedByName",
      revoked_by_name as "revokedByName", revoked_at as "revokedAt"
    from plenary.room_copy where meeting = ${meeting} order by prepared_at desc`.execute(tx);
  return rows;
}

/** Since when the room has had the session of a meeting; nothing while this platform has it. For every page that shows one. */
export async function sessionAway(tx: Reading, meeting: string): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date }>`select handed_at as since from plenary.room_copy where meeting = ${meeting} and side = 'main' and state = 'handed'`.execute(tx);
  return rows[0]?.since;
}

async function word<Word extends string>(tx: Writing, query: ReturnType<typeof sql<{ word: Word }>>): Promise<Word> {
  const { rows } = await query.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("The act gave no word");
  return row.word;
}

/** Prepares a copy under the check of its key; the secretariat's act. Sent twice with the same number it prepares one. */
export function prepareRoomCopy(tx: Writing, copy: { readonly id: string; readonly meeting: string; readonly keyCheck: Uint8Array }): Promise<"prepared" | RoomCopyRefusal> {
  return word(tx, sql`select plenary.prepare_room_copy(${copy.id}::uuid, ${copy.meeting}, ${Buffer.from(copy.keyCheck)}::bytea) as word`);
}

/** Withdraws a copy that was prepared and not handed over. */
export function withdrawRoomCopy(tx: Writing, id: string): Promise<"withdrawn" | RoomCopyRefusal> {
  return word(tx, sql`select plenary.withdraw_room_copy(${id}::uuid) as word`);
}

/** Hands the session over, the presidency's act: from the commit on this platform only reads it. */
export function handRoomCopy(tx: Writing, id: string): Promise<"handed" | RoomCopyRefusal> {
  return word(tx, sql`select plenary.hand_room_copy(${id}::uuid) as word`);
}

/** Asks that a copy which is lost for good be revoked; a second person decides. */
export function askRevocation(tx: Writing, id: string, reason: string): Promise<"asked" | RoomCopyRefusal> {
  return word(tx, sql`select plenary.ask_room_revocation(${id}::uuid, ${reason}) as word`);
}

/** Revokes a copy: its file can never be received afterwards, and the session goes on here. */
export function revokeRoomCopy(tx: Writing, id: string): Promise<"revoked" | RoomCopyRefusal> {
  return word(tx, sql`select plenary.revoke_room_copy(${id}::uuid) as word`);
}
