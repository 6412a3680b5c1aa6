import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { terms } from "#coalition";
import { read, sql, write } from "#database";
import { casts, decides, holdsRound, installation, opensElection, opensRound, seenElection, stand } from "../../../test/plenary-election.ts";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { answerCandidacy, eligibleStates, proposeCandidacy } from "./candidacy.store.ts";
import { proclaim, proposedTerm, voidElection } from "./election-act.store.ts";
import { electionOf } from "./election.store.ts";
import { verifyLots } from "./lots.ts";
import { drawElectionLots, openLots, openRound, sayWord, settleRound } from "./round.store.ts";

let world: World;
let year = 2030;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A meeting of its own for each test; the term voted on is the year after. Whoever was proclaimed in one rests in the next. */
async function arranged(wish: Parameters<typeof arrangeMeeting>[1] = {}): Promise<ArrangedMeeting> {
  year += 2;
  return arrangeMeeting(world, { year, ...wish });
}
const term = () => ({ termFrom: `${year + 1}-01-01`, termUntil: `${year + 1}-12-31` });
async function opened(wish: Parameters<typeof arrangeMeeting>[1] = {}): Promise<ArrangedMeeting> {
  const meeting = await arranged(wish);
  expect(await opensElection(world, meeting, term())).toBe("opened");
  return meeting;
}
const seen = (meeting: ArrangedMeeting, actor: Person = meeting.secretariat) => seenElection(world, actor, meeting.id);
const propose = async (meeting: ArrangedMeeting, actor: Person, country: string) => {
  const election = await seen(meeting);
  return write(world.database, actor, (tx) => proposeCandidacy(tx, actor, election, country));
};
const answer = async (meeting: ArrangedMeeting, actor: Person, accepts: boolean) => {
  const election = await seen(meeting);
  return write(world.database, actor, (tx) => answerCandidacy(tx, actor, election, { accepts, statement: "" }));
};
const say = async (meeting: ArrangedMeeting, actor: Person, vote: string, word: string) => {
  const election = await seen(meeting);
  return write(world.database, actor, (tx) => sayWord(tx, actor, election, vote, word));
};
const proclaims = async (meeting: ArrangedMeeting, actor: Person = meeting.presidency) => {
  const election = await seen(meeting);
  return write(world.database, actor, (tx) => proclaim(tx, actor, election));
};
const told = async (meeting: ArrangedMeeting, kind: string) =>
  (await read(world.database, meeting.secretariat, (tx) => historyOf(tx, meeting.id))).filter((line) => line.kind === kind).map(({ sentence }) => sentence.es);
/** Words of refused attempts in the audit, the newest last. */
const attempts = (meeting: ArrangedMeeting, account: string) =>
  asOwner(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ word: string }>("select after->>'refused' as word from audit.entry where action = 'attempt' and account = $1 and after->>'of' in (select id::text from plenary.election where meeting = $2 union select v.id::text from plenary.vote v where v.meeting = $2) order by id", [account, meeting.id]);
    return rows.map(({ word }) => word);
  });
const everybody = (countries: readonly string[], choice: (country: string, place: number) => string) => Object.fromEntries(countries.map((country, place) => [country, choice(country, place)]));

test("an election is opened once, under its point, for a term that is free, by those who lead", async () => {
  const meeting = await arranged({ state: "convened" });
  const id = randomUUID();
  expect(await opensElection(world, meeting, term(), meeting.titular("CRI"))).toBe("not-yours");
  expect(await opensElection(world, meeting, { ...term(), item: meeting.items.motion })).toBe("item-not-election");
  expect(await opensElection(world, meeting, { ...term(), termUntil: `${year}-01-01` })).toBe("term-not-valid");
  expect(await opensElection(world, meeting, { termFrom: "2023-06-01", termUntil: "2024-05-31" })).toBe("term-taken");
  expect(await opensElection(world, meeting, { ...term(), meeting: "I-2999" })).toBe("unknown-meeting");
  expect(await opensElection(world, meeting, { ...term(), id })).toBe("opened");
  expect(await opensElection(world, meeting, { ...term(), id })).toBe("opened");
  expect(await opensElection(world, meeting, term())).toBe("another-election");
  expect(await told(meeting, "election.opened")).toHaveLength(1);
});

