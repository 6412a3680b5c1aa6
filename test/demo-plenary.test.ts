import { afterAll, beforeAll, expect, test } from "vitest";
import { documentsOf, verifyArchive } from "#archive";
import { dayOf } from "#basics";
import { seedDemoDirectory, termOn } from "#coalition";
import { type Database, type Reading, read } from "#database";
import { openDoor, seedDemoAccounts, verifyAudit } from "#identity";
import { fillPlenary } from "../bin/commands/demo-plenary.ts";
import { presidency, secretariat, titular } from "../bin/commands/demo-plenary-people.ts";
import { openTerminal } from "../bin/terminal.ts";
import { actOf } from "../src/plenary/act/act.store.ts";
import { snapshotOf } from "../src/plenary/act/approve.store.ts";
import { certificatesOf } from "../src/plenary/act/certificate.store.ts";
import { observationsOf } from "../src/plenary/act/observation.store.ts";
import { agreements, convenedMeetings } from "../src/plenary/agreement/agreement.store.ts";
import { standing } from "../src/plenary/agreement/due.ts";
import { attendeesOf } from "../src/plenary/attendance/attendance.store.ts";
import { attendanceView } from "../src/plenary/attendance/pages/attendance-view.ts";
import { meetingQuorum, quorumNow } from "../src/plenary/attendance/quorum.store.ts";
import { electionOf } from "../src/plenary/election/election.store.ts";
import { agendaOf, meetingOf, meetings, seatsOf } from "../src/plenary/meeting/meeting.store.ts";
import { noticesOf } from "../src/plenary/meeting/notice.store.ts";
import { enterRecord } from "../src/plenary/record/enter.store.ts";
import { ownCredentials } from "../src/plenary/session/credentials.store.ts";
import { roomActor, roomState } from "../src/plenary/session/room.store.ts";
import { ownPlace } from "../src/plenary/session/room.ts";
import { speechesOf } from "../src/plenary/session/speech.store.ts";
import { waitingSpeakers } from "../src/plenary/session/speech.ts";
import { entriesOf } from "../src/plenary/vote/entry.store.ts";
import { consensusesOf } from "../src/plenary/vote/consensus.store.ts";
import { motionsOf } from "../src/plenary/vote/motion.store.ts";
import { countsAgree, firstCount } from "../src/plenary/vote/vote.ts";
import { votesOf } from "../src/plenary/vote/vote.store.ts";
import { type World, asOwner, openWorld } from "./world.ts";

let world: World;
let begun = 0;
const now = new Date();
const fill = (database = world.database) => fillPlenary(openTerminal({ json: true }), { database, secret: world.secret, origin: "https://demo.corett.example", now });
const seen = <T>(ask: (tx: Reading) => Promise<T>) => read(world.database, secretariat, ask);
const publicly = <T>(ask: (tx: Reading) => Promise<T>) => read(world.database, { kind: "public" }, ask);

beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "https://demo.corett.example" });
  await enterRecord(world.database);
  await seedDemoAccounts(world.database);
  await seedDemoDirectory(world.database, now);
  // Broken off again and again, as by somebody who stops the demonstration while it fills, and begun anew each time.
  do begun += 1;
  while ((await fill(breaksOff(world.database, begun * 29)).catch(brokenOff)) === "again");
});
afterAll(() => world.close());

const cut = "The demonstration was broken off";
function brokenOff(fault: unknown): "again" {
  if (fault instanceof Error && fault.message === cut) return "again";
  throw fault;
}

