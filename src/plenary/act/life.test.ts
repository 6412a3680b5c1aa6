import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newVerificationCode } from "#archive";
import { type Actor } from "#basics";
import { type Reading, type Writing, read, write } from "#database";
import { closeMeeting, consensusOn, eventfulMeeting, reservation } from "../../../test/plenary-act.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { actOf } from "./act.store.ts";
import { actNow, approveAct, circulateAct, dayInGuatemala, findingsOf, recallAct, snapshotOf } from "./approve.store.ts";
import { canonicalJson, contentDigest } from "./digest.ts";
import { freezeAct, publishAct } from "./freeze.store.ts";
import { answerObservation, observationsOf, observe } from "./observation.store.ts";
import { addSection, beginAct, moveSection, removeSection, sectionsOf } from "./section.store.ts";
import { signAct } from "./sign.store.ts";
import { saveText } from "./text.store.ts";

let world: World;
let meeting: ArrangedMeeting;
let later: ArrangedMeeting;
const now = () => new Date();
const inDays = (days: number) => dayInGuatemala(new Date(Date.now() + days * 86_400_000));
const does = <T>(actor: Actor, work: (tx: Writing, actor: Actor) => Promise<T>) => write(world.database, actor, (tx) => work(tx, actor));
const sees = <T>(actor: Actor, work: (tx: Reading) => Promise<T>) => read(world.database, actor, work);
const code = () => newVerificationCode(randomBytes(12));
const visitor: Actor = { kind: "public" };

/** Puts an act before the delegations with its warnings accepted. */
async function circulates(of: ArrangedMeeting, actor: Actor = of.secretariat) {
  const present = await sees(of.secretariat, (tx) => actNow(tx, of.id, now()));
  const findings = present ? await sees(of.secretariat, (tx) => findingsOf(tx, of.id, present)) : [];
  return does(actor, (tx, who) => circulateAct(tx, who, of.id, { until: inDays(10), accepted: findings.map(({ id }) => id) }, now()));
}

beforeAll(async () => {
  world = await openWorld();
  meeting = await eventfulMeeting(world);
}, 60_000);
afterAll(() => world.close());

