import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Writing, read, sql, write } from "#database";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import type { Capacity } from "./accreditation.ts";
import { accreditationsOf, checkCredentials, delegateAccounts, namePerson, withdrawPerson } from "./accreditation.store.ts";
import { approveAgenda, moveItem, reopenAgenda } from "./agenda.store.ts";
import { closeMeeting } from "./close.store.ts";
import { answerConvocation, confirmationsOf } from "./confirmation.store.ts";
import { agendaOf, meetingOf } from "./meeting.store.ts";
import { openMeeting } from "./open.store.ts";
import { participationOf } from "./participation.store.ts";

let world: World;
let convened: ArrangedMeeting;
let ordinal = 20;
beforeAll(async () => {
  world = await openWorld();
  convened = await arrangeMeeting(world, { state: "convened", ordinal: 19 });
});
afterAll(() => world.close());

const arranged = (state: "convened" | "open", present?: readonly string[]) => arrangeMeeting(world, { state, ordinal: (ordinal += 1), ...(present ? { present } : {}) });
const as = <T>(actor: Person, work: (tx: Writing) => Promise<T>) => write(world.database, actor, work);
const yes = { answer: "attends", mode: "virtual", note: "" } as const;
const person = (wish: Partial<Parameters<typeof namePerson>[3]> & { capacity: Capacity }) => ({ id: randomUUID(), country: "GTM", account: null, name: "", post: "", ...wish });
/** Takes the arranged credentials of a delegation off, so that it can name people itself. */
async function unnamed(meeting: string, country: string) {
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.accreditation set withdrawn_at = now() where meeting = $1 and country = $2", [meeting, country]));
}

async function propose(actor: Person, meeting: string, item: string, motion: string, purpose: string) {
  const { rows } = await as(actor, (tx) =>
    sql<{ word: string }>`select plenary.propose_motion(${motion}::uuid, ${meeting}, ${item}::uuid, ${purpose}, 'Moción', 'Motion', 'Texto', 'Text') as word`.execute(tx),
  );
  expect(rows[0]?.word).toBe("proposed");
}

test("a delegation answers, changes its answer, and each answer is told", async () => {
  const { id, titular, alternate } = convened;
  const gtm = titular("GTM");
  const deputy = alternate("GTM");
  expect(await as(gtm, (tx) => answerConvocation(tx, gtm, id, yes))).toBeUndefined();
  expect(await as(gtm, (tx) => answerConvocation(tx, gtm, id, yes))).toBeUndefined();
  expect(await as(deputy, (tx) => answerConvocation(tx, deputy, id, { answer: "declines", mode: null, note: "Duelo nacional" }))).toBeUndefined();
  expect(await read(world.database, convened.secretariat, (tx) => confirmationsOf(tx, id))).toMatchObject([{ country: "GTM", answer: "declines", note: "Duelo nacional" }]);
  const told = (await read(world.database, gtm, (tx) => historyOf(tx, id))).filter(({ kind }) => kind === "delegation.answered");
  expect(told.map(({ sentence }) => sentence.es)).toEqual(["La delegación de Guatemala confirmó que asiste por enlace.", "La delegación de Guatemala informó que no asiste."]);
});

test("only delegates answer, for their own country, in a mode that the meeting has, while it is to come", async () => {
  const { id, focalPoint, secretariat, observer, titular } = convened;
  for (const actor of [focalPoint("GTM"), secretariat, observer]) expect(await as(actor, (tx) => answerConvocation(tx, actor, id, yes))).toBe("not-yours");
  const blz = titular("BLZ");
  await expect(as(blz, (tx) => tx.insertInto("plenary.confirmation").values({ meeting: id, country: "GTM", answer: "attends", answered_by: blz.account }).execute())).rejects.toThrow("row-level security");
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.meeting set mode = 'virtual' where id = $1", [id]));
  expect(await as(blz, (tx) => answerConvocation(tx, blz, id, { ...yes, mode: "in-person" }))).toBe("mode-unfit");
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.meeting set mode = 'hybrid' where id = $1", [id]));
  const over = await arranged("open");
  expect(await as(over.secretariat, (tx) => closeMeeting(tx, over.secretariat, over.id))).toBeUndefined();
  expect(await as(blz, (tx) => answerConvocation(tx, blz, over.id, yes))).toBe("meeting-closed");
  await expect(as(blz, (tx) => tx.insertInto("plenary.confirmation").values({ meeting: over.id, country: "BLZ", answer: "attends", answered_by: blz.account }).execute())).rejects.toThrow("row-level security");
});

