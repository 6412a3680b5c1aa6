import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, sql, write } from "#database";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { act, anOpenVote, cast, keyOf, paperFor, seen } from "../../../test/plenary-vote.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { ballotsOf } from "./ballot.store.ts";
import { countVote } from "./count.store.ts";
import { closeVote, settleVote } from "./vote-act.store.ts";

let world: World;
let meeting: ArrangedMeeting;
const receipts = new Map<string, string>();
const tables = ["vote", "vote_option", "mark", "envelope", "ballot", "entry", "entry_line", "count", "reconciliation", "outcome", "tie_decision", "motion", "consensus", "position"];

beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

async function castAll(vote: string): Promise<void> {
  for (const [place, country] of meeting.countries.entries()) {
    const { slip, code } = paperFor(vote, country);
    receipts.set(country, code);
    expect(await cast(world, meeting.titular(country), vote, 1 + (place % 3), slip)).toMatchObject({ word: "cast" });
  }
}

test("after the closing nothing in the database ties a secret ballot to a country", async () => {
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  await castAll(vote);
  // While it is open: no ballot at all, and the envelopes hold nothing readable.
  expect(await seen(world, "select from plenary.ballot where vote = $1", [vote])).toEqual([]);
  const sealed = await seen<{ sealed: Buffer }>(world, "select sealed from plenary.envelope where vote = $1", [vote]);
  expect(new Set(sealed.map((each) => each.sealed.length)).size).toBe(1);
  for (const code of receipts.values()) expect(Buffer.concat(sealed.map((each) => each.sealed)).includes(code)).toBe(false);
  expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }))).toBe("closed");

  const ballots = await seen<{ receipt: string; xmin: string; country: string | null; ctid: string }>(
    world, "select receipt, xmin::text, country, ctid::text from plenary.ballot where vote = $1 order by ctid", [vote]);
  expect(ballots.map(({ receipt }) => receipt)).toEqual([...receipts.values()].sort());
  expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1);
  expect(ballots.every(({ country }) => country === null)).toBe(true);
  expect(await seen(world, "select from plenary.envelope where vote = $1", [vote])).toEqual([]);
  const columns = await seen<{ column_name: string }>(world, "select column_name from information_schema.columns where table_schema = 'plenary' and table_name = 'ballot' order by 1");
  expect(columns.map((each) => each.column_name)).toEqual(["country", "id", "option", "receipt", "vote"]);
});

test("no line of the audit or the history holds a choice or a receipt", async () => {
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  await castAll(vote);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }));
  const entries = await seen<{ relation: string; text: string }>(world, "select relation, concat(before, after) as text from audit.entry where relation like 'plenary.%'");
  const ballots = entries.filter(({ relation }) => relation === "plenary.ballot");
  for (const { text } of ballots) expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(["rows", "sha256"]);
  for (const { text } of entries.filter(({ relation }) => /mark|envelope|entry_line/.test(relation))) expect(text).not.toMatch(/"option"|"sealed"|"receipt"/);
  const told = await seen<{ text: string }>(world, "select detail::text as text from plenary.event");
  for (const code of receipts.values()) expect([...entries, ...told].filter(({ text }) => text.includes(code))).toEqual([]);
  for (const { text } of told.filter((each) => each.text.includes("papeleta en la votación"))) expect(text).not.toMatch(/favor|contra|absten|option/i);
});

test("a wrong key closes nothing, and the urn stays whole for the right one", async () => {
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  await castAll(vote);
  for (const key of [undefined, "", keyOf("another vote")])
    expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key }))).toBe("wrong-key");
  expect(await seen(world, "select from plenary.envelope where vote = $1", [vote])).toHaveLength(9);
  expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }))).toBe("closed");
  const kept = await read(world.database, meeting.titular("BLZ"), (tx) => ballotsOf(tx, vote));
  for (const [country, code] of receipts) expect(kept.find(({ receipt }) => receipt === code)?.option, country).toBe(1 + (meeting.countries.indexOf(country) % 3));
});

const everybody = (): Actor[] => [
  { kind: "public" }, { kind: "system", task: "test" }, meeting.secretariat, meeting.presidency, meeting.titular("HND"), meeting.alternate("HND"), meeting.focalPoint("HND"),
  meeting.observer, { ...meeting.secretariat, office: "administrator" },
];

test("while a vote is open nobody reads a choice: no ballot, no envelope, whoever asks", async () => {
  const vote = await anOpenVote(world, meeting);
  await cast(world, meeting.titular("HND"), vote, 2);
  for (const actor of everybody()) {
    const visible = await read(world.database, actor, (tx) => sql`select from plenary.ballot where vote = ${vote}`.execute(tx)).then(({ rows }) => rows.length, (fault: Error) => fault.message);
    expect(visible === 0 || /permission denied/.test(String(visible)), JSON.stringify(actor)).toBe(true);
    await expect(read(world.database, actor, (tx) => sql`select sealed from plenary.envelope`.execute(tx)), JSON.stringify(actor)).rejects.toThrow("permission denied");
  }
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
  expect(await read(world.database, meeting.observer, (tx) => ballotsOf(tx, vote))).toHaveLength(1);
});

