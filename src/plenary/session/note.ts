import { diff3Merge } from "node-diff3";

/** Two texts made from the same older one, joined so that nothing that either wrote is lost. */
export interface Joined {
  readonly text: string;
  /** Places where both changed the same lines: both are in the text, each under its writer's name. */
  readonly conflicts: number;
}

/** What the two writers are called in a joined text. */
export interface JoinNames {
  readonly saved: string;
  readonly mine: string;
}

const lines = (text: string) => text.replaceAll("\r\n", "\n").split("\n");

/**
 * Joins what was saved meanwhile with what was typed, line by line, both upon the text that the typing began from.
 *
 * Where only one changed, the change is taken; where both did, the saved lines come first and the typed ones after them, each
 * under a line in brackets with the writer's name, for a person to put in order.
 */
export function joinNotes(base: string, saved: string, mine: string, names: JoinNames): Joined {
  const regions = diff3Merge(lines(mine), lines(base), lines(saved), { excludeFalseConflicts: true });
  const out: string[] = [];
  let conflicts = 0;
  for (const region of regions) {
    if (region.ok) out.push(...region.ok);
    if (!region.conflict) continue;
    conflicts += 1;
    out.push(`[${names.saved}]`, ...region.conflict.b, `[${names.mine}]`, ...region.conflict.a);
  }
  return { text: out.join("\n"), conflicts };
}
