import { createHash, randomUUID } from "node:crypto";
import { deposit } from "#archive";
import { sql, write } from "#database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { handOver, openVote, roomWorld, castBallot, finishVote, word } from "../../../test/plenary-room.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { receiveRoom } from "./receive.store.ts";
import { closeRoom } from "./return.store.ts";

let main: World;
let meeting: ArrangedMeeting;
let earlier: ArrangedMeeting;
beforeAll(async () => {
  main = await openWorld();
  meeting = await arrangeMeeting(main);
  earlier = await arrangeMeeting(main, { ordinal: 4 });
});
afterAll(() => main.close());

const text = (words: string) => ({ format: "pdf", language: "es", name: `${words}.pdf`, mediaType: "application/pdf", bytes: Buffer.from(`%PDF ${words}`) }) as const;
const paper = (words: string, number: string) =>
  ({ number, class: "meeting-document", title: { es: words, en: words }, access: "members", renditions: [text(words)] }) as const;

async function attach(world: World, words: string, number: string): Promise<string> {
  return write(world.database, meeting.secretariat, async (tx) => {
    const kept = await deposit(tx, meeting.secretariat, paper(words, number));
    if ("refusal" in kept) throw new Error(kept.refusal);
    await tx.insertInto("plenary.meeting_document").values({ meeting: meeting.id, item: meeting.items.motion, document: kept.id, title: words, attached_by: meeting.secretariat.account }).onConflict((known) => known.doNothing()).execute();
    return kept.id;
  });
}
async function agree(world: World, of: ArrangedMeeting, ordinal: number): Promise<void> {
  await write(world.database, of.secretariat, (tx) =>
    tx
      .insertInto("plenary.agreement")
      .values({ id: randomUUID(), number: `ACUERDO-CORETT-2024-0${ordinal}`, year: 2024, ordinal, meeting: of.id, title_es: "A", title_en: "A", text_es: "A", text_en: "A", entered_by: of.secretariat.account })
      .execute(),
  );
}
const filesOf = (world: World, document: string) =>
  asOwner(world.ownerUrl, async (client) => (await client.query<{ text: string; version: number }>(
    "select convert_from(f.bytes, 'UTF8') as text, r.version from archive.rendition r join archive.file f on f.sha256 = r.file where r.document = $1 order by r.version", [document])).rows);

test("papers go to the room with their bytes, come back from it with new ones, and agreements of the year are numbered where the session is", async () => {
  const known = await attach(main, "orden del día", "DOC-V-2024-1");
  await agree(main, earlier, 1);
  const handed = await handOver(main, meeting);
  const room = await roomWorld(handed);
  try {
    expect(await filesOf(room, known)).toEqual([{ text: "%PDF orden del día", version: 1 }]);
    // A new paper, a further version of a known one, and a number that the main platform gives to something else meanwhile.
    const made = await attach(room, "propuesta", "DOC-V-2024-2");
    await write(room.database, meeting.secretariat, (tx) => deposit(tx, meeting.secretariat, { ...paper("orden del día", "DOC-V-2024-1"), renditions: [text("corregido")] }));
    await write(main.database, meeting.secretariat, (tx) => deposit(tx, meeting.secretariat, paper("otra cosa", "DOC-V-2024-2")));
    await expect(agree(room, meeting, 1)).rejects.toMatchObject({ code: "23505" });
    await agree(room, meeting, 2);
    await expect(agree(main, earlier, 2)).rejects.toMatchObject({ code: "CR001" });
    await expect(agree(room, earlier, 3)).rejects.toMatchObject({ code: "CR001" });

    // The platform enters its starting content at every start, in both places; it is of meetings long past.
    for (const world of [main, room])
      await write(world.database, { kind: "system", task: "start" }, (tx) =>
        tx.insertInto("plenary.meeting").values({ id: "I-2012", year: 2012, ordinal: 1, state: "closed", is_record: true, source_es: "s", source_en: "s" }).onConflict((known) => known.doNothing()).execute(),
      );

    const closed = await closeRoom(room.database, handed.key);
    if (typeof closed === "string") throw new Error(closed);
    expect(await receiveRoom(main.database, meeting.presidency, closed.file, handed.key)).toMatchObject({ word: "received" });
    expect(await receiveRoom(main.database, meeting.presidency, closed.file, handed.key)).toMatchObject({ word: "already-received" });
    expect(await filesOf(main, made)).toEqual([{ text: "%PDF propuesta", version: 1 }]);
    expect(await filesOf(main, known)).toEqual([{ text: "%PDF orden del día", version: 1 }, { text: "%PDF corregido", version: 2 }]);
    const { rows } = await asOwner(main.ownerUrl, (client) => client.query("select number from archive.document where id = $1", [made]));
    expect(rows[0].number).toBe(`DOC-V-2024-2-SALA-${made.slice(0, 8).toUpperCase()}`);
    expect((await asOwner(main.ownerUrl, (client) => client.query("select * from archive.breaks()"))).rows).toEqual([]);
    await agree(main, earlier, 3);
  } finally {
    await room.close();
  }
});

