import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { beginItem } from "./item.store.ts";
import { type Circle, type RoomState, ownPlace, shortKey } from "./room.ts";
import { roomActor, roomState } from "./room.store.ts";
import { askFloor, giveFloor } from "./speech.store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let year = 2200;
const arrange = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: (year += 1), ordinal: 3, ...wish });
const stateFor = async (of: ArrangedMeeting, circle: Circle = "members"): Promise<RoomState> => {
  const state = await read(world.database, roomActor, (tx) => roomState(tx, of.id, circle));
  if (!state) throw new Error("There is no such room");
  return state;
};
const word = async (of: ArrangedMeeting, as: ArrangedMeeting["secretariat"], query: ReturnType<typeof sql<{ word: string }>>) =>
  (await write(world.database, as, (tx) => query.execute(tx))).rows[0]?.word;
const propose = async (of: ArrangedMeeting, text = "El pleno acuerda.") => {
  const id = randomUUID();
  await write(world.database, of.secretariat, (tx) =>
    sql`select plenary.propose_motion(${id}::uuid, ${of.id}, ${of.items.motion}::uuid, 'substance', 'Protocolo común', 'Common protocol', ${text}, ${text}, null, null)`.execute(tx),
  );
  return id;
};

test("the state tells who is in the room, the quorum and the current point, the same for everybody at that moment", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  await of.arrive("HND", "alternate");
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.opening));
  const state = await stateFor(of);
  expect(state.quorum).toEqual({ present: 5, members: 9, needed: 5, holds: true });
  expect(state.item).toMatchObject({ position: 1, title: { en: "Opening and verification of the quorum" } });
  expect(state.next).toMatchObject({ position: 2 });
  expect(state.delegations.find(({ country }) => country === "HND")).toMatchObject({
    name: { es: "Honduras" },
    titulars: [shortKey(of.accreditation("HND"))],
    alternates: [shortKey(of.accreditation("HND", "alternate"))],
  });
  expect(ownPlace(state, { accreditation: of.accreditation("HND", "alternate"), country: "HND", capacity: "alternate" })).toEqual({ capacity: "alternate", isIn: true, isTitularIn: true });
  expect(ownPlace(state, { accreditation: of.accreditation("PAN"), country: "PAN", capacity: "titular" })).toMatchObject({ isIn: false, isTitularIn: false });
});

test("of an open vote everybody sees who has voted and nobody how; the roll call is told once it is settled", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  const motion = await propose(of);
  const vote = randomUUID();
  expect(await word(of, of.secretariat, sql`select plenary.open_vote(${vote}::uuid, ${motion}::uuid, 'roll-call', 'simple', false) as word`)).toBe("opened");
  expect(await word(of, of.titular("GTM"), sql`select plenary.cast_ballot(${vote}::uuid, 2::smallint) as word`)).toBe("cast");
  const during = await stateFor(of);
  expect(during.decision).toMatchObject({ kind: "vote", id: vote, phase: "open", spoken: { GTM: "voted" }, options: [{ es: "A favor" }, { es: "En contra" }, { es: "Abstención" }] });
  expect(during.last).toBeNull();
  for (const country of ["BLZ", "CRI", "SLV"]) await word(of, of.titular(country), sql`select plenary.cast_ballot(${vote}::uuid, 1::smallint) as word`);
  await word(of, of.secretariat, sql`select plenary.close_vote(${vote}::uuid) as word`);
  expect((await stateFor(of)).decision).toMatchObject({ phase: "counting" });
  await word(of, of.secretariat, sql`select plenary.count_vote(${vote}::uuid) as word`);
  expect(await word(of, of.secretariat, sql`select plenary.settle_vote(${vote}::uuid) as word`)).toBe("adopted");
  const after = await stateFor(of);
  expect(after.decision).toBeNull();
  expect(after.last).toMatchObject({
    kind: "vote",
    adopted: true,
    sentence: { es: "Aprobado. Hubo 3 a favor y 1 en contra." },
    figures: [{ count: 3 }, { count: 1 }, { count: 0 }],
    roll: { BLZ: 0, CRI: 0, SLV: 0, GTM: 1 },
  });
});

