import { type Fold, type FoldStep, done, due, told, untold } from "./fold.ts";
import { openListener } from "./listener.server.ts";
import { type LiveState, liveState } from "./live-state.server.ts";
import { type StreamCaps, type StreamCounter, streamCounter } from "./stream-cap.ts";

/** What a hub is made of. Times are in milliseconds. */
export interface HubParts {
  /** Address of the database with the server's own login; see `loginUrl`. */
  readonly listenUrl: string;
  /**
   * The state of a topic as one circle of readers may see it, as JSON; nothing when there is no such topic or the circle may
   * not see it. It must read what is committed at the moment of the call. A failure is tried again.
   */
  readonly snapshot: (topic: string, circle: string) => Promise<string | undefined>;
  /** Least time between two snapshots of the same state, so that a burst of ballots folds; 100. */
  readonly interval?: number;
  /** How long a state without readers is kept up to date, for telephones that ask now and then; 15 000. */
  readonly linger?: number;
  /** Time after which a snapshot that gave no answer counts as failed; 10 000. */
  readonly deadline?: number;
  /** Time between two questions whether the listening connection still lives; 10 000. */
  readonly pulse?: number;
  readonly caps?: StreamCaps;
  /** Hears what went wrong behind the screens. */
  readonly onFault?: (fault: unknown) => void;
}

/** One process's link between the changes of the database and its open screens. */
export interface Hub {
  /** Hands over the newest state now if it is known, and again after each change; nothing when there is no such topic. Gives how to leave. */
  readonly subscribe: (topic: string, circle: string, take: (state: LiveState | undefined) => void) => () => void;
  /** The newest state: "none" when there is no such topic, "unavailable" when it could not be read within three seconds. */
  readonly current: (topic: string, circle: string) => Promise<LiveState | "none" | "unavailable">;
  readonly streams: StreamCounter;
  readonly isListening: () => boolean;
  /** Aborted when the hub closes: open streams end. */
  readonly closing: AbortSignal;
  readonly close: () => Promise<void>;
}

/** One state that somebody reads: a topic for a circle. */
interface Room {
  readonly topic: string;
  readonly circle: string;
  /** Each reader with the id of what it got last; "" stands for no such topic. */
  readonly readers: Map<(state: LiveState | undefined) => void, string | undefined>;
  fold: Fold;
  timer?: NodeJS.Timeout;
  lingering?: NodeJS.Timeout;
  known?: { readonly state: LiveState | undefined; readonly era: number };
  isFailing: boolean;
}

/** Pause in milliseconds after a snapshot failed. */
const failurePause = 500;
const currentPatience = 3000;

