import { expect, test } from "vitest";
import { ruleInForce, startingSource } from "./rule.ts";

const rule = (id: string, from: string) => ({ id, from, source: startingSource });

test("the rule in force is the one that began last by that day", () => {
  const rules = [rule("new", "2025-03-01"), rule("old", "2024-01-01")];
  expect(ruleInForce(rules, "2025-02-28")?.id).toBe("old");
  expect(ruleInForce(rules, "2025-03-01")?.id).toBe("new");
  expect(ruleInForce(rules, "2023-12-31")).toBeUndefined();
});

test("of two rules that begin on one day the one decided later holds", () => {
  expect(ruleInForce([rule("first", "2024-01-01"), rule("second", "2024-01-01")], "2024-06-01")?.id).toBe("second");
});
