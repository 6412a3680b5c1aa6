import type { Actor } from "#basics";
import { termOn } from "#coalition";
import { type Reading, type Writing, sql } from "#database";
import { enqueue } from "#jobs";
import { plenaryActTextWords } from "#words";
import { tell } from "../history/event.store.ts";
import { type Act, actNumber, actRefusal } from "./act.ts";
import { actOf, heldAct } from "./act.store.ts";
import { dayInGuatemala } from "./approve.store.ts";
import { memberNames } from "./facts.store.ts";
import type { Refusal } from "./refusal.ts";

/** A signature as it stands: who, in which office, when, and over what. */
export interface ActSignature {
  readonly office: "presidency" | "secretariat";
  readonly account: string;
  readonly name: string;
  readonly post: { readonly es: string; readonly en: string };
  readonly digest: string;
  readonly at: Date;
}

/** The signatures on an act, the presidency's first. */
export async function signaturesOf(tx: Reading, meeting: string): Promise<ActSignature[]> {
  const rows = await tx
    .selectFrom("plenary.act_signature")
    .select(["office", "account", "name", "post_es", "post_en", "digest", "at"])
    .where("meeting", "=", meeting)
    .orderBy("office")
    .execute();
  return rows.map(({ post_es, post_en, office, ...row }) => ({ ...row, office: office as ActSignature["office"], post: { es: post_es, en: post_en } })); // the check holds the offices
}

/** What a person signs with: the digest that was read, and the number of the act typed by hand. */
export interface Signing {
  readonly meeting: string;
  readonly digest: string;
  readonly typedNumber: string;
  /** Verification code for the files, from `newVerificationCode`; kept with the second signature. */
  readonly code: string;
}

/** Whether somebody typed the number of the act of this meeting, in whatever letters. */
export function isNumberOf(meeting: string, typed: string): boolean {
  return typed.trim().toUpperCase() === actNumber(meeting);
}

/**
 * Why the actor cannot sign this act as it was read, or nothing. Asked before a proof is used up, and again while the act is held.
 * One person signs once, whatever offices they hold.
 */
export async function whyNotSign(tx: Reading, actor: Actor, { meeting, digest }: Pick<Signing, "meeting" | "digest">, held?: Act): Promise<Refusal | undefined> {
  const act = held ?? (await actOf(tx, meeting));
  const refusal = actRefusal(actor, "sign", act);
  if (refusal !== undefined || actor.kind !== "member" || !act) return refusal ?? "not-yours";
  const signed = await signaturesOf(tx, meeting);
  if (signed.some(({ office }) => office === officeOf(actor))) return "already-signed";
  if (signed.some(({ account }) => account === actor.account)) return "same-person";
  return digest === act.digest ? undefined : "changed";
}

function officeOf(actor: Actor): ActSignature["office"] {
  return actor.kind === "member" && actor.office === "presidency" ? "presidency" : "secretariat";
}

/**
 * Signs an approved act for the acting office. The second signature makes it signed and asks for its files in the same
 * transaction. The page has asked the person for their second step.
 */
export async function signAct(tx: Writing, actor: Actor, signing: Signing, now: Date): Promise<Refusal | undefined> {
  const { meeting } = signing;
  const act = await heldAct(tx, actor, meeting);
  const refusal = await whyNotSign(tx, actor, signing, act);
  if (refusal !== undefined || actor.kind !== "member" || !act?.digest) return refusal ?? "not-yours";
  if (!isNumberOf(meeting, signing.typedNumber)) return "wrong-number";
  const office = officeOf(actor);
  const isFirst = (await signaturesOf(tx, meeting)).length === 0;
  const post = await postOf(tx, office, dayInGuatemala(now));
  await tx
    .insertInto("plenary.act_signature")
    .values({ meeting, office, account: actor.account, name: actor.name, post_es: post.es, post_en: post.en, digest: act.digest })
    .execute();
  await tell(tx, actor, {
    meeting,
    kind: "act.signed",
    sentence: { es: `${actor.name} firmó el ${actNumber(meeting)}: ${post.es}.`, en: `${actor.name} signed ${actNumber(meeting)}: ${post.en}.` },
    detail: { office, digest: act.digest },
  });
  if (isFirst) return undefined;
  await tx.updateTable("plenary.act").set({ state: "signed", code: signing.code, signed_at: sql`clock_timestamp()` }).where("meeting", "=", meeting).execute();
  await enqueueFiles(tx, actor, meeting);
  return undefined;
}

async function postOf(tx: Reading, office: ActSignature["office"], day: string): Promise<{ es: string; en: string }> {
  const term = await termOn(tx, office, day);
  const name = term?.country === undefined ? undefined : (await memberNames(tx))(term.country);
  const holder = (language: "es" | "en") => name?.[language] ?? term?.body ?? "";
  return { es: plenaryActTextWords.es.signature[office](holder("es")), en: plenaryActTextWords.en.signature[office](holder("en")) };
}

/** Asks for the files of a signed act; asking twice makes them once. */
export async function enqueueFiles(tx: Writing, actor: Actor, meeting: string): Promise<void> {
  await enqueue(tx, {
    kind: "act-files",
    title: { es: `Archivos del acta ${meeting}`, en: `Files of act ${meeting}` },
    payload: { meeting },
    ...(actor.kind === "member" ? { account: actor.account } : {}),
    page: `/workspace/meetings/${meeting}/act`,
  });
}

/** Asks again for the files of a signed act whose task failed. */
export async function retryFiles(tx: Writing, actor: Actor, meeting: string): Promise<Refusal | undefined> {
  const act: Act | undefined = await heldAct(tx, actor, meeting);
  const refusal = actRefusal(actor, "retry-files", act);
  if (refusal !== undefined) return refusal;
  await enqueueFiles(tx, actor, meeting);
  return undefined;
}