test("a consensus shows what each delegation says, and ends in a sentence with its reservations", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  const motion = await propose(of);
  const consensus = randomUUID();
  expect(await word(of, of.secretariat, sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid) as word`)).toBe("opened");
  await word(of, of.titular("GTM"), sql`select plenary.state_position(${consensus}::uuid, 'reservation', 'Según su ley', ${randomUUID()}::uuid) as word`);
  expect((await stateFor(of)).decision).toMatchObject({ kind: "consensus", spoken: { GTM: "reservation" }, title: { es: "Protocolo común" } });
  await word(of, of.secretariat, sql`select plenary.close_consensus(${consensus}::uuid) as word`);
  expect((await stateFor(of)).last).toMatchObject({ adopted: true, sentence: { es: "Aprobado por consenso. Con reserva de Guatemala.", en: "Adopted by consensus. With a reservation by Guatemala." } });
});

test("observers learn of a point that is closed to them only that it is being dealt with", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.agenda_item set open_to_observers = false where id = $1", [of.items.motion]));
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.motion));
  const speech = randomUUID();
  await write(world.database, of.titular("GTM"), (tx) => askFloor(tx, of.titular("GTM"), of.id, { id: speech, accreditation: of.accreditation("GTM"), kind: "floor" }));
  const motion = await propose(of, "Texto reservado");
  await word(of, of.secretariat, sql`select plenary.open_consensus(${motion}::uuid, ${randomUUID()}::uuid) as word`);
  const members = await stateFor(of);
  expect(members.item).toMatchObject({ title: { es: "Mociones" } });
  expect(members.waiting).toHaveLength(1);
  expect(members.decision).toMatchObject({ kind: "consensus" });
  const observers = await stateFor(of, "observers");
  expect(observers).toMatchObject({ item: "closed", waiting: [], decision: null, last: null });
  expect(JSON.stringify(observers)).not.toMatch(/Texto reservado|Protocolo|Mociones/);
});

test("documents of the current point are in the state, for observers those that are open to them", async () => {
  const of = await arrange();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    for (const [title, open] of [["Agenda comentada", true], ["Nota interna", false]] as const)
      await client.query("insert into plenary.meeting_document (meeting, item, document, title, open_to_observers) values ($1, $2, gen_random_uuid(), $3, $4)", [of.id, of.items.opening, title, open]);
  });
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.opening));
  const titles = ({ item }: RoomState) => (item === null || item === "closed" ? [] : item.documents.map(({ title }) => title));
  expect(titles(await stateFor(of))).toEqual(["Agenda comentada", "Nota interna"]);
  expect(titles(await stateFor(of, "observers"))).toEqual(["Agenda comentada"]);
});

test("with nine delegations, a full list of speakers and a long text put to them, the state stays under six kilobytes", async () => {
  const of = await arrange();
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.motion));
  for (const country of of.countries) {
    const actor = of.titular(country);
    await write(world.database, actor, (tx) => askFloor(tx, actor, of.id, { id: randomUUID(), accreditation: of.accreditation(country), kind: "floor" }));
    await of.arrive(country, "alternate");
  }
  const motion = await propose(of, "Los Estados miembros acuerdan adoptar el protocolo común de atención. ".repeat(60));
  const vote = randomUUID();
  await word(of, of.secretariat, sql`select plenary.open_vote(${vote}::uuid, ${motion}::uuid, 'roll-call', 'simple', false) as word`);
  for (const country of of.countries) await word(of, of.titular(country), sql`select plenary.cast_ballot(${vote}::uuid, 1::smallint) as word`);
  expect(Buffer.byteLength(JSON.stringify(await stateFor(of)))).toBeLessThan(6144);
  await word(of, of.secretariat, sql`select plenary.close_vote(${vote}::uuid) as word`);
  await word(of, of.secretariat, sql`select plenary.count_vote(${vote}::uuid) as word`);
  await word(of, of.secretariat, sql`select plenary.settle_vote(${vote}::uuid) as word`);
  const next = await propose(of, "Otro texto largo para decidir en la misma sesión. ".repeat(60));
  await word(of, of.secretariat, sql`select plenary.open_consensus(${next}::uuid, ${randomUUID()}::uuid) as word`);
  expect(Buffer.byteLength(JSON.stringify(await stateFor(of)))).toBeLessThan(6144);
});

test("points of order come before those who asked earlier; whoever has the floor is told with the time allowed", async () => {
  const of = await arrange();
  const asks = async (country: string, kind: "floor" | "point-of-order") => {
    const actor = of.titular(country);
    const id = randomUUID();
    expect(await write(world.database, actor, (tx) => askFloor(tx, actor, of.id, { id, accreditation: of.accreditation(country), kind }))).toBeUndefined();
    return id;
  };
  const first = await asks("GTM", "floor");
  await asks("BLZ", "floor");
  await asks("PAN", "point-of-order");
  await write(world.database, of.secretariat, (tx) => giveFloor(tx, of.secretariat, of.id, first, 300));
  const state = await stateFor(of);
  expect(state.speaker).toMatchObject({ of: "GTM", seconds: 300 });
  expect(state.waiting.map((each) => each.of)).toEqual(["PAN", "BLZ"]);
  expect(ownPlace(state, { accreditation: of.accreditation("BLZ"), country: "BLZ", capacity: "titular" }).turn).toBe(2);
  expect(ownPlace(state, { accreditation: of.accreditation("GTM"), country: "GTM", capacity: "titular" }).turn).toBe(0);
});
