import type { Database } from "#database";
import { addressOf } from "./attempt.ts";
import { doorOf } from "./door.ts";
import { forgiveAttempt, takeAttempt } from "./throttle.store.ts";

/**
 * Lets anyone look something up that is kept by a code, under the platform's throttle: what a network address looks up in vain
 * is counted, in the same table and with the same waits as signing in. Gives what `look` found, or how long to wait.
 *
 * Nothing of it is in the audit: whoever verifies a paper does nothing wrong, and is nobody. Without an address (the server
 * always tells one) nothing is counted.
 */
export async function lookUp<T>(
  database: Database,
  request: Request,
  look: () => Promise<readonly T[]>,
  now = new Date(),
): Promise<{ readonly kind: "found"; readonly found: readonly T[] } | { readonly kind: "wait"; readonly until: Date }> {
  const address = addressOf(request);
  if (address === undefined) return { kind: "found", found: await look() };
  const keys = [{ kind: "lookup", of: address }] as const;
  const until = await doorOf(database).pass({ task: "lookup" }, (tx) => takeAttempt(tx, keys, now));
  if (until) return { kind: "wait", until };
  const found = await look();
  if (found.length > 0) await doorOf(database).pass({ task: "lookup" }, (tx) => forgiveAttempt(tx, keys));
  return { kind: "found", found };
}
