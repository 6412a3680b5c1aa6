import { equalShares } from "../plan/weight.ts";
import { type Entry, weightless } from "./entry.ts";
import { nodeKey } from "./key.ts";

/** An entry at its place in the tree: with its key, its parent's, its position from 1, and its exact weight. */
export interface Placed {
  readonly key: string;
  readonly parent: string | null;
  readonly position: number;
  /** Percent of the siblings; null for an indicator, which measures and does not weigh. */
  readonly weight: string | null;
  readonly entry: Entry;
}

/**
 * A tree of entries in reading order, parents before children. Throws where siblings say some weights and leave out others, or
 * where two places would have one path: both are mistakes of the content, not of a reader.
 */
export function placed(plan: string, entries: readonly Entry[]): Placed[] {
  const rows = below(plan, entries, "", null);
  if (new Set(rows.map(({ key }) => key)).size !== rows.length) throw new Error(`Two places of ${plan} have the same path`);
  return rows;
}

function below(plan: string, entries: readonly Entry[], path: string, parent: string | null): Placed[] {
  const shares = weights(plan, path, entries);
  return entries.flatMap((entry, at): Placed[] => {
    const own = `${path}/${entry.kind}:${entry.code ?? `#${at + 1}`}`;
    const key = nodeKey(plan, own);
    return [{ key, parent, position: at + 1, weight: shares[at] ?? null, entry }, ...below(plan, entry.children ?? [], own, key)];
  });
}

function weights(plan: string, path: string, entries: readonly Entry[]): (string | null)[] {
  const weighing = entries.filter(({ kind, weight }) => kind !== "indicator" && weight !== weightless);
  const open = weighing.filter(({ weight }) => weight === undefined);
  if (open.length > 0 && open.length < weighing.length) throw new Error(`${plan}${path}: some siblings have a weight and some have none`);
  // Where nothing among siblings carries work, they share alike: their parent weighs nothing itself.
  const alike = weighing.length === 0 ? entries.filter(({ kind }) => kind !== "indicator") : open;
  const shares = new Map(alike.map((entry, at) => [entry, equalShares(alike.length)[at] ?? null] as const));
  return entries.map((entry) => {
    if (entry.kind === "indicator") return null;
    return shares.get(entry) ?? (entry.weight === undefined || entry.weight === weightless ? "0" : entry.weight);
  });
}
