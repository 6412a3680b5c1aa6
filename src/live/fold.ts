/** Where the computing of one state stands. Times are in milliseconds of a clock that never goes back. */
export interface Fold {
  readonly phase: "rest" | "waiting" | "computing";
  /** A change came while computing, which may not have seen it. */
  readonly isTold: boolean;
  /** When the last computing began. */
  readonly began: number;
}

/** What to do after an event: begin computing, call `due` after so many milliseconds, or nothing. */
export interface FoldStep {
  readonly fold: Fold;
  readonly act?: "begin" | { readonly wait: number };
}

/** A state that was never computed. */
export const untold: Fold = { phase: "rest", isTold: false, began: Number.NEGATIVE_INFINITY };

/**
 * A change was told. At rest, computing begins at once, or as soon as `interval` has passed since the last beginning; while
 * waiting it is already covered; while computing it leads to exactly one more.
 */
export function told(fold: Fold, now: number, interval: number): FoldStep {
  if (fold.phase === "waiting") return { fold };
  if (fold.phase === "computing") return { fold: { ...fold, isTold: true } };
  return beginAt(fold, now, fold.began + interval);
}

/** The wait is over: computing begins. Anything but a wait leaves things as they are. */
export function due(fold: Fold, now: number): FoldStep {
  return fold.phase === "waiting" ? beginAt(fold, now, now) : { fold };
}

/**
 * Computing ended. One more follows if a change came meanwhile, or if it failed: then after `pause` milliseconds, because
 * whatever made it fail is probably still there.
 */
export function done(fold: Fold, now: number, interval: number, pause?: number): FoldStep {
  if (fold.phase !== "computing") return { fold };
  if (pause !== undefined) return beginAt(fold, now, Math.max(now + pause, fold.began + interval));
  return fold.isTold ? beginAt(fold, now, fold.began + interval) : { fold: { ...fold, phase: "rest" } };
}

function beginAt(fold: Fold, now: number, at: number): FoldStep {
  if (at <= now) return { fold: { phase: "computing", isTold: false, began: now }, act: "begin" };
  return { fold: { ...fold, phase: "waiting", isTold: false }, act: { wait: at - now } };
}
