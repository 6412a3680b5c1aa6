import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { EventSource as Follower } from "eventsource";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { loginUrl } from "#database";
import { listen } from "../../server/listen.ts";
import { createServer } from "../../server/main.ts";
import { openBrowser } from "../../test/browser.ts";
import { type World, asOwner, openWorld } from "../../test/world.ts";
import { type StreamOptions, eventStream } from "./event-stream.server.ts";
import { type Hub, openHub } from "./hub.server.ts";

/** Waits for what must come soon, with patience for a busy machine. */
const soon = <T>(check: () => T | Promise<T>, options: Parameters<typeof vi.waitFor>[1] = 5000) => vi.waitFor(check, options);

let world: World;
let hub: Hub;
let server: Awaited<ReturnType<typeof listen>>;
let state: string;
const topic = "meeting:V-2024";

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  state = '{"n":0}';
  await start();
});
afterEach(stop);

async function start(port = 0, options: StreamOptions = {}): Promise<void> {
  hub = openHub({
    listenUrl: loginUrl(world.ownerUrl, world.secret, "corett_server"),
    snapshot: async (of) => (of === topic ? state : undefined),
    interval: 10,
    caps: { process: 3, holder: 2 },
    onFault: () => undefined,
  });
  await soon(() => expect(hub.isListening()).toBe(true), 5000);
  const app = createServer({
    database: world.database,
    mounts: {
      "/live/:topic": (request) => {
        const url = new URL(request.url);
        const holder = url.searchParams.get("holder");
        return eventStream(hub, decodeURIComponent(url.pathname.slice(6)), "members", request, { ...options, ...(holder ? { holder } : {}) });
      },
    },
  });
  server = await listen(app, { port });
}
/** As the platform stops: no new requests, then the streams end, then the port is free. */
async function stop(): Promise<void> {
  const closed = server.close();
  await hub.close();
  await closed;
}
const address = (more = "") => `${server.url}/live/${topic}${more}`;
/** Changes the state, and tells it as a committed change does. */
async function change(to: string): Promise<void> {
  state = to;
  await asOwner(world.ownerUrl, (client) => client.query("select live.tell($1)", [topic]));
}

/** Opens a stream and collects what comes. */
async function follow(more = "", headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const response = await fetch(address(more), { headers, signal: leaving.signal });
  let text = "";
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch((fault: unknown) => {
    if (!leaving.signal.aborted) throw fault;
  });
  return { response, text: () => text, leave: () => leaving.abort(), ended };
}

