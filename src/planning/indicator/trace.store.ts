import type { Actor } from "#basics";
import { documentOf } from "#archive";
import { committees } from "#coalition";
import type { Reading, Writing } from "#database";
import { evidenceFor } from "../progress/evidence.store.ts";
import { leads } from "../progress/report.ts";
import type { IndicatorRefusal } from "./refusal.ts";
import type { Trace, TraceEnd, TraceKind, TracedNode } from "./trace.ts";

/** The traces of a node, both ways: where it leads to, and which places lead to it. */
export interface Traces {
  readonly onward: readonly Trace[];
  readonly back: readonly Trace[];
}

/** The traces that hold of one node; policies decide which the reader sees, and ends closed to the reader bear no address. */
export async function tracesOf(tx: Reading, actor: Actor, key: string): Promise<Traces> {
  const rows = await rowsOf(tx).where((each) => each.or([each("key", "=", key), each("target_key", "=", key)])).execute();
  const names = await nodesByKey(tx, rows.flatMap(({ key: from, target_key }) => (target_key === null ? [from] : [from, target_key])));
  const onward: Trace[] = [];
  const back: Trace[] = [];
  for (const row of rows) {
    if (row.key === key) onward.push(asTrace(row, await endOf(tx, actor, row, names)));
    if (row.target_key === key) {
      const node = names.get(row.key);
      if (node) back.push(asTrace(row, { kind: "node", node }));
    }
  }
  return { onward, back };
}

/** A place that carries out an agreement, and where it leads from there. */
export interface AgreementTrace {
  readonly node: TracedNode;
  readonly label: string;
  /** The indicators it moves and what proves it, and on from each indicator what proves that. */
  readonly onward: readonly Trace[];
}

/** What carries out an agreement, by its number, and the way on to indicators, statistics and documents. */
export async function tracesOfAgreement(tx: Reading, actor: Actor, number: string): Promise<AgreementTrace[]> {
  const agreement = await agreementByNumber(tx, number);
  if (!agreement) return [];
  const rows = await rowsOf(tx).where("agreement", "=", agreement.id).execute();
  const names = await nodesByKey(tx, rows.map(({ key }) => key));
  const found: AgreementTrace[] = [];
  for (const row of rows) {
    const node = names.get(row.key);
    if (!node) continue;
    const own = (await tracesOf(tx, actor, row.key)).onward.filter(({ id }) => id !== row.id);
    const proofs: Trace[] = [];
    for (const { end } of own) if (end.kind === "node" && end.node.kind === "indicator") proofs.push(...(await tracesOf(tx, actor, end.node.key)).onward);
    found.push({ node, label: row.label, onward: [...own, ...proofs.filter(({ id }) => own.every((each) => each.id !== id))] });
  }
  return found;
}

/** An agreement of the plenary as traces name it; undefined when there is none that the reader may see. */
export async function agreementByNumber(tx: Reading, number: string) {
  const row = await tx.selectFrom("plenary.agreement").select(["id", "number", "title_es", "title_en"]).where("number", "=", number).executeTakeFirst();
  return row && { id: row.id, number: row.number, title: { es: row.title_es, en: row.title_en } };
}

/** What a new trace leads to. */
export type TraceDraft = { readonly id: string; readonly label: string } & (
  | { readonly kind: "node"; readonly target: string }
  | { readonly kind: "agreement"; readonly number: string }
  | { readonly kind: "committee"; readonly committee: string }
  /** The number of a document of the archive, or an address as `evidenceAddress` gives it. */
  | { readonly kind: "proof"; readonly document: string }
  | { readonly kind: "proof"; readonly address: string }
);

/** Adds a trace from a node to what it moves, carries out or is proven by. Policy `leaders_keep`. */
export async function addTrace(tx: Writing, actor: Actor, key: string, draft: TraceDraft): Promise<IndicatorRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  if (!(await nodesByKey(tx, [key])).has(key)) return "unknown-node";
  const end = await targetOf(tx, key, draft);
  if (typeof end === "string") return end;
  const same = await rowsOf(tx).where("key", "=", key).execute();
  if (same.some(({ id }) => id === draft.id)) return undefined;
  const isSame = (row: (typeof same)[number]) =>
    row.target_key === (end.target_key ?? null) && row.agreement === (end.agreement ?? null) && row.document === (end.document ?? null) && row.committee === (end.committee ?? null) && row.url === (end.url ?? null);
  if (same.some(isSame)) return "already-traced";
  await tx
    .insertInto("planning.trace")
    .values({ id: draft.id, key, label: draft.label.trim().slice(0, 400), entered_by: actor.account, ...end })
    .onConflict((already) => already.doNothing())
    .execute();
  return undefined;
}

