import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Surroundings, openLine } from "./screen-line.ts";
import type { Standing } from "./standing.ts";

/** A stream as a browser shows it, moved by the test. */
class Source extends EventTarget {
  static all: Source[] = [];
  static get last(): Source {
    const last = Source.all.at(-1);
    if (!last) throw new Error("No connection was made");
    return last;
  }
  readyState = 0;
  constructor(readonly address: string) {
    super();
    Source.all.push(this);
  }
  close(): void {
    this.readyState = 2;
  }
  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  brings(data: string, lastEventId: string): void {
    this.dispatchEvent(new MessageEvent("message", { data, lastEventId }));
  }
  pulses(): void {
    this.dispatchEvent(new MessageEvent("pulse", { data: "1" }));
  }
  /** A lost line is mended by the browser; a refusal is final. */
  fails(how: "lost" | "refused"): void {
    this.readyState = how === "lost" ? 0 : 2;
    this.dispatchEvent(new Event("error"));
  }
}

let states: string[];
let standings: Standing[];
let signals: EventTarget;
let answer: (known: string | null) => Response | Promise<Response>;
let asked: string[];
let line: { close: () => void } | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  Source.all = [];
  states = [];
  standings = [];
  signals = new EventTarget();
  asked = [];
  answer = () => Promise.reject(new TypeError("no network"));
});
afterEach(() => {
  line?.close();
  vi.useRealTimers();
});

function open(surroundings: Partial<Surroundings> = {}): void {
  line = openLine(
    "/live/meeting:V-2024",
    { onState: (text) => states.push(text), onStanding: (each) => standings.push(each) },
    {
      EventSource: Source as unknown as Surroundings["EventSource"], // it does what the line uses
      fetch: async (address, init) => {
        asked.push(address as string); // the line gives no other kind
        return answer(new Headers(init?.headers).get("if-none-match"));
      },
      now: () => Date.now(),
      signals: [signals],
      isVisible: () => true,
      ...surroundings,
    },
  );
}
const json = (text: string, id: string) => new Response(text, { headers: { "Content-Type": "application/json", ETag: `W/"${id}"` } });
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000);

test("while the server gives signs of life the screen is live, and a break mended within two seconds does not show", async () => {
  open();
  Source.last.opens();
  Source.last.brings("1", "a");
  for (let i = 0; i < 10; i += 1) {
    await seconds(15);
    Source.last.pulses();
  }
  Source.last.fails("lost");
  await seconds(1);
  Source.last.opens();
  expect(states).toEqual(["1"]);
  expect(standings).toEqual(["live"]);
  expect(Source.all).toHaveLength(1);
});

test("a silent line is doubted after 20 seconds, given up after 40, and the new one says what the screen has", async () => {
  open();
  Source.last.opens();
  Source.last.brings("1", "a");
  await seconds(21);
  expect(standings).toEqual(["live", "reconnecting"]);
  await seconds(20);
  expect(standings).toEqual(["live", "reconnecting", "old"]);
  expect(Source.all.map((each) => each.address)).toEqual(["/live/meeting:V-2024", "/live/meeting:V-2024?last=a"]);
  expect(Source.all[0]?.readyState).toBe(2);
  Source.last.opens();
  expect(standings.at(-1)).toBe("live");
});

test("a refusal, which a browser takes as final, is asked again, each time later", async () => {
  open();
  for (let i = 0; i < 4; i += 1) {
    Source.last.fails("refused");
    await seconds(21);
  }
  expect(Source.all).toHaveLength(5);
});

test("where no stream can be had, the state is asked for every few seconds, and only the change is sent", async () => {
  let state = "1";
  answer = (known) => (known === `"${state}"` ? new Response(null, { status: 304 }) : json(state, state));
  open({ EventSource: undefined });
  await seconds(13);
  expect(states).toEqual(["1"]);
  state = "2";
  await seconds(5);
  expect(states).toEqual(["1", "2"]);
  expect(standings).toEqual(["live"]);
  expect(asked.length).toBeLessThan(7);
  expect(asked[0]).toBe("/live/meeting:V-2024?once=1");
});

test("after repeated failures the screen asks beside connecting, and stops when the stream is back", async () => {
  answer = () => json("2", "b");
  open();
  Source.last.opens();
  Source.last.brings("1", "a");
  for (let i = 0; i < 3; i += 1) Source.last.fails("lost");
  await seconds(5);
  expect(states).toEqual(["1", "2"]);
  expect(standings.at(-1)).toBe("live");
  // The browser's own new attempt claims state a; the screen shows b: only a connection that says b is told the truth.
  Source.last.opens();
  expect(Source.last.address).toBe("/live/meeting:V-2024?last=b");
  Source.last.opens();
  const before = asked.length;
  await seconds(15);
  expect(asked.length).toBe(before);
});

test("an answer that was asked for before the stream brought a newer state is given up", async () => {
  let give: (late: Response) => void = () => {};
  answer = () => new Promise((resolve) => (give = resolve));
  open();
  for (let i = 0; i < 3; i += 1) Source.last.fails("lost");
  await seconds(1);
  expect(asked).toHaveLength(1);
  Source.last.opens();
  Source.last.brings("new", "n");
  give(json("old", "o"));
  await seconds(1);
  expect(states).toEqual(["new"]);
});

test("nor does it pass over what a stream in doubt brings after all", async () => {
  let give: (late: Response) => void = () => {};
  answer = () => new Promise((resolve) => (give = resolve));
  open();
  Source.last.opens();
  Source.last.brings("1", "a");
  await seconds(21);
  expect(asked).toHaveLength(1);
  Source.last.brings("new", "n");
  give(json("old", "o"));
  await seconds(1);
  expect(states).toEqual(["1", "new"]);
});

test("a page to sign in, or a fault, is not taken for a state", async () => {
  const answers = [new Response("<p>Entre</p>", { headers: { "Content-Type": "text/html" } }), new Response("", { status: 500 })];
  answer = () => answers.shift() ?? new Response("", { status: 403 });
  open({ EventSource: undefined });
  await seconds(60);
  expect(states).toEqual([]);
  expect(standings.at(-1)).toBe("old");
});

test("the network back, or somebody looking again at a screen in doubt, connects at once", async () => {
  open();
  Source.last.opens();
  Source.last.brings("1", "a");
  signals.dispatchEvent(new Event("visibilitychange"));
  signals.dispatchEvent(new Event("pageshow"));
  expect(Source.all).toHaveLength(1);
  signals.dispatchEvent(new Event("online"));
  expect(Source.all).toHaveLength(2);
  Source.last.fails("lost");
  signals.dispatchEvent(new Event("visibilitychange"));
  expect(Source.all).toHaveLength(3);
});

test("a closed line does nothing more", async () => {
  open();
  line?.close();
  signals.dispatchEvent(new Event("online"));
  await seconds(120);
  expect([Source.all.length, asked.length, Source.last.readyState]).toEqual([1, 0, 2]);
});
