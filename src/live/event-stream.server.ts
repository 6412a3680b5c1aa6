import { crc32 } from "node:zlib";
import type { Hub } from "./hub.server.ts";
import { type LiveState, type Piece, piece } from "./live-state.server.ts";

/** How one stream behaves. Times are in milliseconds. */
export interface StreamOptions {
  /** Who holds the stream, for the cap: the account, or nothing for a screen without one. */
  readonly holder?: string;
  /** Time between two signs of life; 15 000. */
  readonly pulse?: number;
  /** A reader that took nothing for so long is gone: its place is freed; 60 000. */
  readonly stuck?: number;
  /** After this time the stream ends and the reader comes again, so that its right to read is asked anew; about 300 000. */
  readonly maxAge?: number;
}

const opening = piece("retry: 1500\n\n");
const unchanged = piece(": unchanged\n\n");
/** An event, not a comment: a page cannot see comments, and must notice when the line is dead. */
const sign = piece("event: pulse\ndata: 1\n\n");
/** A stream that ends of its own accord is fetched again at once. */
const comeAgain = piece("retry: 50\n\n");

/**
 * Answers a screen that wants the states of a topic: as `text/event-stream`, or with `?once` as one JSON document with an
 * ETag. The first event is the whole present state, so that coming again misses nothing; a reader that names the state it
 * has (`Last-Event-ID`, or `?last=` from a page that made a new connection) gets it only if another has come since. A slow
 * reader gets the newest state and never a queue. 404 when there is no such topic for this circle, 503 with `Retry-After`
 * when the state cannot be read now or no stream is free. Whether the asker belongs to the circle is decided before.
 */
export async function eventStream(hub: Hub, topic: string, circle: string, request: Request, options: StreamOptions = {}): Promise<Response> {
  if (request.method !== "GET") return new Response("Method not allowed", { status: 405, headers: { Allow: "GET" } });
  const { searchParams } = new URL(request.url);
  const isOnce = searchParams.has("once");
  const leave = isOnce ? () => undefined : hub.streams.enter(options.holder);
  if (typeof leave === "string") return later(leave);
  const state = await hub.current(topic, circle);
  if (isOnce && typeof state === "object") return once(state, request);
  if (typeof state === "string" || request.signal.aborted) {
    leave();
    return state === "none" ? new Response("No such topic", { status: 404, headers: { "Cache-Control": "no-store" } }) : later("unavailable");
  }
  const isPacked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers.get("accept-encoding") ?? "");
  const known = request.headers.get("last-event-id") ?? searchParams.get("last") ?? undefined;
  const body = streamOf({ hub, topic, circle, known, isPacked, gone: request.signal, leave, options });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
      // A reader that comes again must not come on this connection to a server that is closing.
      Connection: "close",
      Vary: "Accept-Encoding, Cookie",
      ...(isPacked ? { "Content-Encoding": "gzip" } : {}),
    },
  });
}

function later(reason: "server-full" | "holder-full" | "unavailable"): Response {
  return new Response(reason, { status: 503, headers: { "Retry-After": reason === "unavailable" ? "2" : "15", "Cache-Control": "no-store" } });
}

function once({ id, text }: LiveState, request: Request): Response {
  const headers = { ETag: `"${id}"`, "Cache-Control": "private, no-store", Vary: "Cookie" };
  const asked = (request.headers.get("if-none-match") ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (asked.includes(`"${id}"`)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

/** Time in milliseconds that a reader has to take the last words when the hub closes. */
const patience = 2000;

/** Tells the web server to cut the connection: nothing else frees what a blocked line holds. It logs one line of it, without a trace. */
class Blocked extends Error {
  constructor() {
    super("A live screen takes nothing more: its connection is cut");
    this.stack = this.message;
  }
}

interface StreamParts {
  readonly hub: Hub;
  readonly topic: string;
  readonly circle: string;
  /** Id of the state that the reader has. */
  readonly known: string | undefined;
  readonly isPacked: boolean;
  readonly gone: AbortSignal;
  readonly leave: () => void;
  readonly options: StreamOptions;
}

function streamOf({ hub, topic, circle, known, isPacked, gone, leave, options }: StreamParts): ReadableStream<Uint8Array> {
  const { pulse = 15_000, stuck = 60_000, maxAge = 240_000 + Math.random() * 120_000 } = options;
  const pack = isPacked ? gzipFrame() : undefined;
  // What waits for the reader: at most one of each, however long it does not read.
  let waiting: Piece | undefined = opening;
  let newest: Piece | undefined;
  let isSignDue = false;
  let isFirst = true;
  let isEnding = false;
  let isOver = false;
  let takenAt = performance.now();
  let wake = () => {};

  const take = (state: LiveState | undefined) => {
    if (state === undefined) return end();
    newest = isFirst && state.id === known ? unchanged : state.event;
    isFirst = false;
    wake();
  };
  const end = () => {
    isEnding = true;
    wake();
  };
  const endSoon = () => {
    end();
    late ??= setTimeout(() => fail(), patience);
  };
  let late: NodeJS.Timeout | undefined;
  let fail = () => {};
  let unsubscribe = () => {};
  const life = setTimeout(() => {
    waiting = comeAgain;
    end();
  }, maxAge);
  let signs: NodeJS.Timeout | undefined;
  const finish = () => {
    isOver = true;
    clearInterval(signs);
    clearTimeout(life);
    clearTimeout(late);
    gone.removeEventListener("abort", end);
    hub.closing.removeEventListener("abort", endSoon);
    unsubscribe();
    leave();
    wake();
  };
  const next = (): Piece | undefined => {
    const found = waiting ?? newest ?? (isSignDue ? sign : undefined);
    if (found === waiting) waiting = undefined;
    else if (found === newest) newest = undefined;
    else isSignDue = false;
    return found;
  };

  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        fail = () => {
          if (isOver) return;
          finish();
          controller.error(new Blocked());
        };
        unsubscribe = hub.subscribe(topic, circle, take);
        signs = setInterval(() => {
          if ((waiting ?? newest) !== undefined || isSignDue) {
            if (performance.now() - takenAt >= stuck) fail();
            return;
          }
          isSignDue = true;
          wake();
        }, pulse);
        gone.addEventListener("abort", end);
        hub.closing.addEventListener("abort", endSoon);
        if (gone.aborted || hub.closing.aborted) endSoon();
      },
      pull: async (controller) => {
        takenAt = performance.now();
        for (;;) {
          if (isOver) return;
          const found = next();
          if (found) return controller.enqueue(pack ? pack.add(found) : found.plain);
          if (isEnding) {
            if (pack) controller.enqueue(pack.end());
            finish();
            return controller.close();
          }
          await new Promise<void>((resolve) => (wake = resolve));
        }
      },
      cancel: finish,
    },
    // Nothing is made ready ahead of the reader: what it takes next is the newest.
    { highWaterMark: 0 },
  );
}

/** The gzip file around packed pieces: header before the first, checksum and length after the last. */
function gzipFrame() {
  let header: Uint8Array | undefined = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  let sum = 0;
  let length = 0;
  return {
    add: (each: Piece): Uint8Array => {
      sum = crc32(each.plain, sum);
      length = (length + each.plain.length) >>> 0;
      const packed = header ? Buffer.concat([header, each.packed()]) : each.packed();
      header = undefined;
      return packed;
    },
    end: (): Uint8Array => {
      const last = Buffer.alloc(10);
      last.writeUInt16LE(0x0003, 0); // an empty last block
      last.writeUInt32LE(sum, 2);
      last.writeUInt32LE(length, 6);
      return last;
    },
  };
}