interface Target {
  readonly kind: TraceKind;
  readonly target_key?: string;
  readonly agreement?: string;
  readonly document?: string;
  readonly committee?: string;
  readonly url?: string;
}

async function targetOf(tx: Reading, key: string, draft: TraceDraft): Promise<Target | IndicatorRefusal> {
  if (draft.kind === "node") {
    if (draft.target === key) return "to-itself";
    const node = (await nodesByKey(tx, [draft.target])).get(draft.target);
    return node?.kind === "indicator" || node?.kind === "activity" ? { kind: node.kind, target_key: node.key } : "unknown-target";
  }
  if (draft.kind === "agreement") {
    const found = await agreementByNumber(tx, draft.number);
    return found ? { kind: "agreement", agreement: found.id } : "unknown-target";
  }
  if (draft.kind === "committee") return (await committees(tx)).some(({ id }) => id === draft.committee) ? { kind: "committee", committee: draft.committee } : "unknown-target";
  if ("document" in draft) {
    const found = await documentOf(tx, draft.document);
    return found ? { kind: "document", document: found.id } : "unknown-target";
  }
  return { kind: /^\/statistics(\/|$)/.test(draft.address) ? "release" : "other", url: draft.address };
}

/** Ends a trace: it is no longer shown, and stays in the audit. Policy `leaders_keep`. */
export async function endTrace(tx: Writing, actor: Actor, key: string, id: string): Promise<IndicatorRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  const done = await tx.updateTable("planning.trace").set({ ended_at: new Date() }).where("id", "=", id).where("key", "=", key).where("ended_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 0n ? "unknown-trace" : undefined;
}

function rowsOf(tx: Reading) {
  return tx.selectFrom("planning.trace").selectAll().where("ended_at", "is", null).orderBy("entered_at").orderBy("id");
}

type TraceRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

function asTrace(row: TraceRow, end: TraceEnd): Trace {
  return { id: row.id, kind: row.kind as TraceKind, label: row.label, from: row.key, end, enteredAt: row.entered_at }; // the table's check holds the kinds
}

async function endOf(tx: Reading, actor: Actor, row: TraceRow, names: ReadonlyMap<string, TracedNode>): Promise<TraceEnd> {
  if (row.target_key !== null) {
    const node = names.get(row.target_key);
    return node ? { kind: "node", node } : { kind: "closed" };
  }
  if (row.agreement !== null) {
    const found = await tx.selectFrom("plenary.agreement").select(["number", "title_es", "title_en"]).where("id", "=", row.agreement).executeTakeFirst();
    return found ? { kind: "agreement", number: found.number, title: { es: found.title_es, en: found.title_en } } : { kind: "closed" };
  }
  if (row.committee !== null) {
    const found = (await committees(tx)).find(({ id }) => id === row.committee);
    return found ? { kind: "committee", name: found.name } : { kind: "closed" };
  }
  const [proof] = await evidenceFor(tx, actor, { evidenceUrl: row.url, evidenceDocument: row.document, country: null });
  return proof ? { kind: "proof", proof } : { kind: "closed" };
}

/** The places of these keys as the reader knows them: in the version in force, else in the newest there is. */
export async function nodesByKey(tx: Reading, keys: readonly string[]): Promise<Map<string, TracedNode>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectFrom("planning.node as n")
    .innerJoin("planning.version as v", (join) => join.onRef("v.plan", "=", "n.plan").onRef("v.version", "=", "n.version"))
    .select(["n.plan", "n.key", "n.code", "n.kind", "n.title_es", "n.title_en", "v.state"])
    .where("n.key", "in", [...new Set(keys)])
    // A discarded draft is no place where anything stands.
    .where("v.state", "<>", "discarded")
    .orderBy("n.version")
    .execute();
  const found = new Map<string, TracedNode & { readonly isInForce: boolean }>();
  for (const row of rows) {
    const isInForce = row.state === "approved";
    if (found.get(row.key)?.isInForce === true && !isInForce) continue;
    found.set(row.key, { plan: row.plan, key: row.key, code: row.code, kind: row.kind, title: { es: row.title_es, en: row.title_en }, isInForce });
  }
  return new Map([...found].map(([key, { isInForce: _, ...node }]) => [key, node]));
}
