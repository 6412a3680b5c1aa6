import type { Database, Writing } from "#database";
import { sql } from "#database";
import { doorOf } from "./door.ts";
import { type ThrottleKey, forgiveAttempt, takeAttempt } from "./throttle.store.ts";

/** Why a proof was not accepted: it was wrong, or too many were wrong before. */
export type AttemptRefusal = { readonly kind: "refused" } | { readonly kind: "wait"; readonly until: Date };

/** The network address that the server saw; absent where the server does not tell. The server overwrites this header. */
export function addressOf(request: Request): string | undefined {
  return request.headers.get("x-corett-address") ?? undefined;
}

/** Remembers a refused attempt in the audit, with what a keeper needs to understand it and nothing that was typed. */
export function recordAttempt(tx: Writing, detail: Readonly<Record<string, string | undefined>>) {
  return sql`select audit.attempt('identity.account', ${JSON.stringify(detail)}::jsonb)`.execute(tx);
}

/**
 * Lets a proof be tried under the throttle: counted before it is checked, forgiven when right, and written into the audit
 * when refused. `check` gives what the proof opens, or nothing.
 */
export async function underThrottle<T>(
  database: Database,
  request: Request,
  { key, account, proof }: { key: ThrottleKey; account: string | undefined; proof: string },
  now: Date,
  check: () => Promise<T | undefined>,
): Promise<{ kind: "opened"; value: T } | AttemptRefusal> {
  const door = doorOf(database);
  const address = addressOf(request);
  const keys: ThrottleKey[] = address === undefined ? [key] : [key, { kind: "address", of: address }];
  const errand = { task: "sign-in", account };
  const until = await door.pass(errand, async (tx) => {
    const wait = await takeAttempt(tx, keys, now);
    if (wait) await recordAttempt(tx, { proof, outcome: "throttled", address });
    return wait;
  });
  if (until) return { kind: "wait", until };

  const value = await check();
  if (value === undefined) {
    await door.pass(errand, (tx) => recordAttempt(tx, { proof, outcome: account ? "wrong" : "unknown-account", address }));
    return { kind: "refused" };
  }
  await door.pass(errand, (tx) => forgiveAttempt(tx, keys));
  return { kind: "opened", value };
}
