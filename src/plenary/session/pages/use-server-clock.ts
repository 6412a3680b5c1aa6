import { useEffect, useState, useSyncExternalStore } from "react";

/**
 * The server's time in milliseconds, going on by the page's own stopwatch from the moment of loading: the clock of a telephone,
 * which may be wrong by hours, never enters. Without script it stays at the moment of loading.
 */
export function useServerClock(loaded: number): number {
  const [now, setNow] = useState(loaded);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setNow(loaded + performance.now() - began), 1000);
    return () => clearInterval(timer);
  }, [loaded]);
  return now;
}

/** Whether the page runs its script: until then it shows the moment of loading, and does not speak of a connection. */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

const neverChanges = () => () => {};

/** Seconds that a speaker has left; less than nothing once the time is over. */
export function secondsLeft({ begunAt, seconds }: { readonly begunAt: string; readonly seconds: number }, now: number): number {
  return seconds - Math.max(0, Math.floor((now - Date.parse(begunAt)) / 1000));
}
