import type { ShouldRevalidateFunctionArgs } from "react-router";

/**
 * Reads a page's loader again after its action answered 409; exported by a route module as `shouldRevalidate`.
 *
 * A refusal means that things stand otherwise than the page shows: closed, changed or done by somebody else meanwhile. React
 * Router 8 runs no loader after an answer of 400 and above, so that with script the page would keep the old state, and with it
 * the old version in a hidden field, while the same form sent without script shows the new one. After a 400 nothing happened
 * elsewhere and the page stays. What was typed is not lost: `formState` takes it from the action's answer.
 */
export function revalidateAfterRefusal({ actionStatus, defaultShouldRevalidate }: Pick<ShouldRevalidateFunctionArgs, "actionStatus" | "defaultShouldRevalidate">): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
