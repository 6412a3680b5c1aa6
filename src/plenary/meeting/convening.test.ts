import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { outbox } from "#mail";
import { type ArrangedMeeting, arrangeMeeting, nine } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { readItem } from "./agenda.ts";
import { addItem, addStarterItems, changeItem, moveItem, removeItem } from "./agenda.store.ts";
import { cancelMeeting, convene, preparationOf } from "./convene.store.ts";
import { delegationNotices, recordedNotice } from "./convocation-proof.ts";
import { confirmationsOf } from "./confirmation.store.ts";
import { meetingTasks } from "./jobs.ts";
import type { MeetingDraft } from "./meeting-draft.ts";
import { changeMeeting, createMeeting, nextOrdinal } from "./meeting-draft.store.ts";
import { agendaOf, linkOf, meetingOf, meetings, seatsOf } from "./meeting.store.ts";
import { acknowledge, markSeen, noticesOf, sendMissing } from "./notice.store.ts";
import { postMeetingReminders, remindDelegations } from "./reminder.store.ts";

let world: World;
let people: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  people = await arrangeMeeting(world, { year: 2020, ordinal: 1 });
});
afterAll(() => world.close());

const secretariat = member("secretariat");
const presidency = member("presidency");
const guatemala = member("delegate-titular", "GTM");
const day = 86_400_000;
const now = new Date();
const link = { url: "https://meet.example.org/secret-room", note: "clave 4711" };

function draft(daysAhead: number, wish: Partial<MeetingDraft> = {}): MeetingDraft {
  const startsAt = new Date(Math.floor((now.getTime() + daysAhead * day) / 60_000) * 60_000);
  return {
    kind: "ordinary",
    mode: "hybrid",
    place: { es: "Ciudad de Panamá", en: "Panama City" },
    timeZone: "America/Panama",
    startsAt,
    endsAt: new Date(startsAt.getTime() + 8 * 3_600_000),
    link,
    ...wish,
  };
}

let next = 10;
async function prepared(daysAhead = 30, wish: Partial<MeetingDraft> = {}): Promise<string> {
  next += 1;
  const made = await write(world.database, secretariat, (tx) => createMeeting(tx, secretariat, next, draft(daysAhead, wish), now));
  if ("refusal" in made) throw new Error(made.refusal);
  await write(world.database, secretariat, (tx) => addStarterItems(tx, secretariat, made.id));
  return made.id;
}
async function convened(daysAhead = 30, wish: Partial<MeetingDraft> = {}): Promise<string> {
  const id = await prepared(daysAhead, wish);
  expect(await write(world.database, presidency, (tx) => convene(tx, presidency, id, { now }))).toBeUndefined();
  return id;
}
const kindsOf = async (id: string) => (await read(world.database, secretariat, (tx) => historyOf(tx, id))).map(({ kind }) => kind);
const runMails = async (id: string, sequence: number) =>
  meetingTasks({ baseUrl: "https://corett.example", mailFrom: "CORETT <corett@corett.example>" })["meeting-notices"]({
    id: "",
    payload: { meeting: id, sequence },
    account: undefined,
    database: world.database,
    progress: async () => undefined,
  });

test("the number that follows in the year is proposed, and a meeting is prepared once however often its form is sent", async () => {
  const wish = draft(40);
  const year = wish.startsAt.getUTCFullYear();
  const ordinal = await read(world.database, secretariat, (tx) => nextOrdinal(tx, year));
  const first = await write(world.database, presidency, (tx) => createMeeting(tx, presidency, ordinal, wish, now));
  expect(await write(world.database, presidency, (tx) => createMeeting(tx, presidency, ordinal, wish, now))).toEqual(first);
  expect(await write(world.database, presidency, (tx) => createMeeting(tx, presidency, ordinal, draft(41), now))).toEqual({ refusal: "number-taken" });
  expect(await read(world.database, secretariat, (tx) => nextOrdinal(tx, year))).toBe(ordinal + 1);
  expect(await kindsOf("id" in first ? first.id : "")).toEqual(["meeting.drafted"]);
  next = ordinal + 10;
});

test("only presidency and secretariat prepare a meeting, and none in the past", async () => {
  for (const actor of [guatemala, member("focal-point", "GTM"), member("observer"), member("communicator", "GTM")])
    expect(await write(world.database, actor, (tx) => createMeeting(tx, actor, 90, draft(30), now))).toEqual({ refusal: "not-yours" });
  expect(await write(world.database, secretariat, (tx) => createMeeting(tx, secretariat, 90, draft(-1), now))).toEqual({ refusal: "in-the-past" });
});

