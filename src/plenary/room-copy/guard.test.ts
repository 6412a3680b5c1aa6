import { randomUUID } from "node:crypto";
import { read, write } from "#database";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { allRows, castBallot, finishVote, handOver, openVote } from "../../../test/plenary-room.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { sessionHeld } from "./held.ts";
import { prepareRoomCopy, sessionAway } from "./room-copy.store.ts";

let main: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  main = await openWorld();
  meeting = await arrangeMeeting(main);
});
afterAll(() => main.close());

/** Proof of what was sent and read: it stays on the main platform and is no act of the session. */
const unguarded = ["act_notice", "agreement_reminder", "meeting_reminder", "notice", "room_copy", "room_receiving"];

test("every table that belongs to a meeting, or hangs on one that does, is held in one place", async () => {
  const { rows } = await asOwner(main.ownerUrl, (client) =>
    client.query<{ name: string; guarded: boolean }>(`
      with recursive of_meeting as (
        select 'plenary.meeting'::regclass as table_id
        union select k.conrelid from pg_constraint k join of_meeting m on k.confrelid = m.table_id and k.contype = 'f'
        where (select relnamespace from pg_class c where c.oid = k.conrelid) = 'plenary'::regnamespace
      )
      select c.relname as name, exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'held_in_one_place' and g.tgtype & 31 = 31) as guarded
      from of_meeting m join pg_class c on c.oid = m.table_id order by 1`),
  );
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(unguarded);
});

test("every rule that an act's own trigger holds on a carried table rests while rows come back, and no other", async () => {
  const { rows } = await asOwner(main.ownerUrl, (client) =>
    client.query<{ name: string }>(`
      select c.relname || '.' || g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid
        join plenary.room_table t on t.name = c.relname and t.nature <> 'main'
      where c.relnamespace = 'plenary'::regnamespace and p.pronamespace = 'plenary'::regnamespace and not g.tgisinternal and g.tgtype & 1 = 1
        and g.tgqual is null and g.tgname not in ('held_in_one_place', 'told') order by 1`),
  );
  expect(rows.map(({ name }) => name)).toEqual(["meeting.rule_is_set"]);
});

test("what is being written when the session is handed over goes with it, and what comes after is refused", async () => {
  const id = randomUUID();
  await write(main.database, meeting.secretariat, (tx) => prepareRoomCopy(tx, { id, meeting: meeting.id, keyCheck: Buffer.alloc(32, 1) }));
  const line = "insert into plenary.event (meeting, kind, author, office) values ($1, $2, 'x', 'system')";
  const [early, handing, late] = [new Client(main.ownerUrl), new Client(main.ownerUrl), new Client(main.ownerUrl)];
  await Promise.all([early.connect(), handing.connect(), late.connect()]);
  try {
    await early.query("begin");
    await early.query(line, [meeting.id, "early"]);
    await handing.query("begin");
    await handing.query("select set_config('app.account', $1, true), set_config('app.office', 'presidency', true)", [meeting.presidency.account]);
    const handed = handing.query<{ word: string }>("select plenary.hand_room_copy($1) as word", [id]);
    await untilWaiting(main);
    await early.query("commit");
    expect((await handed).rows[0]?.word).toBe("handed");
    const refused = late.query(line, [meeting.id, "late"]).catch((fault: unknown) => fault);
    await untilWaiting(main);
    await handing.query("commit");
    expect(sessionHeld(await refused)).toMatchObject({ word: "away", meeting: meeting.id });
    const events = (await allRows(main, meeting.id))["event"] as { kind: string }[];
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["early", "room-copy.handed"]));
    expect(events.some(({ kind }) => kind === "late")).toBe(false);
    expect(await read(main.database, meeting.titular("CRI"), (tx) => sessionAway(tx, meeting.id))).toBeInstanceOf(Date);
  } finally {
    await Promise.all([early.end(), handing.end(), late.end()]);
  }
});

async function untilWaiting(world: World): Promise<void> {
  await asOwner(world.ownerUrl, async (client) => {
    for (let i = 0; i < 200; i += 1) {
      const { rows } = await client.query("select from pg_locks where not granted");
      if (rows.length > 0) return;
      await new Promise((again) => setTimeout(again, 25));
    }
  });
}

