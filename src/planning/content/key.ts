import { createHash } from "node:crypto";

/**
 * The stable key of a place in a plan: a UUID made from the plan's id and the place's path in it, the same in every
 * installation and at every start, so that reports and traces hang on the same place everywhere.
 */
export function nodeKey(plan: string, path: string): string {
  const hex = createHash("sha256").update(`corett:plan:${plan}:${path}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
