import { EventSource as Follower } from "eventsource";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#basics";
import { loginUrl, read, sql, write } from "#database";
import type { Hub } from "#live-hub";
import { listen } from "../../../server/listen.ts";
import { createServer } from "../../../server/main.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { beginItem } from "./item.store.ts";
import { openLive, roomEvents } from "./live.server.ts";
import { roomAddress } from "./room-address.ts";
import type { RoomState } from "./room.ts";

let world: World;
let hub: Hub;
let server: Awaited<ReturnType<typeof listen>>;
let of: ArrangedMeeting;
let people: readonly Actor[];

beforeAll(async () => {
  world = await openWorld();
  of = await arrangeMeeting(world, { present: ["BLZ", "CRI", "SLV", "GTM", "HND"] });
  await asOwner(world.ownerUrl, (client) => client.query("update plenary.agenda_item set open_to_observers = false where id = $1", [of.items.election]));
  people = [of.secretariat, of.titular("GTM"), of.observer, member("administrator")];
  hub = openLive(loginUrl(world.ownerUrl, world.secret, "corett_server"), { interval: 10 });
  await vi.waitUntil(() => hub.isListening(), 5000);
  const app = createServer({
    database: world.database,
    resolveActor: async (request) => people[Number(new URL(request.url).searchParams.get("as") ?? "-1")] ?? { kind: "public" },
    mounts: { "/live/meetings/:meeting": roomEvents(world.database, hub) },
  });
  server = await listen(app, { port: 0 });
});
afterAll(async () => {
  const closed = server.close();
  await hub.close();
  await closed;
  await world.close();
});

const [secretariat, delegate, observer, administrator] = [0, 1, 2, 3];
const address = (as: number, more = "", meeting = of.id) => `${server.url}${roomAddress(meeting)}?as=${as}${more}`;
const once = async (as: number, meeting?: string) => {
  const answer = await fetch(address(as, "&once=1", meeting));
  return { status: answer.status, text: await answer.text() };
};

/** Follows a room as a telephone does, and remembers what it showed. */
function follow(as: number) {
  const got: RoomState[] = [];
  const source = new Follower(address(as));
  source.addEventListener("message", (event) => got.push(JSON.parse(String(event.data)) as RoomState));
  return { got, close: () => source.close() };
}

test("two circles follow one session over the wire: members see the point that is closed to observers, observers that there is one", async () => {
  const screens = [follow(secretariat), follow(delegate), follow(observer)];
  try {
    await vi.waitFor(() => expect(screens.every(({ got }) => got.at(-1)?.meeting.state === "open")).toBe(true), 5000);
    await write(world.database, of.secretariat, (tx) => beginItem(tx, of.secretariat, of.id, of.items.election));
    await vi.waitFor(() => expect(screens.map(({ got }) => got.at(-1)?.item)).toEqual([expect.objectContaining({ kind: "election" }), expect.objectContaining({ kind: "election" }), "closed"]), {
      timeout: 5000,
      interval: 10,
    });
    await of.leave("HND");
    await vi.waitFor(() => expect(screens.every(({ got }) => got.at(-1)?.quorum.holds === false)).toBe(true), 5000);
    expect(screens[1]?.got.at(-1)).toEqual(screens[0]?.got.at(-1));
  } finally {
    for (const { close } of screens) close();
  }
});

test("a state without a change has the same mark, so that a telephone that asks again carries nothing", async () => {
  const first = await fetch(address(delegate, "&once=1"));
  const mark = first.headers.get("etag") ?? "";
  const again = await fetch(address(delegate, "&once=1"), { headers: { "If-None-Match": mark } });
  expect([first.status, again.status]).toEqual([200, 304]);
});

test("visitors, offices outside the plenary and meetings that are not there are turned away in words", async () => {
  expect(await once(9)).toMatchObject({ status: 401, text: expect.stringContaining("Inicie sesión") });
  expect(await once(administrator)).toMatchObject({ status: 403, text: expect.stringContaining("Your office") });
  expect(await once(delegate, "IX-2024")).toMatchObject({ status: 404, text: expect.stringContaining("no existe") });
  expect(await once(delegate, "nothing")).toMatchObject({ status: 404 });
});

test("a meeting that is still being prepared is no room, not for those who prepare it either", async () => {
  await asOwner(world.ownerUrl, (client) =>
    client.query(`insert into plenary.meeting (id, year, ordinal, mode, starts_at, ends_at) values ('VII-2024', 2024, 7, 'virtual', now(), now() + interval '1 hour')`),
  );
  expect((await once(secretariat, "VII-2024")).status).toBe(404);
  expect((await once(delegate, "VII-2024")).status).toBe(404);
  const { rows } = await read(world.database, of.secretariat, (tx) => sql`select 1 from plenary.meeting where id = 'VII-2024'`.execute(tx));
  expect(rows).toHaveLength(1);
});
