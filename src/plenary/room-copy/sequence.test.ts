import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql, write } from "#database";
import { expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { aReceipt, allRows, castBallot, finishVote, handOver, openVote, propose, roomWorld, word } from "../../../test/plenary-room.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { receiveRoom } from "./receive.store.ts";
import { closeRoom } from "./return.store.ts";

const countries = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"] as const;
type Act =
  | { readonly kind: "vote"; readonly method: "roll-call" | "secret"; readonly choices: readonly number[] }
  | { readonly kind: "move"; readonly country: (typeof countries)[number] }
  | { readonly kind: "annul" | "propose" | "note" | "item" | "suspend" | "void" }
  | { readonly kind: "consensus"; readonly said: readonly number[] };

const choices = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("vote" as const), method: fc.constantFrom("roll-call" as const, "secret" as const), choices }),
  fc.record({ kind: fc.constant("move" as const), country: fc.constantFrom(...countries.slice(6)) }),
  fc.record({ kind: fc.constantFrom("annul" as const, "propose" as const, "note" as const, "item" as const, "suspend" as const, "void" as const) }),
  fc.record({ kind: fc.constant("consensus" as const), said: choices }),
);

/** Does one act in a place; what the platform refuses there is no less a part of the sequence. */
async function perform(world: World, meeting: ArrangedMeeting, act: Act): Promise<void> {
  const { database } = world;
  const as = (actor: typeof meeting.secretariat, query: ReturnType<typeof sql<{ word: string }>>) => word(database, actor, query);
  switch (act.kind) {
    case "vote": {
      const vote = await openVote(database, meeting, act.method);
      for (const [place, country] of countries.entries()) {
        const option = act.choices[place] ?? 0;
        if (option > 0) await castBallot(database, meeting, vote, country, option, act.method === "secret" ? { receipt: aReceipt() } : undefined);
      }
      await finishVote(database, meeting, vote, act.method === "secret" ? "room" : undefined);
      return;
    }
    case "consensus": {
      const id = randomUUID();
      await as(meeting.presidency, sql`select plenary.open_consensus(${await propose(database, meeting)}::uuid, ${id}::uuid) as word`);
      for (const [place, country] of countries.entries()) {
        const kind = ["", "agreement", "reservation", "objection"][act.said[place] ?? 0] ?? "";
        if (kind !== "") await as(meeting.titular(country), sql`select plenary.state_position(${id}::uuid, ${kind}, 'Texto.', gen_random_uuid()) as word`);
      }
      await as(meeting.presidency, sql`select plenary.close_consensus(${id}::uuid) as word`);
      return;
    }
    case "move": {
      const came = await meetingMove(world, meeting, act.country, "departure");
      if (came !== "recorded") await meetingMove(world, meeting, act.country, "arrival");
      return;
    }
    case "annul":
      await as(meeting.secretariat, sql`select coalesce((select plenary.annul_presence(p.id, 'Error.') from (select id from plenary.presence where meeting = ${meeting.id} and annulled_at is null order by at desc limit 1) p), '') as word`);
      return;
    case "propose":
      await propose(database, meeting);
      return;
    case "void": {
      const vote = await openVote(database, meeting, "roll-call");
      await as(meeting.secretariat, sql`select plenary.void_vote(${vote}::uuid, 'Error.') as word`);
      return;
    }
    case "note":
      await write(database, meeting.secretariat, (tx) =>
        sql`insert into plenary.item_note (item, version, body, based_on, author, author_name) select ${meeting.items.motion}, coalesce(max(version), 0) + 1, 'Nota', coalesce(max(version), 0), ${meeting.secretariat.account}, 'S' from plenary.item_note where item = ${meeting.items.motion}`.execute(tx),
      );
      return;
    case "item":
      await write(database, meeting.presidency, async (tx) => {
        await sql`update plenary.agenda_item set state = 'done' where meeting = ${meeting.id} and state = 'current'`.execute(tx);
        await sql`update plenary.agenda_item set state = 'current' where id = (select id from plenary.agenda_item where meeting = ${meeting.id} and state = 'pending' order by position desc limit 1)`.execute(tx);
      });
      return;
    case "suspend":
      await write(database, meeting.presidency, async (tx) => {
        const { rows } = await sql<{ id: string }>`insert into plenary.suspension (id, meeting, reason) values (gen_random_uuid(), ${meeting.id}, 'Pausa') returning id`.execute(tx);
        await sql`update plenary.suspension set until_at = now() where id = ${rows[0]?.id}`.execute(tx);
      });
  }
}

function meetingMove(world: World, meeting: ArrangedMeeting, country: string, kind: string): Promise<string> {
  return word(world.database, meeting.secretariat, sql`select plenary.record_presence(${meeting.accreditation(country)}::uuid, ${kind}) as word`);
}

test("whatever is done before and in the room, after receiving twice the platform has exactly the room's rows", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 3 }), fc.array(acts, { minLength: 1, maxLength: 6 }), async (before, inRoom) => {
      const main = await openWorld();
      try {
        const meeting = await arrangeMeeting(main);
        for (const act of before) await perform(main, meeting, act);
        const handed = await handOver(main, meeting);
        const room = await roomWorld(handed);
        try {
          for (const act of inRoom) await perform(room, meeting, act);
          const closed = await closeRoom(room.database, handed.key);
          if (typeof closed === "string") throw new Error(closed);
          expect(await receiveRoom(main.database, meeting.secretariat, closed.file, handed.key)).toMatchObject({ word: "received" });
          expect(await receiveRoom(main.database, meeting.secretariat, closed.file, handed.key)).toMatchObject({ word: "already-received" });
          const here = await allRows(main, meeting.id);
          const told = (event: unknown) => (event as { kind: string }).kind !== "room-copy.returned";
          expect({ ...here, event: (here["event"] ?? []).filter(told) }).toEqual(await allRows(room, meeting.id));
        } finally {
          await room.close();
        }
      } finally {
        await main.close();
      }
    }),
    { numRuns: 2 },
  );
});
