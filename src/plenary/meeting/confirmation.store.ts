import { type Actor, countryName } from "#basics";
import type { Reading, Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { type Answer, modeFits } from "./confirmation.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { meetingOf, seatsOf } from "./meeting.store.ts";
import { acknowledge } from "./notice.store.ts";

/** A delegation's answer as it stands. */
export interface Confirmation extends Answer {
  readonly country: string;
  readonly answeredAt: Date;
}

/** The answers of the delegations. Observers see none (policy). */
export async function confirmationsOf(tx: Reading, meeting: string): Promise<Confirmation[]> {
  const rows = await tx
    .selectFrom("plenary.confirmation")
    .select(["country", "answer", "mode", "note", "answered_at as answeredAt"])
    .where("meeting", "=", meeting)
    .orderBy("country")
    .execute();
  return rows as Confirmation[]; // the table's checks hold answer and mode
}

/** Why an answer is not taken. */
export type AnswerRefusal = ActRefusal | "no-seat" | "mode-unfit";

/**
 * Gives or changes the answer of the actor's own delegation. The last one counts; each is told in the history. Whoever answers
 * a convocation has received it: the receipt is acknowledged with it.
 */
export async function answerConvocation(tx: Writing, actor: Actor, id: string, answer: Answer): Promise<AnswerRefusal | undefined> {
  const meeting = await meetingOf(tx, id);
  const refusal = actRefusal(actor, "answer", meeting);
  if (refusal !== undefined || !meeting || actor.kind !== "member" || actor.country === undefined) return refusal ?? "not-yours";
  const { country, account } = actor;
  if (!(await seatsOf(tx, id)).includes(country)) return "no-seat";
  if (!modeFits(meeting, answer.mode)) return "mode-unfit";
  await acknowledge(tx, actor, id); // no receipt where none was sent, as to somebody new in office
  const before = (await confirmationsOf(tx, id)).find((each) => each.country === country);
  if (before && before.answer === answer.answer && before.mode === answer.mode && before.note === answer.note) return undefined;
  await tx
    .insertInto("plenary.confirmation")
    .values({ meeting: id, country, ...answer, answered_by: account })
    .onConflict((known) => known.columns(["meeting", "country"]).doUpdateSet({ ...answer, answered_at: new Date(), answered_by: account }))
    .execute();
  const name = countryName(country);
  const modes = { "in-person": { es: " en persona", en: " in person" }, virtual: { es: " por enlace", en: " by link" } } as const;
  const mode = answer.mode === null ? { es: "", en: "" } : modes[answer.mode];
  await tell(tx, actor, {
    meeting: id,
    kind: "delegation.answered",
    sentence:
      answer.answer === "attends"
        ? { es: `La delegación de ${name.es} confirmó que asiste${mode.es}.`, en: `The delegation of ${name.en} confirmed that it attends${mode.en}.` }
        : { es: `La delegación de ${name.es} informó que no asiste.`, en: `The delegation of ${name.en} told that it does not attend.` },
    detail: { country, answer: answer.answer, mode: answer.mode },
  });
  return undefined;
}
