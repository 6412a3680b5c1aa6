import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql } from "#database";
import { type World, member, openWorld } from "../../../test/world.ts";
import { drawLots } from "./lots.ts";
import { type ElectionRule, type RoundOutcome, followingRound, outcomeOfRound, startingElectionRule } from "./round.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const codes = ["BLZ", "CRI", "DOM", "GTM", "HND", "PAN"];
const majorities = [
  ["simple", "cast"],
  ["absolute", "members"],
  ["absolute", "present"],
  ["absolute", "cast"],
  ["two-thirds", "members"],
  ["two-thirds", "present"],
  ["two-thirds", "cast"],
] as const;

/** What the rule in words says, in the words of the database. */
function inWordsOfTheDatabase(outcome: RoundOutcome): Record<string, unknown> {
  const figures = { needed: outcome.needed, basis: outcome.basis };
  switch (outcome.outcome) {
    case "elected":
      return { outcome: "elected", elected: outcome.country, ...figures };
    case "next-round":
      return { outcome: "second-round", through: outcome.candidates, because: outcome.because, ...figures };
    case "lots":
      return { outcome: "tie-lots", tied: outcome.candidates, ...figures };
    case "not-elected":
      return { outcome: "none", because: outcome.because, ...figures };
    case "no-quorum":
      return { outcome: "no-quorum", ...figures };
  }
}

interface Case {
  readonly rule: ElectionRule;
  readonly stage: number;
  readonly votes: readonly number[];
  readonly against: number;
  readonly abstention: number;
  readonly members: number;
  readonly present: number;
  readonly quorumHeld: boolean;
}

const said = ({ rule, stage, votes, against, abstention, ...facts }: Case) =>
  inWordsOfTheDatabase(outcomeOfRound(rule, stage, { candidates: votes.map((each, place) => ({ country: codes[place] ?? "", votes: each })), against, abstention }, facts));

/** The database's own answers to many cases, in one question. */
async function answered(cases: readonly Case[]): Promise<unknown[]> {
  const asked = cases.map(({ rule, stage, votes, against, abstention, members, present, quorumHeld }) => ({
    kind: rule.firstRound.kind, basis: rule.firstRound.basis, tie: rule.tie, stage, codes: codes.slice(0, votes.length), votes, against, abstention, members, present, quorum: quorumHeld,
  }));
  return read(world.database, { kind: "system", task: "test" }, async (tx) => {
    const { rows } = await sql<{ answer: unknown }>`
      select plenary.round_outcome(c.kind, c.basis, c.tie, c.stage, c.codes, c.votes, c.against, c.abstention, c.members, c.present, c.quorum) as answer
      from rows from (jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as (kind text, basis text, tie text, stage integer, codes text[], votes integer[],
        against integer, abstention integer, members integer, present integer, quorum boolean)) with ordinality as c order by ordinality`.execute(tx);
    return rows.map((row) => row.answer);
  });
}

const ruleOf = (place: number, tie: ElectionRule["tie"]): ElectionRule => {
  const [kind, basis] = majorities[place] ?? majorities[0];
  const abstentions = basis === "cast" ? "out-of-basis" : "in-basis";
  return { ...startingElectionRule, firstRound: { kind, basis, abstentions, notVoting: "in-basis" }, tie };
};

test("database and rule agree on every round of up to three candidates and six delegations, under every majority", async () => {
  const cases: Case[] = [];
  const size = 6;
  for (let rule = 0; rule < majorities.length; rule += 1)
    for (const tie of ["lots", "second-vote"] as const)
      for (let stage = 1; stage <= 3; stage += 1)
        for (let one = 0; one <= size; one += 1)
          for (let two = 0; one + two <= size; two += 1)
            for (let three = 0; one + two + three <= size; three += 1)
              for (let abstention = 0; one + two + three + abstention <= size; abstention += 2) {
                const facts = { rule: ruleOf(rule, tie), stage, abstention, members: size + 1, present: size, quorumHeld: true };
                cases.push({ ...facts, votes: [one, two, three], against: 0 });
                if (three === 0) cases.push({ ...facts, votes: [one, two], against: 0 }, { ...facts, votes: [one], against: two });
              }
  expect(await answered(cases)).toEqual(cases.map(said));
  expect(cases.length).toBe(9660);
});

