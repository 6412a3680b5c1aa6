import { expect, test } from "vitest";
import { type MajorityRule, outcomeOf, startingMajorityRules } from "./majority.ts";
import { outcomeSentence } from "./sentence.ts";

const say = (rule: Partial<MajorityRule>, inFavour: number, against: number, quorumHeld = true) =>
  outcomeSentence(
    outcomeOf(
      { ...startingMajorityRules[0], ...rule },
      { inFavour, against, abstention: 0 },
      { members: 9, present: 9, quorumHeld },
    ),
  );

test("a missed majority says how many were needed, of how many, and how many there were", () => {
  expect(say({ kind: "two-thirds", basis: "members" }, 5, 4).es).toBe(
    "No aprobado. Se necesitaban 6 de 9 (mayoría de dos tercios, sobre los Estados miembros); hubo 5 a favor.",
  );
  expect(say({ kind: "absolute", basis: "members" }, 1, 8).en).toBe(
    "Not adopted. 5 of 9 were needed (absolute majority of the member states); there was 1 in favour.",
  );
});

test("a simple majority, a tie, a missing quorum and silence each have their own sentence", () => {
  expect(say({}, 5, 3).es).toBe("Aprobado. Hubo 5 a favor y 3 en contra.");
  expect(say({ tie: "presidency-decides" }, 4, 4).es).toBe("Empate: decide la Presidencia. Hubo 4 a favor y 4 en contra.");
  expect(say({ kind: "absolute", basis: "cast", tie: "lots" }, 4, 4).en).toBe(
    "Tie: decided by lots before witnesses. 5 of 8 were needed (absolute majority of the ballots cast); there were 4 in favour, with 4 against.",
  );
  expect(say({}, 9, 0, false).es).toBe("Sin resultado: no hubo quórum durante toda la votación.");
  expect(say({}, 0, 0).es).toBe("No aprobado. Nadie votó a favor ni en contra.");
});
