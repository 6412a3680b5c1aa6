import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { loginUrl, read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { type Hub, type HubParts, openHub } from "./hub.server.ts";

/** Waits for what must come soon, with patience for a busy machine. */
const soon = <T>(check: () => T | Promise<T>, options: Parameters<typeof vi.waitFor>[1] = 5000) => vi.waitFor(check, options);

const system = { kind: "system", task: "live" } as const;
let world: World;
const open: Hub[] = [];
const topic = "meeting:V-2024";

beforeAll(async () => {
  world = await openWorld();
  await asOwner(world.ownerUrl, (client) =>
    client.query(`
      create schema room;
      grant usage on schema room to corett_system, corett_secretariat;
      create table room.count (meeting text primary key, word text not null, n integer not null);
      grant select, insert, update, delete on room.count to corett_system, corett_secretariat;
      create trigger told after insert or update or delete on room.count for each row execute function live.tell_row('meeting', 'meeting', 'word', 'word');
      insert into room.count values ('V-2024', 'a', 0), ('VI-2025', 'b', 0)`),
  );
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((hub) => hub.close()));
  await owner("update room.count set n = 0");
});
afterAll(() => world.close());

const owner = (statement: string) => asOwner(world.ownerUrl, (client: Client) => client.query(statement));
const set = (n: number) => write(world.database, member("secretariat"), (tx) => sql`update room.count set n = ${n} where meeting = 'V-2024'`.execute(tx));

async function snapshot(of: string, circle: string): Promise<string | undefined> {
  const { rows } = await read(world.database, system, (tx) => sql<{ n: number }>`select n from room.count where 'meeting:' || meeting = ${of}`.execute(tx));
  return rows[0] && JSON.stringify(circle === "members" ? { n: rows[0].n } : { isOpen: true });
}

async function hub(parts: Partial<HubParts> = {}): Promise<Hub> {
  const opened = openHub({ listenUrl: loginUrl(world.ownerUrl, world.secret, "corett_server"), snapshot, onFault: () => undefined, ...parts });
  open.push(opened);
  await soon(() => expect(opened.isListening()).toBe(true), 5000);
  return opened;
}

/** Reads a topic as a screen would, and remembers all it got. */
function screen(from: Hub, circle = "members", of = topic) {
  const got: (string | undefined)[] = [];
  const leave = from.subscribe(of, circle, (state) => got.push(state?.text));
  return { got, leave };
}

test("a committed change reaches fifty screens on two server processes, each with the newest state", async () => {
  const hubs = [await hub(), await hub()];
  const screens = Array.from({ length: 50 }, (_, i) => screen(hubs[i % 2] as Hub)); // there are two
  await soon(() => expect(screens.every(({ got }) => got.at(-1) === '{"n":0}')).toBe(true));
  await set(7);
  await soon(() => expect(screens.every(({ got }) => got.at(-1) === '{"n":7}')).toBe(true), { timeout: 5000, interval: 5 });
  expect(screens.every(({ got }) => got.length === 2)).toBe(true);
});

