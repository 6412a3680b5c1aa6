import { randomUUID } from "node:crypto";
import { sql, write } from "#database";
import { countVote, recountVote } from "../src/plenary/vote/count.store.ts";
import { closeConsensus, openConsensus, statePosition } from "../src/plenary/vote/consensus.store.ts";
import { proposeMotion } from "../src/plenary/vote/motion.store.ts";
import { closeVote, settleVote } from "../src/plenary/vote/vote-act.store.ts";
import { holdsRound, opensElection, stand } from "./plenary-election.ts";
import { type ArrangedMeeting, arrangeMeeting, nine } from "./plenary-meeting.ts";
import { act, anOpenVote, cast, keyOf, paperFor } from "./plenary-vote.ts";
import type { World } from "./world.ts";

/** The reservation that Mexico states in the arranged meeting. */
export const reservation = "México se reserva el artículo 7 mientras su congreso conoce la reforma.";

/** Closes a meeting as the secretariat does. */
export async function closeMeeting(world: World, meeting: ArrangedMeeting): Promise<void> {
  await write(world.database, meeting.secretariat, (tx) => tx.updateTable("plenary.meeting").set({ state: "closed" }).where("id", "=", meeting.id).execute());
}

/** A motion put in words, decided by consensus; what it answered. */
export async function consensusOn(
  world: World,
  meeting: ArrangedMeeting,
  purpose: "substance" | "previous-act",
  says: readonly (readonly [string, "agreement" | "reservation" | "objection", string])[] = [],
): Promise<{ motion: string; outcome: string }> {
  const [motion, id] = [randomUUID(), randomUUID()];
  const item = purpose === "previous-act" ? meeting.items["previous-act"] : meeting.items.motion;
  const title = purpose === "previous-act" ? { es: "Aprobar el acta anterior", en: "Approve the previous act" } : { es: "Protocolo de remisión", en: "Referral protocol" };
  const text = { es: `Se aprueba: ${title.es}.`, en: `It is approved: ${title.en}.` };
  await act(world, meeting.secretariat, (tx, actor) => proposeMotion(tx, actor, { id: motion, meeting: meeting.id, item, purpose, title, text }));
  await act(world, meeting.secretariat, (tx, actor) => openConsensus(tx, actor, { id, motion }));
  for (const [country, kind, words] of says)
    await act(world, meeting.titular(country), (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus: id, kind, text: words }));
  return { motion, outcome: await act(world, meeting.secretariat, (tx, actor) => closeConsensus(tx, actor, id)) };
}

/** Closes, counts, counts again, settles a vote on a motion; what it answered. */
async function finish(world: World, meeting: ArrangedMeeting, vote: string): Promise<string> {
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote, key: keyOf(vote) }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
  await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, vote));
  return act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote));
}

/**
 * A closed meeting in which everything happened that an act can tell: late arrivals and a departure, a suspension, notes, a
 * report, speeches, consensus with a reservation, an objection, a roll call and a secret vote with both counts, an election
 * of two rounds with its proclamation, and an agreement.
 */
export async function eventfulMeeting(world: World, place: { year?: number; ordinal?: number } = {}): Promise<ArrangedMeeting> {
  const meeting = await arrangeMeeting(world, { ...place, present: nine.filter((country) => country !== "DOM") });
  const { secretariat } = meeting;
  await meeting.arrive("DOM");
  await meeting.arrive("CRI", "alternate");
  await write(world.database, secretariat, async (tx) => {
    await tx
      .insertInto("plenary.item_note")
      .values({ item: meeting.items.motion, version: 1, based_on: 0, body: "Costa Rica presentó el texto.\n\n- Guatemala pidió plazos.\n- Panamá apoyó.", author: secretariat.account, author_name: secretariat.name })
      .execute();
    await sql`insert into plenary.suspension (meeting, reason) values (${meeting.id}, 'Receso')`.execute(tx);
    await sql`update plenary.suspension set until_at = clock_timestamp() where meeting = ${meeting.id}`.execute(tx);
  });
  await write(world.database, meeting.titular("GTM"), (tx) =>
    tx
      .insertInto("plenary.country_report")
      .values({ meeting: meeting.id, country: "GTM", body: "Guatemala informó sobre su plan nacional.", handed_in_by: meeting.titular("GTM").account })
      .execute(),
  );
  const adopted = await consensusOn(world, meeting, "substance", [
    ["GTM", "agreement", ""],
    ["MEX", "reservation", reservation],
  ]);
  const objected = await consensusOn(world, meeting, "substance", [["NIC", "objection", "Nicaragua no acompaña el texto."]]);
  const roll = await anOpenVote(world, meeting, { rule: "absolute-of-present", withRecount: true, motion: objected.motion });
  for (const [place2, country] of nine.slice(0, 8).entries()) await cast(world, meeting.titular(country), roll, place2 < 6 ? 1 : place2 === 6 ? 2 : 3);
  const secret = await settledSecret(world, meeting, await finish(world, meeting, roll));
  await opensElection(world, meeting);
  await stand(world, meeting, ["GTM", "CRI", "PAN"]);
  const first = await holdsRound(world, meeting, { BLZ: "GTM", CRI: "CRI", SLV: "GTM", GTM: "GTM", HND: "CRI", MEX: "PAN", NIC: "PAN", PAN: "CRI", DOM: "GTM" });
  const second = await holdsRound(world, meeting, { BLZ: "GTM", CRI: "CRI", SLV: "GTM", GTM: "GTM", HND: "CRI", MEX: "GTM", NIC: "GTM", PAN: "CRI", DOM: "GTM" });
  await write(world.database, meeting.presidency, (tx) => sql`select plenary.proclaim(e.id) from plenary.election e where e.meeting = ${meeting.id}`.execute(tx));
  await meeting.leave("MEX");
  await write(world.database, secretariat, (tx) =>
    sql`with made as (
      insert into plenary.agreement (number, year, ordinal, meeting, item, motion, title_es, title_en, text_es, text_en, entered_by)
      select 'ACUERDO-CORETT-' || m.year || '-' || to_char(m.ordinal, 'FM00'), m.year, m.ordinal, m.id, o.item, o.id, o.title_es, o.title_en, o.text_es, o.text_en, ${secretariat.account}
      from plenary.motion o join plenary.meeting m on m.id = o.meeting where o.id = ${adopted.motion} returning id)
      insert into plenary.agreement_responsible (agreement, kind, country) select id, 'member', 'GTM' from made`.execute(tx),
  );
  const words = [adopted.outcome, objected.outcome, secret, first.outcome, second.outcome].join(", ");
  if (words !== "adopted, objected, adopted, second-round, elected") throw new Error(`The meeting went otherwise: ${words}`);
  await closeMeeting(world, meeting);
  return meeting;
}

/** A secret vote after the roll call; the outcome of the secret one, if the roll call was adopted. */
async function settledSecret(world: World, meeting: ArrangedMeeting, roll: string): Promise<string> {
  if (roll !== "adopted") throw new Error(`The roll call was ${roll}`);
  const vote = await anOpenVote(world, meeting, { method: "secret" });
  for (const country of nine) await cast(world, meeting.titular(country), vote, country === "BLZ" ? 2 : 1, paperFor(vote, country).slip);
  return finish(world, meeting, vote);
}