test("the proposed term follows the last one on record, or begins with the meeting where that has passed", async () => {
  const meeting = await arranged();
  const from = (day: string) => read(world.database, meeting.secretariat, (tx) => proposedTerm(tx, day));
  expect(await from("2024-11-20")).toEqual({ from: "2025-01-01", until: "2025-12-31" });
  expect((await from("2098-03-01")).from).toBe("2098-03-01");
});

test("a delegation proposes a state, that state accepts, declines or withdraws, and each leaves its line", async () => {
  const meeting = await opened({ state: "convened" });
  expect(await propose(meeting, meeting.titular("MEX"), "PAN")).toBe("proposed");
  expect(await propose(meeting, meeting.titular("BLZ"), "PAN")).toBe("already-proposed");
  expect(await answer(meeting, meeting.alternate("PAN"), true)).toBe("accepted");
  expect(await answer(meeting, meeting.titular("NIC"), false)).toBe("declined");
  expect(await propose(meeting, meeting.titular("BLZ"), "NIC")).toBe("declined");
  expect(await answer(meeting, meeting.titular("PAN"), false)).toBe("declined");
  expect((await seen(meeting)).candidacies).toMatchObject([
    { country: "NIC", state: "declined" },
    { country: "PAN", state: "withdrawn", proposedBy: "MEX" },
  ]);
  expect(await answer(meeting, meeting.titular("NIC"), true)).toBe("accepted");
  expect(await told(meeting, "election.declined")).toEqual(["Nicaragua declinó la candidatura a la Presidencia.", "Panamá retiró su candidatura a la Presidencia."]);
  expect(await told(meeting, "election.proposed")).toEqual(["México propuso a Panamá para la Presidencia."]);
});