test("a delegation names one titular, alternates and advisers; the account bears its own name; a form sent twice names one", async () => {
  const { id, titular, alternate } = await arranged("convened");
  await unnamed(id, "GTM");
  const gtm = titular("GTM");
  expect((await read(world.database, gtm, (tx) => delegateAccounts(tx, "GTM"))).map(({ account }) => account)).toEqual([gtm.account, alternate("GTM").account]);
  const wish = person({ capacity: "titular", account: gtm.account, name: "Otro nombre" });
  expect([await as(gtm, (tx) => namePerson(tx, gtm, id, wish)), await as(gtm, (tx) => namePerson(tx, gtm, id, wish))]).toEqual([undefined, undefined]);
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "titular", account: alternate("GTM").account })))).toBe("titular-named");
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "alternate", account: gtm.account })))).toBe("already-named");
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "alternate", account: alternate("GTM").account })))).toBeUndefined();
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "adviser", name: "Licda. Ana Cú" })))).toBeUndefined();
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "adviser" })))).toBe("name-missing");
  expect(await as(gtm, (tx) => namePerson(tx, gtm, id, person({ capacity: "alternate", account: titular("BLZ").account })))).toBe("not-a-delegate");
  const named = (await read(world.database, gtm, (tx) => accreditationsOf(tx, id))).filter(({ country, withdrawnAt }) => country === "GTM" && withdrawnAt === null);
  expect(named.map(({ name, capacity, checkedAt }) => [name, capacity, checkedAt])).toEqual([[gtm.name, "titular", null], [alternate("GTM").name, "alternate", null], ["Licda. Ana Cú", "adviser", null]]);
  expect((await read(world.database, gtm, (tx) => historyOf(tx, id))).filter(({ kind }) => kind === "person.named")).toHaveLength(3);
});

test("nobody names people of another delegation, nor focal points any", async () => {
  const { id, titular, focalPoint, observer } = convened;
  const adviser = person({ capacity: "adviser", name: "X" });
  for (const actor of [titular("BLZ"), focalPoint("GTM"), observer]) expect(await as(actor, (tx) => namePerson(tx, actor, id, adviser))).toBe("not-yours");
  const blz = titular("BLZ");
  await expect(as(blz, (tx) => tx.insertInto("plenary.accreditation").values({ meeting: id, country: "GTM", name: "X", capacity: "adviser", named_by: blz.account }).execute())).rejects.toThrow("row-level security");
  await expect(
    as(blz, (tx) => tx.insertInto("plenary.accreditation").values({ meeting: id, country: "BLZ", account: focalPoint("BLZ").account, name: "X", capacity: "alternate", named_by: blz.account }).execute()),
  ).rejects.toThrow("does not hold the office of delegate");
});

test("an observer names themselves and nobody else, for the organisation of their office", async () => {
  const { id, observer, secretariat } = await arranged("convened");
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.accreditation set withdrawn_at = now() where meeting = $1 and capacity = 'observer'", [id]));
  const self = person({ capacity: "observer", country: null, account: observer.account });
  expect(await as(secretariat, (tx) => namePerson(tx, secretariat, id, self))).toBe("not-yours");
  expect(await as(observer, (tx) => namePerson(tx, observer, id, { ...self, account: secretariat.account }))).toBe("not-yours");
  expect(await as(observer, (tx) => namePerson(tx, observer, id, self))).toBeUndefined();
  expect((await read(world.database, observer, (tx) => accreditationsOf(tx, id))).filter(({ capacity, withdrawnAt }) => capacity === "observer" && !withdrawnAt)).toMatchObject([{ organisation: "OIM", name: observer.name }]);
});

