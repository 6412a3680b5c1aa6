import type { Database } from "#database";
import { type ChainAnchor, chainStart } from "./audit.ts";
import { type AuditVerdict, verifyAudit } from "./audit.store.ts";

/** How many links one look at the page verifies: a second's work. */
const stride = 20_000;

const verified = new WeakMap<Database, { anchor: ChainAnchor; since: Date }>();

/**
 * Goes on verifying the audit where this process last stopped, at most a stride further.
 *
 * A break is never passed over: after one, every look verifies from the beginning. `corett verify` follows the whole chain.
 */
export async function verifyFurther(database: Database, now: Date): Promise<AuditVerdict & { readonly since: Date }> {
  const known = verified.get(database) ?? { anchor: chainStart, since: now };
  const verdict = await verifyAudit(database, { anchor: known.anchor, limit: stride });
  if (verdict.breaks.length > 0) verified.delete(database);
  else verified.set(database, { anchor: { position: verdict.sealedUpTo, hash: verdict.head }, since: known.since });
  return { ...verdict, since: known.since };
}