test("a draft is seen by those who lead and by nobody else, its agenda and link included", async () => {
  const id = await prepared();
  for (const actor of [secretariat, presidency]) expect(await read(world.database, actor, (tx) => meetingOf(tx, id))).toMatchObject({ state: "draft" });
  for (const actor of [guatemala, member("focal-point", "GTM"), member("observer")]) {
    expect(await read(world.database, actor, (tx) => meetingOf(tx, id))).toBeUndefined();
    expect(await read(world.database, actor, (tx) => agendaOf(tx, id))).toEqual([]);
    expect(await read(world.database, actor, (tx) => linkOf(tx, id))).toBeUndefined();
  }
  expect((await read(world.database, { kind: "public" }, meetings)).some((meeting) => meeting.id === id)).toBe(false);
});

test("the link of a convened meeting is read by delegates and observers; never by focal points, the public or the administrator", async () => {
  const id = await convened();
  for (const actor of [secretariat, presidency, guatemala, member("delegate-alternate", "BLZ"), member("observer")])
    expect(await read(world.database, actor, (tx) => linkOf(tx, id))).toEqual(link);
  expect(await read(world.database, member("focal-point", "GTM"), (tx) => linkOf(tx, id))).toBeUndefined();
  await expect(read(world.database, { kind: "public" }, (tx) => linkOf(tx, id))).rejects.toThrow("permission denied");
  await expect(read(world.database, member("administrator"), (tx) => linkOf(tx, id))).rejects.toThrow("permission denied");
  await runMails(id, 0);
  const leaks = await read(world.database, member("administrator"), (tx) =>
    sql<{ n: number }>`select (select count(*) from audit.entry e where e.before::text like '%secret-room%' or e.after::text like '%secret-room%' or e.after::text like '%4711%')
      + (select count(*) from mail.message m where m.body like '%secret-room%' or m.calendar like '%secret-room%' or m.calendar like '%4711%') as n`.execute(tx),
  );
  expect(leaks.rows).toEqual([{ n: 0 }]);
});

test("an ordinary meeting with full notice is convened: seats pinned, everybody told once, and how much notice was given is recorded", async () => {
  const id = await convened(20);
  expect(await read(world.database, guatemala, (tx) => seatsOf(tx, id))).toEqual([...nine].toSorted());
  const notices = await read(world.database, secretariat, (tx) => noticesOf(tx, id));
  expect(notices.filter(({ country }) => country !== null)).toHaveLength(18);
  expect(new Set(notices.map(({ office }) => office))).toEqual(new Set(["delegate-titular", "delegate-alternate", "presidency", "secretariat", "observer"]));
  expect(new Set(notices.map(({ account }) => account)).size).toBe(notices.length);
  const record = recordedNotice(await read(world.database, guatemala, (tx) => historyOf(tx, id)));
  expect(record?.notice).toMatchObject({ required: 15, kept: true });
  expect(record?.notice.days).toBeGreaterThanOrEqual(19);
  expect(await kindsOf(id)).toContain("meeting.convened");
});

test("short notice stops an ordinary meeting until a reason is written, which is recorded; an extraordinary one is only warned", async () => {
  const id = await prepared(3);
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, id, { now, reason: "  " }))).toBe("short-notice");
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, id, { now, reason: "Elección urgente" }))).toBeUndefined();
  const record = recordedNotice(await read(world.database, secretariat, (tx) => historyOf(tx, id)));
  expect(record).toMatchObject({ reason: "Elección urgente", notice: { kept: false, required: 15 } });
  const urgent = await prepared(2, { kind: "extraordinary" });
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, urgent, { now }))).toBeUndefined();
});

test("a meeting without agenda, without the link that its mode needs, or whose day has passed is not convened", async () => {
  next += 1;
  const made = await write(world.database, secretariat, (tx) => createMeeting(tx, secretariat, next, draft(30, { link: null }), now));
  const id = "id" in made ? made.id : "";
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, id, { now }))).toBe("not-ready");
  const meeting = await read(world.database, secretariat, (tx) => meetingOf(tx, id));
  if (!meeting) throw new Error("not there");
  const { checks } = await read(world.database, secretariat, (tx) => preparationOf(tx, meeting, now));
  expect(checks.filter(({ result }) => result === "blocks").map(({ check }) => check)).toEqual(["place", "agenda"]);
  const late = await prepared(1);
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, late, { now: new Date(now.getTime() + 2 * day), reason: "x" }))).toBe("not-ready");
});

