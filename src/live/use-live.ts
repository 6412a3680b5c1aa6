import { useEffect, useState } from "react";
import { openLine } from "./screen-line.ts";
import type { Standing } from "./standing.ts";

/** What a screen shows, and how far it can be trusted. */
export interface Live<T> {
  readonly state: T;
  readonly standing: Standing;
}

/**
 * The newest state of an address of `eventStream`, beginning with `initial`, which the page's loader gives. `T` must be what
 * the server's snapshot writes for this address. Without script the page stays as it was loaded.
 */
export function useLive<T>(address: string, initial: T): Live<T> {
  const [got, setGot] = useState<{ readonly address: string; readonly state: T }>();
  const [standing, setStanding] = useState<Standing>("reconnecting");

  useEffect(() => {
    const line = openLine(
      address,
      {
        onState: (text) => setGot({ address, state: JSON.parse(text) as T }), // the address is the platform's own
        onStanding: setStanding,
      },
      {
        EventSource: globalThis.EventSource,
        fetch: (...asked) => fetch(...asked),
        now: () => performance.now(),
        signals: [window, document],
        isVisible: () => document.visibilityState === "visible",
      },
    );
    return line.close;
  }, [address]);

  return { state: got?.address === address ? got.state : initial, standing };
}