test("nobody stands who rests, has no seat or acts for nobody; the attempt is in the audit", async () => {
  const meeting = await opened({ countries: ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC"] });
  const honduras = meeting.titular("HND");
  expect(await answer(meeting, honduras, true)).toBe("rests");
  expect(await propose(meeting, meeting.titular("CRI"), "PAN")).toBe("not-seated");
  expect(await propose(meeting, meeting.titular("CRI"), "ZZZ")).toBe("not-seated");
  for (const actor of [meeting.focalPoint("CRI"), meeting.secretariat, meeting.observer]) expect(await propose(meeting, actor, "CRI")).toBe("not-yours");
  expect(await attempts(meeting, honduras.account)).toContain("rests");
  expect(await attempts(meeting, meeting.focalPoint("CRI").account)).toEqual(["not-yours"]);
  const election = await seen(meeting);
  const reasons = await read(world.database, meeting.secretariat, (tx) => eligibleStates(tx, election));
  expect(reasons.filter(({ eligible }) => !eligible).map(({ code, reasons: [first] }) => [code, first?.kind])).toEqual([
    ["HND", "rests"],
    ["PAN", "not-seated"],
    ["DOM", "not-seated"],
  ]);
});

test("page and database give the same reasons against every state, whatever the terms, seats, departures and answers", async () => {
  const meeting = await opened({ state: "convened", countries: ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN"] });
  await answer(meeting, meeting.titular("MEX"), false);
  const election = await seen(meeting);
  for (const rest of [0, 1, 2, 5]) {
    await asOwner(world.ownerUrl, async (client) => {
      await client.query("alter table plenary.election_rule disable trigger user");
      await client.query("update plenary.election_rule set rest_terms = $1", [rest]);
      await client.query("alter table plenary.election_rule enable trigger user");
      await client.query("update coalition.member set left_on = case when $1 = 5 then $2::date end, left_year = case when $1 = 5 then extract(year from $2::date)::int end where country = 'NIC'", [rest, election.termFrom]);
    });
    const [page, database] = await read(world.database, meeting.secretariat, async (tx) => {
      const current = await electionOf(tx, meeting.id);
      const states = current ? await eligibleStates(tx, current) : [];
      const { rows } = await sql<{ code: string; words: string[] }>`select c as code, plenary.ineligibility(${election.id}::uuid, c) as words from unnest(${states.map(({ code }) => code)}::text[]) c`.execute(tx);
      return [states, rows] as const;
    });
    expect(database).toEqual(page.map(({ code, reasons }) => ({ code, words: reasons.map(({ kind }) => kind) })));
    expect(page.some(({ reasons }) => reasons.some(({ kind }) => kind === "left"))).toBe(rest === 5);
  }
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("alter table plenary.election_rule disable trigger user");
    await client.query("update plenary.election_rule set rest_terms = 1");
    await client.query("alter table plenary.election_rule enable trigger user");
    await client.query("update coalition.member set left_on = null, left_year = null where country = 'NIC'");
  });
});

test("a round opens with candidates, quorum and no other decision; candidacies are closed from then on", async () => {
  const meeting = await opened();
  expect((await opensRound(world, meeting)).word).toBe("no-candidates");
  await propose(meeting, meeting.titular("CRI"), "DOM");
  expect((await opensRound(world, meeting)).word).toBe("no-candidates"); // proposed, and not accepted
  await stand(world, meeting, ["PAN", "MEX"]);
  expect((await opensRound(world, meeting, meeting.titular("CRI"))).word).toBe("not-yours");
  const { vote, word } = await opensRound(world, meeting);
  expect(word).toBe("opened");
  const election = await seen(meeting);
  expect(election.rounds).toMatchObject([{ number: 1, stage: 1, candidates: ["MEX", "PAN"], state: "open", cast: 0 }]);
  expect(await write(world.database, meeting.secretariat, (tx) => openRound(tx, meeting.secretariat, election, vote, installation))).toBe("opened"); // the form sent twice
  expect(await told(meeting, "election.round-opened")).toEqual(["Elección de la Presidencia, primera vuelta: se abrió la votación entre México y Panamá."]);
  expect((await opensRound(world, meeting)).word).toBe("another-open");
  expect(await answer(meeting, meeting.titular("DOM"), true)).toBe("candidacies-closed");
  expect(await write(world.database, meeting.secretariat, (tx) => settleRound(tx, meeting.secretariat, meeting.id, vote))).toBe("vote-open");
});

test("no state can vote for one that does not run, and a delegation votes once", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["PAN", "MEX"]);
  const { vote } = await opensRound(world, meeting);
  expect(await casts(world, meeting, vote, "CRI", "DOM")).toBe("unknown-option");
  expect(await casts(world, meeting, vote, "CRI", "PAN")).toBe("cast");
  expect(await casts(world, meeting, vote, "CRI", "MEX")).toBe("already-cast");
  expect((await seen(meeting)).rounds[0]?.cast).toBe(1);
});

test("an election goes through two rounds to the proclamation, and the term is in the coalition at once", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["PAN", "MEX", "DOM"]);
  const first = await holdsRound(world, meeting, everybody(meeting.countries, (_, place) => (place < 4 ? "PAN" : place < 7 ? "DOM" : "MEX")));
  expect(first.outcome).toBe("second-round");
  expect(await write(world.database, meeting.secretariat, (tx) => settleRound(tx, meeting.secretariat, meeting.id, first.vote))).toBe("already-settled");
  expect(await proclaims(meeting)).toBe("not-decided");
  const second = await holdsRound(world, meeting, everybody(meeting.countries, (_, place) => (place < 4 ? "PAN" : "DOM")));
  expect(second.outcome).toBe("elected");
  expect(await told(meeting, "election.round-settled")).toEqual([
    "Elección de la Presidencia, primera vuelta: Panamá 4, República Dominicana 3, México 2, abstenciones 0. Nadie obtuvo los 5 votos necesarios de 9 delegaciones presentes. Pasan a la segunda vuelta Panamá y República Dominicana.",
    "Elección de la Presidencia, segunda vuelta: República Dominicana 5, Panamá 4, abstenciones 0. La Presidencia corresponde a República Dominicana, con 5 votos; se necesitaban 5.",
  ]);
  expect((await opensRound(world, meeting)).word).toBe("election-decided");
  expect(await proclaims(meeting, meeting.titular("DOM"))).toBe("not-yours");
  expect(await proclaims(meeting)).toBe("proclaimed");
  expect(await proclaims(meeting)).toBe("already-proclaimed");
  const entered = (await read(world.database, meeting.secretariat, terms)).filter(({ electedAt }) => electedAt === meeting.id);
  expect(entered).toMatchObject([{ office: "presidency", country: "DOM", from: term().termFrom, until: term().termUntil }]);
  expect(await seen(meeting)).toMatchObject({ state: "proclaimed", winner: "DOM", decidedBy: "votes" });
});