test("a meeting is convened once, by those who lead, and a wrong state says which", async () => {
  const id = await convened();
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, id, { now }))).toBe("meeting-convened");
  expect(await write(world.database, guatemala, (tx) => convene(tx, guatemala, id, { now }))).toBe("not-yours");
  expect(await write(world.database, secretariat, (tx) => convene(tx, secretariat, "I-1999", { now }))).toBe("unknown-meeting");
  expect((await kindsOf(id)).filter((kind) => kind === "meeting.convened")).toHaveLength(1);
});

test("the mails leave once each, with a calendar for their reader alone, even if the task runs twice", async () => {
  const before = (await read(world.database, secretariat, (tx) => outbox(tx, 1000))).length;
  const id = await convened();
  expect(await runMails(id, 0)).toEqual({ posted: 22 });
  expect(await runMails(id, 0)).toEqual({ posted: 0 });
  const mails = (await read(world.database, secretariat, (tx) => outbox(tx, 1000))).slice(0, 22);
  expect((await read(world.database, secretariat, (tx) => outbox(tx, 1000))).length - before).toBe(22);
  expect(mails.every(({ calendar, subject }) => calendar === "REQUEST" && subject.includes(id))).toBe(true);
  const texts = await read(world.database, secretariat, (tx) => tx.selectFrom("mail.message").select(["recipient", "calendar"]).where("subject", "like", `%${id}%`).execute());
  for (const { recipient, calendar } of texts) expect((calendar ?? "").replaceAll("\r\n ", "").match(/[\w.-]+@corett\.test/g)).toEqual([recipient]);
  expect((await read(world.database, secretariat, (tx) => noticesOf(tx, id))).every(({ mailedAt }) => mailedAt !== null)).toBe(true);
});

test("a change of a convened meeting tells everybody again with a higher sequence; a change of nothing tells nobody", async () => {
  const id = await convened(30);
  const same = draft(30);
  expect(await write(world.database, secretariat, (tx) => changeMeeting(tx, secretariat, id, same, { now }))).toBe("nothing-changed");
  const elsewhere = { ...same, place: { es: "Colón", en: "Colón" } };
  expect(await write(world.database, secretariat, (tx) => changeMeeting(tx, secretariat, id, elsewhere, { now }))).toBeUndefined();
  expect(await read(world.database, guatemala, (tx) => meetingOf(tx, id))).toMatchObject({ sequence: 1, place: { es: "Colón" } });
  const notices = await read(world.database, secretariat, (tx) => noticesOf(tx, id));
  expect(notices.filter(({ sequence, kind }) => sequence === 1 && kind === "update")).toHaveLength(22);
  expect((await read(world.database, secretariat, (tx) => historyOf(tx, id))).at(-1)).toMatchObject({ kind: "meeting.updated", detail: { parts: ["place"] } });
});

test("moving an ordinary meeting nearer than the rule allows needs a reason, and the proof counts from the move", async () => {
  const id = await convened(30);
  const nearer = draft(4);
  expect(await write(world.database, secretariat, (tx) => changeMeeting(tx, secretariat, id, nearer, { now }))).toBe("needs-reason");
  expect(await write(world.database, secretariat, (tx) => changeMeeting(tx, secretariat, id, nearer, { now, reason: "Sede no disponible" }))).toBeUndefined();
  expect(recordedNotice(await read(world.database, secretariat, (tx) => historyOf(tx, id)))).toMatchObject({ isMoved: true, reason: "Sede no disponible", notice: { kept: false } });
});

test("a draft changes quietly; its year stays that of its number, and a hybrid meeting keeps its link", async () => {
  const id = await prepared();
  expect(await write(world.database, presidency, (tx) => changeMeeting(tx, presidency, id, draft(35), { now }))).toBeUndefined();
  expect(await read(world.database, presidency, (tx) => noticesOf(tx, id))).toEqual([]);
  expect(await write(world.database, presidency, (tx) => changeMeeting(tx, presidency, id, draft(800), { now }))).toBe("year-differs");
  expect(await write(world.database, guatemala, (tx) => changeMeeting(tx, guatemala, id, draft(35), { now }))).toBe("not-yours");
  const told = await convened();
  expect(await write(world.database, presidency, (tx) => changeMeeting(tx, presidency, told, draft(30, { link: null }), { now }))).toBe("needs-link");
});