describe("an act from its beginning to the archive", () => {
  test("begins once the meeting is closed, by those who lead, and once however often it is asked", async () => {
    const open = await arrangeMeeting(world, { year: 2023, ordinal: 2, present: [] });
    expect(await does(open.secretariat, (tx, who) => beginAct(tx, who, open.id, now()))).toBe("meeting-open");
    expect(await does(meeting.titular("GTM"), (tx, who) => beginAct(tx, who, meeting.id, now()))).toBe("not-yours");
    expect(await does(meeting.observer, (tx, who) => beginAct(tx, who, meeting.id, now()))).toBe("not-yours");
    expect(await does(meeting.secretariat, (tx, who) => beginAct(tx, who, meeting.id, now()))).toBeUndefined();
    expect(await does(meeting.presidency, (tx, who) => beginAct(tx, who, meeting.id, now()))).toBeUndefined();
    const sections = await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id));
    expect(sections.map(({ kind }) => kind)).toEqual([
      "heading", "attendance", "quorum", "agenda", "previous-act", "item", "item", "elections", "decisions", "agreements", "closing",
    ]);
    expect(sections.find(({ item }) => item === meeting.items.motion)?.body.es).toContain("- Guatemala pidió plazos.");
    const history = await sees(meeting.secretariat, (tx) => historyOf(tx, meeting.id));
    expect(history.filter(({ kind }) => kind === "act.begun")).toHaveLength(1);
  });

  test("is seen by nobody but those who lead while it is prepared", async () => {
    for (const actor of [meeting.titular("GTM"), meeting.focalPoint("GTM"), meeting.observer]) {
      expect(await sees(actor, (tx) => actOf(tx, meeting.id))).toBeUndefined();
      expect(await sees(meeting.titular("GTM"), (tx) => sectionsOf(tx, meeting.id))).toEqual([]);
    }
    await expect(sees(visitor, (tx) => actOf(tx, meeting.id))).rejects.toThrow(/permission denied/);
    await expect(sees(meeting.observer, (tx) => sectionsOf(tx, meeting.id))).rejects.toThrow(/permission denied/);
  });

  test("takes free parts, moves them and takes them out, and leaves the others where they belong", async () => {
    const id = randomUUID();
    const title = { es: "Saludo de la OIM", en: "Greeting of IOM" };
    const add = () => does(meeting.secretariat, (tx, who) => addSection(tx, who, meeting.id, { id, title, position: 2 }));
    expect([await add(), await add()]).toEqual([undefined, undefined]);
    const order = async () => (await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id))).map(({ kind }) => kind);
    expect((await order()).indexOf("free")).toBe(1);
    expect(await does(meeting.secretariat, (tx, who) => moveSection(tx, who, meeting.id, id, 99))).toBeUndefined();
    expect((await order()).at(-1)).toBe("free");
    const heading = (await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id)))[0];
    expect(await does(meeting.secretariat, (tx, who) => removeSection(tx, who, meeting.id, heading?.id ?? ""))).toBe("not-written-here");
    expect(await does(meeting.secretariat, (tx, who) => removeSection(tx, who, meeting.id, id))).toBeUndefined();
    expect(await order()).not.toContain("free");
    expect(await does(meeting.titular("GTM"), (tx, who) => addSection(tx, who, meeting.id, { id: randomUUID(), title }))).toBe("not-yours");
  });

  test("keeps what nobody types out of the hands of everybody", async () => {
    const attendance = (await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id))).find(({ kind }) => kind === "attendance");
    const saving = { section: attendance?.id ?? "", language: "es", body: "Todos vinieron.", basedOn: 0 } as const;
    expect(await does(meeting.secretariat, (tx, who) => saveText(tx, who, meeting.id, saving))).toEqual({ refusal: "not-written-here" });
  });

  test("circulates only when its warnings are accepted by name, with a day to come, and not twice", async () => {
    const circulate = (accepted: readonly string[], until = inDays(10)) => does(meeting.secretariat, (tx, who) => circulateAct(tx, who, meeting.id, { until, accepted }, now()));
    expect(await circulate([])).toBe("warnings-open");
    expect(await circulate([], inDays(0))).toBe("deadline-too-soon");
    expect(await circulates(meeting, meeting.titular("GTM"))).toBe("not-yours");
    expect(await circulates(meeting)).toBeUndefined();
    expect(await sees(meeting.titular("GTM"), (tx) => actOf(tx, meeting.id))).toMatchObject({ state: "circulated" });
    expect(await sees(meeting.observer, (tx) => actOf(tx, meeting.id))).toBeUndefined();
    expect(await circulate([], inDays(12))).toBeUndefined();
    expect((await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id)))?.observationsUntil).toBe(inDays(12));
    expect(await does(meeting.secretariat, (tx, who) => recallAct(tx, who, meeting.id))).toBeUndefined();
    expect(await does(meeting.secretariat, (tx, who) => recallAct(tx, who, meeting.id))).toBe("act-draft");
    expect(await circulates(meeting)).toBeUndefined();
  });

  test("reads the same for a delegation as for those who lead", async () => {
    const [ours, theirs] = await Promise.all([meeting.secretariat, meeting.titular("BLZ")].map((actor) => sees(actor, (tx) => actNow(tx, meeting.id, now()))));
    expect(canonicalJson(theirs?.documents)).toBe(canonicalJson(ours?.documents));
    expect(canonicalJson(ours?.documents.es)).toContain(reservation);
  });

  test("is observed by delegations that were convened, until the day that was set", async () => {
    const [section] = await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id));
    const draft = { id: randomUUID(), section: section?.id ?? "", text: "Falta el saludo de Guatemala.", proposed: "La Presidencia saludó a Guatemala." };
    const observes = (actor: Actor, other = {}, today = inDays(0)) => does(actor, (tx, who) => observe(tx, who, meeting.id, { ...draft, ...other }, today));
    expect(await observes(meeting.focalPoint("GTM"))).toBe("not-yours");
    expect(await observes(meeting.titular("GTM"), { section: randomUUID() })).toBe("unknown-section");
    expect(await observes(meeting.titular("GTM"), {}, inDays(40))).toBe("deadline-passed");
    expect([await observes(meeting.titular("GTM")), await observes(meeting.titular("GTM"))]).toEqual([undefined, undefined]);
    expect(await sees(meeting.titular("MEX"), (tx) => observationsOf(tx, meeting.id))).toMatchObject([{ country: "GTM", state: "open" }]);
    const answers = (actor: Actor) => does(actor, (tx, who) => answerObservation(tx, who, meeting.id, draft.id, { state: "taken-up", reason: "Se añade." }));
    later = await arrangeMeeting(world, { year: 2024, ordinal: 6 });
    const early = await consensusOn(world, later, "previous-act");
    expect(await does(meeting.secretariat, (tx, who) => approveAct(tx, who, { meeting: meeting.id, approvedIn: later.id, motion: early.motion }))).toEqual({ refusal: "observations-open" });
    expect(await answers(meeting.titular("GTM"))).toBe("not-yours");
    expect(await answers(meeting.secretariat)).toBeUndefined();
    const [text] = (await sees(meeting.secretariat, (tx) => historyOf(tx, meeting.id))).slice(-1);
    expect(text?.sentence.es).toContain("Se acogió una observación de Guatemala");
  });

  test("is approved by a decision of a later meeting alone, and then never changes", async () => {
    const approves = (actor: Actor, motion: string, approvedIn = later.id, expected?: string) =>
      does(actor, (tx, who) => approveAct(tx, who, { meeting: meeting.id, approvedIn, motion, ...(expected === undefined ? {} : { expected }) }));
    const substance = await consensusOn(world, later, "substance");
    expect(await approves(meeting.secretariat, substance.motion)).toEqual({ refusal: "not-decided" });
    expect(await approves(meeting.secretariat, substance.motion, meeting.id)).toEqual({ refusal: "not-later" });
    const { motion } = await consensusOn(world, later, "previous-act");
    expect(await approves(meeting.titular("GTM"), motion)).toEqual({ refusal: "not-yours" });
    expect(await approves(meeting.secretariat, motion, later.id, "0".repeat(64))).toEqual({ refusal: "changed" });
    const approved = await approves(meeting.secretariat, motion);
    const act = await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id));
    expect(approved).toEqual({ digest: act?.digest });
    expect(act).toMatchObject({ state: "approved", approvedIn: later.id, approvedMotion: motion });
    expect(await approves(meeting.secretariat, motion)).toEqual({ refusal: "act-approved" });
    const snapshot = await sees(meeting.titular("BLZ"), (tx) => snapshotOf(tx, meeting.id));
    expect(contentDigest({ es: canonicalJson(snapshot?.es), en: canonicalJson(snapshot?.en) })).toBe(act?.digest);
    const [section] = await sees(meeting.secretariat, (tx) => sectionsOf(tx, meeting.id));
    expect(await does(meeting.secretariat, (tx, who) => saveText(tx, who, meeting.id, { section: section?.id ?? "", language: "es", body: "Otra cosa", basedOn: 1 }))).toEqual({ refusal: "act-approved" });
    expect((await sees(meeting.secretariat, (tx) => historyOf(tx, later.id))).at(-1)?.kind).toBe("act.approved");
  });

  test.each([
    "update plenary.act set content_digest = repeat('0', 64)",
    "update plenary.act set approved_in = null",
    "update plenary.act set state = 'draft'",
    "delete from plenary.act",
    "update plenary.act_section set title_es = 'Otra'",
    "delete from plenary.act_section",
    "insert into plenary.act_section (meeting, position, kind, title_es, title_en) select meeting, 90, 'free', 'a', 'b' from plenary.act where state = 'approved'",
    "update plenary.act_text set body = 'Otra'",
    "delete from plenary.act_text",
    "insert into plenary.act_text (section, language, version, based_on, kind, body, author_name) select s.id, 'es', 50, 0, 'aside', 'x', 'x' from plenary.act_section s join plenary.act a on a.meeting = s.meeting where a.state = 'approved'",
    "update plenary.act_snapshot set canonical = '{}'",
    "delete from plenary.act_snapshot",
    "truncate plenary.act_snapshot",
    "update plenary.act_observation set text = 'Otra'",
    "delete from plenary.act_observation",
  ])("refuses, once approved, even its owner: %s", async (statement) => {
    await expect(asOwner(world.ownerUrl, (client) => client.query(statement))).rejects.toThrow(/kept for ever|cannot be changed|kept as it was written|nothing more is written|No act leads/);
  });

  test("is signed by presidency and secretariat, two persons, each over what was read", async () => {
    const digest = (await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id)))?.digest ?? "";
    const signs = (actor: Actor, other: Partial<{ digest: string; typedNumber: string }> = {}) =>
      does(actor, (tx, who) => signAct(tx, who, { meeting: meeting.id, digest, typedNumber: "ACTA-CORETT-V-2024", code: code(), ...other }, now()));
    expect(await signs(meeting.titular("GTM"))).toBe("not-yours");
    expect(await signs(meeting.secretariat, { digest: "0".repeat(64) })).toBe("changed");
    expect(await signs(meeting.secretariat, { typedNumber: "ACTA-CORETT-IV-2023" })).toBe("wrong-number");
    expect(await signs(meeting.secretariat)).toBeUndefined();
    expect(await signs(meeting.secondSecretary)).toBe("already-signed");
    expect(await signs({ ...meeting.secretariat, office: "presidency" })).toBe("same-person");
    expect((await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id)))?.state).toBe("approved");
    expect(await freezeAct(world.database, meeting.id, "https://corett.test")).toBe("not-signed");
    expect(await signs(meeting.presidency)).toBeUndefined();
    expect(await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id))).toMatchObject({ state: "signed", digest });
    expect(await signs(meeting.presidency)).toBe("act-signed");
    const tasks = await sees(meeting.secretariat, (tx) => tx.selectFrom("jobs.task").select("kind").where("kind", "=", "act-files").execute());
    expect(tasks).toHaveLength(1);
  });

  test("is deposited once, however often and however many at once make its files", async () => {
    const outcomes = await Promise.all([1, 2].map(() => freezeAct(world.database, meeting.id, "https://corett.test")));
    expect(outcomes.sort()).toEqual(["already-archived", "archived"]);
    expect(await freezeAct(world.database, meeting.id, "https://corett.test")).toBe("already-archived");
    const kept = await sees(meeting.titular("GTM"), (tx) =>
      tx
        .selectFrom("archive.document as d")
        .innerJoin("archive.rendition as r", "r.document", "d.id")
        .select(["d.number", "d.class", "d.access", "r.version", "r.name"])
        .orderBy("r.name")
        .execute(),
    );
    expect(kept.map(({ name }) => name)).toEqual(["ACTA-CORETT-V-2024-en.docx", "ACTA-CORETT-V-2024-en.pdf", "ACTA-CORETT-V-2024-es.docx", "ACTA-CORETT-V-2024-es.pdf"]);
    expect(kept[0]).toMatchObject({ number: "ACTA-CORETT-V-2024", class: "act", access: "members", version: 1 });
    expect(await sees(meeting.secretariat, (tx) => actOf(tx, meeting.id))).toMatchObject({ state: "archived" });
  }, 60_000);

  test("is read by observers and by everyone only once it was opened to them", async () => {
    const publicly = () => sees(visitor, (tx) => tx.selectFrom("archive.document").select("number").execute());
    expect(await publicly()).toEqual([]);
    expect(await sees(meeting.observer, (tx) => snapshotOf(tx, meeting.id))).toBeUndefined();
    expect(await does(meeting.presidency, (tx, who) => publishAct(tx, who, meeting.id, "observers"))).toBe("not-yours");
    expect(await does(meeting.secretariat, (tx, who) => publishAct(tx, who, meeting.id, "observers"))).toBeUndefined();
    expect((await sees(meeting.observer, (tx) => snapshotOf(tx, meeting.id)))?.es.number).toBe("ACTA-CORETT-V-2024");
    expect(await publicly()).toEqual([]);
    expect(await does(meeting.secretariat, (tx, who) => publishAct(tx, who, meeting.id, "public"))).toBeUndefined();
    expect(await publicly()).toEqual([{ number: "ACTA-CORETT-V-2024" }]);
    expect(await does(meeting.secretariat, (tx, who) => publishAct(tx, who, meeting.id, "observers"))).toBe("not-wider");
  });
});