test("while the room has the session, no table of it takes a line, a change or a removal, whoever writes; another meeting goes on", async () => {
  const world = await openWorld();
  try {
    const away = await arrangeMeeting(world);
    const other = await arrangeMeeting(world, { year: 2025, ordinal: 1 });
    const vote = await openVote(world.database, away, "roll-call", "main");
    for (const country of ["BLZ", "CRI"]) await castBallot(world.database, away, vote, country, 1);
    await finishVote(world.database, away, vote);
    const ids = await asOwner(world.ownerUrl, async (client) => {
      const keys = { election: randomUUID(), agreement: randomUUID(), consensus: randomUUID(), entry: randomUUID(), section: randomUUID() };
      await client.query("insert into plenary.election (id, meeting, item, rule, term_from, term_until, opened_by) values ($1, $2, $3, 'starting', '2025-01-01', '2025-12-31', $1)", [keys.election, away.id, away.items.election]);
      await client.query(
        `insert into plenary.agreement (id, number, year, ordinal, meeting, title_es, title_en, text_es, text_en) values ($1, 'ACUERDO-CORETT-2024-01', 2024, 1, $2, 'a', 'a', 'a', 'a')`,
        [keys.agreement, away.id],
      );
      await client.query("insert into plenary.consensus (id, meeting, motion, closed_at, outcome) select $1, $2, motion, now(), 'objected' from plenary.vote where id = $3", [keys.consensus, away.id, vote]);
      await client.query("insert into plenary.entry (id, vote, method, entered_by, entered_by_name, settled_at, settled_by, confirmed) values ($1, $2, 'roll-call', $1, 'x', now(), gen_random_uuid(), false)", [keys.entry, vote]);
      await client.query("set session_replication_role = replica");
      await client.query("insert into plenary.act (meeting) values ($1)", [away.id]);
      await client.query("insert into plenary.act_section (id, meeting, position, kind, title_es, title_en) values ($1, $2, 1, 'free', 'x', 'x')", [keys.section, away.id]);
      return keys;
    });
    await handOver(world, away);
    const { rows: tables } = await asOwner(world.ownerUrl, (client) => 
      client.query<{ name: string; of_meeting: string; columns: string }>(`
        select t.name, t.of_meeting, string_agg(quote_ident(a.attname), ', ') as columns from plenary.room_table t
          join pg_attribute a on a.attrelid = ('plenary.' || quote_ident(t.name))::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        group by t.name, t.of_meeting, t.place order by t.place`),
    );
    const row = JSON.stringify({ ...ids, id: away.id, meeting: away.id, reported_in: away.id, vote, item: away.items.motion, year: 2024 });
    const taken = await asOwner(world.ownerUrl, async (client) => {
      const through: string[] = [];
      for (const { name, of_meeting, columns } of tables) {
        const given = name === "meeting" ? row : JSON.stringify({ ...JSON.parse(row), id: undefined });
        const column = name === "meeting" ? "id" : (of_meeting.match(/t\.(\w+)/)?.[1] ?? "");
        const statements = [
          `insert into plenary."${name}" (${columns}) overriding system value select ${columns} from jsonb_populate_record(null::plenary."${name}", '${given}')`,
          `update plenary."${name}" t set ${column} = ${column} where ${of_meeting} = '${away.id}'`,
          `delete from plenary."${name}" t where ${of_meeting} = '${away.id}'`,
        ];
        for (const [place, statement] of statements.entries()) {
          const said = await client.query(statement).then(({ rowCount }) => `${rowCount} rows`, (fault: unknown) => (sessionHeld(fault) ? "held" : String(fault)));
          // A table without a row of this meeting has nothing to change or remove.
          if (said !== "held" && !(place > 0 && said === "0 rows")) through.push(`${name}: ${said}`);
        }
      }
      return through;
    });
    expect(taken).toEqual([]);
    const there = await openVote(world.database, other, "roll-call", "main");
    expect(await castBallot(world.database, other, there, "CRI", 1)).toBe("cast");
    expect(await castBallot(world.database, away, vote, "GTM", 1)).toBe("vote-not-open");
  } finally {
    await world.close();
  }
});
