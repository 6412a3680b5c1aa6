import { sql } from "#database";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { type HandedOver, allRows, castBallot, finishVote, handOver, openVote, roomWorld, word } from "../../../test/plenary-room.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { type Bundle, asPart, openBundle, packBundle, partText } from "./bundle.ts";
import { receiveRoom } from "./receive.store.ts";
import { closeRoom } from "./return.store.ts";

let main: World;
let room: World;
let meeting: ArrangedMeeting;
let handed: HandedOver;
let file: Buffer;
let rollCall: string;
beforeAll(async () => {
  main = await openWorld();
  meeting = await arrangeMeeting(main);
  handed = await handOver(main, meeting);
  room = await roomWorld(handed);
  rollCall = await openVote(room.database, meeting, "roll-call");
  for (const [place, country] of ["BLZ", "CRI", "SLV", "GTM", "HND"].entries()) await castBallot(room.database, meeting, rollCall, country, place < 3 ? 1 : 2);
  await finishVote(room.database, meeting, rollCall);
  await word(room.database, meeting.secretariat, sql`select plenary.record_presence(${meeting.accreditation("DOM")}::uuid, 'departure') as word`);
  file = await close();
});
afterAll(() => Promise.all([main.close(), room.close()]));

async function close(): Promise<Buffer> {
  const closed = await closeRoom(room.database, handed.key);
  if (typeof closed === "string") throw new Error(closed);
  return closed.file;
}
const receive = (bytes: Uint8Array, key = handed.key) => receiveRoom(main.database, meeting.secretariat, bytes, key);

/** What stands on the main platform, to be the same after every refusal. */
async function standing(): Promise<string> {
  const rows = await allRows(main, meeting.id);
  const { rows: copies } = await asOwner(main.ownerUrl, (client) => client.query("select state, document from plenary.room_copy"));
  const { rows: documents } = await asOwner(main.ownerUrl, (client) => client.query("select count(*)::int as n from archive.document"));
  return JSON.stringify([rows, copies, documents]);
}

test("a file with one altered byte, a wrong key, the session's own file, another file: each is refused by its word", async () => {
  const before = await standing();
  const altered = Buffer.from(file);
  altered[file.length - 40] = (altered[file.length - 40] ?? 0) ^ 1;
  expect(await receive(altered)).toEqual({ refusal: "does-not-open" });
  expect(await receive(file, "0000-0000-0000-0000-0000-0000")).toEqual({ refusal: "does-not-open" });
  expect(await receive(handed.file)).toEqual({ refusal: "not-a-return" });
  expect(await receive(Buffer.from("un archivo"))).toEqual({ refusal: "not-a-bundle" });
  expect(await receiveRoom(main.database, meeting.titular("CRI"), file, handed.key)).toEqual({ refusal: "not-yours" });
  expect(await standing()).toBe(before);
});

test("whoever holds the key and writes other rows into the file is refused: the rows have not the fingerprint of the room", async () => {
  const before = await standing();
  const bundle = openBundle(file, handed.key) as Bundle; // it opens, as it is whole
  const forge = (change: (rows: Record<string, Record<string, unknown>[]>) => void, manifest: Partial<Bundle["manifest"]> = {}) => {
    const rows = JSON.parse(partText(bundle, "rows.json")) as Record<string, Record<string, unknown>[]>;
    change(rows);
    return packBundle({ manifest: { ...bundle.manifest, ...manifest }, parts: new Map([...bundle.parts, ["rows.json", asPart(JSON.stringify(rows))]]) }, handed.key);
  };
  const refused = async (bytes: Buffer, why: string) => expect(await receive(bytes)).toMatchObject({ refusal: why });
  await refused(forge((rows) => { (rows["ballot"] ?? []).pop(); }), "does-not-add-up");
  await refused(forge((rows) => { rows["motion"] = []; }), "does-not-add-up");
  await refused(forge((rows) => { (rows["seat"] ?? []).pop(); }), "does-not-add-up");
  await refused(forge((rows) => { rows["presence"] = []; }), "does-not-add-up");
  await refused(forge((rows) => { Object.assign(rows["meeting"]?.[0] ?? {}, { id: "VI-2024" }); }), "does-not-add-up");
  await refused(forge((rows) => { Object.assign(rows["suspension"] ?? [], [{ id: handed.id, meeting: meeting.id, from_at: "2024-01-01", until_at: "2024-01-02", reason: "" }]); }), "does-not-add-up");
  await refused(forge(() => undefined, { handedDigest: "ab".repeat(32) }), "another-bundle");
  await refused(forge(() => undefined, { copy: "00000000-0000-4000-8000-000000000abc" }), "unknown-copy");
  await refused(forge(() => undefined, { shape: "ab".repeat(32) }), "other-version");
  await refused(forge(() => undefined, { auditHead: "ab".repeat(32) }), "audit-broken");
  expect(await standing()).toBe(before);
});

