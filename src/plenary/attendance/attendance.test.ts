import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor } from "#basics";
import { read, sql, write } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { meetingOf, seatsOf } from "../meeting/meeting.store.ts";
import { boardOf } from "./attendance.ts";
import { annulPresence, attendeesOf, recordPresence } from "./attendance.store.ts";
import { meetingQuorum, presenceEvents, quorumNow } from "./quorum.store.ts";
import { presenceAt } from "./presence.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let year = 2100;
const arrange = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: (year += 1), ordinal: 2, ...wish });
const move = (actor: Actor, accreditation: string, kind: "arrival" | "departure", at?: Date, id = randomUUID()) =>
  write(world.database, actor, (tx) => recordPresence(tx, actor, { accreditation, kind, id, ...(at === undefined ? {} : { at }) }));
const timelineOf = (of: ArrangedMeeting, now: Date) =>
  read(world.database, of.secretariat, async (tx) => {
    const meeting = await meetingOf(tx, of.id);
    if (!meeting) throw new Error("no meeting");
    return meetingQuorum(tx, meeting, await seatsOf(tx, of.id), await attendeesOf(tx, of.id), now);
  });

test("a delegate says on the telephone 'I am in the room' and leaves; each act is told once, however often it is sent", async () => {
  const of = await arrange({ present: [] });
  const own = of.accreditation("GTM");
  const actor = of.titular("GTM");
  const id = randomUUID();
  expect(await move(actor, own, "arrival", undefined, id)).toBeUndefined();
  expect(await move(actor, own, "arrival", undefined, id)).toBeUndefined();
  expect(await move(actor, own, "arrival")).toBe("already-in");
  expect(await move(actor, own, "departure")).toBeUndefined();
  expect(await move(actor, own, "departure")).toBe("already-out");
  const told = await read(world.database, of.secretariat, (tx) => historyOf(tx, of.id));
  expect(told.filter(({ kind }) => kind.startsWith("presence.")).map(({ sentence }) => sentence)).toEqual([
    { es: `${actor.name} (Guatemala, titular) entró en la sala.`, en: `${actor.name} (Guatemala, titular) entered the room.` },
    { es: `${actor.name} (Guatemala, titular) salió de la sala.`, en: `${actor.name} (Guatemala, titular) left the room.` },
  ]);
});

test("nobody records another's presence, and the attempt is in the audit", async () => {
  const of = await arrange({ present: [] });
  expect(await move(of.titular("GTM"), of.accreditation("BLZ"), "arrival")).toBe("not-yours");
  expect(await move(of.titular("GTM"), of.accreditation("GTM"), "arrival", new Date(Date.now() - 60_000))).toBe("not-yours");
  const { rows } = await asOwner(world.ownerUrl, (client) =>
    client.query("select 1 from audit.entry where action = 'attempt' and relation = 'plenary.presence' and after->>'accreditation' = $1 and account = $2", [
      of.accreditation("BLZ"),
      of.titular("GTM").account,
    ]),
  );
  expect(rows).toHaveLength(1);
});