/** Opens a hub and begins to listen. Close it before the process ends, after the web server has stopped to accept. */
export function openHub(parts: HubParts): Hub {
  const { interval = 100, linger = 15_000, deadline = 10_000, onFault = (fault) => console.error("live", fault) } = parts;
  const rooms = new Map<string, Room>();
  const closing = new AbortController();
  /** Counts the times of listening. A state is the newest only if it was read in the present one: between two, notices are lost. */
  let era = 0;
  let isListening = false;
  let isTroubled = false;

  const listener = openListener({
    listenUrl: parts.listenUrl,
    pulse: parts.pulse ?? 10_000,
    onTold: (topic) => tell((room) => room.topic === topic),
    onListening: () => {
      isListening = true;
      isTroubled = false;
      era += 1;
      tell(() => true);
    },
    onLost: (fault) => {
      if (!isTroubled) onFault(fault);
      isTroubled = true;
      isListening = false;
      // Perhaps only the listening is broken: until it is mended, every attempt looks for news.
      tell(() => true);
    },
  });

  function tell(concerns: (room: Room) => boolean): void {
    for (const room of rooms.values()) if (concerns(room)) follow(room, told(room.fold, performance.now(), interval));
  }

  function follow(room: Room, { fold, act }: FoldStep): void {
    room.fold = fold;
    if (act === "begin") void compute(room);
    else if (act) room.timer = setTimeout(() => follow(room, due(room.fold, performance.now())), act.wait);
  }

  async function compute(room: Room): Promise<void> {
    const began = isListening ? era : 0;
    const text = await within(deadline, () => parts.snapshot(room.topic, room.circle)).catch((fault: unknown) => ({ fault }));
    if (rooms.get(keyOf(room)) !== room) return;
    const failed = typeof text === "object";
    if (failed && !room.isFailing) onFault(text.fault);
    room.isFailing = failed;
    if (!failed) settle(room, text, began);
    follow(room, done(room.fold, performance.now(), interval, failed ? failurePause : undefined));
  }

  function settle(room: Room, text: string | undefined, began: number): void {
    const before = room.known?.state;
    room.known = { state: text === undefined ? undefined : text === before?.text ? before : liveState(text), era: began };
    for (const [take, got] of room.readers) hand(room, take, got);
  }

  function hand(room: Room, take: (state: LiveState | undefined) => void, got: string | undefined): void {
    const state = room.known?.state;
    const id = state?.id ?? "";
    if (id === got) return;
    room.readers.set(take, id);
    try {
      take(state);
    } catch (fault) {
      onFault(fault);
    }
  }

  const isNewest = (room: Room) => room.known !== undefined && isListening && room.known.era === era;

  function subscribe(topic: string, circle: string, take: (state: LiveState | undefined) => void): () => void {
    if (closing.signal.aborted) return () => undefined;
    const key = keyOf({ topic, circle });
    const room: Room = rooms.get(key) ?? { topic, circle, readers: new Map(), fold: untold, isFailing: false };
    rooms.set(key, room);
    clearTimeout(room.lingering);
    room.readers.set(take, undefined);
    if (isNewest(room)) hand(room, take, undefined);
    else if (room.fold.phase === "rest") follow(room, told(room.fold, performance.now(), interval));
    return () => {
      if (!room.readers.delete(take) || room.readers.size > 0) return;
      retire(room, room.known?.state ? linger : 0);
    };
  }

  function retire(room: Room, after: number): void {
    clearTimeout(room.lingering);
    // Not in the middle of a snapshot: a reader that came next would begin a second one beside it.
    room.lingering = setTimeout(() => (room.fold.phase === "computing" ? retire(room, interval) : forget(room)), after);
  }

  function forget(room: Room): void {
    clearTimeout(room.timer);
    clearTimeout(room.lingering);
    rooms.delete(keyOf(room));
  }

  function current(topic: string, circle: string): Promise<LiveState | "none" | "unavailable"> {
    if (closing.signal.aborted) return Promise.resolve("unavailable");
    return new Promise((resolve) => {
      let leave: (() => void) | undefined;
      const late = setTimeout(() => finish("unavailable"), currentPatience);
      const finish = (answer: LiveState | "none" | "unavailable") => {
        clearTimeout(late);
        closing.signal.removeEventListener("abort", giveUp);
        resolve(answer);
        // The newest state may be handed over before there is a way to leave.
        queueMicrotask(() => leave?.());
      };
      const giveUp = () => finish("unavailable");
      closing.signal.addEventListener("abort", giveUp);
      leave = subscribe(topic, circle, (state) => finish(state ?? "none"));
    });
  }

  return {
    subscribe,
    current,
    streams: streamCounter(parts.caps ?? { process: 2000, holder: 8 }),
    isListening: () => isListening,
    closing: closing.signal,
    close: async () => {
      closing.abort();
      for (const room of rooms.values()) forget(room);
      await listener.close();
    },
  };
}

const keyOf = ({ topic, circle }: { readonly topic: string; readonly circle: string }) => `${circle}\n${topic}`;

async function within<T>(deadline: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A live snapshot gave no answer in ${deadline} ms`)), deadline);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
