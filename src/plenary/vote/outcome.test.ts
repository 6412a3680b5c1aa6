import { afterAll, beforeAll, expect, test } from "vitest";
import { seen } from "../../../test/plenary-vote.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { type MajorityRule, outcomeOf } from "./majority.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Line {
  readonly kind: MajorityRule["kind"]; readonly basis: MajorityRule["basis"]; readonly abstentions: MajorityRule["abstentions"]; readonly silence: MajorityRule["notVoting"];
  readonly tie: MajorityRule["tie"]; readonly yes: number; readonly no: number; readonly abstained: number; readonly members: number; readonly present: number; readonly held: boolean;
  readonly outcome: string; readonly found_basis: number; readonly needed: number; readonly not_voting: number;
}

test("the database computes the outcome that the rule computes, for every tally up to six members and every rule", async () => {
  const lines = await seen<Line>(
    world,
    `select r.*, f.outcome, f.basis as found_basis, f.needed, f.not_voting
     from (select kind, basis, abstentions, silence, tie, yes, no, abstained, members, present, held
       from unnest(array['simple', 'absolute', 'two-thirds']) kind, unnest(array['members', 'present', 'cast']) basis,
         unnest(array['in-basis', 'out-of-basis']) abstentions, unnest(array['in-basis', 'out-of-basis']) silence,
         unnest(array['rejected', 'presidency-decides', 'second-vote', 'lots']) tie, unnest(array[true, false]) held,
         generate_series(0, 6) members, generate_series(0, members) present, generate_series(0, members) yes,
         generate_series(0, members - yes) no, generate_series(0, members - yes - no) abstained) r,
       plenary.outcome_of(r.kind, r.basis, r.abstentions, r.silence, r.tie, r.yes, r.no, r.abstained, r.members, r.present, r.held) f`,
  );
  const wrong = lines.filter((line) => {
    const rule = { id: "x", source: { es: "", en: "" }, from: "2020-01-01", kind: line.kind, basis: line.basis, abstentions: line.abstentions, notVoting: line.silence, tie: line.tie };
    const told = outcomeOf(rule, { inFavour: line.yes, against: line.no, abstention: line.abstained }, { members: line.members, present: line.present, quorumHeld: line.held });
    return told.outcome !== line.outcome || told.basis !== line.found_basis || told.needed !== line.needed || told.notVoting !== line.not_voting;
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(lines.length).toBeGreaterThan(200_000);
});
