import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type Database, sql, write } from "#database";
import { keyCheck, roomKey } from "../src/plenary/room-copy/key.ts";
import { openRoom } from "../src/plenary/room-copy/open.store.ts";
import { sessionFile } from "../src/plenary/room-copy/pack.store.ts";
import { handRoomCopy, prepareRoomCopy } from "../src/plenary/room-copy/room-copy.store.ts";
import type { ArrangedMeeting, Person } from "./plenary-meeting.ts";
import { type World, asOwner, openWorld } from "./world.ts";

/** Does one act of the plenary by its function in SQL, in a transaction of its own; the word it answered. */
export async function word(database: Database, actor: Person, query: ReturnType<typeof sql<{ word: string }>>): Promise<string> {
  const { rows } = await write(database, actor, (tx) => query.execute(tx));
  return rows[0]?.word ?? "";
}

/** A session that was handed over: its key, its file, and the act's number. */
export interface HandedOver {
  readonly id: string;
  readonly key: string;
  readonly file: Buffer;
}

/** Hands the session of a meeting over, as secretariat and presidency do, and packs it. */
export async function handOver(world: World, meeting: ArrangedMeeting): Promise<HandedOver> {
  const id = randomUUID();
  const key = roomKey(randomBytes(15));
  const prepared = await write(world.database, meeting.secretariat, (tx) => prepareRoomCopy(tx, { id, meeting: meeting.id, keyCheck: keyCheck(key, id) }));
  const handed = await write(world.database, meeting.presidency, (tx) => handRoomCopy(tx, id));
  const packed = await sessionFile(world.database, id, key);
  if (prepared !== "prepared" || handed !== "handed" || typeof packed === "string") throw new Error(`${prepared}, ${handed}, ${typeof packed === "string" ? packed : ""}`);
  return { id, key, file: packed.file };
}

/** A platform of its own that became the copy in the room. */
export async function roomWorld({ file, key }: HandedOver): Promise<World> {
  const room = await openWorld();
  const opened = await openRoom(room.database, file, key);
  if (typeof opened === "string") throw new Error(opened);
  return room;
}

/** A motion of the secretariat in the meeting's item for motions. */
export async function propose(database: Database, meeting: ArrangedMeeting): Promise<string> {
  const id = randomUUID();
  const said = await word(database, meeting.secretariat, sql`select plenary.propose_motion(${id}::uuid, ${meeting.id}, ${meeting.items.motion}::uuid, 'substance', 'Plan', 'Plan', 'Se aprueba.', 'Approved.') as word`);
  if (said !== "proposed") throw new Error(said);
  return id;
}

/** The key of a vote's urn in this place: each platform has its own. */
export function urnOf(place: string, vote: string): string {
  return createHash("sha256").update(`${place} ${vote}`).digest("hex");
}

/** Opens a vote on a new motion. */
export async function openVote(database: Database, meeting: ArrangedMeeting, method: "roll-call" | "secret", place = "room"): Promise<string> {
  const motion = await propose(database, meeting);
  const id = randomUUID();
  const said = await word(database, meeting.secretariat, sql`select plenary.open_vote(${id}::uuid, ${motion}::uuid, ${method}, 'simple', false, ${method === "secret" ? urnOf(place, id) : null}) as word`);
  if (said !== "opened") throw new Error(said);
  return id;
}

/** Casts the ballot of a delegation's titular; the word it answered. */
export function castBallot(database: Database, meeting: ArrangedMeeting, vote: string, country: string, option: number, secret?: { receipt: string; place?: string }): Promise<string> {
  return word(database, meeting.titular(country), sql`select plenary.cast_ballot(${vote}::uuid, ${option}::smallint, ${secret?.receipt ?? null}, ${secret ? urnOf(secret.place ?? "room", vote) : null}) as word`);
}

/** A receipt drawn by chance. */
export function aReceipt(): string {
  return (randomBytes(8).toString("hex").toUpperCase().match(/.{4}/g) ?? []).join("-");
}

/** Closes, counts, counts again by another person, and settles; the outcome. */
export async function finishVote(database: Database, meeting: ArrangedMeeting, vote: string, place?: string): Promise<string> {
  const closed = await word(database, meeting.secretariat, sql`select plenary.close_vote(${vote}::uuid, ${place ? urnOf(place, vote) : null}) as word`);
  const counted = await word(database, meeting.secretariat, sql`select plenary.count_vote(${vote}::uuid) as word`);
  const recounted = await word(
    database,
    meeting.secondSecretary,
    sql`select plenary.record_recount(${vote}::uuid, c.ballots, c.figures, '[]') as word from plenary.count c where c.vote = ${vote}::uuid and c.kind = 'count'`,
  );
  if (closed !== "closed" || counted !== "counted" || recounted !== "equal") throw new Error(`${closed}, ${counted}, ${recounted}`);
  return word(database, meeting.secretariat, sql`select plenary.settle_vote(${vote}::uuid) as word`);
}

/** Everything of a meeting as it stands in a place, by table; what the return must bring whole. */
export function allRows(world: World, meeting: string): Promise<Record<string, unknown[]>> {
  return asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; rows: unknown[] }>("select name, rows from plenary.room_rows($1)", [meeting]);
    return Object.fromEntries(rows.map((table) => [table.name, table.rows]));
  });
}