test("the secretariat finds credentials in order or sends them back with a note; nobody checks their own, and checked ones stay", async () => {
  const { id, titular, secretariat, presidency } = await arranged("convened");
  await unnamed(id, "GTM");
  const gtm = titular("GTM");
  const wish = person({ capacity: "titular", account: gtm.account });
  await as(gtm, (tx) => namePerson(tx, gtm, id, wish));
  const check = (actor: Person, inOrder: boolean, note = "") => as(actor, (tx) => checkCredentials(tx, actor, id, wish.id, { inOrder, note }));
  expect([await check(gtm, true), await check(presidency, true)]).toEqual(["not-yours", "not-yours"]);
  expect(await check(secretariat, false)).toBe("note-missing");
  expect(await check(secretariat, false, "Falta la nota de la cancillería")).toBeUndefined();
  expect(await check(secretariat, true)).toBeUndefined();
  expect(await check(secretariat, false, "otra vez")).toBe("already-checked");
  await expect(as(gtm, (tx) => tx.updateTable("plenary.accreditation").set({ post: "Ministra" }).where("id", "=", wish.id).execute())).rejects.toThrow("they stay as they were");
  await expect(as(secretariat, (tx) => tx.updateTable("plenary.accreditation").set({ checked_at: null, checked_by: null }).where("id", "=", wish.id).execute())).rejects.toThrow("they stay as they were");
  expect((await read(world.database, gtm, (tx) => historyOf(tx, id))).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["credentials.returned", "credentials.checked"]));
  const both = { ...secretariat, account: gtm.account };
  await unnamed(id, "PAN");
  expect(await check(both, true)).toBe("own-credentials");
});

test("a person is withdrawn by their delegation, kept with the moment, and not out of the room", async () => {
  const { id, titular, accreditation, leave } = await arranged("open", ["GTM", "BLZ"]);
  const gtm = titular("GTM");
  const mine = accreditation("GTM");
  expect(await as(gtm, (tx) => withdrawPerson(tx, gtm, id, mine))).toBe("in-the-room");
  await expect(as(gtm, (tx) => tx.updateTable("plenary.accreditation").set({ withdrawn_at: new Date() }).where("id", "=", mine).execute())).rejects.toThrow("departure is recorded first");
  expect(await as(gtm, (tx) => withdrawPerson(tx, gtm, id, accreditation("BLZ")))).toBe("not-yours");
  await leave("GTM");
  expect(await as(gtm, (tx) => withdrawPerson(tx, gtm, id, mine))).toBeUndefined();
  expect((await read(world.database, gtm, (tx) => accreditationsOf(tx, id))).find((each) => each.id === mine)?.withdrawnAt).toBeInstanceOf(Date);
  await expect(as(gtm, (tx) => tx.updateTable("plenary.accreditation").set({ withdrawn_at: null }).where("id", "=", mine).execute())).rejects.toThrow("named anew");
});

test("a meeting is opened under the quorum rule in force, by those who lead, once, and not days ahead", async () => {
  const { id, secretariat, presidency, titular } = await arranged("convened");
  const gtm = titular("GTM");
  expect(await as(gtm, (tx) => openMeeting(tx, gtm, id, new Date()))).toBe("not-yours");
  expect(await as(presidency, (tx) => openMeeting(tx, presidency, id, new Date(Date.now() - 3 * 86_400_000)))).toBe("too-early");
  await expect(as(presidency, (tx) => tx.updateTable("plenary.meeting").set({ state: "open" }).where("id", "=", id).execute())).rejects.toThrow("held_under_a_rule");
  expect(await as(presidency, (tx) => openMeeting(tx, presidency, id, new Date()))).toBeUndefined();
  expect(await read(world.database, gtm, (tx) => meetingOf(tx, id))).toMatchObject({ state: "open", quorumRule: "more-than-half" });
  expect(await as(secretariat, (tx) => openMeeting(tx, secretariat, id, new Date()))).toBe("meeting-open");
  expect((await read(world.database, gtm, (tx) => historyOf(tx, id))).filter(({ kind }) => kind === "meeting.opened")).toHaveLength(1);
});

test("closing writes who was in the room at any time, as they had said they would come, and the public reads it", async () => {
  const { id, secretariat, titular, leave, observer, observerAccreditation } = await arranged("open", ["GTM", "BLZ", "PAN"]);
  const gtm = titular("GTM");
  await as(gtm, (tx) => answerConvocation(tx, gtm, id, yes));
  await leave("BLZ");
  await as(observer, (tx) => sql`select plenary.record_presence(${observerAccreditation}::uuid, 'arrival')`.execute(tx));
  expect(await as(gtm, (tx) => closeMeeting(tx, gtm, id))).toBe("not-yours");
  expect(await as(secretariat, (tx) => closeMeeting(tx, secretariat, id))).toBeUndefined();
  expect(await as(secretariat, (tx) => closeMeeting(tx, secretariat, id))).toBe("meeting-closed");
  const took = await read(world.database, { kind: "public" }, (tx) => participationOf(tx, id));
  expect(took.map(({ country, organisation, mode }) => [country ?? organisation, mode])).toEqual([["BLZ", null], ["GTM", "virtual"], ["PAN", null], ["OIM", null]]);
  expect((await read(world.database, gtm, (tx) => historyOf(tx, id))).at(-1)?.sentence.es).toContain("Participaron 3 delegaciones y 1 organizaci");
});

