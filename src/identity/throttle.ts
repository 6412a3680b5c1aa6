/** How many failures are free, and how long the longest wait is, for one kind of key. */
export interface ThrottleLimit {
  readonly free: number;
  /** Milliseconds. */
  readonly longestWait: number;
}

const minute = 60_000;

/** A person mistypes; a machine tries a list. Addresses get more, since an office of a ministry may share one. */
export const throttleLimits = {
  account: { free: 5, longestWait: 15 * minute },
  /** Codes of the second step, by account: whoever has the password must still not guess six digits. */
  secondStep: { free: 5, longestWait: 15 * minute },
  address: { free: 30, longestWait: 15 * minute },
  /** Codes and fingerprints that a network address looked up in vain: a ministry checks a pile of papers, a machine guesses. */
  lookup: { free: 60, longestWait: 15 * minute },
} as const satisfies Record<string, ThrottleLimit>;

/** What is counted by network address: one success takes one failure back and does not begin anew, or one known code would open the rest. */
export const countedByAddress: ReadonlySet<keyof typeof throttleLimits> = new Set(["address", "lookup"]);

/** Failures older than this are forgotten. Milliseconds. */
export const throttleMemory = 60 * minute;

/** How long to wait after that many failures: nothing while they are free, then one minute, doubling. Milliseconds. */
export function waitAfter(failures: number, { free, longestWait }: ThrottleLimit): number {
  return failures < free ? 0 : Math.min(minute * 2 ** Math.min(failures - free, 20), longestWait);
}
