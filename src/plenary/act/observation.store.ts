import { type Actor, countryName } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { seatsOf } from "../meeting/meeting.store.ts";
import { actRefusal } from "./act.ts";
import { actOf, heldAct } from "./act.store.ts";
import type { Observation } from "./observation.ts";
import type { Refusal } from "./refusal.ts";
import { sectionsOf } from "./section.store.ts";

/** The observations on an act in the order in which they came. */
export async function observationsOf(tx: Reading, meeting: string): Promise<Observation[]> {
  const rows = await tx
    .selectFrom("plenary.act_observation")
    .select(["id", "section", "country", "text", "proposed", "at", "name", "state", "answer", "answered_at as answeredAt"])
    .where("meeting", "=", meeting)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows as Observation[]; // the table's check holds the states
}

/** What a delegate writes. `id` comes from the form: the same form sent twice observes once. */
export interface ObservationDraft {
  readonly id: string;
  readonly section: string | null;
  readonly text: string;
  readonly proposed: string;
}

/** A delegation observes on a circulated act, until the end of the day that was set. `today` is the day in Guatemala. */
export async function observe(tx: Writing, actor: Actor, meeting: string, draft: ObservationDraft, today: string): Promise<Refusal | undefined> {
  const act = await actOf(tx, meeting);
  const refusal = actRefusal(actor, "observe", act);
  if (refusal !== undefined || actor.kind !== "member" || actor.country === undefined) return refusal ?? "not-yours";
  if (!(await seatsOf(tx, meeting)).includes(actor.country)) return "not-a-seat";
  if ((act?.observationsUntil ?? "") < today) return "deadline-passed";
  const section = draft.section === null ? undefined : (await sectionsOf(tx, meeting)).find(({ id }) => id === draft.section);
  if (draft.section !== null && !section) return "unknown-section";
  if ((await observationsOf(tx, meeting)).some(({ id }) => id === draft.id)) return undefined;
  await tx
    .insertInto("plenary.act_observation")
    .values({ id: draft.id, meeting, section: draft.section, country: actor.country, text: draft.text.trim(), proposed: draft.proposed.trim(), account: actor.account, name: actor.name })
    .execute();
  const name = countryName(actor.country);
  await tell(tx, actor, {
    meeting,
    kind: "act.observed",
    sentence: {
      es: `${name.es} hizo una observación al acta${section ? `, en «${section.title.es}»` : ""}.`,
      en: `${name.en} made an observation on the act${section ? `, on “${section.title.en}”` : ""}.`,
    },
    detail: { observation: draft.id },
  });
  return undefined;
}

/** Those who lead take an observation up or not, and say why. The answer may change until the act is approved. */
export async function answerObservation(
  tx: Writing,
  actor: Actor,
  meeting: string,
  id: string,
  answer: { readonly state: "taken-up" | "not-taken-up"; readonly reason: string },
): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "answer", await heldAct(tx, actor, meeting));
  if (refusal !== undefined || actor.kind !== "member") return refusal ?? "not-yours";
  const observation = (await observationsOf(tx, meeting)).find((each) => each.id === id);
  if (!observation) return "unknown-observation";
  await tx
    .updateTable("plenary.act_observation")
    .set({ state: answer.state, answer: answer.reason.trim(), answered_at: sql`clock_timestamp()`, answered_by: actor.account })
    .where("id", "=", id)
    .execute();
  const name = countryName(observation.country);
  const isTaken = answer.state === "taken-up";
  await tell(tx, actor, {
    meeting,
    kind: "act.observation-answered",
    sentence: {
      es: `Se ${isTaken ? "acogió" : "respondió sin acoger"} una observación de ${name.es} al acta: ${answer.reason.trim()}`,
      en: `An observation of ${name.en} on the act was ${isTaken ? "taken up" : "answered and not taken up"}: ${answer.reason.trim()}`,
    },
    detail: { observation: id },
  });
  return undefined;
}
