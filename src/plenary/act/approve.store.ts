import type { Actor, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { type OfficialDocument, unprintableCharacters } from "#documents";
import { tell } from "../history/event.store.ts";
import { meetingOf } from "../meeting/meeting.store.ts";
import { actNumber, actRefusal } from "./act.ts";
import { heldAct } from "./act.store.ts";
import { type Approval, actDocument } from "./assemble.ts";
import { type Finding, actFindings } from "./checklist.ts";
import { canonicalJson, contentDigest, revived } from "./digest.ts";
import type { ActFacts, SectionNow } from "./facts.ts";
import { factsOf } from "./facts.store.ts";
import { deadlineRange } from "./observation.ts";
import { observationsOf } from "./observation.store.ts";
import type { Refusal } from "./refusal.ts";
import { sectionsOf } from "./section.store.ts";
import { enqueueNotices } from "./notice.store.ts";
import { waitingCount } from "./text.store.ts";

/** An act as it stands: its facts, its parts, and the documents that would be printed. */
export interface ActNow {
  readonly facts: ActFacts;
  readonly sections: readonly SectionNow[];
  readonly documents: Readonly<Record<"es" | "en", OfficialDocument>>;
}

/** Reads an act that is not approved yet, whole; undefined where the actor sees no such meeting. */
export async function actNow(tx: Reading, meeting: string, now: Date, approval?: Approval): Promise<ActNow | undefined> {
  const facts = await factsOf(tx, meeting, now);
  if (!facts) return undefined;
  const sections = await sectionsOf(tx, meeting);
  return { facts, sections, documents: { es: actDocument(facts, sections, "es", approval), en: actDocument(facts, sections, "en", approval) } };
}

/** What stands against circulating an act, read for those who lead. */
export async function findingsOf(tx: Reading, meeting: string, { facts, sections, documents }: ActNow): Promise<Finding[]> {
  const unprintable = [...new Set([...unprintableCharacters(documents.es), ...unprintableCharacters(documents.en)])];
  return actFindings(facts, sections, { asides: await waitingCount(tx, meeting), unprintable });
}

/** Puts an act before the delegations until the end of a day in Guatemala. Warnings must be accepted by their ids. */
export async function circulateAct(
  tx: Writing,
  actor: Actor,
  meeting: string,
  wish: { readonly until: string; readonly accepted: readonly string[] },
  now: Date,
): Promise<Refusal | undefined> {
  const act = await heldAct(tx, actor, meeting);
  const refusal = actRefusal(actor, act?.state === "circulated" ? "prolong" : "circulate", act);
  if (refusal !== undefined || !act) return refusal ?? "act-none";
  const { first, last } = deadlineRange(dayInGuatemala(now));
  if (wish.until < first || wish.until > last) return "deadline-too-soon";
  if (act.state === "circulated") {
    if (wish.until === act.observationsUntil) return undefined;
    await tx.updateTable("plenary.act").set({ observations_until: wish.until }).where("meeting", "=", meeting).execute();
    await tellDeadline(tx, actor, meeting, wish.until, true);
    return undefined;
  }
  const present = await actNow(tx, meeting, now);
  if (!present) return "act-none";
  const findings = await findingsOf(tx, meeting, present);
  if (findings.some(({ level }) => level === "error")) return "errors-open";
  const warnings = findings.filter(({ level }) => level === "warning");
  if (warnings.some(({ id }) => !wish.accepted.includes(id))) return "warnings-open";
  await tx
    .updateTable("plenary.act")
    .set({ state: "circulated", circulated_at: sql`clock_timestamp()`, observations_until: wish.until })
    .where("meeting", "=", meeting)
    .execute();
  await tellDeadline(tx, actor, meeting, wish.until, false, warnings.map(({ id }) => id));
  await enqueueNotices(tx, actor, meeting, "circulated");
  return undefined;
}

async function tellDeadline(tx: Writing, actor: Actor, meeting: string, until: string, isProlonged: boolean, accepted: readonly string[] = []): Promise<void> {
  await tell(tx, actor, {
    meeting,
    kind: isProlonged ? "act.prolonged" : "act.circulated",
    sentence: isProlonged
      ? { es: `El plazo para observaciones al acta pasó al ${until}.`, en: `The time for observations on the act now ends on ${until}.` }
      : { es: `El acta circula para observaciones hasta el ${until}.`, en: `The act circulates for observations until ${until}.` },
    detail: { until, acceptedWarnings: accepted },
  });
}

/** Takes a circulated act back to be prepared again; the observations stay. */
export async function recallAct(tx: Writing, actor: Actor, meeting: string): Promise<Refusal | undefined> {
  const refusal = actRefusal(actor, "recall", await heldAct(tx, actor, meeting));
  if (refusal !== undefined) return refusal;
  await tx.updateTable("plenary.act").set({ state: "draft", circulated_at: null, observations_until: null }).where("meeting", "=", meeting).execute();
  await tell(tx, actor, {
    meeting,
    kind: "act.recalled",
    sentence: { es: "El acta se retiró de circulación para prepararla de nuevo.", en: "The act was recalled to be prepared again." },
  });
  return undefined;
}

/** What approves an act: a motion of purpose 'previous-act' that a later meeting adopted. */
export interface ApprovalWish {
  readonly meeting: string;
  readonly approvedIn: string;
  readonly motion: string;
  /** The digest that the approving person read on the page; another one now refuses with 'changed'. */
  readonly expected?: string;
}

/**
 * Records that the plenary approved an act: both languages are kept as they are printed from now on, and their digest is what
 * presidency and secretariat sign. Nothing of the act changes afterwards; the tables hold the same.
 */
export async function approveAct(tx: Writing, actor: Actor, wish: ApprovalWish, now = new Date()): Promise<{ readonly digest: string } | { readonly refusal: Refusal }> {
  const { meeting, approvedIn, motion } = wish;
  const act = await heldAct(tx, actor, meeting);
  const refusal = actRefusal(actor, "approve", act);
  if (refusal !== undefined || !act) return { refusal: refusal ?? "act-none" };
  const [own, later] = [await meetingOf(tx, meeting), await meetingOf(tx, approvedIn)];
  const decided = await decisionOf(tx, approvedIn, motion);
  if (!own?.closedAt || !later?.openedAt || later.openedAt < own.closedAt) return { refusal: "not-later" };
  if (!decided) return { refusal: "not-decided" };
  if (act.circulatedAt === null || decided.at < act.circulatedAt || decided.isUsed) return { refusal: "decided-before" };
  if ((await observationsOf(tx, meeting)).some(({ state }) => state === "open")) return { refusal: "observations-open" };
  if ((await waitingCount(tx, meeting)) > 0) return { refusal: "errors-open" };
  const present = await actNow(tx, meeting, now, { meeting: approvedIn, motion: decided.number, day: decided.at });
  if (!present) return { refusal: "act-none" };
  const canonical = canonicalOf(present.documents);
  const digest = contentDigest(canonical);
  if (wish.expected !== undefined && wish.expected !== digest) return { refusal: "changed" };
  for (const language of ["es", "en"] as const) await tx.insertInto("plenary.act_snapshot").values({ meeting, language, canonical: canonical[language] }).execute();
  await tx
    .updateTable("plenary.act")
    .set({ state: "approved", approved_in: approvedIn, approved_motion: motion, approved_at: sql`clock_timestamp()`, content_digest: digest })
    .where("meeting", "=", meeting)
    .execute();
  for (const where of [meeting, approvedIn])
    await tell(tx, actor, {
      meeting: where,
      kind: "act.approved",
      sentence: {
        es: `El Pleno aprobó el ${actNumber(meeting)} en la reunión ${approvedIn} (moción ${decided.number}). Huella: ${digest}.`,
        en: `The plenary approved ${actNumber(meeting)} in meeting ${approvedIn} (motion ${decided.number}). Fingerprint: ${digest}.`,
      },
      detail: { act: meeting, motion, digest },
    });
  return { digest };
}

/** The writing over which the digest is computed, of both languages. */
export function canonicalOf(documents: Readonly<Record<"es" | "en", OfficialDocument>>): Text {
  return { es: canonicalJson(documents.es), en: canonicalJson(documents.en) };
}

interface Decision {
  readonly number: number;
  readonly at: Date;
  /** It approved another act already. */
  readonly isUsed: boolean;
}

async function decisionOf(tx: Reading, meeting: string, motion: string): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom("plenary.motion as o")
    .leftJoin("plenary.act as a", "a.approved_motion", "o.id")
    .select(["o.number", "o.decided_at as at", "a.meeting as used"])
    .where("o.id", "=", motion)
    .where("o.meeting", "=", meeting)
    .where("o.purpose", "=", "previous-act")
    .where("o.state", "=", "adopted")
    .executeTakeFirst();
  return row?.at ? { number: row.number, at: row.at, isUsed: row.used !== null } : undefined;
}