test("a meeting with an open decision, or a vote without result, is not closed; the database refuses too", async () => {
  const { id, secretariat, items, titular } = await arranged("open");
  const motion = randomUUID();
  await propose(secretariat, id, items.motion, motion, "substance");
  const consensus = randomUUID();
  await as(secretariat, (tx) => sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid)`.execute(tx));
  expect(await as(secretariat, (tx) => closeMeeting(tx, secretariat, id))).toBe("decision-open");
  await expect(as(secretariat, (tx) => tx.updateTable("plenary.meeting").set({ state: "closed" }).where("id", "=", id).execute())).rejects.toThrow("open decision");
  const gtm = titular("GTM");
  await as(gtm, (tx) => sql`select plenary.state_position(${consensus}::uuid, 'objection', 'No', ${randomUUID()}::uuid)`.execute(tx));
  await as(secretariat, (tx) => sql`select plenary.close_consensus(${consensus}::uuid)`.execute(tx));
  const vote = randomUUID();
  await as(secretariat, (tx) => sql`select plenary.open_vote(${vote}::uuid, ${motion}::uuid, 'roll-call', 'simple', false)`.execute(tx));
  expect(await as(secretariat, (tx) => closeMeeting(tx, secretariat, id))).toBe("decision-open");
  await as(secretariat, (tx) => sql`select plenary.close_vote(${vote}::uuid)`.execute(tx));
  expect(await as(secretariat, (tx) => closeMeeting(tx, secretariat, id))).toBe("vote-unsettled");
});

test("the agenda is approved by a decision of the plenary alone; then it stands until the plenary opens it again", async () => {
  const { id, secretariat, presidency, items } = await arranged("open");
  const motion = randomUUID();
  await propose(secretariat, id, items.agenda, motion, "agenda");
  expect(await as(secretariat, (tx) => approveAgenda(tx, secretariat, id, motion))).toBe("not-decided");
  await expect(as(secretariat, (tx) => tx.updateTable("plenary.meeting").set({ agenda_state: "approved" }).where("id", "=", id).execute())).rejects.toThrow("approved by a decision of the plenary");
  const consensus = randomUUID();
  await as(secretariat, (tx) => sql`select plenary.open_consensus(${motion}::uuid, ${consensus}::uuid)`.execute(tx));
  await as(secretariat, (tx) => sql`select plenary.close_consensus(${consensus}::uuid)`.execute(tx));
  expect(await as(secretariat, (tx) => approveAgenda(tx, secretariat, id, motion))).toBeUndefined();
  expect(await as(presidency, (tx) => moveItem(tx, presidency, id, items.election, 1))).toBe("agenda-approved");
  await expect(as(presidency, (tx) => tx.updateTable("plenary.agenda_item").set({ title_es: "Otra cosa" }).where("id", "=", items.election).execute())).rejects.toThrow("only the plenary opens it again");
  expect(await as(presidency, (tx) => reopenAgenda(tx, presidency, id, ""))).toBe("reason-missing");
  expect(await as(presidency, (tx) => reopenAgenda(tx, presidency, id, "Así lo decidió el Pleno"))).toBeUndefined();
  expect(await as(presidency, (tx) => reopenAgenda(tx, presidency, id, "Así lo decidió el Pleno"))).toBe("agenda-not-approved");
  expect(await as(presidency, (tx) => moveItem(tx, presidency, id, items.election, 1))).toBeUndefined();
  expect(await as(secretariat, (tx) => approveAgenda(tx, secretariat, id, motion))).toBe("not-decided");
  expect((await read(world.database, presidency, (tx) => agendaOf(tx, id)))[0]?.id).toBe(items.election);
  expect((await read(world.database, presidency, (tx) => historyOf(tx, id))).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["agenda.approved", "agenda.reopened", "agenda.moved"]));
});

test("a meeting without a quorum rule has no quorum, instead of none known", async () => {
  const { rows } = await asOwner(world.ownerUrl, (client) => client.query("select plenary.quorum_holds($1) as holds, plenary.quorum_holds('I-2999') as nowhere", [convened.id]));
  expect(rows).toEqual([{ holds: false, nowhere: false }]);
});
