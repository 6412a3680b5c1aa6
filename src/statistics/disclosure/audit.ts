import { attack, attackAsInsider } from "./attacker/index.ts";
import { groupPairs } from "./group.ts";
import type { Finding, Problem, Protection } from "./problem.ts";
import { priorView, publicView } from "./view.ts";

/**
 * The gate of a release: attacks what the public would hold, first without the truth and then as every person who is alone
 * in a cell. Publish only when the list is empty; cells that protection gave up come back as 'unresolved', whatever the
 * attack says about them.
 */
export async function audit(problem: Problem, protection: Protection): Promise<Finding[]> {
  const view = publicView(problem, protection);
  const options = { prior: priorView(problem), groups: groupPairs(problem) };
  const exact = new Map(problem.cells.filter((cell) => cell.lo === cell.hi).map((cell) => [cell.id, cell.lo]));
  return [
    ...protection.unprotectable.map((cell): Finding => ({ kind: "unresolved", cell, lo: 0, hi: Infinity })),
    ...(await attack(view, options)),
    ...(await attackAsInsider(view, exact, options)),
  ];
}