test("database and rule agree on any round of up to six candidates", async () => {
  const some = fc.record({
    rule: fc.tuple(fc.nat(majorities.length - 1), fc.constantFrom<ElectionRule["tie"]>("lots", "second-vote")).map(([place, tie]) => ruleOf(place, tie)),
    stage: fc.integer({ min: 1, max: 3 }),
    votes: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
    against: fc.nat(4),
    abstention: fc.nat(4),
    silent: fc.nat(3),
    absent: fc.nat(3),
    quorumHeld: fc.boolean(),
  });
  const cases = fc.sample(some, 1500).map(({ silent, absent, ...each }): Case => {
    const against = each.votes.length === 1 ? each.against : 0;
    const present = each.votes.reduce((sum, count) => sum + count, against + each.abstention) + silent;
    return { ...each, against, present, members: present + absent };
  });
  expect(await answered(cases)).toEqual(cases.map(said));
});

test("database and rule agree on which round follows and who runs in it, whoever withdraws", async () => {
  const outcomes = ["elected", "second-round", "tie-lots", "none", "no-quorum"] as const;
  const some = fc.record({ stage: fc.integer({ min: 1, max: 3 }), outcome: fc.constantFrom(...outcomes), candidates: fc.subarray(codes, { minLength: 1 }), through: fc.subarray(codes), withdrawn: fc.subarray(codes) });
  const cases = fc.sample(some, 500);
  const found = await read(world.database, { kind: "system", task: "test" }, async (tx) => {
    const { rows } = await sql<{ stage: number | null; candidates: string[] | null }>`
      select f.stage, f.candidates from rows from (jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as (stage integer, outcome text, candidates text[], through text[], withdrawn text[])) with ordinality as c,
        lateral plenary.round_follows(c.stage, c.outcome, c.candidates, c.through, c.withdrawn) f order by ordinality`.execute(tx);
    return rows.map(({ stage, candidates }) => (stage === null ? undefined : { stage, candidates }));
  });
  expect(found).toEqual(cases.map(({ withdrawn, ...before }) => followingRound(before, withdrawn)));
  expect(new Set(found.map((each) => each?.candidates?.length === 0))).toEqual(new Set([true, false]));
});

test("database and rule draw the same lots, with the same digest, whatever the words are", async () => {
  // No zero byte reaches the database; halves of pairs are no text.
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "" && !text.includes("\0"));
  const grounds = fc
    .sample(fc.record({ secret: fc.uint8Array({ minLength: 32, maxLength: 32 }), candidates: fc.subarray(codes, { minLength: 2 }), countries: fc.subarray(codes, { minLength: 2 }), words: fc.array(word, { minLength: 6, maxLength: 6 }) }), 300)
    .map(({ secret, candidates, countries, words }) => ({
      secret: Buffer.from(secret).toString("hex"),
      candidates,
      witnesses: countries.map((country, place) => ({ country, word: words[place] ?? "x" })),
    }));
  const drawn = await read(world.database, { kind: "system", task: "test" }, async (tx) => {
    const asked = grounds.map(({ witnesses, ...ground }) => ({ ...ground, countries: witnesses.map((each) => each.country), words: witnesses.map((each) => each.word) }));
    const { rows } = await sql<{ winner: string; digest: string }>`
      select d.winner, d.digest from rows from (jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as (secret text, candidates text[], countries text[], words text[])) with ordinality as c,
        lateral plenary.draw(c.secret, c.candidates, c.countries, c.words) d order by ordinality`.execute(tx);
    return rows;
  });
  const expected = grounds.map((ground) => drawLots(ground));
  expect(drawn).toEqual(expected.map((record) => (typeof record === "string" ? record : { winner: record.winner, digest: record.digest })));
});

test("nobody but the platform's owner can write a round, an outcome or a winner", async () => {
  const { rows } = await read(world.database, member("secretariat"), (tx) =>
    sql<{ role: string; name: string; reads: boolean; writes: boolean }>`
      select r.rolname as role, t.name, has_table_privilege(r.oid, 'plenary.' || t.name, 'select') as reads,
        has_any_column_privilege(r.oid, 'plenary.' || t.name, 'insert, update') or has_table_privilege(r.oid, 'plenary.' || t.name, 'insert, update, delete, truncate') as writes
      from pg_catalog.pg_roles r, unnest(array['election', 'candidacy', 'round', 'outcome', 'lots', 'lots_witness', 'handover']) as t (name)
      where r.rolname in ('corett_state', 'corett_secretariat', 'corett_presidency', 'corett_observer', 'corett_system', 'corett_public', 'corett_administrator')`.execute(tx),
  );
  expect(rows.filter(({ writes }) => writes)).toEqual([]);
  expect(rows.filter(({ role, reads }) => role === "corett_secretariat" && reads)).toHaveLength(7); // the question is able to find a right
});
