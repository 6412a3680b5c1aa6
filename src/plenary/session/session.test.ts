import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { agendaOf, meetingOf } from "../meeting/meeting.store.ts";
import { beginItem, endItem, nextItem, openSuspension } from "./item.store.ts";
import { closeSession, closingCheck, openSession, resume, suspend, verifyQuorum } from "./session.store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let year = 2030;
const arrange = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: (year += 1), ordinal: 1, ...wish });
const told = async ({ id, secretariat }: ArrangedMeeting) => (await read(world.database, secretariat, (tx) => historyOf(tx, id))).map(({ kind, sentence }) => ({ kind, sentence }));
const stateOf = async ({ id, secretariat }: ArrangedMeeting) => (await read(world.database, secretariat, (tx) => meetingOf(tx, id)))?.state;
const decide = async (of: ArrangedMeeting) => {
  const motion = randomUUID();
  await write(world.database, of.secretariat, async (tx) => {
    await sql`select plenary.propose_motion(${motion}::uuid, ${of.id}, ${of.items.motion}::uuid, 'substance', 'Título', 'Title', 'Texto', 'Text', null, null)`.execute(tx);
  });
  const id = randomUUID();
  const { rows } = await write(world.database, of.secretariat, (tx) => sql<{ word: string }>`select plenary.open_consensus(${motion}::uuid, ${id}::uuid) as word`.execute(tx));
  expect(rows[0]?.word).toBe("opened");
  return { id, close: () => write(world.database, of.secretariat, (tx) => sql`select plenary.close_consensus(${id}::uuid)`.execute(tx)) };
};

test("a convened meeting is opened by the secretariat, with the quorum rule of its day, and the history says so", async () => {
  const of = await arrange({ state: "convened" });
  expect(await write(world.database, of.secretariat, (tx) => openSession(tx, of.secretariat, of.id, new Date()))).toBeUndefined();
  const meeting = await read(world.database, of.secretariat, (tx) => meetingOf(tx, of.id));
  expect(meeting).toMatchObject({ state: "open", quorumRule: "more-than-half" });
  expect(await told(of)).toContainEqual(expect.objectContaining({ kind: "meeting.opened" }));
  expect(await write(world.database, of.secretariat, (tx) => openSession(tx, of.secretariat, of.id, new Date()))).toBe("not-convened");
  const delegate = of.titular("GTM");
  expect(await write(world.database, delegate, (tx) => openSession(tx, delegate, of.id, new Date()))).toBe("not-yours");
});

test("verifying the quorum records the figures; not before the session opens, and not by a delegation", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  const done = await write(world.database, of.presidency, (tx) => verifyQuorum(tx, of.presidency, of.id));
  expect(done).toMatchObject({ quorum: { present: 5, members: 9, needed: 5, holds: true } });
  expect(await told(of)).toContainEqual({
    kind: "quorum.verified",
    sentence: {
      es: "Se verificó el quórum: 5 de 9 delegaciones; se necesitan 5: hay quórum.",
      en: "The quorum was verified: 5 of 9 delegations; 5 needed: there is a quorum.",
    },
  });
  await of.leave("HND");
  const gone = await write(world.database, of.secretariat, (tx) => verifyQuorum(tx, of.secretariat, of.id));
  expect(gone).toMatchObject({ quorum: { present: 4, holds: false } });
  const delegate = of.titular("GTM");
  expect(await write(world.database, delegate, (tx) => verifyQuorum(tx, delegate, of.id))).toEqual({ refusal: "not-yours" });
  const early = await arrange({ state: "convened" });
  expect(await write(world.database, early.secretariat, (tx) => verifyQuorum(tx, early.secretariat, early.id))).toEqual({ refusal: "not-open" });
});

test("a session is suspended with its reason and resumed; the same form sent twice suspends once", async () => {
  const of = await arrange();
  const id = randomUUID();
  const as = of.secretariat;
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, id, " "))).toBe("reason-missing");
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, id, "Almuerzo"))).toBeUndefined();
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, id, "Almuerzo"))).toBeUndefined();
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, randomUUID(), "Otra"))).toBe("already-suspended");
  expect(await write(world.database, as, (tx) => verifyQuorum(tx, as, of.id))).toEqual({ refusal: "suspended" });
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, of.items.opening))).toBe("suspended");
  expect(await write(world.database, of.titular("GTM"), (tx) => resume(tx, of.titular("GTM"), of.id))).toBe("not-yours");
  expect(await write(world.database, as, (tx) => resume(tx, as, of.id))).toBeUndefined();
  expect(await write(world.database, as, (tx) => resume(tx, as, of.id))).toBe("not-suspended");
  expect(await read(world.database, as, (tx) => openSuspension(tx, of.id))).toBeUndefined();
  expect((await told(of)).map(({ kind }) => kind).filter((kind) => kind.startsWith("session."))).toEqual(["session.suspended", "session.resumed"]);
});

