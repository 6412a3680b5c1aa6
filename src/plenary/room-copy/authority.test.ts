import { randomUUID } from "node:crypto";
import { sql, write } from "#database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { castBallot, handOver, openVote, propose, roomWorld } from "../../../test/plenary-room.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { keyCheck, roomKey } from "./key.ts";
import { openRoom } from "./open.store.ts";
import { sessionFile } from "./pack.store.ts";
import { receiveRoom } from "./receive.store.ts";
import { closeRoom } from "./return.store.ts";
import { askRevocation, handRoomCopy, prepareRoomCopy, revokeRoomCopy, roomCopies, withdrawRoomCopy } from "./room-copy.store.ts";

let main: World;
let meeting: ArrangedMeeting;
let other: ArrangedMeeting;
beforeAll(async () => {
  main = await openWorld();
  meeting = await arrangeMeeting(main);
  other = await arrangeMeeting(main, { year: 2025, ordinal: 1 });
});
afterAll(() => main.close());

const key = roomKey(new Uint8Array(15).fill(9));
const prepare = (id: string, actor = meeting.secretariat, of = meeting.id) => write(main.database, actor, (tx) => prepareRoomCopy(tx, { id, meeting: of, keyCheck: keyCheck(key, id) }));
const hand = (id: string, actor = meeting.presidency) => write(main.database, actor, (tx) => handRoomCopy(tx, id));

test("the secretariat prepares and the presidency hands over; nobody else, and nobody both", async () => {
  const id = randomUUID();
  expect(await prepare(id, meeting.presidency)).toBe("not-yours");
  await expect(prepare(id, meeting.titular("CRI"))).rejects.toThrow("permission denied");
  expect(await prepare(id)).toBe("prepared");
  expect(await prepare(id)).toBe("prepared");
  expect(await prepare(randomUUID())).toBe("already-out");
  expect(await hand(id, meeting.secretariat)).toBe("not-yours");
  const both = { ...meeting.secretariat, office: "presidency" } as const;
  expect(await hand(id, both)).toBe("same-person");
  expect(await sessionFile(main.database, id, key)).toBe("not-handed");
  expect(await write(main.database, meeting.secondSecretary, (tx) => withdrawRoomCopy(tx, id))).toBe("withdrawn");
  expect(await hand(id)).toBe("not-prepared");
  expect(await hand(randomUUID())).toBe("unknown-copy");
  expect(await prepare(randomUUID(), meeting.secretariat, "IX-2031")).toBe("unknown-meeting");
});

test("a session with an open decision is not handed over: it is closed first", async () => {
  const vote = await openVote(main.database, meeting, "roll-call", "main");
  const id = randomUUID();
  await prepare(id);
  expect(await hand(id)).toBe("decision-open");
  await write(main.database, meeting.secretariat, (tx) => sql`select plenary.void_vote(${vote}::uuid, 'prueba')`.execute(tx));
  await write(main.database, meeting.secretariat, (tx) => withdrawRoomCopy(tx, id));
});

test("a copy that is lost is revoked by two persons with a reason; then its file is never received, and the session goes on here", async () => {
  const handed = await handOver(main, meeting);
  expect(await prepare(randomUUID(), other.secretariat, other.id)).toBe("already-out");
  expect(await sessionFile(main.database, handed.id, key)).toBe("wrong-key");
  const room = await roomWorld(handed);
  try {
    await propose(room.database, meeting);
    const returned = await closeRoom(room.database, handed.key);
    if (typeof returned === "string") throw new Error(returned);
    const act = <T,>(actor: typeof meeting.secretariat, work: Parameters<typeof write<T>>[2]) => write(main.database, actor, work);
    expect(await act(meeting.presidency, (tx) => revokeRoomCopy(tx, handed.id))).toBe("not-asked");
    expect(await act(meeting.secretariat, (tx) => askRevocation(tx, handed.id, " "))).toBe("reason-missing");
    expect(await act(meeting.secretariat, (tx) => askRevocation(tx, handed.id, "Se perdió la memoria."))).toBe("asked");
    expect(await act(meeting.secretariat, (tx) => revokeRoomCopy(tx, handed.id))).toBe("same-person");
    expect(await act(meeting.presidency, (tx) => revokeRoomCopy(tx, handed.id))).toBe("revoked");
    expect(await act(meeting.presidency, (tx) => askRevocation(tx, handed.id, "Otra vez."))).toBe("not-handed");
    expect(await receiveRoom(main.database, meeting.secretariat, returned.file, handed.key)).toMatchObject({ refusal: "revoked" });
    const vote = await openVote(main.database, meeting, "roll-call", "main");
    expect(await castBallot(main.database, meeting, vote, "CRI", 1)).toBe("cast");
    expect((await act(meeting.secretariat, (tx) => roomCopies(tx, meeting.id)))[0]).toMatchObject({ state: "revoked", revocationReason: "Se perdió la memoria.", handedByName: meeting.presidency.name });
  } finally {
    await room.close();
  }
});

test("a bundle makes a copy of an empty platform only, with its own key, and carries no secret of anybody", async () => {
  const world = await openWorld();
  const used = await openWorld();
  try {
    const there = await arrangeMeeting(world);
    const handed = await handOver(world, there);
    expect(await openRoom(used.database, handed.file, key)).toBe("does-not-open");
    expect(await openRoom(used.database, Buffer.from("otra cosa"), handed.key)).toBe("not-a-bundle");
    await arrangeMeeting(used, { state: "convened", year: 2026 });
    expect(await openRoom(used.database, handed.file, handed.key)).toBe("not-empty");
    expect(await openRoom(world.database, handed.file, handed.key)).toBe("not-empty");
    const room = await roomWorld(handed);
    const { rows } = await asOwner(room.ownerUrl, (client) =>
      client.query(`select (select count(*)::int from identity.credential) + (select count(*)::int from identity.authenticator) + (select count(*)::int from identity.passkey)
        + (select count(*)::int from identity.session) as secrets, (select count(*)::int from identity.account where email not like '%@room.invalid') as addresses,
        (select count(*)::int from statistics.submission) as figures, (select count(*)::int from identity.room_code) as codes`),
    );
    expect(rows[0]).toEqual({ secrets: 0, addresses: 0, figures: 0, codes: 22 });
    expect(await closeRoom(world.database, handed.key)).toBe("not-a-copy");
    await room.close();
  } finally {
    await world.close();
    await used.close();
  }
});
