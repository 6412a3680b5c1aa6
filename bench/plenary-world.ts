import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "#basics";
import { type Writing, write } from "#database";
import { openGround } from "../server/ground.ts";
import { countVote, recountVote } from "../src/plenary/vote/count.store.ts";
import { proposeMotion } from "../src/plenary/vote/motion.store.ts";
import { urnKey } from "../src/plenary/vote/receipt.ts";
import { closeVote, openVote, settleVote } from "../src/plenary/vote/vote-act.store.ts";
import { type ArrangedMeeting, arrangeMeeting, invented } from "../test/plenary-meeting.ts";
import { signedIn } from "../test/plenary-telephone.ts";
import { asOwner } from "../test/world.ts";

/** A coalition of so many states that do not exist, in session, everybody in the room and signed in, on a database that waits for the disk. */
export interface Room {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly meeting: ArrangedMeeting;
  readonly telephones: readonly { readonly country: string; readonly cookie: string }[];
  readonly openVote: (method: "roll-call" | "secret") => Promise<string>;
  /** Closes, counts, counts again by a second person, and settles; the outcome. */
  readonly finish: (vote: string) => Promise<string>;
  /** Marks and ballots of a vote, past every policy, with the countries that appear twice. */
  readonly kept: (vote: string) => Promise<{ marks: string[]; ballots: number }>;
  readonly close: () => Promise<void>;
}

/** Arranges a room of `states` delegations. */
export async function openRoom(states: number): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), "corett-bench-plenary-"));
  const ground = await openGround({ data: folder, baseUrl: "http://localhost" });
  const { database, ownerUrl, secret } = ground;
  const act = <T>(actor: Actor, work: (tx: Writing) => Promise<T>) => write(database, actor, work);
  const countries = invented(states);
  const meeting = await arrangeMeeting({ database, ownerUrl, secret, close: ground.close }, { countries });
  const cookies = await signedIn({ ownerUrl, secret }, countries.map((country) => meeting.titular(country).account));
  return {
    ownerUrl,
    secret,
    meeting,
    telephones: countries.map((country, place) => ({ country, cookie: cookies[place] ?? "" })),
    openVote: async (method) => {
      const [motion, id] = [randomUUID(), randomUUID()];
      const { secretariat, items } = meeting;
      const text = { es: "Se aprueba el plan de trabajo.", en: "The work plan is approved." };
      await act(secretariat, (tx) => proposeMotion(tx, secretariat, { id: motion, meeting: meeting.id, item: items.motion, purpose: "substance", title: { es: "Plan de trabajo", en: "Work plan" }, text }));
      const word = await act(secretariat, (tx) => openVote(tx, secretariat, { id, motion, method, rule: "simple", withRecount: true, key: method === "secret" ? urnKey(secret, id) : undefined }));
      if (word !== "opened") throw new Error(word);
      return id;
    },
    finish: async (vote) => {
      const { secretariat, secondSecretary } = meeting;
      const closed = await act(secretariat, (tx) => closeVote(tx, secretariat, { id: vote, key: urnKey(secret, vote) }));
      const counted = await act(secretariat, (tx) => countVote(tx, secretariat, vote));
      const recounted = await act(secondSecretary, (tx) => recountVote(tx, secondSecretary, vote));
      if (closed !== "closed" || counted !== "counted" || recounted !== "equal") throw new Error(`${closed}, ${counted}, ${recounted}`);
      return act(secretariat, (tx) => settleVote(tx, secretariat, vote));
    },
    kept: (vote) =>
      asOwner(ownerUrl, async (client) => {
        const marks = await client.query<{ country: string }>("select country from plenary.mark where vote = $1", [vote]);
        const ballots = await client.query<{ n: number }>("select count(*)::int as n from plenary.ballot where vote = $1", [vote]);
        return { marks: marks.rows.map(({ country }) => country), ballots: ballots.rows[0]?.n ?? 0 };
      }),
    close: async () => {
      await ground.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
