import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { aMotion, act, anOpenVote, cast, keyOf, paperFor, seen } from "../../../test/plenary-vote.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { ballotsOf, holdsReceipt } from "./ballot.store.ts";
import { closeConsensus, consensusesOf, openConsensus, statePosition } from "./consensus.store.ts";
import { countVote, recountVote, reconcileVote } from "./count.store.ts";
import { enterBallots, entriesOf, settleEntry } from "./entry.store.ts";
import { motionOf, withdrawMotion } from "./motion.store.ts";
import { openDecision, voteOf } from "./vote.store.ts";
import { breakTie, closeVote, openVote, settleVote, voidVote } from "./vote-act.store.ts";

let world: World;
let ordinal = 0;
const room = (wish: Parameters<typeof arrangeMeeting>[1] = {}) => arrangeMeeting(world, { year: 2030, ordinal: (ordinal += 1), ...wish });
const kinds = async (meeting: ArrangedMeeting) => (await read(world.database, meeting.secretariat, (tx) => historyOf(tx, meeting.id))).map(({ kind }) => kind);
const attempts = (relation: string) =>
  seen<{ after: { refused: string }; country: string | null; office: string }>(world, "select after, country, office from audit.entry where action = 'attempt' and relation = $1 order by id", [relation]);

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("consensus: reservations are recorded with their text, an objection prevents it, and the newest position counts", async () => {
  const meeting = await room();
  const [id, motion] = [randomUUID(), await aMotion(world, meeting)];
  const state = (country: string, kind: "agreement" | "reservation" | "objection", text = "") =>
    act(world, meeting.titular(country), (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus: id, kind, text }));
  expect(await act(world, meeting.titular("HND"), (tx, actor) => openConsensus(tx, actor, { id, motion }))).toBe("not-yours");
  expect(await act(world, meeting.presidency, (tx, actor) => openConsensus(tx, actor, { id, motion }))).toBe("opened");
  expect(await act(world, meeting.presidency, (tx, actor) => openConsensus(tx, actor, { id: randomUUID(), motion }))).toBe("another-open");
  expect(await act(world, meeting.presidency, (tx, actor) => withdrawMotion(tx, actor, motion))).toBe("decision-open");
  expect(await state("HND", "objection")).toBe("text-missing");
  expect(await state("HND", "objection", "No hay fondos")).toBe("stated");
  expect(await state("PAN", "reservation", "Sujeto a su ley interna")).toBe("stated");
  expect(await act(world, meeting.alternate("CRI"), (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus: id, kind: "agreement", text: "" }))).toBe("not-present");
  expect(await act(world, meeting.observer, (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus: id, kind: "objection", text: "x" }))).toBe("not-a-delegate");
  expect(await state("HND", "agreement")).toBe("stated");
  expect(await act(world, meeting.presidency, (tx, actor) => closeConsensus(tx, actor, id))).toBe("adopted");
  expect(await act(world, meeting.presidency, (tx, actor) => closeConsensus(tx, actor, id))).toBe("already-closed");
  expect(await state("MEX", "objection", "tarde")).toBe("closed");
  const [consensus] = await read(world.database, meeting.titular("BLZ"), (tx) => consensusesOf(tx, meeting.id));
  expect(consensus).toMatchObject({ outcome: "adopted", present: 9, members: 9 });
  expect(consensus?.positions.filter(({ isNewest }) => isNewest).map(({ country, kind, text }) => [country, kind, text])).toEqual([
    ["PAN", "reservation", "Sujeto a su ley interna"],
    ["HND", "agreement", ""],
  ]);
  expect(await kinds(meeting)).toEqual(["motion.proposed", "consensus.opened", "consensus.position", "consensus.position", "consensus.position", "consensus.closed"]);
  expect((await attempts("plenary.position")).map(({ after }) => after.refused)).toEqual(["not-present", "not-a-delegate", "closed"]);
});

