import { type Actor, isDay } from "#basics";
import type { Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { leads } from "./agreement.ts";
import { agreementOf, dayOfMeeting } from "./agreement.store.ts";
import type { AgreementRefusal } from "./refusal.ts";

/** What is wrong with a day of fulfilment: it does not exist, lies ahead, or before the meeting that took the agreement. */
export async function fulfilmentDayRefusal(tx: Writing, on: string, meeting: string, today: string): Promise<AgreementRefusal | undefined> {
  if (!isDay(on)) return "not-a-day";
  if (on > today) return "day-in-future";
  const begun = await dayOfMeeting(tx, meeting);
  return begun !== undefined && on < begun ? "day-before-meeting" : undefined;
}

/** Closes an open agreement with a note: fulfilled on a day, or withdrawn. `today` is an ISO day. */
export async function closeAgreement(
  tx: Writing,
  actor: Actor,
  number: string,
  close: ({ readonly state: "fulfilled"; readonly on: string } | { readonly state: "withdrawn" }) & { readonly note: string },
  today: string,
): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (close.note.trim() === "") return "reason-needed";
  if (close.state === "fulfilled") {
    const refusal = await fulfilmentDayRefusal(tx, close.on, agreement.meeting, today);
    if (refusal) return refusal;
  }
  const done = await tx
    .updateTable("plenary.agreement")
    .set({ state: close.state, fulfilled_on: close.state === "fulfilled" ? close.on : null, closing_note: close.note.trim() })
    .where("id", "=", agreement.id)
    .where("state", "=", "open")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return "closed";
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: `agreement.${close.state}`,
    sentence:
      close.state === "fulfilled"
        ? { es: `El acuerdo ${number} se dio por cumplido: ${close.note.trim()}`, en: `Agreement ${number} was declared fulfilled: ${close.note.trim()}` }
        : { es: `El acuerdo ${number} se retiró: ${close.note.trim()}`, en: `Agreement ${number} was withdrawn: ${close.note.trim()}` },
    detail: { agreement: number },
  });
  return undefined;
}

/** Opens a closed agreement again, with the reason: a mistake is corrected, and stays told. */
export async function reopenAgreement(tx: Writing, actor: Actor, number: string, reason: string): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (reason.trim() === "") return "reason-needed";
  const done = await tx
    .updateTable("plenary.agreement")
    .set({ state: "open", fulfilled_on: null, closing_note: "" })
    .where("id", "=", agreement.id)
    .where("state", "<>", "open")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return "already-open";
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: "agreement.reopened",
    sentence: { es: `El acuerdo ${number} se reabrió: ${reason.trim()}`, en: `Agreement ${number} was opened again: ${reason.trim()}` },
    detail: { agreement: number },
  });
  return undefined;
}

/** Makes an agreement public, or takes it back from the public pages. */
export async function publishAgreement(tx: Writing, actor: Actor, number: string, isPublic: boolean): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (agreement.isPublic === isPublic) return undefined;
  await tx.updateTable("plenary.agreement").set({ is_public: isPublic }).where("id", "=", agreement.id).execute();
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: isPublic ? "agreement.published" : "agreement.unpublished",
    sentence: isPublic
      ? { es: `El acuerdo ${number} se hizo público.`, en: `Agreement ${number} was made public.` }
      : { es: `El acuerdo ${number} dejó de ser público.`, en: `Agreement ${number} is no longer public.` },
    detail: { agreement: number },
  });
  return undefined;
}
