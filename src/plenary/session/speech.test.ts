import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { beginItem } from "./item.store.ts";
import { resume, suspend } from "./session.store.ts";
import { clockText, secondsUsed, waitingSpeakers } from "./speech.ts";
import { askFloor, endFloor, giveFloor, setFloorTime, speechesOf, withdrawFloor } from "./speech.store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let year = 2300;
const arrange = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: (year += 1), ordinal: 4, ...wish });
const ask = (of: ArrangedMeeting, actor: Person, accreditation: string, more: { kind?: "floor" | "point-of-order"; seconds?: number; id?: string } = {}) =>
  write(world.database, actor, (tx) => askFloor(tx, actor, of.id, { id: more.id ?? randomUUID(), accreditation, kind: more.kind ?? "floor", ...(more.seconds === undefined ? {} : { seconds: more.seconds }) }));
const list = (of: ArrangedMeeting) => read(world.database, of.secretariat, (tx) => speechesOf(tx, of.id));

test("points of order come first, then each as they asked", () => {
  const at = (minute: number) => new Date(2024, 0, 1, 9, minute);
  const speech = (id: string, kind: "floor" | "point-of-order" | "reply", minute: number) => ({ id, kind, askedAt: at(minute), begunAt: null, withdrawnAt: null });
  expect(waitingSpeakers([speech("a", "floor", 1), speech("b", "reply", 2), speech("c", "point-of-order", 3)]).map(({ id }) => id)).toEqual(["c", "a", "b"]);
});

test("a clock shows what is used and what is over", () => {
  expect(clockText(125)).toBe("2:05");
  expect(clockText(-15)).toBe("−0:15");
  expect(secondsUsed({ begunAt: new Date(0), endedAt: null }, new Date(61_500))).toBe(61);
});

test("a delegate asks with the usual time, whatever the telephone sends; whoever presides gives another", async () => {
  const of = await arrange();
  expect(await ask(of, of.titular("GTM"), of.accreditation("GTM"), { seconds: 3000 })).toBeUndefined();
  const [own] = await list(of);
  expect(own?.seconds).toBe(180);
  // Past the store, too: the database gives a delegation the usual time.
  const id = randomUUID();
  await write(world.database, of.titular("BLZ"), (tx) =>
    tx.insertInto("plenary.speech").values({ id, meeting: of.id, accreditation: of.accreditation("BLZ"), kind: "point-of-order", seconds: 3600 }).execute(),
  );
  expect((await list(of)).find((each) => each.id === id)?.seconds).toBe(60);
  expect(await write(world.database, of.secretariat, (tx) => setFloorTime(tx, of.secretariat, of.id, own?.id ?? "", 600))).toBeUndefined();
  expect(await write(world.database, of.secretariat, (tx) => setFloorTime(tx, of.secretariat, of.id, own?.id ?? "", 4000))).toBe("bad-time");
  expect((await list(of)).find((each) => each.id === own?.id)?.seconds).toBe(600);
});

test("the floor is asked for once, from the room, by oneself, while the session is open", async () => {
  const of = await arrange({ present: ["GTM"] });
  const id = randomUUID();
  expect(await ask(of, of.titular("GTM"), of.accreditation("GTM"), { id })).toBeUndefined();
  expect(await ask(of, of.titular("GTM"), of.accreditation("GTM"), { id })).toBeUndefined();
  expect(await ask(of, of.titular("GTM"), of.accreditation("GTM"))).toBe("already-asked");
  expect(await list(of)).toHaveLength(1);
  expect(await ask(of, of.titular("BLZ"), of.accreditation("BLZ"))).toBe("not-present");
  expect(await ask(of, of.titular("BLZ"), of.accreditation("GTM"))).toBe("not-yours");
  expect(await ask(of, of.focalPoint("GTM"), of.accreditation("GTM"))).toBe("not-yours");
  const early = await arrange({ state: "convened" });
  expect(await ask(early, early.titular("GTM"), early.accreditation("GTM"))).toBe("not-open");
});

test("an observer asks for the floor, but not on a point that is closed to observers", async () => {
  const of = await arrange();
  await write(world.database, of.secretariat, (tx) => sql`select plenary.record_presence(${of.observerAccreditation}::uuid, 'arrival')`.execute(tx));
  expect(await ask(of, of.observer, of.observerAccreditation)).toBeUndefined();
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.agenda_item set open_to_observers = false where id = $1", [of.items.motion]));
  await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.motion));
  expect(await ask(of, of.observer, of.observerAccreditation)).toBe("closed");
  expect(await ask(of, of.titular("GTM"), of.accreditation("GTM"))).toBeUndefined();
  const seen = await read(world.database, of.observer, (tx) => speechesOf(tx, of.id));
  expect(seen.map(({ accreditation }) => accreditation)).toEqual([of.observerAccreditation]);
});