test("consensus that lost its quorum for a moment is closed without result", async () => {
  const meeting = await room({ present: ["HND", "PAN", "CRI", "MEX", "GTM"] });
  const [id, motion] = [randomUUID(), await aMotion(world, meeting)];
  await act(world, meeting.presidency, (tx, actor) => openConsensus(tx, actor, { id, motion }));
  expect([await meeting.leave("HND"), await meeting.arrive("HND")]).toEqual(["recorded", "recorded"]);
  expect(await act(world, meeting.presidency, (tx, actor) => closeConsensus(tx, actor, id))).toBe("no-quorum");
  expect(await read(world.database, meeting.secretariat, (tx) => motionOf(tx, motion))).toMatchObject({ state: "put" });
});

test("a roll call goes its whole way: cast, closed, counted, counted again by a second person, settled", async () => {
  const meeting = await room();
  const vote = await anOpenVote(world, meeting, { withRecount: true });
  expect(await read(world.database, meeting.titular("HND"), (tx) => openDecision(tx, meeting.id))).toMatchObject({ kind: "vote", id: vote, method: "roll-call" });
  for (const [place, country] of meeting.countries.entries()) expect(await cast(world, meeting.titular(country), vote, place < 5 ? 1 : 2)).toEqual({ word: "cast" });
  expect(await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote))).toBe("vote-open");
  expect(await act(world, meeting.secretariat, (tx, actor) => recountVote(tx, actor, vote))).toBe("vote-open");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("vote-open");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => closeVote(tx, actor, { id: vote }))).toBe("not-yours");
  expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }))).toBe("closed");
  expect(await act(world, meeting.presidency, (tx, actor) => closeVote(tx, actor, { id: vote }))).toBe("already-closed");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("not-counted-yet");
  expect(await act(world, meeting.presidency, (tx, actor) => recountVote(tx, actor, vote))).toBe("not-counted-yet");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => countVote(tx, actor, vote))).toBe("not-yours");
  expect(await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote))).toBe("counted");
  expect(await act(world, meeting.presidency, (tx, actor) => countVote(tx, actor, vote))).toBe("already-counted");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("not-recounted-yet");
  expect(await act(world, meeting.secretariat, (tx, actor) => recountVote(tx, actor, vote))).toBe("same-person");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => recountVote(tx, actor, vote))).toBe("not-yours");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote))).toBe("equal");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote))).toBe("already-recounted");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => reconcileVote(tx, actor, { id: vote, note: "x" }))).toBe("nothing-to-reconcile");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => settleVote(tx, actor, vote))).toBe("not-yours");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("adopted");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("already-settled");
  const settled = await read(world.database, meeting.titular("BLZ"), (tx) => voteOf(tx, vote));
  expect(settled).toMatchObject({ state: "settled", outcome: "adopted", present: 9, quorumHeld: true, result: { tally: { inFavour: 5, against: 4, abstention: 0 }, because: "reached" } });
  expect(await read(world.database, meeting.secretariat, (tx) => motionOf(tx, settled?.motion ?? ""))).toMatchObject({ state: "adopted" });
  expect((await kinds(meeting)).filter((kind) => kind !== "ballot.cast")).toEqual(["motion.proposed", "vote.opened", "vote.closed", "vote.counted", "vote.recounted", "vote.settled"]);
  expect((await kinds(meeting)).filter((kind) => kind === "ballot.cast")).toHaveLength(9);
});

