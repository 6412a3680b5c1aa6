import { randomUUID } from "node:crypto";
import type { Actor } from "#basics";
import { type Writing, sql } from "#database";
import { nodeRow } from "./node-row.ts";
import { planOf, treeOf } from "./node.store.ts";
import { draftOf, keepsPlans } from "./plan-act.store.ts";
import type { Indicator, PlanNode } from "./plan.ts";
import type { PlanRefusal } from "./refusal.ts";
import { belongsUnder, weighable, withDescendants } from "./tree.ts";
import { equalShares, weightSum } from "./weight.ts";

/** What a form says of a node; place and weight are acts of their own. */
export type NodeText = Pick<PlanNode, "code" | "title" | "detail" | "sourcePage" | "target" | "verification" | "startsOn" | "endsOn" | "months" | "indicator" | "goals">;

interface Draft {
  readonly version: number;
  readonly nodes: PlanNode[];
}

async function draft(tx: Writing, actor: Actor, plan: string): Promise<Draft | PlanRefusal> {
  if (!keepsPlans(actor)) return "not-yours";
  const version = await draftOf(tx, plan);
  return version === undefined ? "no-draft" : { version, nodes: await treeOf(tx, plan, version) };
}

/**
 * Adds a part at the end of its siblings. The first among them weighs 100, a later one 0 until the weights are set together; an
 * indicator does not weigh. Gives its key.
 */
export async function addNode(
  tx: Writing,
  actor: Actor,
  plan: string,
  parent: string | null,
  kind: PlanNode["kind"],
  text: NodeText,
  key: string = randomUUID(),
): Promise<{ readonly key: string } | PlanRefusal> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  // The same form sent twice adds one part.
  if (found.nodes.some((node) => node.key === key)) return { key };
  const above = parent === null ? null : found.nodes.find((node) => node.key === parent);
  const known = await planOf(tx, plan);
  if (above === undefined || !known) return "unknown-node";
  if (!belongsUnder(kind, above)) return "kind-not-here";
  const position = nextPosition(found.nodes, parent);
  const node: PlanNode = { plan, version: found.version, key, parent, kind, position, weight: arrivingWeight(found.nodes, parent, kind), planFrom: known.from, planUntil: known.until, ...text };
  await tx.insertInto("planning.node").values(nodeRow(node)).execute();
  return { key };
}

/**
 * Changes what a part says. An indicator that is in force and is redefined (its unit or its kind of figure) needs the bridge
 * that joins its old series to the new one.
 */
export async function changeNode(tx: Writing, actor: Actor, plan: string, key: string, text: NodeText): Promise<PlanRefusal | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const before = found.nodes.find((node) => node.key === key);
  if (!before) return "unknown-node";
  if (before.kind === "indicator" && text.indicator) {
    const inForce = (await planOf(tx, plan))?.version ?? null;
    const old = inForce === null ? undefined : (await treeOf(tx, plan, inForce)).find((node) => node.key === key);
    const { bridge } = text.indicator;
    // A bridge that the version in force already has leads to an older series than the one left now.
    const isOldBridge = bridge === null || JSON.stringify(bridge) === JSON.stringify(old?.indicator?.bridge);
    if (isRedefined(old?.indicator ?? null, text.indicator) && isOldBridge) return "bridge-needed";
  }
  const { plan: _plan, version, key: _key, parent, kind, position, weight, ...row } = nodeRow({ ...before, ...text });
  await tx.updateTable("planning.node").set(row).where("plan", "=", plan).where("version", "=", found.version).where("key", "=", key).execute();
  return undefined;
}

/** Whether figures of the two would not be comparable without a bridge. */
function isRedefined(old: Indicator | null, now: Indicator): boolean {
  return old !== null && (old.figure !== now.figure || old.unit.es !== now.unit.es);
}

/**
 * Moves a part with all below it to the end of another place, where it arrives as a new one does (`addNode`). Where it leaves
 * weight behind, its old siblings share 100 equally if `shareOut`, else the act is refused.
 */
export async function moveNode(tx: Writing, actor: Actor, plan: string, key: string, parent: string | null, shareOut: boolean): Promise<PlanRefusal | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const node = found.nodes.find((each) => each.key === key);
  const above = parent === null ? null : found.nodes.find((each) => each.key === parent);
  if (!node || above === undefined) return "unknown-node";
  if (parent !== null && withDescendants(found.nodes, key).has(parent)) return "into-itself";
  if (!belongsUnder(node.kind, above)) return "kind-not-here";
  if (node.parent === parent) return undefined;
  const refusal = await leaveWeight(tx, found, node, shareOut);
  if (refusal) return refusal;
  await tx
    .updateTable("planning.node")
    .set({ parent, position: nextPosition(found.nodes, parent), weight: exact(arrivingWeight(found.nodes, parent, node.kind)) })
    .where("plan", "=", plan)
    .where("version", "=", found.version)
    .where("key", "=", key)
    .execute();
  return undefined;
}