test("while something is being decided the session is neither suspended nor closed, and the point stays", async () => {
  const of = await arrange();
  const as = of.secretariat;
  const { close } = await decide(of);
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, randomUUID(), "Almuerzo"))).toBe("decision-open");
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, of.items.opening))).toBe("decision-open");
  expect(await write(world.database, as, (tx) => closeSession(tx, as, of.id, true))).toBe("decision-open");
  await expect(write(world.database, as, (tx) => tx.insertInto("plenary.suspension").values({ meeting: of.id, reason: "directo" }).execute())).rejects.toThrow("open decision");
  await close();
  expect(await write(world.database, as, (tx) => suspend(tx, as, of.id, randomUUID(), "Almuerzo"))).toBeUndefined();
});

test("one point at a time is begun, finished, put off and taken up again", async () => {
  const of = await arrange();
  const as = of.secretariat;
  const { opening, agenda } = of.items;
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, opening))).toBeUndefined();
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, opening))).toBe("already-current");
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, agenda))).toBe("another-current");
  expect(await write(world.database, as, (tx) => endItem(tx, as, of.id, agenda, "finish"))).toBe("not-current");
  expect(await write(world.database, as, (tx) => endItem(tx, as, of.id, opening, "finish"))).toBeUndefined();
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, opening))).toBe("already-done");
  expect(await write(world.database, as, (tx) => nextItem(tx, as, of.id))).toBeUndefined();
  expect((await read(world.database, as, (tx) => meetingOf(tx, of.id)))?.currentItem).toBe(agenda);
  expect(await write(world.database, as, (tx) => endItem(tx, as, of.id, agenda, "postpone"))).toBeUndefined();
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, opening, true))).toBeUndefined();
  expect(await write(world.database, as, (tx) => beginItem(tx, as, of.id, randomUUID()))).toBe("unknown-item");
  const delegate = of.titular("GTM");
  expect(await write(world.database, delegate, (tx) => beginItem(tx, delegate, of.id, agenda))).toBe("not-yours");
  expect((await told(of)).filter(({ kind }) => kind.startsWith("item.")).map(({ sentence }) => sentence.es)).toEqual([
    "Comenzó el punto 1, «Apertura y verificación del quórum».",
    "Terminó el punto 1, «Apertura y verificación del quórum».",
    "Comenzó el punto 2, «Aprobación de la agenda».",
    "Se pospuso el punto 2, «Aprobación de la agenda».",
    "Se retomó el punto 1, «Apertura y verificación del quórum».",
  ]);
});

test("two who begin different points at the same moment leave one current", async () => {
  const of = await arrange();
  const answers = await Promise.all(
    [of.items.opening, of.items.agenda].map((item, place) => {
      const as = place === 0 ? of.secretariat : of.presidency;
      return write(world.database, as, (tx) => beginItem(tx, as, of.id, item));
    }),
  );
  expect(new Set(answers)).toEqual(new Set(["another-current", undefined]));
  const items = await read(world.database, of.secretariat, (tx) => agendaOf(tx, of.id));
  expect(items.filter(({ state }) => state === "current")).toHaveLength(1);
});

test("closing lists what is left; with points pending it needs a word, and then they are put off", async () => {
  const of = await arrange();
  const as = of.secretariat;
  await write(world.database, as, (tx) => beginItem(tx, as, of.id, of.items.opening));
  const check = await read(world.database, as, (tx) => closingCheck(tx, of.id));
  expect(check.pending).toHaveLength(7);
  expect(check.withoutReport).toHaveLength(9);
  expect(await write(world.database, as, (tx) => closeSession(tx, as, of.id, false))).toBe("items-pending");
  const delegate = of.titular("GTM");
  expect(await write(world.database, delegate, (tx) => closeSession(tx, delegate, of.id, true))).toBe("not-yours");
  expect(await write(world.database, as, (tx) => closeSession(tx, as, of.id, true))).toBeUndefined();
  expect(await stateOf(of)).toBe("closed");
  const items = await read(world.database, as, (tx) => agendaOf(tx, of.id));
  expect(items.map(({ state }) => state)).toEqual(["done", "postponed", "postponed", "postponed", "postponed", "postponed", "done"]);
  expect((await told(of)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["items.left", "meeting.closed"]));
  expect(await write(world.database, as, (tx) => closeSession(tx, as, of.id, true))).toBe("not-open");
});