test("who may not vote is refused in words, and the attempt is in the audit without a choice", async () => {
  const meeting = await room({ countries: ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN"], present: ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX"] });
  const other = await room(); // its people are the same; the Dominican Republic has no seat in the first
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  const before = (await attempts("plenary.ballot")).length;
  await meeting.arrive("HND", "alternate");
  const foreign = paperFor(vote, "PAN");
  expect(await cast(world, other.titular("DOM"), vote, 1, paperFor(vote, "DOM").slip)).toEqual({ word: "not-a-member" });
  expect(await cast(world, meeting.observer, vote, 1)).toEqual({ word: "not-a-delegate" });
  expect(await cast(world, meeting.focalPoint("HND"), vote, 1)).toEqual({ word: "not-a-delegate" });
  expect(await cast(world, meeting.secretariat, vote, 1)).toEqual({ word: "not-a-delegate" });
  expect(await cast(world, meeting.alternate("CRI"), vote, 1, paperFor(vote, "CRI").slip)).toEqual({ word: "not-present" });
  expect(await cast(world, meeting.alternate("HND"), vote, 1, paperFor(vote, "HND").slip)).toEqual({ word: "titular-present" });
  expect(await cast(world, meeting.titular("HND"), vote, 1, foreign.slip)).toEqual({ word: "paper-not-valid" });
  expect(await cast(world, meeting.titular("HND"), vote, 7, paperFor(vote, "HND").slip)).toEqual({ word: "unknown-option" });
  expect(await cast(world, meeting.titular("HND"), vote, 1)).toEqual({ word: "paper-not-valid" });
  const audited = (await attempts("plenary.ballot")).slice(before);
  expect(audited.map(({ after, office }) => [office, after.refused])).toEqual([
    ["delegate-titular", "not-a-member"], ["observer", "not-a-delegate"], ["focal-point", "not-a-delegate"], ["secretariat", "not-a-delegate"],
    ["delegate-alternate", "not-present"], ["delegate-alternate", "titular-present"], ["delegate-titular", "paper-not-valid"], ["delegate-titular", "unknown-option"], ["delegate-titular", "paper-not-valid"],
  ]);
  for (const { after } of audited) expect(Object.keys(after).sort()).toEqual(["act", "of", "refused"]);
  await meeting.leave("HND");
  expect(await cast(world, meeting.alternate("HND"), vote, 1, paperFor(vote, "HND").slip)).toMatchObject({ word: "cast" });
  await Promise.all(["BLZ", "CRI", "HND"].map((country) => meeting.leave(country, country === "HND" ? "alternate" : "titular")));
  expect(await cast(world, meeting.titular("MEX"), vote, 1, paperFor(vote, "MEX").slip)).toEqual({ word: "no-quorum" });
});

test("the same ballot sent again is kept and counts once; another device or another choice is refused", async () => {
  const meeting = await room();
  for (const method of ["roll-call", "secret"] as const) {
    const vote = await anOpenVote(world, meeting, { method });
    const { slip, code } = paperFor(vote, "HND");
    const answer = method === "secret" ? { receipt: code } : {};
    expect(await cast(world, meeting.titular("HND"), vote, 1, slip)).toEqual({ word: "cast", ...answer });
    expect(await cast(world, meeting.titular("HND"), vote, 1, slip)).toEqual({ word: "kept", ...answer });
    expect(await cast(world, meeting.titular("HND"), vote, 2, slip)).toEqual({ word: "already-cast" });
    const other = { "roll-call": { word: "kept" }, secret: { word: "already-cast" } }[method]; // a roll call has no paper to tell devices apart
    expect(await cast(world, meeting.titular("HND"), vote, 1, paperFor(vote, "HND").slip)).toEqual(other);
    expect(await cast(world, meeting.alternate("HND"), vote, 1, slip)).toEqual({ word: "already-cast" });
    await meeting.leave("HND");
    expect(await cast(world, meeting.titular("HND"), vote, 1, slip)).toEqual({ word: "kept", ...answer });
    await meeting.arrive("HND");
    expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }))).toBe("closed");
    expect(await cast(world, meeting.titular("HND"), vote, 1, slip)).toEqual({ word: "kept", ...answer });
    expect(await cast(world, meeting.titular("HND"), vote, 2, slip)).toEqual({ word: "already-cast" });
    expect(await cast(world, meeting.titular("PAN"), vote, 1, paperFor(vote, "PAN").slip)).toEqual({ word: "vote-not-open" });
    expect(await read(world.database, meeting.secretariat, (tx) => ballotsOf(tx, vote))).toHaveLength(1);
  }
});