test("a cancelled meeting says why, tells those who were convened, and goes nowhere from there", async () => {
  const id = await convened();
  expect(await write(world.database, secretariat, (tx) => cancelMeeting(tx, secretariat, id, " "))).toBe("reason-missing");
  expect(await write(world.database, guatemala, (tx) => cancelMeeting(tx, guatemala, id, "x"))).toBe("not-yours");
  expect(await write(world.database, secretariat, (tx) => cancelMeeting(tx, secretariat, id, "Huracán"))).toBeUndefined();
  expect(await write(world.database, secretariat, (tx) => cancelMeeting(tx, secretariat, id, "Huracán"))).toBe("meeting-cancelled");
  expect(await runMails(id, 1)).toEqual({ posted: 22 });
  const mails = await read(world.database, secretariat, (tx) => tx.selectFrom("mail.message").select(["calendar_method", "body"]).where("subject", "like", `%canceló%${id}%`).execute());
  expect(mails.every(({ calendar_method, body }) => calendar_method === "CANCEL" && body.includes("Huracán"))).toBe(true);
  expect(mails).not.toEqual([]);
  const gone = randomUUID();
  const told = await convened();
  await asOwner(world.ownerUrl, (client) =>
    client.query("insert into plenary.notice (meeting, sequence, kind, account, name, office, country) values ($1, 0, 'convocation', $2, 'Exdelegada', 'delegate-titular', 'PAN')", [told, gone]),
  );
  await write(world.database, secretariat, (tx) => cancelMeeting(tx, secretariat, told, "Sismo"));
  expect((await read(world.database, secretariat, (tx) => noticesOf(tx, told))).filter(({ kind, account }) => kind === "cancellation" && account === gone)).toHaveLength(1);
  const draftOnly = await prepared();
  expect(await write(world.database, secretariat, (tx) => cancelMeeting(tx, secretariat, draftOnly, "Error"))).toBeUndefined();
  expect(await read(world.database, secretariat, (tx) => noticesOf(tx, draftOnly))).toEqual([]);
});

test("a delegation counts as notified when one of its people acknowledges; the moments are the server's and stay", async () => {
  const id = await convened();
  const standing = async () => Object.fromEntries(delegationNotices(await read(world.database, secretariat, (tx) => noticesOf(tx, id)), nine).map((line) => [line.country, line.standing]));
  expect(await standing()).toMatchObject({ GTM: "sent", BLZ: "sent" });
  await write(world.database, guatemala, (tx) => markSeen(tx, guatemala, id));
  expect(await standing()).toMatchObject({ GTM: "seen", BLZ: "sent" });
  const alternate = member("delegate-alternate", "GTM");
  expect(await write(world.database, alternate, (tx) => acknowledge(tx, alternate, id))).toBeUndefined();
  expect(await write(world.database, alternate, (tx) => acknowledge(tx, alternate, id))).toBeUndefined();
  expect(await standing()).toMatchObject({ GTM: "notified", BLZ: "sent" });
  expect((await kindsOf(id)).filter((kind) => kind === "notice.acknowledged")).toHaveLength(1);
  await write(world.database, alternate, (tx) => tx.updateTable("plenary.notice").set({ acknowledged_at: null, seen_at: new Date("2001-01-01") }).where("account", "=", alternate.account).execute());
  const own = (await read(world.database, secretariat, (tx) => noticesOf(tx, id))).find(({ account }) => account === alternate.account);
  expect(own?.acknowledgedAt).toBeInstanceOf(Date);
  expect(own?.seenAt?.getTime()).toBeGreaterThan(now.getTime() - day);
  const focal = member("focal-point", "GTM");
  expect(await write(world.database, focal, (tx) => acknowledge(tx, focal, id))).toBe("not-convened");
});

test("nobody sees the notices of another delegation, nor acknowledges for it", async () => {
  const id = await convened();
  const seen = await read(world.database, guatemala, (tx) => noticesOf(tx, id));
  expect(new Set(seen.map(({ country }) => country))).toEqual(new Set(["GTM"]));
  expect((await read(world.database, member("observer"), (tx) => noticesOf(tx, id))).every(({ account }) => account === member("observer").account)).toBe(true);
  await write(world.database, guatemala, (tx) => tx.updateTable("plenary.notice").set({ acknowledged_at: new Date() }).where("meeting", "=", id).execute());
  const marked = (await read(world.database, secretariat, (tx) => noticesOf(tx, id))).filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  expect(marked.map(({ account }) => account)).toEqual([guatemala.account]);
});

