import type { Actor } from "#basics";
import { widen } from "#archive";
import type { Reading, Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { type Agreement, type Progress, leads, reportRefusal } from "./agreement.ts";
import { agreementOf } from "./agreement.store.ts";
import { fulfilmentDayRefusal } from "./agreement-close.store.ts";
import { directory } from "./directory.store.ts";
import type { AgreementRefusal } from "./refusal.ts";

/** A report as it is sent. */
export interface ReportDraft {
  /** Made by the form, so that the same form sent twice makes one report. */
  readonly id: string;
  readonly kind: Progress["kind"];
  readonly text: string;
  /** An address that begins with https:// or http://. */
  readonly evidenceUrl?: string;
  /** Id of a document of the archive. */
  readonly evidenceDocument?: string;
}

/**
 * Whether a report can be taken as things stand; else the word why not. Asked before its evidence is kept. A report that is there
 * already, `id` tells which, does not stand in its own way.
 */
export async function mayReport(tx: Reading, actor: Actor, agreement: Agreement, kind: Progress["kind"], id: string): Promise<AgreementRefusal | undefined> {
  const refusal = reportRefusal(actor, agreement, kind, (await directory(tx)).committeeCountries);
  if (refusal || kind === "progress") return refusal;
  const waiting = await tx
    .selectFrom("plenary.agreement_progress")
    .select("id")
    .where("agreement", "=", agreement.id)
    .where("kind", "=", "fulfilled")
    .where("answer", "is", null)
    .where("country", "is not distinct from", actor.kind === "member" ? (actor.country ?? null) : null)
    .where("id", "<>", id)
    .executeTakeFirst();
  return waiting ? "claim-waiting" : undefined;
}

/** Keeps a report of progress, or the claim that an agreement is fulfilled. Policies `state_reports` and `leaders_report`. */
export async function reportProgress(tx: Writing, actor: Actor, number: string, draft: ReportDraft): Promise<AgreementRefusal | undefined> {
  if (actor.kind !== "member") return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  const same = await tx.selectFrom("plenary.agreement_progress").select("id").where("id", "=", draft.id).executeTakeFirst();
  if (same) return undefined;
  const refusal = await mayReport(tx, actor, agreement, draft.kind, draft.id);
  if (refusal) return refusal;
  const kept = await tx
    .insertInto("plenary.agreement_progress")
    .values({
      id: draft.id,
      agreement: agreement.id,
      kind: draft.kind,
      text: draft.text,
      evidence_url: draft.evidenceUrl ?? null,
      evidence_document: draft.evidenceDocument ?? null,
      account: actor.account,
      name: actor.name,
      country: actor.country ?? null,
      office: actor.office,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  // The same report from another telephone, or another claim that was quicker.
  return kept || draft.kind === "progress" ? undefined : "claim-waiting";
}

/** The leaders' answer to a report. */
export interface ReportAnswer {
  readonly answer: "accepted" | "returned";
  /** Why it is returned; with an accepted one it may say more. */
  readonly note: string;
  /** ISO day of fulfilment, where a claim is accepted. */
  readonly on?: string;
}

/**
 * Accepts a report, which the other members and the observers then see, or returns it with the reason; never one's own. A claim
 * that is accepted fulfils the agreement. `today` is an ISO day. Policy `leaders_answer`.
 */
export async function answerReport(tx: Writing, actor: Actor, report: string, { answer, note, on }: ReportAnswer, today: string): Promise<AgreementRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  const found = await tx.selectFrom("plenary.agreement_progress").selectAll().where("id", "=", report).executeTakeFirst();
  if (!found) return "unknown-report";
  if (found.answer !== null) return "already-answered";
  if (found.account === actor.account) return "own-report";
  if (answer === "returned" && note.trim() === "") return "reason-needed";
  // Whoever closes the agreement at this moment comes first or after, not between.
  const { number } = await tx.selectFrom("plenary.agreement").select("number").where("id", "=", found.agreement).forUpdate().executeTakeFirstOrThrow();
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  const day = on ?? today;
  const fulfils = answer === "accepted" && found.kind === "fulfilled";
  if (fulfils) {
    if (agreement.state !== "open") return "closed";
    const refusal = await fulfilmentDayRefusal(tx, day, agreement.meeting, today);
    if (refusal) return refusal;
  }
  const done = await tx
    .updateTable("plenary.agreement_progress")
    .set({ answer, answer_note: note.trim(), answered_at: new Date(), answered_by: actor.account })
    .where("id", "=", report)
    .where("answer", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return "already-answered";
  // Evidence follows its report to the members; only the secretariat may show a document to more readers.
  if (answer === "accepted" && found.evidence_document !== null && actor.office === "secretariat") await widen(tx, found.evidence_document, "members");
  if (!fulfils) return undefined;
  await tx
    .updateTable("plenary.agreement")
    .set({ state: "fulfilled", fulfilled_on: day, closing_note: note.trim() })
    .where("id", "=", agreement.id)
    .where("state", "=", "open")
    .execute();
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: "agreement.fulfilled",
    sentence: {
      es: `Se aceptó que el acuerdo ${agreement.number} está cumplido.`,
      en: `It was accepted that agreement ${agreement.number} is fulfilled.`,
    },
    detail: { agreement: agreement.number },
  });
  return undefined;
}

/** A claim of fulfilment that waits for its answer, as the desk and the board show it. */
export interface WaitingClaim {
  readonly id: string;
  readonly agreement: string;
  readonly account: string;
  readonly country: string | null;
}

/** The claims of open agreements that wait; the leaders see all, a country its own. */
export async function claimsWaiting(tx: Reading): Promise<WaitingClaim[]> {
  return tx
    .selectFrom("plenary.agreement_progress as p")
    .innerJoin("plenary.agreement as a", "a.id", "p.agreement")
    .select(["p.id", "a.number as agreement", "p.account", "p.country"])
    .where("p.kind", "=", "fulfilled")
    .where("p.answer", "is", null)
    .where("a.state", "=", "open")
    .orderBy("p.at")
    .execute();
}