test("ballots entered for a failing telephone count only after a second person confirmed them", async () => {
  const meeting = await room({ present: ["HND", "PAN", "CRI", "MEX", "GTM"] });
  const vote = await anOpenVote(world, meeting);
  const [id, second] = [randomUUID(), randomUUID()];
  const enter = (lines: Record<string, number>, as = meeting.secretariat, entry = id) =>
    act(world, as, (tx, actor) => enterBallots(tx, actor, { id: entry, vote, method: "roll-call", note: "Falló la red", lines }));
  expect(await enter({ BLZ: 1 })).toBe("not-present:BLZ");
  expect(await enter({}, meeting.titular("HND"))).toBe("not-yours");
  expect(await enter({})).toBe("nothing-entered");
  expect(await enter({ HND: 9 })).toBe("unknown-option");
  expect([await enter({ HND: 1, PAN: 2 }), await enter({ HND: 1, PAN: 2 })]).toEqual(["entered", "entered"]);
  expect(await enter({ CRI: 1 }, meeting.secretariat, second)).toBe("another-waits");
  expect(await read(world.database, meeting.titular("HND"), (tx) => entriesOf(tx, vote))).toEqual([]);
  expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }))).toBe("entry-waits");
  expect(await act(world, meeting.secretariat, (tx, actor) => voidVote(tx, actor, { id: vote, reason: "x" }))).toBe("entry-waits");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleEntry(tx, actor, { id, confirms: true }))).toBe("same-person");
  expect(await cast(world, meeting.titular("PAN"), vote, 1)).toEqual({ word: "cast" });
  expect(await act(world, meeting.secondSecretary, (tx, actor) => settleEntry(tx, actor, { id, confirms: true }))).toBe("already-cast:PAN");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => settleEntry(tx, actor, { id, confirms: false }))).toBe("refused");
  expect(await enter({ HND: 1 }, meeting.secretariat, second)).toBe("entered");
  expect(await act(world, meeting.presidency, (tx, actor) => settleEntry(tx, actor, { id: second, confirms: true }))).toBe("confirmed");
  expect(await act(world, meeting.presidency, (tx, actor) => settleEntry(tx, actor, { id: second, confirms: true }))).toBe("confirmed");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => settleEntry(tx, actor, { id: second, confirms: true }))).toBe("already-settled");
  expect(await cast(world, meeting.titular("HND"), vote, 2)).toEqual({ word: "already-cast" });
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
  expect(await read(world.database, meeting.titular("PAN"), (tx) => ballotsOf(tx, vote))).toEqual([{ option: 1, country: "HND", receipt: null }, { option: 1, country: "PAN", receipt: null }]);
  expect(await kinds(meeting)).toContain("ballots.confirmed");
  const hidden = await anOpenVote(world, await room(), { method: "secret" });
  expect(await act(world, meeting.secretariat, (tx, actor) => enterBallots(tx, actor, { id: randomUUID(), vote: hidden, method: "show-of-hands", note: "", lines: { HND: 1 } }))).toBe("secret-is-not-entered");
});