test("a decision approves one act, and only one that had circulated before it", async () => {
  const [one, other] = [await arrangeMeeting(world, { year: 2020, ordinal: 1, present: [] }), await arrangeMeeting(world, { year: 2020, ordinal: 2, present: [] })];
  for (const each of [one, other]) {
    await closeMeeting(world, each);
    await does(each.secretariat, (tx, who) => beginAct(tx, who, each.id, now()));
  }
  const next = await arrangeMeeting(world, { year: 2020, ordinal: 3 });
  const before = await consensusOn(world, next, "previous-act");
  for (const each of [one, other]) expect(await circulates(each)).toBeUndefined();
  const approves = (of: ArrangedMeeting, motion: string) => does(of.secretariat, (tx, who) => approveAct(tx, who, { meeting: of.id, approvedIn: next.id, motion }));
  expect(await approves(one, before.motion)).toEqual({ refusal: "decided-before" });
  const { motion } = await consensusOn(world, next, "previous-act");
  expect(await approves(one, motion)).toHaveProperty("digest");
  expect(await approves(other, motion)).toEqual({ refusal: "decided-before" });
});

test("a kept text without its approval does not stay, whoever writes it", async () => {
  const of = await arrangeMeeting(world, { year: 2019, ordinal: 1, present: [] });
  await closeMeeting(world, of);
  await does(of.secretariat, (tx, who) => beginAct(tx, who, of.id, now()));
  expect(await circulates(of)).toBeUndefined();
  await expect(
    does(of.secretariat, (tx) => tx.insertInto("plenary.act_snapshot").values({ meeting: of.id, language: "es", canonical: "{}" }).execute()),
  ).rejects.toThrow(/kept without being approved/);
  await expect(
    does(of.secretariat, (tx) => tx.updateTable("plenary.act").set({ state: "approved", approved_in: of.id, content_digest: "0".repeat(64) }).where("meeting", "=", of.id).execute()),
  ).rejects.toThrow(/approved by a decision/);
});
