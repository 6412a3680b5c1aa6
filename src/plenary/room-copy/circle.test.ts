import { sql, write } from "#database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { aReceipt, allRows, castBallot, finishVote, handOver, openVote, propose, roomWorld, word } from "../../../test/plenary-room.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { openRoom } from "./open.store.ts";
import { receiveRoom } from "./receive.store.ts";
import { closeRoom } from "./return.store.ts";

let main: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  main = await openWorld();
  meeting = await arrangeMeeting(main);
});
afterAll(() => main.close());

const countries = ["BLZ", "CRI", "SLV", "GTM", "HND"] as const;

test("a session goes to the room, is decided there, and comes back: nothing is lost and nothing is there twice", async () => {
  const before = await openVote(main.database, meeting, "roll-call", "main");
  for (const country of countries) await castBallot(main.database, meeting, before, country, 1);
  expect(await finishVote(main.database, meeting, before)).toBe("adopted");

  const handed = await handOver(main, meeting);
  const room = await roomWorld(handed);
  try {
    expect(await allRows(room, meeting.id)).toEqual(await allRows(main, meeting.id));
    expect(await openRoom(room.database, handed.file, handed.key)).toEqual({ meeting: meeting.id, again: true });

    // In the room: somebody leaves, a roll call, a secret vote, a consensus with a reservation, a note, the next item.
    expect(await word(room.database, meeting.secretariat, sql`select plenary.record_presence(${meeting.accreditation("DOM")}::uuid, 'departure') as word`)).toBe("recorded");
    const rollCall = await openVote(room.database, meeting, "roll-call");
    for (const [place, country] of countries.entries()) expect(await castBallot(room.database, meeting, rollCall, country, place < 3 ? 1 : 2)).toBe("cast");
    expect(await castBallot(room.database, meeting, rollCall, "DOM", 1)).toBe("not-present");
    expect(await finishVote(room.database, meeting, rollCall)).toBe("adopted");
    const secret = await openVote(room.database, meeting, "secret");
    const receipts = countries.map(() => aReceipt());
    for (const [place, country] of countries.entries()) expect(await castBallot(room.database, meeting, secret, country, place < 1 ? 1 : 2, { receipt: receipts[place] ?? "" })).toBe("cast");
    expect(await closeRoom(room.database, handed.key)).toBe("decision-open");
    expect(await finishVote(room.database, meeting, secret, "room")).toBe("rejected");
    const motion = await propose(room.database, meeting);
    const consensus = "00000000-0000-4000-8000-0000000c0de5";
    expect(await word(room.database, meeting.presidency, sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid) as word`)).toBe("opened");
    expect(await word(room.database, meeting.titular("CRI"), sql`select plenary.state_position(${consensus}::uuid, 'reservation', 'Con reserva.', gen_random_uuid()) as word`)).toBe("stated");
    expect(await closeRoom(room.database, handed.key)).toBe("decision-open");
    expect(await word(room.database, meeting.presidency, sql`select plenary.close_consensus(${consensus}::uuid) as word`)).toBe("adopted");
    await write(room.database, meeting.secretariat, async (tx) => {
      await tx.insertInto("plenary.item_note").values({ item: meeting.items.motion, version: 1, body: "Se discutió.", based_on: 0, author: meeting.secretariat.account, author_name: "S" }).execute();
      await tx.updateTable("plenary.agenda_item").set({ state: "current" }).where("id", "=", meeting.items.motion).execute();
      await tx.updateTable("plenary.meeting").set({ current_item: meeting.items.motion }).where("id", "=", meeting.id).execute();
      await tx.insertInto("plenary.event").values({ meeting: meeting.id, kind: "note.written", account: meeting.secretariat.account, author: "S", office: "secretariat", detail: "{}" }).execute();
    });
    await expect(write(room.database, meeting.secretariat, (tx) => tx.insertInto("plenary.act").values({ meeting: meeting.id }).execute())).rejects.toMatchObject({ code: "CR001" });

    expect(await closeRoom(room.database, "0000-0000-0000-0000-0000-0000")).toBe("wrong-key");
    const returned = await closeRoom(room.database, handed.key);
    if (typeof returned === "string") throw new Error(returned);
    await expect(propose(room.database, meeting)).rejects.toMatchObject({ code: "CR001" });
    const there = await allRows(room, meeting.id);

    expect(await receiveRoom(main.database, meeting.secretariat, returned.file, handed.key)).toEqual({ word: "received", meeting: meeting.id });
    const here = await allRows(main, meeting.id);
    const told = (here["event"] ?? []).filter((event) => (event as { kind: string }).kind === "room-copy.returned");
    expect(told).toHaveLength(1);
    expect({ ...here, event: (here["event"] ?? []).filter((event) => !told.includes(event)) }).toEqual(there);

    // Again, and made again: the same rows, received once.
    expect(await receiveRoom(main.database, meeting.secretariat, returned.file, handed.key)).toEqual({ word: "already-received", meeting: meeting.id });
    const again = await closeRoom(room.database, handed.key);
    if (typeof again === "string") throw new Error(again);
    expect(await receiveRoom(main.database, meeting.presidency, again.file, handed.key)).toEqual({ word: "already-received", meeting: meeting.id });
    expect(await allRows(main, meeting.id)).toEqual(here);

    // The receipt of a ballot cast in the room is found here, and the session goes on here.
    expect((await write(main.database, meeting.titular("BLZ"), (tx) => sql<{ holds: boolean }>`select plenary.holds_receipt(${secret}::uuid, ${receipts[0] ?? ""}, null) as holds`.execute(tx))).rows[0]?.holds).toBe(true);
    const after = await openVote(main.database, meeting, "roll-call", "main");
    for (const country of countries) expect(await castBallot(main.database, meeting, after, country, 1)).toBe("cast");
    expect(await finishVote(main.database, meeting, after)).toBe("adopted");

    // The room's own audit chain is in the archive, and this platform's is whole.
    const kept = await asOwner(main.ownerUrl, (client) =>
      client.query("select d.access, c.audit_head, convert_from(f.bytes, 'UTF8') as chain from plenary.room_copy c join archive.document d on d.id = c.document join archive.rendition r on r.document = d.id join archive.file f on f.sha256 = r.file where c.id = $1", [handed.id]),
    );
    expect(kept.rows[0].access).toBe("organs");
    expect(JSON.parse(kept.rows[0].chain.split("\n").at(-1)).hash).toBe(kept.rows[0].audit_head);
    expect((await asOwner(main.ownerUrl, (client) => client.query("select * from audit.breaks() where fault is not null"))).rows).toEqual([]);
  } finally {
    await room.close();
  }
});