/** The same database, which goes away at its transaction of that number. */
function breaksOff(database: Database, last: number): Database {
  let transactions = 0;
  return new Proxy(database, {
    get: (target, key) => {
      if (key === "transaction" && (transactions += 1) >= last) throw new Error(cut);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

test("in every vote of the closed meeting the recount agrees with the count, and the room voted by three means", async () => {
  const votes = await seen((tx) => votesOf(tx, "V-2024"));
  expect(votes.map(({ method, state, outcome }) => [method, state, outcome])).toEqual([
    ["roll-call", "settled", "adopted"],
    ["roll-call", "settled", "adopted"],
    ["secret", "settled", "adopted"],
    ["secret", "settled", "second-round"],
    ["secret", "settled", "elected"],
  ]);
  expect(votes.map(countsAgree)).toEqual([true, true, true, true, true]);
  expect(votes.map((vote) => firstCount(vote)?.ballots)).toEqual([9, 8, 9, 9, 9]);
  expect(votes[0]?.result).toMatchObject({ tally: { inFavour: 6, against: 2, abstention: 1 }, basis: 9, needed: 5 });
  const [entry] = await seen((tx) => entriesOf(tx, votes[1]?.id ?? ""));
  expect(entry).toMatchObject({ method: "show-of-hands", confirmed: true, enteredByName: secretariat.name, settledByName: presidency.name });
});

test("a reservation stands in a consensus, and nothing in the demonstration was refused", async () => {
  const positions = (await seen((tx) => consensusesOf(tx, "V-2024"))).flatMap((each) => each.positions);
  expect(positions.filter(({ kind }) => kind === "reservation").map(({ country }) => country)).toEqual(["MEX"]);
  expect((await seen((tx) => motionsOf(tx, "V-2024"))).map(({ state }) => state)).toEqual(["adopted", "adopted", "adopted", "adopted", "adopted", "adopted"]);
  const refused = await asOwner(world.ownerUrl, async (client) => (await client.query("select relation, after from audit.entry where action = 'attempt'")).rows);
  expect(refused).toEqual([]);
});

test("the second round elected Costa Rica, whose term is entered, and today somebody presides and somebody is the secretariat", async () => {
  const election = await seen((tx) => electionOf(tx, "V-2024"));
  expect(election).toMatchObject({ state: "proclaimed", winner: "CRI", decidedBy: "votes" });
  expect(election?.candidacies).toHaveLength(3);
  const holders = await publicly(async (tx) => [await termOn(tx, "presidency", "2024-11-28"), await termOn(tx, "presidency", "2025-06-01"), await termOn(tx, "presidency", dayOf(now)), await termOn(tx, "secretariat", dayOf(now))]);
  expect(holders.slice(0, 2).map((term) => term?.country)).toEqual(["HND", "CRI"]);
  expect(holders.slice(2).map((term) => term?.country ?? term?.body)).not.toContain(undefined);
});

test("the quorum's course shows who came late, who left and who came back, and most have acknowledged the convocation", async () => {
  const spans = await seen(async (tx) => {
    const meeting = await meetingOf(tx, "V-2024");
    return meeting && (await meetingQuorum(tx, meeting, await seatsOf(tx, "V-2024"), await attendeesOf(tx, "V-2024"), now))?.spans;
  });
  const counts = spans?.map(({ present }) => present.length) ?? [];
  expect(counts.filter((count, place) => count !== counts[place - 1]).slice(-4)).toEqual([8, 9, 8, 9]);
  const page = await seen(async (tx) => {
    const meeting = await meetingOf(tx, "V-2024");
    return meeting && attendanceView(tx, meeting, "es", now);
  });
  expect(page?.quorum?.sentence).toBe("Al cierre: 9 de 9 delegaciones; se necesitan 5: hay quórum.");
  const notices = await seen((tx) => noticesOf(tx, "V-2024"));
  const acknowledged = notices.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  expect(notices.filter(({ country }) => country !== null)).toHaveLength(18);
  expect(acknowledged.length).toBeGreaterThan(notices.length / 2);
  expect(acknowledged.length).toBeLessThan(notices.length);
});

test("five agreements: numbered, two of them public, one fulfilled, one overdue, one that made a committee", async () => {
  const [found, held] = await seen(async (tx) => [await agreements(tx, { meeting: "V-2024" }), await convenedMeetings(tx)]);
  expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5].map((place) => `ACUERDO-CORETT-2024-0${place}`));
  expect(found.map((each) => standing(each, dayOf(now), held))).toEqual(["open", "overdue", "fulfilled", "due-soon", "open"]);
  expect((await publicly((tx) => agreements(tx, { meeting: "V-2024" }))).map(({ ordinal }) => ordinal)).toEqual([2, 3]);
  expect(found[0]?.responsible.some(({ committee }) => committee !== null)).toBe(true);
});

test("its act is signed by both, in the archive and public; one observation was taken up and stands in it", async () => {
  const act = await seen((tx) => actOf(tx, "V-2024"));
  expect(act).toMatchObject({ state: "archived", approvedIn: "I-2025" });
  expect((await seen((tx) => observationsOf(tx, "V-2024"))).map(({ state }) => state).toSorted()).toEqual(["not-taken-up", "taken-up"]);
  const text = JSON.stringify(await seen((tx) => snapshotOf(tx, "V-2024")));
  expect(text).toContain("Guatemala ofreció coordinar el comité");
  expect(text).toContain("Guatemala offered to coordinate the committee");
  expect(text).toContain("México acompaña el consenso y se reserva");
  expect((await seen((tx) => certificatesOf(tx, "V-2024"))).map(({ kind }) => kind)).toEqual(["extract", "attendance"]);
  expect((await publicly((tx) => documentsOf(tx, {}))).documents.map(({ number }) => number)).toContain("ACTA-CORETT-V-2024");
});

test("meeting I-2025 is in session: seven delegations, three ballots of an open roll call, two who wait to speak", async () => {
  const vote = (await seen((tx) => votesOf(tx, "I-2025"))).at(-1);
  expect(vote).toMatchObject({ state: "open", method: "roll-call" });
  expect(vote?.marks.map(({ country }) => country)).toEqual(["CRI", "GTM", "HND"]);
  const meeting = await seen((tx) => meetingOf(tx, "I-2025"));
  expect(meeting?.state).toBe("open");
  expect(meeting && (await seen((tx) => quorumNow(tx, meeting, now)))).toMatchObject({ present: 7, members: 9, holds: true });
  expect((await seen((tx) => agendaOf(tx, "I-2025"))).find(({ state }) => state === "current")?.kind).toBe("motion");
  expect(waitingSpeakers(await seen((tx) => speechesOf(tx, "I-2025")))).toHaveLength(2);
  const room = await read(world.database, roomActor, (tx) => roomState(tx, "I-2025", "members"));
  const own = await read(world.database, titular("MEX"), (tx) => ownCredentials(tx, titular("MEX"), "I-2025"));
  expect(room && own && ownPlace(room, own).turn).toBe(2);
});

test("another meeting is a draft with its agenda, ahead of today, so that it can be convened", async () => {
  const draft = (await seen(meetings)).find(({ state }) => state === "draft");
  expect(draft?.startsAt?.getTime()).toBeGreaterThan(now.getTime());
  expect((await seen((tx) => agendaOf(tx, draft?.id ?? ""))).length).toBeGreaterThan(6);
});

test("archive and audit are whole although it was broken off, and filling it again changes nothing", async () => {
  expect(begun).toBeGreaterThan(4);
  expect((await verifyArchive(world.database)).breaks).toEqual([]);
  const before = await verifyAudit(world.database);
  expect(before.breaks).toEqual([]);
  await fill();
  const after = await verifyAudit(world.database);
  expect([after.entries, after.head]).toEqual([before.entries, before.head]);
});