/** Motions that would approve the act of a meeting now: adopted by a later one for that purpose, after it circulated, and not used yet. */
export async function approvingMotions(tx: Reading, meeting: string): Promise<{ id: string; meeting: string; number: number; title: Text }[]> {
  const rows = await tx
    .selectFrom("plenary.motion as o")
    .innerJoin("plenary.meeting as later", "later.id", "o.meeting")
    .innerJoin("plenary.meeting as own", (join) => join.on("own.id", "=", meeting))
    .innerJoin("plenary.act as act", "act.meeting", "own.id")
    .leftJoin("plenary.act as used", "used.approved_motion", "o.id")
    .select(["o.id", "o.meeting", "o.number", "o.title_es", "o.title_en"])
    .where("o.purpose", "=", "previous-act")
    .where("o.state", "=", "adopted")
    .where("used.meeting", "is", null)
    .whereRef("o.decided_at", ">=", "act.circulated_at")
    .whereRef("later.opened_at", ">=", "own.closed_at")
    .orderBy("o.decided_at", "desc")
    .execute();
  return rows.map(({ title_es, title_en, ...row }) => ({ ...row, title: { es: title_es, en: title_en } }));
}

/** The approved act as it was kept, in both languages; undefined before it is approved, or where the actor may not read it. */
export async function snapshotOf(tx: Reading, meeting: string): Promise<ActNow["documents"] | undefined> {
  const rows = await tx.selectFrom("plenary.act_snapshot").select(["language", "canonical"]).where("meeting", "=", meeting).execute();
  const kept = (language: string) => rows.find((row) => row.language === language)?.canonical;
  const [es, en] = [kept("es"), kept("en")];
  return es === undefined || en === undefined ? undefined : { es: revived(JSON.parse(es)), en: revived(JSON.parse(en)) };
}

/** The day in Guatemala, by which deadlines of the coalition end. */
export function dayInGuatemala(now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Guatemala" }).format(now);
}