test("one decision at a time, only with quorum, only while the meeting sits, only by whoever leads", async () => {
  const meeting = await room({ present: ["HND", "PAN", "CRI", "MEX", "GTM"] });
  const motion = await aMotion(world, meeting);
  const open = (as = meeting.secretariat, rule = "simple", of = motion, id = randomUUID()) =>
    act(world, as, (tx, actor) => openVote(tx, actor, { id, motion: of, method: "roll-call", rule, withRecount: false }));
  expect(await open(meeting.titular("HND"))).toBe("not-yours");
  expect(await open(meeting.secretariat, "none")).toBe("rule-not-in-force");
  expect(await open(meeting.secretariat, "simple", randomUUID())).toBe("unknown-motion");
  await meeting.leave("HND");
  expect(await open()).toBe("no-quorum");
  await meeting.arrive("HND");
  const id = randomUUID();
  expect([await open(meeting.secretariat, "simple", motion, id), await open(meeting.secretariat, "simple", motion, id)]).toEqual(["opened", "opened"]);
  expect(await open()).toBe("another-open");
  expect(await act(world, meeting.secretariat, (tx, actor) => openConsensus(tx, actor, { id: randomUUID(), motion }))).toBe("another-open");
  await expect(seen(world, "update plenary.meeting set state = 'closed' where id = $1", [meeting.id])).rejects.toThrow("open decision");
  expect(await act(world, meeting.secretariat, (tx, actor) => voidVote(tx, actor, { id, reason: " " }))).toBe("reason-missing");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => voidVote(tx, actor, { id, reason: "x" }))).toBe("not-yours");
  expect(await act(world, meeting.secretariat, (tx, actor) => voidVote(tx, actor, { id, reason: "Texto equivocado" }))).toBe("void");
  expect(await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, id))).toBe("vote-void");
  const cancelled = await anOpenVote(world, meeting, { motion });
  await cast(world, meeting.titular("HND"), cancelled, 1);
  expect(await act(world, meeting.secretariat, (tx, actor) => voidVote(tx, actor, { id: cancelled, reason: "x" }))).toBe("ballots-cast");
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: cancelled }));
  expect(await open()).toBe("not-settled-yet");
  expect(await act(world, meeting.secretariat, (tx, actor) => openConsensus(tx, actor, { id: randomUUID(), motion }))).toBe("not-settled-yet");
  expect(await kinds(meeting)).toContain("vote.void");
  const convened = await room({ state: "convened" });
  expect(await open(meeting.secretariat, "simple", await aMotion(world, convened))).toBe("meeting-not-open");
});

test("a tie follows the rule that was set: the presidency decides, or one second vote and then a rejection", async () => {
  await seen(world, `insert into plenary.majority_rule (id, name_es, name_en, kind, basis, abstentions, not_voting, tie, source_es, source_en, in_force_from)
    select 'simple-' || tie, 'x', 'x', 'simple', 'cast', 'out-of-basis', 'out-of-basis', tie, 'x', 'x', '2020-01-01' from unnest(array['presidency-decides', 'second-vote']) tie`);
  const meeting = await room();
  const even = async (rule: string, motion?: string) => {
    const vote = await anOpenVote(world, meeting, { rule, ...(motion === undefined ? {} : { motion }) });
    for (const [place, country] of ["HND", "PAN", "CRI", "MEX"].entries()) await cast(world, meeting.titular(country), vote, 1 + (place % 2));
    await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
    await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
    return { vote, word: await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote)) };
  };
  const first = await even("simple-presidency-decides");
  const motion = (await read(world.database, meeting.secretariat, (tx) => voteOf(tx, first.vote)))?.motion ?? "";
  expect(first.word).toBe("tie-presidency");
  expect(await act(world, meeting.secretariat, (tx, actor) => openVote(tx, actor, { id: randomUUID(), motion, method: "roll-call", rule: "simple", withRecount: false }))).toBe("tie-waits");
  expect(await act(world, meeting.secretariat, (tx, actor) => breakTie(tx, actor, { id: first.vote, inFavour: true }))).toBe("not-yours");
  expect(await act(world, meeting.presidency, (tx, actor) => breakTie(tx, actor, { id: first.vote, inFavour: true }))).toBe("adopted");
  expect(await act(world, meeting.presidency, (tx, actor) => breakTie(tx, actor, { id: first.vote, inFavour: false }))).toBe("already-broken");
  expect(await read(world.database, meeting.secretariat, (tx) => motionOf(tx, motion))).toMatchObject({ state: "adopted" });
  expect(await kinds(meeting)).toContain("vote.tie-broken");
  const again = await aMotion(world, meeting);
  expect((await even("simple-second-vote", again)).word).toBe("tie-second-vote");
  // The second vote is held under the rule that asked for it; none is chosen anew once the first is known.
  for (const rule of ["simple", "simple-presidency-decides"])
    expect(await act(world, meeting.secretariat, (tx, actor) => openVote(tx, actor, { id: randomUUID(), motion: again, method: "roll-call", rule, withRecount: false }))).toBe("second-vote-other-rule");
  const last = await even("simple-second-vote", again);
  expect(last.word).toBe("rejected");
  expect(await act(world, meeting.presidency, (tx, actor) => breakTie(tx, actor, { id: last.vote, inFavour: true }))).toBe("no-tie-to-break");
});

