import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { act } from "../../../test/plenary-vote.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { editMotion, motionOf, motionsOf, proposeMotion, putMotion, withdrawMotion } from "./motion.store.ts";

let world: World;
let ordinal = 0;
const room = () => arrangeMeeting(world, { year: 2030, ordinal: (ordinal += 1) });
const kinds = async (meeting: ArrangedMeeting) => (await read(world.database, meeting.secretariat, (tx) => historyOf(tx, meeting.id))).map(({ kind }) => kind);

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a delegation proposes, rewords and withdraws its own draft; nobody else's delegation reads it before it is put", async () => {
  const meeting = await room();
  const id = randomUUID();
  const text = { item: meeting.items.motion, purpose: "substance", title: { es: "Red", en: "Network" }, text: { es: "Uno", en: "One" } } as const;
  const propose = () => act(world, meeting.titular("HND"), (tx, actor) => proposeMotion(tx, actor, { id, meeting: meeting.id, ...text }));
  expect([await propose(), await propose()]).toEqual(["proposed", "proposed"]);
  expect(await act(world, meeting.titular("PAN"), (tx, actor) => editMotion(tx, actor, id, text))).toBe("not-yours");
  expect(await act(world, meeting.alternate("HND"), (tx, actor) => editMotion(tx, actor, id, { ...text, text: { es: "Dos", en: "Two" } }))).toBe("edited");
  expect(await read(world.database, meeting.titular("PAN"), (tx) => motionsOf(tx, meeting.id))).toEqual([]);
  expect(await act(world, meeting.focalPoint("HND"), (tx, actor) => proposeMotion(tx, actor, { id: randomUUID(), meeting: meeting.id, ...text }))).toBe("not-yours");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => putMotion(tx, actor, id))).toBe("not-yours");
  expect(await act(world, meeting.secretariat, (tx, actor) => putMotion(tx, actor, id))).toBe("put");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => editMotion(tx, actor, id, text))).toBe("already-put");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => withdrawMotion(tx, actor, id))).toBe("not-yours");
  expect(await read(world.database, meeting.titular("PAN"), (tx) => motionOf(tx, id))).toMatchObject({ number: 1, state: "put", text: { es: "Dos" }, country: "HND" });
  expect(await act(world, meeting.presidency, (tx, actor) => withdrawMotion(tx, actor, id))).toBe("withdrawn");
  expect(await kinds(meeting)).toEqual(["motion.proposed", "motion.edited", "motion.put", "motion.withdrawn"]);
});

test("drafts that a delegation cannot see still have their number, so that two proposals never collide", async () => {
  const meeting = await room();
  const propose = (country: string) =>
    act(world, meeting.titular(country), (tx, actor) => proposeMotion(tx, actor, {
      id: randomUUID(), meeting: meeting.id, item: meeting.items.motion, purpose: "substance", title: { es: country, en: country }, text: { es: "x", en: "x" },
    }));
  expect(await Promise.all(["HND", "PAN", "CRI", "MEX"].map(propose))).toEqual(Array(4).fill("proposed"));
  const motions = await read(world.database, meeting.secretariat, (tx) => motionsOf(tx, meeting.id));
  expect(motions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});
