import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { aMotion, anOpenVote, seen } from "../../../test/plenary-vote.ts";
import { ask } from "../../../test/route.ts";
import { type World, openWorld } from "../../../test/world.ts";
import * as ballot from "./pages/ballot.tsx";
import * as decisions from "./pages/decisions.tsx";
import * as entry from "./pages/entry.tsx";
import * as motion from "./pages/motion.tsx";
import * as rules from "./pages/rules.tsx";
import * as vote from "./pages/vote.tsx";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

interface Answer {
  readonly status?: number;
  readonly headers?: Headers;
  readonly init?: { readonly status: number };
  readonly data?: { readonly refusal?: string; readonly problems?: Record<string, string[]>; readonly cast?: { readonly receipt?: string }; readonly held?: boolean };
}
const asking = (actor: Actor, part: string, params: Record<string, string>, form?: Record<string, string>) =>
  ({ database: world.database, actor, path: `/es/workspace/meetings/${meeting.id}/${part}`, params: { meeting: meeting.id, ...params }, ...(form === undefined ? {} : { form }) });
const send = (page: { action: (args: never) => unknown }, actor: Actor, part: string, params: Record<string, string>, form: Record<string, string>) =>
  ask(page.action, asking(actor, part, params, form)) as Promise<Answer>;
const where = (answer: Answer) => answer.headers?.get("location");
const text = { purpose: "substance", titleEs: "Red regional", titleEn: "Regional network", textEs: "Se crea.", textEn: "It is created." };

test("a delegate proposes a motion in the form; what is missing is told at the field, and the same form sent twice makes one", async () => {
  const id = "0b6f7e5a-3f7a-4a6e-9b0e-1f2d3c4b5a69";
  const fields = { ...text, id, item: meeting.items.motion };
  expect((await send(decisions, meeting.titular("HND"), "decisions", {}, { ...fields, titleEn: "" })).data?.problems).toEqual({ titleEn: ["missing"] });
  for (let time = 0; time < 2; time += 1)
    expect(where(await send(decisions, meeting.titular("HND"), "decisions", {}, fields))).toBe(`/es/workspace/meetings/${meeting.id}/decisions/${id}?did=proposed`);
  expect((await send(decisions, meeting.observer, "decisions", {}, { ...fields, id: crypto.randomUUID() })).init?.status).toBe(409);
  const page = await ask(decisions.loader, asking(meeting.titular("HND"), "decisions", {}));
  expect(page).toMatchObject({ motions: [{ id, country: "HND", state: "draft" }], form: { items: expect.anything() as unknown } });
  await expect(ask(motion.loader, asking(meeting.titular("PAN"), `decisions/${id}`, { motion: id }))).rejects.toMatchObject({ init: { status: 404 } });
});