test("no rule for motions asks for lots, which have no procedure here", async () => {
  const rule = "insert into plenary.majority_rule (id, name_es, name_en, kind, basis, abstentions, not_voting, tie, source_es, source_en, in_force_from)";
  await expect(seen(world, `${rule} values ('simple-lots', 'x', 'x', 'simple', 'cast', 'out-of-basis', 'out-of-basis', 'lots', 'x', 'x', '2020-01-01')`)).rejects.toThrow("tie_has_a_path");
});

test("figures that differ stay both, and the result waits for the words that reconcile them", async () => {
  const meeting = await room();
  const vote = await anOpenVote(world, meeting);
  await cast(world, meeting.titular("HND"), vote, 1);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
  // Sound ballots never differ; a recount that read one twice is recorded as it found.
  await act(world, meeting.secondSecretary, (tx) => sql`select plenary.record_recount(${vote}::uuid, 2::smallint, '{"1": 2, "2": 0, "3": 0}', '[]')`.execute(tx));
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("not-reconciled-yet");
  expect(await act(world, meeting.secretariat, (tx, actor) => reconcileVote(tx, actor, { id: vote, note: " " }))).toBe("note-missing");
  expect(await act(world, meeting.titular("HND"), (tx, actor) => reconcileVote(tx, actor, { id: vote, note: "x" }))).toBe("not-yours");
  expect(await act(world, meeting.presidency, (tx, actor) => reconcileVote(tx, actor, { id: vote, note: "Se leyó dos veces la misma papeleta" }))).toBe("reconciled");
  expect(await act(world, meeting.presidency, (tx, actor) => reconcileVote(tx, actor, { id: vote, note: "x" }))).toBe("already-reconciled");
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("adopted");
  const settled = await read(world.database, meeting.titular("HND"), (tx) => voteOf(tx, vote));
  expect(settled?.counts.map(({ kind, ballots }) => [kind, ballots])).toEqual([["count", 1], ["recount", 2]]);
});

test("presence is settled once a ballot was cast in its light", async () => {
  const meeting = await room();
  const vote = await anOpenVote(world, meeting);
  await cast(world, meeting.titular("HND"), vote, 1);
  const [arrival] = await seen<{ id: string }>(world, "select id from plenary.presence where accreditation = $1", [meeting.accreditation("HND")]);
  const { rows } = await act(world, meeting.secretariat, (tx) =>
    sql<{ annulled: string; left: string }>`select plenary.annul_presence(${arrival?.id ?? ""}::uuid, 'x') as annulled,
      plenary.record_presence(${meeting.accreditation("HND")}::uuid, 'departure', clock_timestamp() - interval '1 minute') as left`.execute(tx),
  );
  expect(rows).toEqual([{ annulled: "before-a-vote", left: "before-a-vote" }]);
});

test("receipts are proven before and after the closing, to their own delegation alone while the urn is closed", async () => {
  const meeting = await room();
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  const { slip, code } = paperFor(vote, "HND");
  await cast(world, meeting.titular("HND"), vote, 3, slip);
  const holds = (country: string, receipt: string, key = keyOf(vote)) => read(world.database, meeting.titular(country), (tx) => holdsReceipt(tx, { vote, receipt, key }));
  expect([await holds("HND", code), await holds("PAN", code), await holds("HND", paperFor(vote, "HND").code), await holds("HND", code, keyOf("another"))]).toEqual([true, false, false, false]);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }));
  expect(await holds("PAN", code)).toBe(true);
  expect(await read(world.database, meeting.titular("HND"), (tx) => ballotsOf(tx, vote))).toEqual([{ option: 3, country: null, receipt: code }]);
});
