import { createHash, timingSafeEqual } from "node:crypto";
import { type Database, sql } from "#database";
import { type AttemptRefusal, underThrottle } from "./attempt.ts";
import { doorOf } from "./door.ts";
import { ask } from "./query.ts";
import { beginSession } from "./sign-in.ts";

/** Somebody who may enter a copy of the platform in the room with a personal code. */
export interface RoomPerson {
  readonly account: string;
  readonly name: string;
  readonly country: string | null;
}

/** Who may enter this copy in the room, by name. Nobody on a main platform, which keeps no codes. */
export function roomPeople(database: Database): Promise<RoomPerson[]> {
  return doorOf(database).pass({ task: "room sign-in" }, (tx) =>
    ask<RoomPerson>(
      tx,
      sql`select a.id as account, a.name, min(o.country) as country from identity.room_code c join identity.account a on a.id = c.account
        join identity.office o on o.account = a.id and o.until is null group by a.id, a.name order by min(o.country) nulls first, a.name`,
    ),
  );
}

/**
 * Enters a copy in the room with a person's own code: an ordinary session begins, complete at once, since the code stands for
 * both proofs there. `digestOf` makes of account and code what the copy keeps. Throttled like every proof.
 */
export async function roomSignIn(
  database: Database,
  request: Request,
  typed: { readonly account: string; readonly code: string | undefined },
  digestOf: (code: string, account: string) => Uint8Array,
  now = new Date(),
): Promise<{ readonly kind: "opened"; readonly value: Headers } | AttemptRefusal> {
  const isId = /^[0-9a-f-]{36}$/.test(typed.account);
  const [known] = isId
    ? await doorOf(database).pass({ task: "room sign-in" }, (tx) =>
        ask<{ account: string; digest: Buffer }>(tx, sql`select account, digest from identity.room_code where account = ${typed.account}`),
      )
    : [];
  // An unknown name is answered like a wrong code.
  const kept = known?.digest ?? createHash("sha256").update("nobody").digest();
  const right = typed.code !== undefined && timingSafeEqual(kept, digestOf(typed.code, typed.account)) && known !== undefined;
  return underThrottle(database, request, { key: { kind: "account", of: `room ${typed.account}` }, account: known?.account, proof: "room-code" }, now, async () =>
    right && known ? beginSession(database, request, known.account, now) : undefined,
  );
}
