/**
 * The second count. It shares no code with the first one and goes another way: ballots are sorted, runs of equal ones
 * measured, and everything is held against the roll of those who voted. A fault in one path then shows as a difference.
 */

/** The roll of a vote: the countries marked as having voted, and those that were entitled to. */
export interface Roll {
  /** In a roll call a ballot bears its country; in a secret vote only the number of ballots can be held against the marks. */
  readonly kind: "roll-call" | "secret";
  readonly marks: readonly string[];
  readonly entitled: readonly string[];
}

/** Something that the recount found wrong; `key` is the country or receipt on the ballot. */
export type RecountFault =
  | { readonly kind: "duplicate-ballot"; readonly key: string; readonly times: number }
  | { readonly kind: "unknown-option"; readonly key: string; readonly option: string }
  | { readonly kind: "ballot-without-mark"; readonly key: string }
  | { readonly kind: "mark-without-ballot"; readonly country: string }
  | { readonly kind: "duplicate-mark"; readonly country: string; readonly times: number }
  | { readonly kind: "mark-not-entitled"; readonly country: string }
  | { readonly kind: "ballots-and-marks-differ"; readonly ballots: number; readonly marks: number };

/** A finished recount. With no faults and equal to the count, the result stands. */
export interface Recount {
  readonly byOption: Readonly<Record<string, number>>;
  readonly ballots: number;
  readonly faults: readonly RecountFault[];
}

/** Sorts a copy and gives each run of equal words with its length. */
function runs(words: readonly string[]): { readonly word: string; readonly length: number }[] {
  const sorted = [...words].sort();
  const result: { word: string; length: number }[] = [];
  for (let start = 0; start < sorted.length;) {
    const word = sorted[start] ?? "";
    let end = start;
    while (end < sorted.length && sorted[end] === word) end += 1;
    result.push({ word, length: end - start });
    start = end;
  }
  return result;
}

/** What the roll says against the keys of the ballots. */
function rollFaults(keys: readonly string[], roll: Roll): RecountFault[] {
  const faults: RecountFault[] = [];
  for (const { word, length } of runs(roll.marks)) {
    if (length > 1) faults.push({ kind: "duplicate-mark", country: word, times: length });
    if (!roll.entitled.includes(word)) faults.push({ kind: "mark-not-entitled", country: word });
    if (roll.kind === "roll-call" && !keys.includes(word)) faults.push({ kind: "mark-without-ballot", country: word });
  }
  if (roll.kind === "roll-call")
    for (const { word } of runs(keys)) if (!roll.marks.includes(word)) faults.push({ kind: "ballot-without-mark", key: word });
  if (keys.length !== roll.marks.length)
    faults.push({ kind: "ballots-and-marks-differ", ballots: keys.length, marks: roll.marks.length });
  return faults;
}

/**
 * Counts the kept ballots again by an independent path and names everything that does not fit.
 *
 * A faulty ballot is still counted where it bears an option that was offered, as the first count does: nobody drops a
 * ballot silently, and the plenary is told of the fault.
 */
export function recount(
  ballots: readonly { readonly key: string; readonly option: string }[],
  options: readonly string[],
  roll: Roll,
): Recount {
  const measured = runs(ballots.map(({ option }) => option));
  const keys = ballots.map(({ key }) => key);
  const faults: RecountFault[] = [];
  for (const { word, length } of runs(keys))
    if (length > 1) faults.push({ kind: "duplicate-ballot", key: word, times: length });
  for (const { key, option } of ballots) if (!options.includes(option)) faults.push({ kind: "unknown-option", key, option });
  faults.push(...rollFaults(keys, roll));
  return {
    byOption: Object.fromEntries(options.map((option) => [option, measured.find(({ word }) => word === option)?.length ?? 0])),
    ballots: measured.reduce((sum, { length }) => sum + length, 0),
    faults,
  };
}

/** Figures of a count or a recount. */
interface Figures {
  readonly byOption: Readonly<Record<string, number>>;
  readonly ballots: number;
}

/** Whether count and recount say the same, and if not, where they part. */
export type Reconciliation =
  | { readonly equal: true }
  | {
      readonly equal: false;
      readonly differences: readonly { readonly option: string; readonly count: number; readonly recount: number }[];
      readonly ballots: { readonly count: number; readonly recount: number };
    };

/** Holds count and recount against each other, option by option and in all. An option that one lacks counts as zero there. */
export function reconcile(first: Figures, second: Figures): Reconciliation {
  const [left, right] = [new Map(Object.entries(first.byOption)), new Map(Object.entries(second.byOption))];
  const differences = [...new Set([...left.keys(), ...right.keys()])]
    .map((option) => ({ option, count: left.get(option) ?? 0, recount: right.get(option) ?? 0 }))
    .filter((each) => each.count !== each.recount);
  if (differences.length === 0 && first.ballots === second.ballots) return { equal: true };
  return { equal: false, differences, ballots: { count: first.ballots, recount: second.ballots } };
}
