/** How many streams may be open at once. */
export interface StreamCaps {
  readonly process: number;
  /** For one holder: an account, or a word for a screen without one. */
  readonly holder: number;
}

/** Counts open streams. */
export interface StreamCounter {
  /** Takes a place, and gives how to leave it (safe to call twice); or the reason why there is none. */
  readonly enter: (holder: string | undefined) => (() => void) | "server-full" | "holder-full";
  readonly open: () => number;
}

/** Counts streams against caps. A stream without holder counts for the process alone. */
export function streamCounter(caps: StreamCaps): StreamCounter {
  const byHolder = new Map<string, number>();
  let open = 0;
  return {
    open: () => open,
    enter: (holder) => {
      if (open >= caps.process) return "server-full";
      const held = holder === undefined ? 0 : (byHolder.get(holder) ?? 0);
      if (held >= caps.holder) return "holder-full";
      open += 1;
      if (holder !== undefined) byHolder.set(holder, held + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        open -= 1;
        if (holder === undefined) return;
        const left = (byHolder.get(holder) ?? 1) - 1;
        if (left === 0) byHolder.delete(holder);
        else byHolder.set(holder, left);
      };
    },
  };
}