test("a present term that reaches into the new one ends the day before it", async () => {
  const meeting = await arranged();
  await asOwner(world.ownerUrl, (client) =>
    client.query(`insert into coalition.term (office, country, "from", until, source_es, source_en) values ('presidency', 'CRI', $1, $2, 'x', 'x')`, [`${year}-01-01`, `${year + 1}-03-31`]),
  );
  expect(await opensElection(world, meeting, { termFrom: `${year + 1}-02-01`, termUntil: `${year + 1}-12-31` })).toBe("opened");
  await stand(world, meeting, ["SLV"]);
  await holdsRound(world, meeting, everybody(meeting.countries, () => "SLV"));
  expect(await proclaims(meeting)).toBe("proclaimed");
  const held = await read(world.database, meeting.secretariat, terms);
  expect(held.find(({ from }) => from === `${year}-01-01`)?.until).toBe(`${year + 1}-01-31`);
});

test("without quorum the same round is held again, and it is still the first", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["PAN", "MEX"]);
  const { vote } = await opensRound(world, meeting);
  for (const country of ["CRI", "MEX", "PAN"]) await casts(world, meeting, vote, country, "PAN");
  for (const country of ["BLZ", "SLV", "GTM", "HND", "NIC"]) await meeting.leave(country);
  expect(await decides(world, meeting, vote)).toBe("no-quorum");
  expect((await opensRound(world, meeting)).word).toBe("no-quorum");
  for (const country of ["BLZ", "SLV", "GTM", "HND", "NIC"]) await meeting.arrive(country);
  // 4 of 9 would win a second round; in the first they are not enough.
  const again = await holdsRound(world, meeting, everybody(meeting.countries, (_, place) => (place < 4 ? "PAN" : place < 7 ? "MEX" : "abstention")));
  expect(again.outcome).toBe("second-round");
  expect((await seen(meeting)).rounds).toMatchObject([{ number: 1, stage: 1 }, { number: 2, stage: 1, title: { es: "Elección de la Presidencia, primera vuelta (de nuevo)" } }]);
});

test("a lone candidate without the majority is not elected, and candidacies open again for a first round", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["PAN"]);
  const { outcome } = await holdsRound(world, meeting, everybody(meeting.countries, (_, place) => (place < 4 ? "PAN" : "against")));
  expect(outcome).toBe("none");
  expect((await seen(meeting)).state).toBe("candidacies");
  await stand(world, meeting, ["CRI", "MEX"]);
  await opensRound(world, meeting);
  expect((await seen(meeting)).rounds.at(-1)).toMatchObject({ number: 2, stage: 1, candidates: ["CRI", "MEX", "PAN"] });
});