test("the secretariat records an earlier time; not one to come, not one before the person's last entry, not one before a decision", async () => {
  const of = await arrange({ present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  const as = of.secretariat;
  const late = of.accreditation("PAN");
  expect(await move(as, late, "arrival", new Date(Date.now() + 60_000))).toBe("in-the-future");
  expect(await move(as, late, "arrival", new Date(Date.now() - 30 * 60_000))).toBeUndefined();
  expect(await move(as, late, "departure", new Date(Date.now() - 40 * 60_000))).toBe("before-the-last");
  const motion = randomUUID();
  const consensus = randomUUID();
  await write(world.database, as, async (tx) => {
    await sql`select plenary.propose_motion(${motion}::uuid, ${of.id}, ${of.items.motion}::uuid, 'substance', 'Título', 'Title', 'Texto', 'Text', null, null)`.execute(tx);
    const { rows } = await sql<{ word: string }>`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid) as word`.execute(tx);
    expect(rows[0]?.word).toBe("opened");
  });
  expect(await move(as, late, "departure", new Date(Date.now() - 60_000))).toBe("before-a-vote");
  const [entry] = (await read(world.database, as, (tx) => attendeesOf(tx, of.id))).find(({ accreditation }) => accreditation === late)?.entries ?? [];
  expect(await write(world.database, as, (tx) => annulPresence(tx, as, of.id, entry?.id ?? "", "Se registró por error"))).toBe("before-a-vote");
});

test("a mistaken entry is annulled with its reason and stays readable; a delegate annuls nothing", async () => {
  const of = await arrange({ present: ["BLZ"] });
  const as = of.secretariat;
  const [entry] = (await read(world.database, as, (tx) => attendeesOf(tx, of.id))).find(({ accreditation }) => accreditation === of.accreditation("BLZ"))?.entries ?? [];
  const annul = (actor: Actor, reason: string) => write(world.database, actor, (tx) => annulPresence(tx, actor, of.id, entry?.id ?? "", reason));
  expect(await annul(of.titular("BLZ"), "No")).toBe("not-yours");
  expect(await annul(as, " ")).toBe("reason-missing");
  expect(await annul(as, "Era otra persona")).toBeUndefined();
  expect(await annul(as, "Era otra persona")).toBe("already-annulled");
  expect(await write(world.database, as, (tx) => annulPresence(tx, as, of.id, randomUUID(), "x"))).toBe("unknown");
  const board = boardOf(of.countries, await read(world.database, as, (tx) => attendeesOf(tx, of.id)));
  expect(board.find(({ key }) => key === "BLZ")).toMatchObject({ isPresent: false, people: [{ entries: [{ annulReason: "Era otra persona" }] }, {}] });
  const told = await read(world.database, as, (tx) => historyOf(tx, of.id));
  expect(told.at(-1)?.sentence.es).toContain("Era otra persona");
});

test("presence is refused in words once the meeting is over, and before credentials are checked", async () => {
  const of = await arrange({ present: [] });
  const waiting = randomUUID();
  await asOwner(world.ownerUrl, (client) =>
    client.query("insert into plenary.accreditation (id, meeting, country, name, capacity, named_by) values ($1, $2, 'GTM', 'Asesora', 'adviser', $3)", [waiting, of.id, of.secretariat.account]),
  );
  expect(await move(of.secretariat, waiting, "arrival")).toBe("not-accredited");
  expect(await move(of.secretariat, randomUUID(), "arrival")).toBe("unknown-person");
  await write(world.database, of.secretariat, (tx) => sql`update plenary.meeting set state = 'closed' where id = ${of.id}`.execute(tx));
  expect(await move(of.secretariat, of.accreditation("GTM"), "arrival")).toBe("meeting-not-open");
});

test("the timeline of the page agrees with the database's quorum at every recorded instant, whatever comes and goes", async () => {
  const countries = ["BLZ", "CRI", "SLV", "GTM"];
  const step = fc.record({
    who: fc.constantFrom(...countries.flatMap((country) => [`${country} titular`, `${country} alternate`])),
    kind: fc.constantFrom("arrival" as const, "departure" as const),
    ago: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    suspends: fc.boolean(),
  });
  // Came, left and came back before the credentials were checked: all three count from the check on.
  const cameBack = (["arrival", "departure", "arrival"] as const).map((kind) => ({ who: "SLV alternate", kind, ago: 1, suspends: false }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const of = await arrange({ countries, present: ["BLZ", "CRI"] });
      // The session began an hour ago, so that there is room for earlier entries.
      await asOwner(world.ownerUrl, async (client) => {
        await client.query("alter table plenary.meeting disable trigger lawful_act");
        await client.query("update plenary.meeting set opened_at = now() - interval '1 hour' where id = $1", [of.id]);
        await client.query("alter table plenary.meeting enable trigger lawful_act");
      });
      let isSuspended = false;
      for (const { who, kind, ago, suspends } of steps) {
        const [country = "", capacity] = who.split(" ");
        await move(of.secretariat, of.accreditation(country, capacity as "titular" | "alternate"), kind, ago === undefined ? undefined : new Date(Date.now() - ago * 60_000));
        if (!suspends) continue;
        await write(world.database, of.secretariat, (tx) =>
          isSuspended
            ? sql`update plenary.suspension set until_at = now() where meeting = ${of.id} and until_at is null`.execute(tx)
            : sql`insert into plenary.suspension (meeting, reason) values (${of.id}, 'Pausa')`.execute(tx),
        );
        isSuspended = !isSuspended;
      }
      const now = new Date(Date.now() + 50);
      const timeline = await timelineOf(of, now);
      const { rows } = await read(world.database, of.secretariat, (tx) =>
        sql<{ at: Date; holds: boolean }>`
          select i.at, plenary.quorum_at(${of.id}, i.at) as holds from (
            select p.at from plenary.presence p where p.meeting = ${of.id} union select x.from_at from plenary.suspension x where x.meeting = ${of.id}
            union select x.until_at from plenary.suspension x where x.meeting = ${of.id} and x.until_at is not null) i
          where i.at > (select opened_at from plenary.meeting where id = ${of.id}) order by i.at`.execute(tx),
      );
      // Screens tell time to the millisecond: of two acts within one, the second is what is seen.
      const seen = rows.filter(({ at }, place) => rows[place + 1]?.at.getTime() !== at.getTime());
      for (const { at, holds } of seen) {
        const span = timeline?.spans.find(({ from, until }) => from <= at && at < until);
        expect(span?.holds, `${at.toISOString()} ${JSON.stringify(steps)}`).toBe(holds);
      }
      const last = await read(world.database, of.secretariat, async (tx) => {
        const meeting = await meetingOf(tx, of.id);
        return meeting && quorumNow(tx, meeting, now);
      });
      expect(timeline?.spans.at(-1)?.holds).toBe(last?.holds);
      const attendees = await read(world.database, of.secretariat, (tx) => attendeesOf(tx, of.id));
      expect([...presenceAt(presenceEvents(attendees), now).keys()]).toEqual(last?.countries);
    }),
    { numRuns: 12, examples: [[cameBack]] },
  );
}, 60_000);