test("leaders open consensus and votes from the motion; a delegation that reserves must say what", async () => {
  const id = await aMotion(world, meeting);
  const at = { motion: id };
  const go = (actor: Actor, form: Record<string, string>) => send(motion, actor, `decisions/${id}`, at, form);
  expect((await go(meeting.titular("HND"), { act: "put" })).data?.refusal).toContain("le corresponde a otro cargo");
  expect(where(await go(meeting.presidency, { act: "open-consensus", id: crypto.randomUUID() }))).toContain("did=opened");
  const shown = await ask(motion.loader, asking(meeting.titular("HND"), `decisions/${id}`, at));
  expect(shown).toMatchObject({ entitlement: "entitled", motion: { state: "put" }, consensuses: [{ outcome: null }] });
  const consensus = shown.consensuses[0]?.id ?? "";
  expect((await go(meeting.titular("HND"), { act: "position", consensus, kind: "reservation", text: " " })).data?.problems).toEqual({ text: ["textMissing"] });
  expect(where(await go(meeting.titular("HND"), { act: "position", consensus, kind: "objection", text: "Sin fondos" }))).toContain("did=stated");
  expect(where(await go(meeting.presidency, { act: "close-consensus", consensus }))).toContain("did=consensusClosed");
  expect((await go(meeting.presidency, { act: "open-vote", method: "loud", rule: "simple" })).data?.problems).toEqual({ method: ["choose"] });
  const opened = where(await go(meeting.presidency, { act: "open-vote", id: crypto.randomUUID(), method: "secret", rule: "simple" })) ?? "";
  expect(opened).toMatch(/votes\/[0-9a-f-]{36}\?did=opened$/);
  const open = await ask(decisions.loader, asking(meeting.titular("PAN"), "decisions", {}));
  expect(open).toMatchObject({ open: { kind: "vote", method: "secret" }, isVoter: true });

  const of = { vote: opened.replace(/^.*votes\//, "").replace(/\?.*$/, "") };
  const paper = await ask(ballot.loader, asking(meeting.titular("HND"), "ballot", of));
  expect(paper).toMatchObject({ isPaper: true, country: "HND", capacity: "titular", paper: { code: expect.stringMatching(/^[0-9A-Z-]{19}$/) as unknown } });
  const fields = { act: "cast", option: "1", confirm: "yes", slip: paper.paper?.slip ?? "" };
  const castIt = (actor: Actor, form: Record<string, string>) => send(ballot, actor, "ballot", of, form);
  expect((await castIt(meeting.titular("HND"), { ...fields, confirm: "" })).data?.problems).toEqual({ confirm: ["confirmFirst"] });
  expect((await castIt(meeting.titular("HND"), { ...fields, option: "" })).data?.problems).toEqual({ option: ["chooseOne"] });
  expect((await castIt(meeting.titular("PAN"), fields)).data?.refusal).toContain("no es de su delegación");
  for (let time = 0; time < 2; time += 1) expect((await castIt(meeting.titular("HND"), fields)).data?.cast).toEqual({ receipt: paper.paper?.code });
  expect((await castIt(meeting.titular("HND"), { ...fields, option: "2" })).data?.refusal).toContain("ya está en la urna");
  const again = await ask(ballot.loader, asking(meeting.titular("HND"), "ballot", of));
  expect(again).toMatchObject({ isPaper: false, votedBy: meeting.titular("HND").name, paper: undefined });
  expect((await castIt(meeting.titular("HND"), { act: "check", receipt: (paper.paper?.code ?? "").toLowerCase() })).data?.held).toBe(true);
  expect((await castIt(meeting.titular("HND"), { act: "check", receipt: "0000-0000-0000-0000" })).data?.problems).toEqual({ receipt: ["notFound"] });
  for (const [actor, hindrance] of [[meeting.observer, "not-a-delegate"], [meeting.alternate("CRI"), "not-present"], [meeting.focalPoint("CRI"), "not-a-delegate"]] as const)
    expect(await ask(ballot.loader, asking(actor, "ballot", of))).toMatchObject({ isPaper: false, hindrance });

  const during = await ask(vote.loader, asking(meeting.secretariat, "vote", of));
  expect(during).toMatchObject({ step: "cast", ballots: [], vote: { marks: [{ country: "HND" }], result: null } });
  const lead = async (actor: Actor, form: Record<string, string>) => send(vote, actor, "vote", of, form);
  expect((await lead(meeting.secretariat, { act: "count" })).data?.refusal).toContain("sigue abierta");
  expect((await lead(meeting.titular("HND"), { act: "close" })).data?.refusal).toContain("otro cargo");
  expect(where(await lead(meeting.secretariat, { act: "close" }))).toContain("did=closed");
  expect(where(await lead(meeting.secretariat, { act: "count" }))).toContain("did=counted");
  expect(await ask(vote.loader, asking(meeting.secretariat, "vote", of))).toMatchObject({ step: "recount", madeTheCount: true });
  expect((await lead(meeting.secretariat, { act: "recount" })).data?.refusal).toContain("otra persona");
  expect(where(await lead(meeting.presidency, { act: "recount" }))).toContain("did=recounted");
  expect(where(await lead(meeting.presidency, { act: "settle" }))).toContain("did=settled");
  expect(await ask(vote.loader, asking(meeting.titular("HND"), "vote", of))).toMatchObject({
    vote: { state: "settled", outcome: "adopted" },
    ballots: [{ option: 1, receipt: paper.paper?.code, country: null }],
  });
});

test("ballots entered by hand are confirmed by another person on a page that shows every line", async () => {
  const of = { vote: await anOpenVote(world, meeting) };
  const go = (actor: Actor, form: Record<string, string>) => send(entry, actor, "entry", of, form);
  await expect(ask(entry.loader, asking(meeting.titular("HND"), "entry", of))).rejects.toMatchObject({ init: { status: 403 } });
  expect((await go(meeting.secretariat, { method: "roll-call", note: "Sin red" })).data?.problems).toEqual({ lines: ["noLine"] });
  expect(where(await go(meeting.secretariat, { id: crypto.randomUUID(), method: "roll-call", note: "Sin red", "line-HND": "1", "line-PAN": "2", "line-CRI": "" }))).toContain("did=entered");
  const own = await ask(entry.loader, asking(meeting.secretariat, "entry", of));
  expect(own).toMatchObject({ isOwn: true, waiting: { lines: [{ country: "HND", option: 1 }, { country: "PAN", option: 2 }] } });
  const id = own.waiting?.id ?? "";
  expect((await go(meeting.secretariat, { act: "confirm", entry: id })).data?.refusal).toContain("otra persona");
  expect(where(await go(meeting.secondSecretary, { act: "confirm", entry: id }))).toContain("did=confirmed");
  expect(await ask(entry.loader, asking(meeting.secretariat, "entry", of))).toMatchObject({ waiting: undefined, missing: expect.not.arrayContaining(["HND", "PAN"]) as unknown });
  expect((await send(vote, meeting.secretariat, "vote", of, { act: "void", text: "Error" })).data?.refusal).toContain("Ya hay papeletas");
  await send(vote, meeting.secretariat, "vote", of, { act: "close" });
});

test("the secretariat enters a new rule and no one edits an old one", async () => {
  const go = (actor: Actor, form: Record<string, string>) => ask(rules.action, { database: world.database, actor, path: "/es/workspace/rules", form }) as Promise<Answer>;
  const fields = { sort: "quorum", id: crypto.randomUUID(), comparison: "at-least", numerator: "2", denominator: "3", sourceEs: "Lineamientos, art. 9", sourceEn: "Guidelines, art. 9", from: "2031-01-01" };
  await expect(go(meeting.presidency, fields)).rejects.toMatchObject({ init: { status: 403 } });
  expect((await go(meeting.secretariat, { ...fields, comparison: "more-than", numerator: "3" })).data?.problems).toEqual({ numerator: ["unreachable"] });
  expect((await go(meeting.secretariat, { ...fields, from: "mañana", numerator: "x" })).data?.problems).toEqual({ from: ["day"], numerator: ["number"] });
  expect(where(await go(meeting.secretariat, fields))).toContain("did=saved");
  expect(where(await go(meeting.secretariat, fields))).toContain("did=saved");
  expect((await go(meeting.secretariat, { ...fields, id: crypto.randomUUID() })).data?.refusal).toContain("otro día");
  expect(where(await go(meeting.secretariat, { ...fields, sort: "notice", ordinaryDays: "20", extraordinaryDays: "7", id: crypto.randomUUID() }))).toContain("did=saved");
  const majority = { ...fields, sort: "majority", id: crypto.randomUUID(), nameEs: "Tres", nameEn: "Three", kind: "simple", basis: "present", abstentions: "in-basis", notVoting: "in-basis", tie: "rejected" };
  expect((await go(meeting.secretariat, majority)).data?.problems).toEqual({ basis: ["simpleIsCast"] });
  expect(where(await go(meeting.secretariat, { ...majority, basis: "cast" }))).toContain("did=saved");
  expect(where(await go(meeting.secretariat, { ...fields, sort: "election", id: crypto.randomUUID(), kind: "absolute", basis: "present", method: "secret", tie: "lots", restTerms: "1" }))).toContain("did=saved");
  const page = await ask(rules.loader, { database: world.database, actor: meeting.titular("BLZ"), path: "/en/workspace/rules" });
  expect(page.quorum.map(({ id }) => id)).toEqual([fields.id, "more-than-half"]);
  expect(page.isKeeper).toBe(false);
  await expect(seen(world, "update plenary.quorum_rule set numerator = 1")).rejects.toThrow("kept for ever");
});