test("a tie after the second round goes to lots before witnesses of two delegations, and anyone can repeat the draw", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["PAN", "MEX"]);
  const tie = everybody(meeting.countries, (_, place) => (place < 4 ? "PAN" : place < 8 ? "MEX" : "abstention"));
  expect((await holdsRound(world, meeting, tie)).outcome).toBe("second-round");
  const { vote, outcome } = await holdsRound(world, meeting, tie);
  expect(outcome).toBe("tie-lots");
  expect((await opensRound(world, meeting)).word).toBe("lots-wait");
  const [election, lead] = [await seen(meeting), meeting.secretariat];
  expect(await say(meeting, meeting.titular("CRI"), vote, "ceiba")).toBe("lots-not-open");
  expect(await write(world.database, meeting.titular("CRI"), (tx) => openLots(tx, meeting.titular("CRI"), election, vote, installation))).toBe("not-yours");
  expect(await write(world.database, lead, (tx) => openLots(tx, lead, election, vote, installation))).toBe("opened");
  const draw = () => write(world.database, lead, (tx) => drawElectionLots(tx, lead, election, vote, installation));
  expect(await say(meeting, meeting.titular("CRI"), vote, "  ceiba ")).toBe("said");
  expect(await draw()).toBe("witnesses-missing");
  expect(await say(meeting, meeting.alternate("BLZ"), vote, "orchid")).toBe("not-present");
  expect(await say(meeting, meeting.focalPoint("BLZ"), vote, "orchid")).toBe("not-a-delegate");
  expect(await say(meeting, meeting.titular("BLZ"), vote, " ")).toBe("word-missing");
  expect(await say(meeting, meeting.titular("BLZ"), vote, "x".repeat(61))).toBe("word-too-long");
  expect(await say(meeting, meeting.titular("BLZ"), vote, "black orchid")).toBe("said");
  expect(await say(meeting, meeting.titular("BLZ"), vote, "black orchid")).toBe("said");
  expect(await say(meeting, meeting.titular("BLZ"), vote, "another")).toBe("already-said");
  // Before the draw nobody but its speaker sees a word, and the secret is nowhere.
  const words = (actor: Person) => read(world.database, actor, (tx) => tx.selectFrom("plenary.lots_witness").select("word").where("vote", "=", vote).execute());
  expect(await words(lead)).toEqual([]);
  expect(await words(meeting.titular("CRI"))).toEqual([{ word: "ceiba" }]);
  expect((await seen(meeting)).lots).toEqual({ vote, candidates: ["MEX", "PAN"], commitment: expect.stringMatching(/^[0-9a-f]{64}$/), heard: [{ country: "BLZ", name: expect.any(String) }, { country: "CRI", name: expect.any(String) }] });
  expect(await write(world.database, lead, async (tx) => (await sql<{ word: string }>`select plenary.draw_lots(${vote}::uuid, ${"0".repeat(64)}) as word`.execute(tx)).rows[0]?.word)).toBe("wrong-secret");
  expect(await draw()).toBe("drawn");
  expect(await draw()).toBe("already-drawn");
  const { lots, winner, decidedBy } = await seen(meeting, meeting.titular("NIC"));
  if (!lots?.drawn) throw new Error("not drawn");
  expect(verifyLots({ ...lots.drawn, candidates: lots.candidates, commitment: lots.commitment })).toBe("verified");
  expect([winner, decidedBy]).toEqual([lots.drawn.winner, "lots"]);
  expect(await say(meeting, meeting.titular("HND"), vote, "late")).toBe("already-drawn");
  expect(await proclaims(meeting)).toBe("proclaimed");
});

test("an election is void with its reason before any ballot, and another takes its place", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["BLZ", "GTM"]);
  const empty = async (reason: string, actor: Person = meeting.secretariat) => {
    const election = await seen(meeting);
    return write(world.database, actor, (tx) => voidElection(tx, actor, election, reason));
  };
  expect(await empty("", meeting.secretariat)).toBe("reason-missing");
  expect(await empty("Error", meeting.titular("CRI"))).toBe("not-yours");
  const { vote } = await opensRound(world, meeting);
  expect(await empty("Error")).toBe("round-open");
  await write(world.database, meeting.secretariat, (tx) => sql`select plenary.void_vote(${vote}::uuid, 'Error')`.execute(tx));
  expect(await empty("Se abrió por error.")).toBe("void");
  expect(await opensElection(world, meeting, term())).toBe("opened");
  await stand(world, meeting, ["BLZ", "GTM"]);
  const { vote: next } = await opensRound(world, meeting);
  await casts(world, meeting, next, "CRI", "BLZ");
  expect(await empty("Error")).toBe("ballots-cast");
});

test("behind the platform's back, too, a winner stays and an election does not jump", async () => {
  const meeting = await opened();
  await stand(world, meeting, ["BLZ"]);
  const { id } = await seen(meeting);
  const typed = (statement: string) => asOwner(world.ownerUrl, (client) => client.query(statement, [id]));
  await expect(typed("update plenary.election set state = 'decided', winner = 'BLZ', decided_by = 'votes' where id = $1")).rejects.toThrow("cannot be changed so");
  await holdsRound(world, meeting, everybody(meeting.countries, () => "BLZ"));
  await expect(typed("update plenary.election set winner = 'MEX' where id = $1")).rejects.toThrow("cannot be changed so");
  await expect(typed("delete from plenary.election where id = $1")).rejects.toThrow("kept for ever");
});