test("observers read nothing of a vote under a point that is closed to them", async () => {
  const vote = await anOpenVote(world, meeting);
  await seen(world, "update plenary.agenda_item set open_to_observers = false where id = $1", [meeting.items.motion]);
  for (const table of ["vote", "vote_option", "mark"])
    expect((await read(world.database, meeting.observer, (tx) => sql`select from ${sql.table(`plenary.${table}`)}`.execute(tx))).rows, table).toEqual([]);
  await seen(world, "update plenary.agenda_item set open_to_observers = true where id = $1", [meeting.items.motion]);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
});

test("no role writes, changes or removes a row of a decision by itself", async () => {
  for (const actor of everybody())
    for (const table of tables)
      for (const statement of [`insert into plenary.${table} default values`, `update plenary.${table} set ${firstColumn[table]} = ${firstColumn[table]}`, `delete from plenary.${table}`, `truncate plenary.${table} cascade`])
        await expect(write(world.database, actor, (tx) => sql.raw(statement).execute(tx)), `${JSON.stringify(actor)}: ${statement}`).rejects.toThrow(/permission denied/);
});
const firstColumn: Readonly<Record<string, string>> = Object.fromEntries(tables.map((table) => [table, { vote: "id", motion: "id", ballot: "id", entry: "id", consensus: "id", position: "id", entry_line: "entry" }[table] ?? "vote"]));

test("the owner's own hand is held by the rows: nothing added, changed or removed, before or after the closing", async () => {
  const vote = await anOpenVote(world, meeting);
  await cast(world, meeting.titular("HND"), vote, 2);
  const owner = (statement: string, values: unknown[] = [vote]) => asOwner(world.ownerUrl, (client) => client.query(statement, values));
  const refused = /cannot be changed|takes no|nobody entitled|has no ballot|kept for ever|another outcome|is no (re)?count|violates|only once|settled once/;
  const attempts = [
    "insert into plenary.mark (vote, country, account, name, capacity) values ($1, 'PAN', gen_random_uuid(), 'x', 'titular')",
    "insert into plenary.ballot (vote, option, country) values ($1, 1, 'HND')",
    "insert into plenary.ballot (vote, option, country) values ($1, 1, 'PAN')",
    "insert into plenary.ballot (vote, option, receipt) values ($1, 1, '0000-0000-0000-0000')",
    "insert into plenary.envelope (vote, country, sealed) values ($1, 'HND', 'x')",
    "insert into plenary.count (vote, kind, by_account, by_name, ballots, figures) values ($1, 'count', gen_random_uuid(), 'x', 9, '{}')",
    "insert into plenary.outcome (vote, outcome, not_voting, members, present) values ($1, 'adopted', 0, 9, 9)",
    "update plenary.ballot set option = 1 where vote = $1", "delete from plenary.ballot where vote = $1",
    "update plenary.mark set country = 'PAN' where vote = $1", "delete from plenary.mark where vote = $1",
    "update plenary.vote set rule = 'absolute-of-members' where id = $1", "update plenary.vote set state = 'settled', closed_at = now(), present = 9, quorum_held = true where id = $1",
    "delete from plenary.vote where id = $1",
  ];
  for (const statement of attempts) await expect(owner(statement), statement).rejects.toThrow(refused);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
  const afterCount = ["update plenary.vote set present = 3 where id = $1", "update plenary.vote set state = 'open' where id = $1", "update plenary.count set figures = '{}' where vote = $1"];
  for (const statement of [...attempts, ...afterCount]) await expect(owner(statement), statement).rejects.toThrow(refused);
  await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote));
  for (const statement of [...attempts, "update plenary.outcome set outcome = 'adopted' where vote = $1"]) await expect(owner(statement), statement).rejects.toThrow(refused);
  for (const table of ["ballot", "mark", "envelope", "vote", "count", "outcome", "entry"]) await expect(owner(`truncate plenary.${table} cascade`, []), table).rejects.toThrow(/kept for ever|cannot be changed/);

  const secret = await anOpenVote(world, meeting, { method: "secret" });
  await cast(world, meeting.titular("HND"), secret, 2, paperFor(secret, "HND").slip);
  for (const statement of ["delete from plenary.envelope where vote = $1", "update plenary.envelope set sealed = 'x' where vote = $1", "insert into plenary.ballot (vote, option, receipt) values ($1, 1, '0000-0000-0000-0000')"])
    await expect(owner(statement, [secret]), statement).rejects.toThrow(refused);
});

test("visitors of the site cannot ask who is in the room", async () => {
  for (const call of ["quorum_holds('V-2024')", "present_delegations('V-2024')", "entitlement('V-2024')", "ballot_visible(gen_random_uuid())", "refused('a', 'b', gen_random_uuid(), 'c')"])
    await expect(read(world.database, { kind: "public" }, (tx) => sql.raw(`select plenary.${call}`).execute(tx)), call).rejects.toThrow("permission denied");
});