test("a change that is rolled back reaches nobody", async () => {
  let asked = 0;
  const one = await hub({ snapshot: (of, circle) => ((asked += 1), snapshot(of, circle)) });
  const { got } = screen(one);
  await soon(() => expect(got).toEqual(['{"n":0}']));
  const before = asked;
  const undone = write(world.database, member("secretariat"), async (tx) => {
    await sql`update room.count set n = 99`.execute(tx);
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  await pause(300);
  expect(got).toEqual(['{"n":0}']);
  expect(asked).toBe(before);
});

test("what changed while the listening connection was cut is on the screens when it is back", async () => {
  const askedListening: boolean[] = [];
  const one = await hub({ snapshot: (of, circle) => (askedListening.push(one.isListening()), snapshot(of, circle)) });
  const { got } = screen(one);
  await soon(() => expect(got).toEqual(['{"n":0}']));
  // No login for a moment, so that the change falls into the gap for certain.
  await owner("alter role corett_server nologin");
  try {
    const cut = await owner("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corett-live' and datname = current_database()");
    expect(cut.rowCount).toBe(1);
    await soon(() => expect(one.isListening()).toBe(false));
    askedListening.length = 0;
    await owner("update room.count set n = 5 where meeting = 'V-2024'");
  } finally {
    await owner("alter role corett_server login");
  }
  await soon(() => expect(got.at(-1)).toBe('{"n":5}'), 5000);
  // The first look after it listens again is not left to chance: what changed just before was told to nobody.
  await soon(() => expect(askedListening).toContain(true), 5000);
  await set(6);
  await soon(() => expect(got.at(-1)).toBe('{"n":6}'));
});

test("a burst of a hundred changes folds into a few snapshots, one at a time, and the last is the final state", async () => {
  let asked = 0;
  let under = 0;
  const one = await hub({
    snapshot: async (of, circle) => {
      asked += 1;
      under += 1;
      expect(under).toBe(1);
      const text = await snapshot(of, circle);
      await pause(20);
      under -= 1;
      return text;
    },
  });
  const { got } = screen(one);
  await soon(() => expect(got).toHaveLength(1));
  const began = performance.now();
  for (let n = 1; n <= 100; n += 1) await set(n);
  const took = performance.now() - began;
  await soon(() => expect(got.at(-1)).toBe('{"n":100}'));
  expect(asked).toBeLessThanOrEqual(took / 100 + 3);
  const numbers = got.map((text) => (JSON.parse(text ?? "{}") as { n: number }).n);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test("each circle gets its own state, and a screen whose state did not change gets nothing", async () => {
  const one = await hub();
  const [members, observers, others] = [screen(one), screen(one, "observers"), screen(one, "members", "meeting:VI-2025")];
  await soon(() => expect([members.got, observers.got, others.got]).toEqual([['{"n":0}'], ['{"isOpen":true}'], ['{"n":0}']]));
  await set(1);
  await soon(() => expect(members.got).toHaveLength(2));
  await pause(250);
  expect(observers.got).toEqual(['{"isOpen":true}']);
  expect(others.got).toEqual(['{"n":0}']);
});

test("a screen that comes later gets the known state without a further snapshot, and one that left gets nothing", async () => {
  let asked = 0;
  const one = await hub({ snapshot: (of, circle) => ((asked += 1), snapshot(of, circle)) });
  const first = screen(one);
  await soon(() => expect(first.got).toHaveLength(1));
  await pause(150);
  const before = asked;
  const later = screen(one);
  expect(later.got).toEqual(['{"n":0}']);
  expect(asked).toBe(before);
  first.leave();
  await set(3);
  await soon(() => expect(later.got.at(-1)).toBe('{"n":3}'));
  expect(first.got).toEqual(['{"n":0}']);
});

test("a snapshot that fails, or never answers, is tried again until it succeeds", async () => {
  let asked = 0;
  const faults: unknown[] = [];
  const one = await hub({
    deadline: 100,
    onFault: (fault) => faults.push(fault),
    snapshot: (of, circle) => {
      asked += 1;
      if (asked === 1) return Promise.reject(new Error("database away"));
      return asked === 2 ? new Promise(() => undefined) : snapshot(of, circle);
    },
  });
  const { got } = screen(one);
  await soon(() => expect(got).toEqual(['{"n":0}']), 5000);
  expect(faults).toEqual([new Error("database away")]);
});

test("a topic that does not exist says so, and begins to exist for those who wait", async () => {
  const one = await hub();
  expect(await one.current("meeting:none", "members")).toBe("none");
  const { got } = screen(one, "members", "meeting:VII-2026");
  await soon(() => expect(got).toEqual([undefined]));
  await owner("insert into room.count values ('VII-2026', 'c', 4)");
  await soon(() => expect(got).toEqual([undefined, '{"n":4}']));
  await owner("delete from room.count where meeting = 'VII-2026'");
  await soon(() => expect(got).toEqual([undefined, '{"n":4}', undefined]));
});

test("after closing, nothing is computed and the database has no listener left", async () => {
  const one = await hub();
  screen(one);
  await one.close();
  expect(await one.current(topic, "members")).toBe("unavailable");
  await soon(async () => {
    const { rowCount } = await owner("select from pg_stat_activity where application_name = 'corett-live' and datname = current_database()");
    expect(rowCount).toBe(0);
  });
});
