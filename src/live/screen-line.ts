import { type Standing, doubtfulAfter, silenceLimit, standingAt } from "./standing.ts";

/** What a line needs of its surroundings: a browser's own, or a test's. */
export interface Surroundings {
  /** Missing in some old or embedded browsers. */
  readonly EventSource: (new (address: string) => EventSource) | undefined;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Tells `online`, `pageshow` and `visibilitychange`. */
  readonly signals: readonly EventTarget[];
  readonly isVisible: () => boolean;
}

/** What a line reports. */
export interface LineListener {
  /** The newest state, as JSON text. */
  readonly onState: (text: string) => void;
  readonly onStanding: (standing: Standing) => void;
}

/** Failures in a row after which the screen asks for the state now and then beside trying to connect. */
const failuresBeforePolling = 3;
/** The same after so many milliseconds without a connection. */
const unconnectedBeforePolling = 10_000;
const pollEvery = 4000;
/** Longest time in milliseconds that an answer may take on a slow line. */
const pollPatience = 20_000;

/**
 * Keeps a screen in touch with an address of `eventStream` until closed: connects, notices a dead line, connects anew, and
 * asks with `?once` while it cannot connect. A state arrives at least once after every break in which it changed.
 */
export function openLine(address: string, { onState, onStanding }: LineListener, around: Surroundings): { readonly close: () => void } {
  let source: EventSource | undefined;
  let last = "";
  /** The state that the stream's server takes the screen to have; it differs from `last` when a question brought another. */
  let believed = "";
  let isOpen = false;
  let isAnswered = false;
  let failures = 0;
  let heardAt = around.now();
  /** When the stream was last heard, or was begun. */
  let streamAt = around.now();
  let shown: Standing | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  const show = () => {
    const standing = standingAt({ isAnswered: isOpen || isAnswered, heardAt }, around.now());
    if (standing !== shown) onStanding((shown = standing));
  };
  const heard = () => {
    heardAt = around.now();
    show();
  };
  const streamHeard = () => {
    streamAt = around.now();
    isOpen = true;
    failures = 0;
    heard();
  };
  /** What is asked beside the stream may be older than what the stream has brought: it is given up. */
  const arrived = (text: string, id: string) => {
    asking?.abort();
    heard();
    if (id !== "" && id === last) return;
    last = id;
    onState(text);
  };

  function connect(): void {
    clearTimeout(reopening);
    source?.close();
    source = undefined;
    streamAt = around.now();
    if (!around.EventSource) return;
    believed = last;
    const opened = new around.EventSource(withParameter(address, "last", last));
    source = opened;
    opened.addEventListener("open", () => {
      if (source !== opened) return;
      asking?.abort();
      isOpen = true;
      streamAt = around.now();
      heard();
      if (believed !== last) connect();
    });
    opened.addEventListener("message", (event: MessageEvent<string>) => {
      if (source !== opened) return;
      streamHeard();
      believed = event.lastEventId;
      arrived(event.data, event.lastEventId);
    });
    opened.addEventListener("pulse", () => {
      if (source === opened) streamHeard();
    });
    opened.addEventListener("error", () => {
      if (source !== opened) return;
      isOpen = false;
      isAnswered = false;
      failures += 1;
      show();
      // A refusal closes for good, unlike a lost line, which the browser mends: then it is for this side to come again.
      if (opened.readyState === 2) reopening = setTimeout(connect, Math.min(1000 * 2 ** Math.min(failures, 4), 15_000) * (0.75 + Math.random() / 2));
    });
  }

  async function ask(): Promise<void> {
    const asked = new AbortController();
    asking = asked;
    askedAt = around.now();
    const late = setTimeout(() => asked.abort(), pollPatience);
    try {
      const answer = await around.fetch(withParameter(address, "once", "1"), {
        cache: "no-store",
        headers: { Accept: "application/json", ...(last ? { "If-None-Match": `"${last}"` } : {}) },
        signal: asked.signal,
      });
      const isState = answer.status === 200 && (answer.headers.get("content-type") ?? "").startsWith("application/json");
      const text = isState ? await answer.text() : undefined;
      if (asked.signal.aborted) return;
      isAnswered = answer.status === 304 || text !== undefined;
      if (answer.status === 304) heard();
      if (text !== undefined) arrived(text, (answer.headers.get("etag") ?? "").replace(/^W\//, "").replaceAll('"', ""));
      if (isOpen && believed !== last) connect();
    } catch {
      if (!isOpen) isAnswered = false;
      // No line at all: the standing says so.
    } finally {
      clearTimeout(late);
      if (asking === asked) asking = undefined;
    }
  }

  const watch = setInterval(() => {
    const now = around.now();
    show();
    const quiet = now - streamAt;
    const isUseless = isOpen ? quiet >= doubtfulAfter : failures >= failuresBeforePolling || quiet >= unconnectedBeforePolling;
    if ((isUseless || !around.EventSource) && !asking && now - askedAt >= pollEvery) void ask();
    if (source && source.readyState !== 2 && quiet >= silenceLimit) lose();
  }, 1000);

  /** Gives a dead line up and makes a new one. */
  function lose(): void {
    isOpen = false;
    failures += 1;
    connect();
  }

  /** Somebody looks again, or the network is back: no waiting for timers that slept. */
  const hasten = (event: Event) => {
    if (!around.isVisible() || (event.type === "pageshow" && !(event as PageTransitionEvent).persisted)) return;
    const isSure = event.type === "visibilitychange" && isOpen && around.now() - heardAt < doubtfulAfter;
    if (isSure) return;
    isOpen = false;
    connect();
    if (!around.EventSource) askedAt = Number.NEGATIVE_INFINITY;
    show();
  };
  const words = ["online", "pageshow", "visibilitychange"];
  for (const each of around.signals) for (const word of words) each.addEventListener(word, hasten);

  connect();
  if (!around.EventSource) void ask();
  return {
    close: () => {
      for (const each of around.signals) for (const word of words) each.removeEventListener(word, hasten);
      clearInterval(watch);
      clearTimeout(reopening);
      asking?.abort();
      source?.close();
      source = undefined;
    },
  };
}

function withParameter(address: string, name: string, value: string): string {
  return value === "" ? address : `${address}${address.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
}
