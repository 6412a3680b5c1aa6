/** Where a copy stands, as the main platform sees it. 'handed': the room has the authority over the session. */
export type RoomCopyState = "prepared" | "withdrawn" | "handed" | "returned" | "revoked";

/** A copy of a meeting's session for the room. */
export interface RoomCopy {
  readonly id: string;
  readonly meeting: string;
  readonly state: RoomCopyState;
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly preparedAt: Date;
  readonly handedByName: string | null;
  readonly handedAt: Date | null;
  readonly returnedAt: Date | null;
  /** The archived document with the copy's own audit entries. */
  readonly document: string | null;
  readonly auditHead: string | null;
  readonly revocationReason: string | null;
  readonly revocationAskedBy: string | null;
  readonly revocationAskedByName: string | null;
  readonly revokedByName: string | null;
  readonly revokedAt: Date | null;
}

/** Why a copy cannot be prepared, withdrawn, handed over or revoked. */
export type RoomCopyRefusal =
  | "not-yours"
  | "unknown-meeting"
  | "unknown-copy"
  | "is-a-copy"
  | "wrong-state"
  | "already-out"
  | "not-prepared"
  | "not-handed"
  | "same-person"
  | "decision-open"
  | "lots-open"
  | "does-not-add-up"
  | "reason-missing"
  | "not-asked";

/** Why a file is not made or not opened. */
export type RoomFileRefusal = "wrong-key" | "not-handed" | "unknown-copy";

/** Why a bundle does not become a copy in the room. */
export type RoomOpenRefusal = "not-a-bundle" | "does-not-open" | "damaged" | "not-a-session" | "not-empty" | "other-version";

/** Why a copy is not closed. */
export type RoomCloseRefusal = "not-a-copy" | "wrong-key" | "decision-open" | "lots-open";

/** Why the session is not taken back. */
export type RoomReceiveRefusal =
  | "not-yours"
  | "not-a-bundle"
  | "does-not-open"
  | "damaged"
  | "not-a-return"
  | "unknown-copy"
  | "wrong-key"
  | "other-version"
  | "another-return"
  | "revoked"
  | "not-handed"
  | "another-bundle"
  | "main-changed"
  | "audit-broken"
  | "does-not-add-up";

/** Every word with which an act of a room copy is refused. */
export type AnyRoomRefusal = RoomCopyRefusal | RoomFileRefusal | RoomOpenRefusal | RoomCloseRefusal | RoomReceiveRefusal;

/** The number under which the archive keeps the audit entries of a copy: 'SALA-V-2024-1A2B3C4D'. */
export function auditNumber({ id, meeting }: Pick<RoomCopy, "id" | "meeting">): string {
  return `SALA-${meeting}-${id.slice(0, 8).toUpperCase()}`;
}