test("whoever rewrites the laptop's database behind the platform's back is refused too: the decisions do not add up", async () => {
  const before = await standing();
  const lies: readonly (readonly [tell: string, takeBack: string])[] = [
    [`update plenary.ballot set option = 2 where vote = '${rollCall}' and country = 'BLZ'`, `update plenary.ballot set option = 1 where vote = '${rollCall}' and country = 'BLZ'`],
    [`update plenary.outcome set outcome = 'rejected' where vote = '${rollCall}'`, `update plenary.outcome set outcome = 'adopted' where vote = '${rollCall}'`],
    [`update plenary.count set figures = '{"1": 4, "2": 1, "3": 0}' where vote = '${rollCall}'`, `update plenary.count set figures = '{"1": 3, "2": 2, "3": 0}' where vote = '${rollCall}'`],
    [`update plenary.mark set account = '${meeting.titular("PAN").account}' where vote = '${rollCall}' and country = 'BLZ'`, `update plenary.mark set account = '${meeting.titular("BLZ").account}' where vote = '${rollCall}' and country = 'BLZ'`],
    [`update plenary.motion set state = 'rejected' where state = 'adopted'`, `update plenary.motion set state = 'adopted' where state = 'rejected'`],
    [`update plenary.event set author = 'otra persona' where kind = 'room-copy.handed'`, `update plenary.event set author = '${meeting.presidency.name}' where kind = 'room-copy.handed'`],
  ];
  for (const [tell, takeBack] of lies) {
    await asOwner(room.ownerUrl, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(tell);
      await client.query("update plenary.room_copy set returned_digest = plenary.room_digest(meeting)");
    });
    expect([tell, await receive(await close())]).toMatchObject([tell, { refusal: "does-not-add-up" }]);
    await asOwner(room.ownerUrl, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(takeBack);
      await client.query("update plenary.room_copy set returned_digest = plenary.room_digest(meeting)");
    });
  }
  expect(await standing()).toBe(before);
});

test("killed in the middle of receiving, nothing is changed; received afterwards, everything is there; another return is refused", async () => {
  const before = await standing();
  const blocker = new Client(main.ownerUrl);
  await blocker.connect();
  await blocker.query("begin");
  await blocker.query("lock table plenary.outcome in share mode");
  const cut = receive(file).catch(() => "cut");
  await asOwner(main.ownerUrl, async (client) => {
    for (let i = 0; i < 400; i += 1) {
      const { rows } = await client.query<{ pid: number }>("select pid from pg_locks where not granted and relation = 'plenary.outcome'::regclass");
      if (rows[0]) return void (await client.query("select pg_terminate_backend($1)", [rows[0].pid]));
      await new Promise((again) => setTimeout(again, 25));
    }
  });
  expect(await cut).toBe("cut");
  await blocker.query("rollback");
  await blocker.end();
  expect(await standing()).toBe(before);
  expect(await receive(file)).toEqual({ word: "received", meeting: meeting.id });
  const after = await standing();

  await asOwner(room.ownerUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("update plenary.presence set recorded_at = recorded_at - interval '1 second'");
    await client.query("update plenary.room_copy set returned_digest = plenary.room_digest(meeting)");
  });
  expect(await receive(await close())).toMatchObject({ refusal: "another-return" });
  expect(await receive(file)).toEqual({ word: "already-received", meeting: meeting.id });
  expect(await standing()).toBe(after);
});
