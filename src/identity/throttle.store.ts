import { createHash } from "node:crypto";
import { type Writing, sql } from "#database";
import { ask, change } from "./query.ts";
import { countedByAddress, throttleLimits, throttleMemory, waitAfter } from "./throttle.ts";

/** What is counted: an account (by its mail address, whether it exists or not), its second step, or what a network address tries. */
export interface ThrottleKey {
  readonly kind: keyof typeof throttleLimits;
  readonly of: string;
}

const digestOf = ({ kind, of }: ThrottleKey) => createHash("sha256").update(`${kind} ${of}`).digest("hex");

/**
 * Counts an attempt before it is made, and gives the time until which it must wait, if it must.
 *
 * Counting first makes many attempts at once as slow as one after another: the row is locked while it is counted. A refused
 * attempt does not lengthen the wait.
 */
export async function takeAttempt(tx: Writing, keys: readonly ThrottleKey[], now: Date): Promise<Date | undefined> {
  let until: Date | undefined;
  for (const key of keys.toSorted((one, other) => digestOf(one).localeCompare(digestOf(other)))) {
    const forgotten = new Date(now.getTime() - throttleMemory);
    const [row] = await ask<{ failures: number; blocked_until: Date | null }>(
      tx,
      sql`insert into identity.throttle (key, failures, last_at) values (${digestOf(key)}, 1, ${now})
        on conflict (key) do update set
          failures = case when throttle.blocked_until > ${now} then throttle.failures
                          when throttle.last_at < ${forgotten} then 1 else throttle.failures + 1 end,
          last_at = case when throttle.blocked_until > ${now} then throttle.last_at else ${now} end
        returning failures, blocked_until`,
    );
    if (row?.blocked_until && row.blocked_until > now) {
      if (!until || row.blocked_until > until) until = row.blocked_until;
    } else {
      const wait = waitAfter(row?.failures ?? 1, throttleLimits[key.kind]);
      const blockedUntil = wait > 0 ? new Date(now.getTime() + wait) : null;
      await change(tx, sql`update identity.throttle set blocked_until = ${blockedUntil} where key = ${digestOf(key)}`);
    }
  }
  return until;
}

/** Takes back what `takeAttempt` counted, after the attempt succeeded: the account starts anew, a network address is credited one. */
export async function forgiveAttempt(tx: Writing, keys: readonly ThrottleKey[]): Promise<void> {
  for (const key of keys) {
    await (!countedByAddress.has(key.kind)
      ? change(tx, sql`delete from identity.throttle where key = ${digestOf(key)}`)
      : change(
          tx,
          sql`update identity.throttle set failures = greatest(failures - 1, 0), blocked_until = null where key = ${digestOf(key)}`,
        ));
  }
}
