import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { loginUrl, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";

/** Waits for what must come soon, with patience for a busy machine. */
const soon = <T>(check: () => T | Promise<T>, options: Parameters<typeof vi.waitFor>[1] = 5000) => vi.waitFor(check, options);

let world: World;
let listener: Client;
let heard: string[];

beforeAll(async () => {
  world = await openWorld();
  await asOwner(world.ownerUrl, (client) =>
    client.query(`
      create schema room;
      grant usage on schema room to corett_state, corett_public;
      create table room.ballot (id integer primary key, meeting text, vote text);
      grant select, insert, update, delete on room.ballot to corett_state, corett_public;
      create trigger told after insert or update or delete on room.ballot
        for each row execute function live.tell_row('meeting', 'meeting', 'vote', 'vote')`),
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  heard = [];
  listener = new Client({ connectionString: loginUrl(world.ownerUrl, world.secret, "corett_server") });
  listener.on("notification", ({ channel, payload }) => heard.push(`${channel} ${payload ?? ""}`));
  await listener.connect();
  await listener.query("listen corett_live");
});
afterEach(async () => {
  await listener.end();
  await asOwner(world.ownerUrl, (client) => client.query("truncate room.ballot"));
});

const delegate = member("delegate-titular", "SLV");
const as = (actor: Parameters<typeof write>[1], statement: ReturnType<typeof sql>) => write(world.database, actor, (tx) => statement.execute(tx));
/** What was heard up to a last word that the owner says. */
async function heardUntilNow(): Promise<string[]> {
  await asOwner(world.ownerUrl, (client) => client.query("select pg_notify('corett_live', 'end')"));
  await soon(() => expect(heard.at(-1)).toBe("corett_live end"));
  return heard.slice(0, -1).map((each) => each.replace("corett_live ", ""));
}

test("a row tells each topic that its trigger names, once for a transaction", async () => {
  await as(delegate, sql`insert into room.ballot select n, 'V-2024', 'first' from generate_series(1, 9) n`);
  expect(await heardUntilNow()).toEqual(["meeting:V-2024", "vote:first"]);
});

test("a row that moves tells where it was and where it is, and one without a topic tells nothing", async () => {
  await as(delegate, sql`insert into room.ballot values (1, 'V-2024', null)`);
  await as(delegate, sql`update room.ballot set meeting = 'VI-2025'`);
  await as(delegate, sql`delete from room.ballot`);
  expect(await heardUntilNow()).toEqual(["meeting:V-2024", "meeting:V-2024", "meeting:VI-2025", "meeting:VI-2025"]);
});

test("a role that may write the row needs no further right, and may not tell by itself", async () => {
  await as({ kind: "public" }, sql`insert into room.ballot values (1, 'V-2024', null)`);
  await expect(as({ kind: "public" }, sql`select live.tell('meeting:V-2024')`)).rejects.toThrow("permission denied");
  expect(await heardUntilNow()).toEqual(["meeting:V-2024"]);
});

test("those who write may tell a topic of 1 to 100 characters, and no other", async () => {
  await as(delegate, sql`select live.tell(${"x".repeat(100)})`);
  await expect(as(delegate, sql`select live.tell(${"x".repeat(101)})`)).rejects.toThrow("1 to 100 characters");
  await expect(as(delegate, sql`select live.tell('')`)).rejects.toThrow("1 to 100 characters");
  await expect(as(delegate, sql`select live.tell(null)`)).rejects.toThrow("1 to 100 characters");
  expect(await heardUntilNow()).toEqual(["x".repeat(100)]);
});

test("a row whose topic is too long is kept all the same: a ballot is worth more than a screen", async () => {
  await as(delegate, sql`insert into room.ballot values (1, ${"é".repeat(200)}, 'first')`);
  expect(await heardUntilNow()).toEqual(["vote:first"]);
});

test("a trigger with a wrong argument fails at its first row", async () => {
  const made = (argument: string) =>
    asOwner(world.ownerUrl, (client) =>
      client.query(`begin; create trigger wrong after insert on room.ballot for each row execute function live.tell_row(${argument}); insert into room.ballot values (1); rollback`),
    );
  await expect(made("'meeting'")).rejects.toThrow("pairs of a kind and a column");
  await expect(made("'meeting', 'nothing'")).rejects.toThrow("nothing");
});
