import type { Actor, Office } from "#basics";
import { type Database, type Reading, read, sql } from "#database";
import { type ChainAnchor, type ChainBreak, type ChainLink, chainStart, followChain } from "./audit.ts";
import { ask } from "./query.ts";

/** What a verification of the audit found. */
export interface AuditVerdict {
  readonly entries: number;
  /** Position of the last seal that was followed. */
  readonly sealedUpTo: number;
  /** Hash of that seal in hexadecimal: noted elsewhere, it later proves that nothing was cut off the end. */
  readonly head: string;
  readonly breaks: readonly ChainBreak[];
}

const verifier: Actor = { kind: "system", task: "verify audit" };

/**
 * Follows the whole chain, each seal computed here from the entry's own text, without the database's own check.
 *
 * With an `anchor`, what was verified before is not read again, but the anchor's seal must still be there; `limit` ends the
 * walk after that many links. Entries are read in batches, so that memory does not grow with the chain.
 */
export function verifyAudit(
  database: Database,
  { anchor = chainStart, limit = Number.POSITIVE_INFINITY, batch = 5_000 } = {},
): Promise<AuditVerdict> {
  return read(database, verifier, async (tx) => {
    const [count] = await ask<{ entries: number }>(tx, sql`select count(*) as entries from audit.entry`);
    const breaks: ChainBreak[] = [];
    if (anchor.position > 0) {
      const [kept] = await ask<{ hash: string }>(
        tx,
        sql`select encode(hash, 'hex') as hash from audit.seal where position = ${anchor.position}`,
      );
      if (!kept) breaks.push({ position: anchor.position, entry: null, fault: "shorter than before" });
      else if (kept.hash !== anchor.hash) breaks.push({ position: anchor.position, entry: null, fault: "link altered" });
    }
    let head: ChainAnchor = anchor;
    for (let walked = 0; walked < limit;) {
      const links = await linksAfter(tx, head.position, Math.min(batch, limit - walked));
      if (links.length === 0) break;
      const part = followChain(head, links);
      breaks.push(...part.breaks);
      head = part.head;
      walked += links.length;
    }
    const unsealed = await ask<{ entry: number }>(
      tx,
      sql`select e.id as entry from audit.entry e where not exists (select from audit.seal s where s.entry = e.id) order by e.id limit 1000`,
    );
    breaks.push(...unsealed.map(({ entry }) => ({ position: null, entry, fault: "entry without seal" }) as const));
    return { entries: count?.entries ?? 0, sealedUpTo: head.position, head: head.hash, breaks };
  });
}

/** The text is made here as the seal's own function makes it, not by that function: an owner could change the function. */
async function linksAfter(tx: Reading, position: number, limit: number): Promise<ChainLink[]> {
  await ask(tx, sql`select set_config('timezone', 'UTC', true)`);
  return ask(
    tx,
    sql`select s.position, s.entry, encode(s.previous, 'hex') as previous, encode(s.hash, 'hex') as hash, to_jsonb(e)::text as text
      from audit.seal s left join audit.entry e on e.id = s.entry
      where s.position > ${position} order by s.position limit ${limit}`,
  );
}

/** An entry of the audit with the name of who acted. */
export interface AuditLine {
  readonly id: number;
  readonly at: Date;
  readonly account: string | null;
  readonly name: string | null;
  readonly office: Office | null;
  readonly country: string | null;
  readonly task: string | null;
  readonly relation: string;
  readonly action: "insert" | "update" | "delete" | "attempt";
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Which entries are asked for; days are calendar days of Guatemala, both included. */
export interface AuditFilter {
  readonly account?: string | undefined;
  readonly relation?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function condition({ account, relation, from, to }: AuditFilter) {
  return sql`(${account ?? null}::uuid is null or e.account = ${account ?? null}::uuid)
    and (${relation ?? null}::text is null or e.relation = ${relation ?? null})
    and (${from ?? null}::date is null or e.at >= (${from ?? null}::date)::timestamp at time zone 'America/Guatemala')
    and (${to ?? null}::date is null or e.at < (${to ?? null}::date + 1)::timestamp at time zone 'America/Guatemala')`;
}

/** Entries of the audit, the newest first; policy `watchers_read` decides who may. */
export function auditLines(
  tx: Reading,
  filter: AuditFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<AuditLine[]> {
  return ask(
    tx,
    sql`select e.id, e.at, e.account, a.name, e.office, e.country, e.task, e.relation, e.action, e.before, e.after
      from audit.entry e left join identity.account a on a.id = e.account
      where ${condition(filter)} order by e.id desc limit ${limit} offset ${offset}`,
  );
}

/** How many entries answer to a filter. */
export async function auditCount(tx: Reading, filter: AuditFilter): Promise<number> {
  const [row] = await ask<{ count: number }>(tx, sql`select count(*) as count from audit.entry e where ${condition(filter)}`);
  return row?.count ?? 0;
}

/** What the filter offers: the people who acted, and the kinds of things they acted on. */
export async function auditChoices(tx: Reading): Promise<{ people: { id: string; name: string }[]; relations: string[] }> {
  const people = await ask<{ id: string; name: string }>(tx, sql`select id, name from identity.account order by name`);
  const relations = await ask<{ relation: string }>(tx, sql`select distinct relation from audit.entry order by relation`);
  return { people, relations: relations.map(({ relation }) => relation) };
}
