import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deposit, newVerificationCode } from "#archive";
import type { Actor } from "#basics";
import { type Writing, read, write } from "#database";
import { outbox } from "#mail";
import { closeMeeting, consensusOn } from "../../../test/plenary-act.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { actOf } from "./act.store.ts";
import { actNow, approveAct, circulateAct, dayInGuatemala, findingsOf, snapshotOf } from "./approve.store.ts";
import { actFindings } from "./checklist.ts";
import { actRenditions } from "./freeze.store.ts";
import { actTasks, remindActs } from "./jobs.ts";
import { observe } from "./observation.store.ts";
import { beginAct } from "./section.store.ts";
import { signAct, signaturesOf } from "./sign.store.ts";

const origin = "https://corett.test";
const system: Actor = { kind: "system", task: "test" };
let world: World;
let meeting: ArrangedMeeting;
const does = <T>(actor: Actor, work: (tx: Writing, actor: Actor) => Promise<T>) => write(world.database, actor, (tx) => work(tx, actor));
const inDays = (days: number) => dayInGuatemala(new Date(Date.now() + days * 86_400_000));
const task = (payload: Record<string, string>) => ({ id: randomUUID(), payload, account: undefined, database: world.database, progress: async () => undefined });
const mails = () => read(world.database, meeting.secretariat, (tx) => outbox(tx, 500));

beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world, { present: [] });
  await closeMeeting(world, meeting);
  await does(meeting.secretariat, (tx, who) => beginAct(tx, who, meeting.id, new Date()));
  const present = await read(world.database, meeting.secretariat, (tx) => actNow(tx, meeting.id, new Date()));
  const findings = present ? await read(world.database, meeting.secretariat, (tx) => findingsOf(tx, meeting.id, present)) : [];
  await does(meeting.secretariat, (tx, who) => circulateAct(tx, who, meeting.id, { until: inDays(2), accepted: findings.map(({ id }) => id) }, new Date()));
});
afterAll(() => world.close());

describe("notices of a circulating act", () => {
  test("go to the delegates of every convened state, once each, and carry nothing of the act", async () => {
    const tasks = await read(world.database, meeting.secretariat, (tx) => tx.selectFrom("jobs.task").select(["kind", "payload"]).execute());
    expect(tasks).toEqual([{ kind: "act-notices", payload: { meeting: "V-2024", occasion: "circulated", page: "/workspace/meetings/V-2024/act" } }]);
    const notices = () => actTasks(origin)["act-notices"](task({ meeting: meeting.id, occasion: "circulated" }));
    expect([await notices(), await notices()]).toEqual([{ posted: 18 }, { posted: 0 }]);
    const [first] = await mails();
    expect(first?.body).toContain(`${origin}/es/workspace/meetings/V-2024/act`);
    expect(first?.body).not.toContain("Guatemala");
  });

  test("remind before the day those who have not observed, once, and not on the day it was sent", async () => {
    await does(meeting.titular("GTM"), (tx, who) => observe(tx, who, meeting.id, { id: randomUUID(), section: null, text: "Sin más.", proposed: "" }, inDays(0)));
    const reminds = (clock: () => Date) => remindActs(origin, clock)(task({}));
    expect(await reminds(() => new Date())).toEqual({ reminded: 0 });
    const tomorrow = () => new Date(Date.now() + 86_400_000);
    expect([await reminds(tomorrow), await reminds(tomorrow)]).toEqual([{ reminded: 16 }, { reminded: 0 }]);
  });
});

test("files that were deposited by an attempt that died before it could say so are not deposited again", async () => {
  await does(meeting.secretariat, (tx) => tx.updateTable("plenary.act_observation").set({ state: "taken-up", answer: "Sí.", answered_at: new Date(), answered_by: meeting.secretariat.account }).where("meeting", "=", meeting.id).execute());
  const later = await arrangeMeeting(world, { ordinal: 6 });
  const { motion } = await consensusOn(world, later, "previous-act");
  const approved = await does(meeting.secretariat, (tx, who) => approveAct(tx, who, { meeting: meeting.id, approvedIn: later.id, motion }));
  const digest = "digest" in approved ? approved.digest : "";
  for (const actor of [meeting.secretariat, meeting.presidency])
    await does(actor, (tx, who) => signAct(tx, who, { meeting: meeting.id, digest, typedNumber: "ACTA-CORETT-V-2024", code: newVerificationCode(randomBytes(12)) }, new Date()));
  await does(system, async (tx, who) => {
    const [act, documents, signatures] = [await actOf(tx, meeting.id), await snapshotOf(tx, meeting.id), await signaturesOf(tx, meeting.id)];
    if (!act || !documents) throw new Error("There is no signed act");
    await deposit(tx, who, {
      number: "ACTA-CORETT-V-2024",
      class: "act",
      title: { es: "Acta de la reunión V-2024 del Pleno", en: "Act of meeting V-2024 of the Plenary" },
      access: "members",
      renditions: await actRenditions(documents, act, signatures, "America/Guatemala", origin),
      verificationCode: act.code ?? "",
    });
  });
  const files = () => actTasks(origin)["act-files"](task({ meeting: meeting.id }));
  expect([await files(), await files()]).toEqual([{ outcome: "archived" }, { outcome: "already-archived" }]);
  const kept = await asOwner(world.ownerUrl, (client) => client.query("select count(*)::int as versions, (select count(*)::int from archive.verification) as codes from archive.version"));
  expect(kept.rows).toEqual([{ versions: 1, codes: 1 }]);
}, 60_000);

test("open votes, undeclared outcomes and open questions of consensus block, whatever is accepted", async () => {
  const present = await read(world.database, meeting.secretariat, (tx) => actNow(tx, meeting.id, new Date()));
  if (!present) throw new Error("There is no act");
  const vote = { id: "v", method: "roll-call", state: "closed", voidReason: null, rule: null, openedAt: new Date(), openedBy: "", closedAt: null, members: 9, present: 9, quorumHeld: true } as const;
  const none = { options: [], roll: [], voted: [], entries: [], counts: [], reconciliation: null, outcome: null, tieDecision: null } as const;
  const motion = { id: "m", item: "i", number: 1, purpose: "substance", title: { es: "Plan", en: "Plan of work" }, text: { es: "", en: "" }, proposedBy: null, state: "put", replaces: null, putAt: new Date(), decidedAt: null } as const;
  const consensus = [{ openedAt: new Date(), closedAt: null, outcome: null, present: null, members: null, positions: [] }];
  const facts = { ...present.facts, motions: [{ ...motion, consensus, votes: [{ ...vote, ...none }, { ...vote, ...none, id: "w", state: "open" as const }] }] };
  const found = actFindings(facts, [], { asides: 1, unprintable: ["U+1F600"] });
  expect(found.map(({ level, kind }) => `${level} ${kind}`)).toEqual(["error vote-unsettled", "error vote-open", "error consensus-open", "warning motion-undecided", "error text-aside", "warning unprintable"]);
});