test("who takes office after the convocation gets it when asked for, once", async () => {
  const id = await convened();
  expect(await write(world.database, secretariat, (tx) => sendMissing(tx, secretariat, id))).toEqual({ sent: 0 });
  const late = randomUUID();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("insert into identity.account (id, name, email) values ($1, 'Delegada nueva', $2)", [late, `${late}@corett.test`]);
    await client.query("insert into identity.office (account, office, country) values ($1, 'delegate-alternate', 'PAN')", [late]);
  });
  expect(await write(world.database, secretariat, (tx) => sendMissing(tx, secretariat, id))).toEqual({ sent: 1 });
  expect(await write(world.database, secretariat, (tx) => sendMissing(tx, secretariat, id))).toEqual({ sent: 0 });
  expect(await write(world.database, guatemala, (tx) => sendMissing(tx, guatemala, id))).toEqual({ refusal: "not-yours" });
  await asOwner(world.ownerUrl, (client) => client.query("update identity.office set until = now() where account = $1", [late]));
});

test("delegations that have not answered are reminded 7 and 2 days before, each once, and by the secretariat once a day", async () => {
  const id = await convened(30);
  const silentOnes = async (at: number) =>
    (await write(world.database, { kind: "system", task: "test" }, (tx) => postMeetingReminders(tx, new Date(now.getTime() + at * day)))).filter((line) => line.startsWith(`${id} `));
  expect(await silentOnes(10)).toEqual([]);
  expect(await silentOnes(23)).toHaveLength(9);
  expect(await silentOnes(23)).toEqual([]);
  expect(await silentOnes(25)).toEqual([]);
  expect(await silentOnes(28)).toHaveLength(9);
  expect(await kindsOf(id)).toContain("delegation.reminded");
  const { reminded } = { reminded: [] as string[], ...(await write(world.database, secretariat, (tx) => remindDelegations(tx, secretariat, id, now))) };
  expect(reminded).toHaveLength(9);
  expect(await write(world.database, secretariat, (tx) => remindDelegations(tx, secretariat, id, now))).toEqual({ reminded: [] });
  expect(await write(world.database, presidency, (tx) => remindDelegations(tx, presidency, id, now))).toEqual({ refusal: "not-yours" });
  expect(await read(world.database, guatemala, (tx) => confirmationsOf(tx, id))).toEqual([]);
});

function point(title: string) {
  const wish = readItem((field) => ({ kind: "motion", titleEs: title, titleEn: `${title} (en)`, minutes: "20" })[field] ?? "");
  if ("problems" in wish) throw new Error("not readable");
  return wish.draft;
}

test("points are added, changed, moved and removed; their numbers stay whole, and the same form adds one", async () => {
  const id = await prepared();
  const titles = async () => (await read(world.database, secretariat, (tx) => agendaOf(tx, id))).map(({ position, title }) => `${position} ${title.es}`);
  const before = await titles();
  const item = randomUUID();
  const add = () => write(world.database, secretariat, (tx) => addItem(tx, secretariat, id, item, point("Protocolo regional"), 2));
  expect([await add(), await add()]).toEqual([undefined, undefined]);
  expect(await titles()).toHaveLength(before.length + 1);
  expect((await titles())[1]).toBe("2 Protocolo regional");
  expect(await write(world.database, presidency, (tx) => moveItem(tx, presidency, id, item, 99))).toBeUndefined();
  expect((await titles()).at(-1)).toBe(`${before.length + 1} Protocolo regional`);
  expect(await write(world.database, presidency, (tx) => changeItem(tx, presidency, id, item, point("Protocolo común"), 1))).toBeUndefined();
  expect((await titles())[0]).toBe("1 Protocolo común");
  expect(await write(world.database, presidency, (tx) => removeItem(tx, presidency, id, item))).toBeUndefined();
  expect(await titles()).toEqual(before);
  expect(await write(world.database, presidency, (tx) => removeItem(tx, presidency, id, item))).toBe("unknown-item");
  expect(await write(world.database, presidency, (tx) => addStarterItems(tx, presidency, id))).toBe("nothing-to-add");
  expect(await write(world.database, guatemala, (tx) => addItem(tx, guatemala, id, randomUUID(), point("x")))).toBe("not-yours");
  expect(await kindsOf(id)).toEqual(expect.arrayContaining(["agenda.added", "agenda.moved", "agenda.changed", "agenda.removed", "agenda.started"]));
});

test("the arranged people are those who are convened", () => {
  expect(people.countries).toEqual(nine);
});