test("one speaker at a time is given the floor and ends it, and the history tells the time used", async () => {
  const of = await arrange();
  const [first, second] = [randomUUID(), randomUUID()];
  await ask(of, of.titular("GTM"), of.accreditation("GTM"), { id: first });
  await ask(of, of.titular("PAN"), of.accreditation("PAN"), { id: second });
  const as = of.secretariat;
  const give = (id: string, actor = as) => write(world.database, actor, (tx) => giveFloor(tx, actor, of.id, id));
  expect(await give(first, of.titular("GTM"))).toBe("not-yours");
  await write(world.database, as, (tx) => suspend(tx, as, of.id, randomUUID(), "Pausa"));
  expect(await give(first)).toBe("suspended");
  await write(world.database, as, (tx) => resume(tx, as, of.id));
  expect(await give(first)).toBeUndefined();
  expect(await give(second)).toBe("another-speaks");
  expect(await write(world.database, of.titular("GTM"), (tx) => withdrawFloor(tx, of.titular("GTM"), of.id, first))).toBe("speaking");
  expect(await write(world.database, as, (tx) => endFloor(tx, as, of.id, second))).toBe("not-speaking");
  expect(await write(world.database, as, (tx) => endFloor(tx, as, of.id, first))).toBeUndefined();
  expect(await give(first)).toBe("over");
  await of.leave("PAN");
  expect(await give(second)).toBe("not-present");
  const told = (await read(world.database, as, (tx) => historyOf(tx, of.id))).filter(({ kind }) => kind.startsWith("speech."));
  expect(told.map(({ kind }) => kind)).toEqual(["speech.begun", "speech.ended"]);
  expect(told[1]?.detail).toMatchObject({ allowed: 180 });
});

test("whoever asked withdraws, nobody else's word is taken away but by whoever presides", async () => {
  const of = await arrange();
  const [one, other] = [randomUUID(), randomUUID()];
  await ask(of, of.titular("GTM"), of.accreditation("GTM"), { id: one });
  await ask(of, of.titular("PAN"), of.accreditation("PAN"), { id: other });
  const withdraw = (actor: Person, id: string) => write(world.database, actor, (tx) => withdrawFloor(tx, actor, of.id, id));
  expect(await withdraw(of.titular("PAN"), one)).toBe("not-yours");
  expect(await withdraw(of.titular("GTM"), one)).toBeUndefined();
  expect(await withdraw(of.titular("GTM"), one)).toBeUndefined();
  expect(await withdraw(of.presidency, other)).toBeUndefined();
  expect(await withdraw(of.presidency, randomUUID())).toBe("unknown");
  expect(waitingSpeakers(await list(of))).toEqual([]);
});

test("two at once on the speakers' list come one after the other: each gets an answer, and the list tells one story", async () => {
  const of = await arrange();
  const [titular, as] = [of.titular("GTM"), of.secretariat];
  for (let round = 0; round < 8; round += 1) {
    const id = randomUUID();
    expect(await ask(of, titular, of.accreditation("GTM"), { id })).toBeUndefined();
    const withdraw = () => write(world.database, titular, (tx) => withdrawFloor(tx, titular, of.id, id));
    const give = () => write(world.database, as, (tx) => giveFloor(tx, as, of.id, id));
    const acts = round % 2 === 0 ? [withdraw, give, withdraw] : [give, withdraw, give];
    const answers = await Promise.all(acts.map((act) => act()));
    const own = (await list(of)).find((each) => each.id === id);
    const spoke = own?.begunAt != null;
    expect(own?.withdrawnAt != null).toBe(!spoke);
    // Who came second is told what the first did; nobody is told that both happened.
    expect(new Set(answers)).toEqual(new Set([undefined, spoke ? "speaking" : "over"]));
    if (spoke) await Promise.all([1, 2].map(() => write(world.database, as, (tx) => endFloor(tx, as, of.id, id))));
  }
});

test("whoever asks for the floor while a point begins stands on the list for that point", async () => {
  const of = await arrange();
  let asked: Promise<string | undefined> = Promise.resolve(undefined);
  await write(world.database, of.secretariat, async (tx) => {
    expect(await beginItem(tx, of.secretariat, of.id, of.items.election)).toBeUndefined();
    asked = ask(of, of.titular("GTM"), of.accreditation("GTM"));
    await untilWaiting();
  });
  expect(await asked).toBeUndefined();
  expect((await list(of)).map(({ item }) => item)).toEqual([of.items.election]);
});

/** Until somebody waits for a lock that another holds. */
async function untilWaiting(): Promise<void> {
  await asOwner(world.ownerUrl, async (client) => {
    for (let each = 0; each < 200; each += 1) {
      const { rows } = await client.query("select from pg_locks l join pg_database d on d.datname = current_database() where not l.granted and (l.database = d.oid or l.locktype = 'transactionid')");
      if (rows.length > 0) return;
      await new Promise((again) => setTimeout(again, 25));
    }
    throw new Error("Nobody waits");
  });
}