test("the presidency is elected in the room with its own urn; the proclamation waits for the main platform", async () => {
  const handed = await handOver(main, meeting);
  const room = await roomWorld(handed);
  const { database } = room;
  const election = randomUUID();
  const vote = randomUUID();
  try {
    const said = (actor: typeof meeting.secretariat, query: ReturnType<typeof sql<{ word: string }>>) => word(database, actor, query);
    expect(await said(meeting.secretariat, sql`select plenary.open_election(${election}::uuid, ${meeting.id}, ${meeting.items.election}::uuid, '2031-01-01', '2031-12-31') as word`)).toBe("opened");
    for (const country of ["CRI", "GTM"]) {
      await said(meeting.titular(country), sql`select plenary.propose_candidacy(${election}::uuid, ${country}) as word`);
      await said(meeting.titular(country), sql`select plenary.answer_candidacy(${election}::uuid, true, '') as word`);
    }
    const key = createHash("sha256").update(`room ${vote}`).digest("hex");
    expect(await said(meeting.secretariat, sql`select plenary.open_round(${vote}::uuid, ${election}::uuid, ${key}) as word`)).toBe("opened");
    for (const [place, country] of ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX"].entries())
      expect(await castBallot(database, meeting, vote, country, place === 3 ? 2 : 1, { receipt: `AAAA-AAAA-AAAA-000${place}` })).toBe("cast");
    expect(await finishVote(database, meeting, vote, "room")).toBe("settled-by-the-election");
    expect(await said(meeting.secretariat, sql`select plenary.settle_round(${vote}::uuid) as word`)).toBe("elected");
    await expect(said(meeting.presidency, sql`select plenary.proclaim(${election}::uuid) as word`)).rejects.toMatchObject({ code: "CR001" });
    const closed = await closeRoom(database, handed.key);
    if (typeof closed === "string") throw new Error(closed);
    expect(await receiveRoom(main.database, meeting.secretariat, closed.file, handed.key)).toMatchObject({ word: "received" });
    expect(await word(main.database, meeting.presidency, sql`select plenary.proclaim(${election}::uuid) as word`)).toBe("proclaimed");
    const { rows } = await asOwner(main.ownerUrl, (client) => client.query("select winner, state from plenary.election where id = $1", [election]));
    expect(rows).toEqual([{ winner: "CRI", state: "proclaimed" }]);
  } finally {
    await room.close();
  }
});

test("had the session changed here behind the guard's back, the return is refused instead of covering it", async () => {
  const handed = await handOver(main, meeting);
  const room = await roomWorld(handed);
  try {
    const vote = await openVote(room.database, meeting, "roll-call");
    for (const country of ["BLZ", "CRI", "SLV", "GTM", "HND"]) await castBallot(room.database, meeting, vote, country, 1);
    await finishVote(room.database, meeting, vote);
    const closed = await closeRoom(room.database, handed.key);
    if (typeof closed === "string") throw new Error(closed);
    const behind = (minutes: number) => asOwner(main.ownerUrl, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query("update plenary.presence set at = at + make_interval(mins => $2) where meeting = $1", [meeting.id, minutes]);
    });
    await behind(-1);
    expect(await receiveRoom(main.database, meeting.secretariat, closed.file, handed.key)).toMatchObject({ refusal: "main-changed" });
    await behind(1);
    expect(await receiveRoom(main.database, meeting.secretariat, closed.file, handed.key)).toMatchObject({ word: "received" });
  } finally {
    await room.close();
  }
});