/** Moves a part one place up or down among its siblings; at the end of the row nothing changes. */
export async function shiftNode(tx: Writing, actor: Actor, plan: string, key: string, by: -1 | 1): Promise<PlanRefusal | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const node = found.nodes.find((each) => each.key === key);
  if (!node) return "unknown-node";
  const siblings = found.nodes.filter(({ parent }) => parent === node.parent);
  const place = siblings.indexOf(node);
  const other = siblings[place + by];
  if (!other) return undefined;
  siblings[place] = other;
  siblings[place + by] = node;
  for (const [at, sibling] of siblings.entries()) {
    await tx.updateTable("planning.node").set({ position: at + 1 }).where("plan", "=", plan).where("version", "=", found.version).where("key", "=", sibling.key).execute();
  }
  return undefined;
}

/** Takes a part out of the draft; what is below it goes first. Weight is left behind as in `moveNode`. Older versions keep it. */
export async function removeNode(tx: Writing, actor: Actor, plan: string, key: string, shareOut: boolean): Promise<PlanRefusal | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const node = found.nodes.find((each) => each.key === key);
  if (!node) return "unknown-node";
  if (found.nodes.some(({ parent }) => parent === key)) return "has-children";
  const refusal = await leaveWeight(tx, found, node, shareOut);
  if (refusal) return refusal;
  await tx.deleteFrom("planning.responsible").where("plan", "=", plan).where("version", "=", found.version).where("key", "=", key).execute();
  await tx.deleteFrom("planning.node").where("plan", "=", plan).where("version", "=", found.version).where("key", "=", key).execute();
  return undefined;
}

/** What a part that goes leaves to its siblings: nothing if it weighs nothing, equal shares if asked for, else a refusal. */
async function leaveWeight(tx: Writing, { version, nodes }: Draft, node: PlanNode, shareOut: boolean): Promise<PlanRefusal | undefined> {
  const rest = weighable(nodes, node.parent).filter((each) => each.key !== node.key);
  if (node.weight === null || Number(node.weight) === 0 || rest.length === 0) return undefined;
  if (!shareOut) return "weighs";
  // What weighs nothing on purpose goes on weighing nothing, unless nothing else is left.
  const weighing = rest.filter(({ weight }) => Number(weight) > 0);
  const sharing = weighing.length > 0 ? weighing : rest;
  await keepWeights(tx, node.plan, version, new Map(equalShares(sharing.length).map((weight, place) => [sharing[place]?.key ?? "", weight])));
  return undefined;
}

/** What a form of weights is answered with when they do not add up. */
export interface WeightsOff {
  readonly sum: string;
  /** To 100; below zero when there is too much. */
  readonly missing: string;
}

/**
 * Sets the weights of all siblings under a parent together. They add up to 100 exactly, or nothing is kept and the answer says
 * what is missing. The database judges the same when the transaction commits.
 */
export async function setWeights(
  tx: Writing,
  actor: Actor,
  plan: string,
  parent: string | null,
  weights: ReadonlyMap<string, string>,
): Promise<PlanRefusal | WeightsOff | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const siblings = weighable(found.nodes, parent);
  if (siblings.length === 0) return "nothing-to-weigh";
  if (siblings.length !== weights.size || !siblings.every(({ key }) => weights.has(key))) return "siblings-changed";
  const sum = weightSum([...weights.values()]);
  if (sum && !sum.isWhole) return { sum: sum.sum, missing: sum.missing };
  await keepWeights(tx, plan, found.version, weights);
  return undefined;
}

/** Gives all siblings under a parent equal weights that add up to exactly 100, the remainder on the last. */
export async function shareOutWeights(tx: Writing, actor: Actor, plan: string, parent: string | null): Promise<PlanRefusal | undefined> {
  const found = await draft(tx, actor, plan);
  if (typeof found === "string") return found;
  const siblings = weighable(found.nodes, parent);
  if (siblings.length === 0) return "nothing-to-weigh";
  await keepWeights(tx, plan, found.version, new Map(equalShares(siblings.length).map((weight, place) => [siblings[place]?.key ?? "", weight])));
  return undefined;
}

async function keepWeights(tx: Writing, plan: string, version: number, weights: ReadonlyMap<string, string>): Promise<void> {
  for (const [key, weight] of weights) {
    await tx
      .updateTable("planning.node")
      .set({ weight: exact(weight) })
      .where("plan", "=", plan)
      .where("version", "=", version)
      .where("key", "=", key)
      .execute();
  }
}

/** A weight goes to the database as text: a number of the program is not exact. */
function exact(weight: string | null) {
  return sql<number | null>`${weight}::numeric`;
}

function arrivingWeight(nodes: readonly PlanNode[], parent: string | null, kind: PlanNode["kind"]): string | null {
  if (kind === "indicator") return null;
  return weighable(nodes, parent).length === 0 ? "100" : "0";
}

function nextPosition(nodes: readonly PlanNode[], parent: string | null): number {
  return Math.max(0, ...nodes.filter((node) => node.parent === parent).map(({ position }) => position)) + 1;
}
