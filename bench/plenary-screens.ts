import { type ClientRequest, type IncomingMessage, get } from "node:http";
import { constants, inflateRawSync } from "node:zlib";
import type { RoomState } from "../src/plenary/session/room.ts";
import { roomAddress } from "../src/plenary/session/room-address.ts";

/** What of a state matters here: which delegations it shows as having voted, and which result it ends with. */
interface Shown {
  readonly vote: string | undefined;
  readonly voted: ReadonlySet<string>;
  readonly result: string | undefined;
}

/** Many screens that follow one meeting, and the moments at which all of them had shown a thing. Times are of `performance.now()`. */
export interface Screens {
  /** When the last of the screens showed the mark of a country; nothing while one has not. */
  readonly markShown: (vote: string, country: string) => number | undefined;
  readonly resultShown: (vote: string) => number | undefined;
  /** How many screens have a stream now. */
  readonly open: () => number;
  readonly eventsTaken: () => number;
  readonly close: () => void;
}

/** A browser comes again after what the server asks (`retry: 1500`). Milliseconds. */
const comeAgainAfter = 1500;

/**
 * Opens one event stream for each cookie, spread over the servers, over real HTTP. A screen whose stream is cut comes again
 * as a browser does, at the next server that is alive, and names the state it has.
 */
export function openScreens(servers: readonly { readonly url: string; isGone: boolean }[], meeting: string, cookies: readonly string[]): Screens {
  const unpacked = new Map<string, string>();
  const states = new Map<string, Shown>();
  const firsts = new Map<string, { screens: Set<number>; last: number }>();
  const requests = new Map<number, ClientRequest>();
  const openNow = new Set<number>();
  const has = cookies.map(() => ({ voted: new Set<string>(), result: "", last: "" }));
  let events = 0;
  let isClosed = false;

  const showed = (screen: number, what: string, at: number) => {
    const known = firsts.get(what) ?? { screens: new Set<number>(), last: 0 };
    firsts.set(what, known);
    if (known.screens.has(screen)) return;
    known.screens.add(screen);
    known.last = at;
  };
  const take = (screen: number, id: string, data: string) => {
    const at = performance.now();
    events += 1;
    // The id is the fingerprint of the text: one reading of it serves every screen, so that 200 screens in one process do not measure themselves.
    const shown = states.get(id) ?? read(data);
    states.set(id, shown);
    const own = has[screen];
    if (!own) return;
    own.last = id;
    for (const country of shown.voted) {
      const mark = `${shown.vote ?? ""} ${country}`;
      if (own.voted.has(mark)) continue;
      own.voted.add(mark);
      showed(screen, mark, at);
    }
    if (shown.result !== undefined && own.result !== shown.result) {
      own.result = shown.result;
      showed(screen, `result ${shown.result}`, at);
    }
  };
  const connect = (screen: number, place: number) => {
    if (isClosed) return;
    const server = servers[place % servers.length];
    const again = (to: number) => {
      openNow.delete(screen);
      if (!isClosed) setTimeout(() => connect(screen, to), comeAgainAfter);
    };
    if (!server || server.isGone) {
      connect(screen, place + 1);
      return;
    }
    const last = has[screen]?.last ?? "";
    const asked = get(`${server.url}${roomAddress(meeting)}`, { agent: false, headers: { cookie: cookies[screen] ?? "", accept: "text/event-stream", "accept-encoding": "gzip", ...(last === "" ? {} : { "last-event-id": last }) } });
    requests.set(screen, asked);
    asked.once("error", () => again(place + 1));
    asked.once("response", (answer) => {
      if (answer.statusCode !== 200) {
        answer.destroy();
        again(place);
        return;
      }
      openNow.add(screen);
      follow(answer, unpacked, (id, data) => take(screen, id, data));
      answer.once("error", () => undefined);
      answer.once("close", () => again(place + 1));
    });
  };
  cookies.forEach((_, screen) => connect(screen, screen));

  const allShown = (what: string) => {
    const known = firsts.get(what);
    return known?.screens.size === cookies.length ? known.last : undefined;
  };
  return {
    markShown: (vote, country) => allShown(`${vote} ${country}`),
    resultShown: (vote) => allShown(`result ${vote}`),
    open: () => openNow.size,
    eventsTaken: () => events,
    close: () => {
      isClosed = true;
      for (const each of requests.values()) each.destroy();
    },
  };
}

function read(data: string): Shown {
  const { decision, last } = JSON.parse(data) as RoomState; // the address is the platform's own
  return { vote: decision?.id, voted: new Set(Object.keys(decision?.spoken ?? {})), result: last?.id };
}

/** Ends every packed piece of the stream. */
const flushed = Buffer.from([0, 0, 0xff, 0xff]);
const gzipHeader = 10;

/**
 * Reads a packed event stream as telephones get it; events without data (signs of life) are passed over. The same bytes are
 * unpacked once for all screens, because 200 screens in one process would otherwise measure themselves.
 */
function follow(answer: IncomingMessage, unpacked: Map<string, string>, take: (id: string, data: string) => void): void {
  let waiting: Buffer = Buffer.alloc(0);
  let isBegun = false;
  answer.on("data", (piece: Buffer) => {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    if (!waiting.subarray(-4).equals(flushed)) return;
    const packed = isBegun ? waiting : waiting.subarray(gzipHeader);
    isBegun = true;
    waiting = Buffer.alloc(0);
    const key = packed.toString("latin1");
    const text = unpacked.get(key) ?? inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8");
    unpacked.set(key, text);
    for (const event of text.split("\n\n")) {
      const id = /^id: (.+)$/m.exec(event)?.[1];
      const start = event.indexOf("data: ");
      if (id !== undefined && start >= 0) take(id, event.slice(start + 6));
    }
  });
}