test("a stream begins with the present state, brings each change, and is never stored, altered or held back", async () => {
  const one = await follow("", { "accept-encoding": "identity" });
  expect(one.response.status).toBe(200);
  expect(Object.fromEntries(one.response.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  expect(one.response.headers.has("content-encoding")).toBe(false);
  await soon(() => expect(one.text()).toMatch(/^retry: 1500\n\nid: [\w-]{22}\ndata: {"n":0}\n\n$/));
  await change('{"n":1}');
  await soon(() => expect(one.text()).toMatch(/id: [\w-]{22}\ndata: {"n":1}\n\n$/), { timeout: 5000, interval: 5 });
  one.leave();
});

test("a packed stream is a sound gzip file, far smaller, and each event is readable as it comes", async () => {
  state = JSON.stringify(Array.from({ length: 200 }, (_, i) => ({ country: "SLV", speaker: i })));
  const one = await follow("", { "accept-encoding": "gzip" });
  expect(one.response.headers.get("content-encoding")).toBe("gzip");
  await soon(() => expect(one.text()).toContain(state));
  await change('{"n":2}');
  await soon(() => expect(one.text()).toContain('{"n":2}'));
  const closing = hub.close();
  await one.ended; // a false checksum would be an error here
  await closing;
});

test("a reader that has the present state is not sent it again, and gets the next one", async () => {
  const first = await follow();
  await soon(() => expect(first.text()).toContain("data"));
  const id = /id: (.+)/.exec(first.text())?.[1] ?? "";
  first.leave();
  const again = [await follow("", { "last-event-id": id }), await follow(`?last=${id}`)];
  for (const each of again) await soon(() => expect(each.text()).toBe("retry: 1500\n\n: unchanged\n\n"));
  await change('{"n":1}');
  for (const each of again) {
    await soon(() => expect(each.text()).toContain('data: {"n":1}'));
    each.leave();
  }
  const behind = await follow(`?last=${id}`);
  await soon(() => expect(behind.text()).toContain('data: {"n":1}'));
  behind.leave();
});

test("asked once, it answers one document, and 304 to whoever has it", async () => {
  const first = await fetch(address("?once"));
  expect([first.status, first.headers.get("content-type"), await first.text()]).toEqual([200, "application/json; charset=utf-8", '{"n":0}']);
  const etag = first.headers.get("etag") ?? "";
  for (const known of [etag, etag.replace(/^W\//, "")]) expect((await fetch(address("?once"), { headers: { "if-none-match": known } })).status).toBe(304);
  await change('{"n":1}');
  await soon(async () => expect((await fetch(address("?once"), { headers: { "if-none-match": etag } })).status).toBe(200));
});

test("no such topic is 404, other methods are refused, and none of them holds a place", async () => {
  expect((await fetch(`${server.url}/live/meeting:none`)).status).toBe(404);
  expect((await fetch(`${server.url}/live/meeting:none?once`)).status).toBe(404);
  expect((await fetch(address(), { method: "HEAD" })).status).toBe(405);
  expect(hub.streams.open()).toBe(0);
});

test("over the cap of an account or of the process, a stream is refused with the time to come again; a place left is free", async () => {
  const mine = [await follow("?holder=a"), await follow("?holder=a")];
  const refused = await fetch(address("?holder=a"));
  expect([refused.status, refused.headers.get("retry-after"), await refused.text()]).toEqual([503, "15", "holder-full"]);
  const other = await follow("?holder=b");
  expect(await (await fetch(address("?holder=c"))).text()).toBe("server-full");
  expect((await fetch(address("?once&holder=c"))).status).toBe(200);
  for (const each of [...mine, other]) each.leave();
  await soon(() => expect(hub.streams.open()).toBe(0));
  (await follow("?holder=a")).leave();
});

test("a reader that does not read gets the newest state when it does, and nothing is kept for it meanwhile", async () => {
  const response = await eventStream(hub, topic, "members", new Request("http://corett.test/live"));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader(); // a stream has a body
  for (let n = 1; n <= 50; n += 1) await change(`{"n":${n}}`);
  await soon(async () => expect(await hub.current(topic, "members")).toMatchObject({ text: '{"n":50}' }));
  const chunk = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await chunk()).toBe("retry: 1500\n\n");
  expect(await chunk()).toContain('{"n":50}');
  await change('{"n":51}');
  expect(await chunk()).toContain('{"n":51}');
  await reader.cancel();
  expect(hub.streams.open()).toBe(0);
});

test("a telephone whose line is blocked costs the process no memory for each change, and reads the newest when it opens", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.pause();
  socket.write(`GET /live/${topic} HTTP/1.1\r\nHost: corett\r\nAccept-Encoding: identity\r\n\r\n`);
  await soon(() => expect(hub.streams.open()).toBe(1));
  const size = 1_000_000;
  const changes = 60;
  for (let n = 1; n <= changes; n += 1) {
    const told = JSON.stringify({ n, filling: "x".repeat(size) });
    await change(told);
    await soon(async () => expect(await hub.current(topic, "members")).toMatchObject({ text: told }));
  }
  let got = "";
  socket.on("data", (chunk) => (got += chunk.toString()));
  socket.resume();
  await soon(() => expect(got).toContain(`"n":${changes},`), 10_000);
  // What the system's own buffers took, and one under way; a queue would bring all of them.
  expect(got.length).toBeLessThan((size * changes) / 3);
  socket.destroy();
  await soon(() => expect(hub.streams.open()).toBe(0));
});

test("closing does not wait for a telephone whose line is blocked", async () => {
  state = JSON.stringify("x".repeat(20_000_000));
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.pause();
  socket.write(`GET /live/${topic} HTTP/1.1\r\nHost: corett\r\n\r\n`);
  await soon(() => expect(hub.streams.open()).toBe(1));
  await pause(200);
  const logged = vi.spyOn(console, "error").mockReturnValue();
  await stop();
  expect(logged.mock.calls.flat().map(String).join()).toContain("takes nothing more");
  logged.mockRestore();
  socket.destroy();
  await start();
});

test("a reader that takes nothing for long loses its place", async () => {
  const response = await eventStream(hub, topic, "members", new Request("http://corett.test/live"), { pulse: 20, stuck: 60 });
  expect(hub.streams.open()).toBe(1);
  await soon(() => expect(hub.streams.open()).toBe(0));
  await expect(response.text()).rejects.toThrow("takes nothing more");
});

test("a stream gives signs of life, and ends of itself to be asked for anew", async () => {
  await stop();
  await start(0, { pulse: 30, maxAge: 200 });
  const one = await follow();
  await one.ended;
  expect(one.text()).toContain("event: pulse\ndata: 1\n\n");
  expect(one.text()).toMatch(/retry: 50\n\n$/);
  await soon(() => expect(hub.streams.open()).toBe(0));
});

test("a server started anew on the same port has every screen back by itself, with what changed meanwhile", async () => {
  const source = new Follower(address());
  const got: string[] = [];
  source.addEventListener("message", ({ data }) => got.push(String(data)));
  try {
    await soon(() => expect(got).toEqual(['{"n":0}']));
    const port = Number(new URL(server.url).port);
    await stop();
    state = '{"n":8}';
    await pause(200);
    await start(port);
    await soon(() => expect(got.at(-1)).toBe('{"n":8}'), 8000);
    await change('{"n":9}');
    await soon(() => expect(got).toEqual(['{"n":0}', '{"n":8}', '{"n":9}']));
  } finally {
    source.close();
  }
});

test("a browser reads the packed stream event by event", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.route("**/screen", (route) => route.fulfill({ contentType: "text/html", body: "<p id=got></p>" }));
    await page.goto(`${server.url}/screen`);
    const packed = page.waitForResponse((each) => each.url() === address());
    await page.evaluate((from) => {
      const source = new EventSource(from);
      source.addEventListener("message", (event: MessageEvent<string>) => document.querySelector("#got")?.append(event.data));
    }, address());
    expect(await (await packed).headerValue("content-encoding")).toBe("gzip");
    await soon(async () => expect(await page.textContent("#got")).toBe('{"n":0}'), 5000);
    for (const n of [1, 2, 3]) {
      await change(`{"n":${n}}`);
      await soon(async () => expect(await page.textContent("#got")).toMatch(new RegExp(`{"n":${n}}$`)), 1000);
    }
  } finally {
    await browser.close();
  }
});
