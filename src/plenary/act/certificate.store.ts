import type { Actor } from "#basics";
import { type Deposit, deposit } from "#archive";
import { type Reading, type Writing, sql } from "#database";
import { type OfficialDocument, officialPdf } from "#documents";
import { plenaryActTextWords } from "#words";
import { tell } from "../history/event.store.ts";
import { type Act, actRefusal, leadsAct } from "./act.ts";
import { actOf } from "./act.store.ts";
import { staysOf } from "./assemble-attendance.ts";
import { snapshotOf } from "./approve.store.ts";
import { attendanceDocument, certificateNumber, extractDocument, printedAgreement } from "./certificate.ts";
import type { ActFacts } from "./facts.ts";
import { factsOf } from "./facts.store.ts";
import type { Refusal } from "./refusal.ts";

/** An extract or an attendance certificate that was given out. */
export interface Certificate {
  readonly id: string;
  readonly kind: "extract" | "attendance";
  readonly number: string;
  /** What or whom it is about, as it was named. */
  readonly subject: string;
  readonly code: string;
  readonly givenAt: Date;
}

/** The certificates of a meeting in the order of their numbers; policies give a state its own people's and all extracts. */
export async function certificatesOf(tx: Reading, meeting: string): Promise<Certificate[]> {
  const rows = await tx
    .selectFrom("plenary.certificate")
    .select(["id", "kind", "number", "subject", "code", "given_at as givenAt"])
    .where("meeting", "=", meeting)
    .orderBy("given_at")
    .execute();
  return rows as Certificate[]; // the table's check holds the kinds
}

/** What is certified: one agreement, one decision, or one person's attendance, by their ids. */
export type Subject = { readonly agreement: string } | { readonly motion: string } | { readonly accreditation: string };

/** A certificate to be given. `id` comes from the form: the same form sent twice gives one. */
export interface CertificateWish {
  readonly id: string;
  readonly meeting: string;
  readonly subject: Subject;
  /** From `newVerificationCode`. */
  readonly code: string;
  /** Public address of the platform, printed with the code. */
  readonly origin: string;
}

/** Prints a certificate in both languages, deposits it under the next number of the meeting, and lists it: one transaction. */
export async function giveCertificate(tx: Writing, actor: Actor, wish: CertificateWish, now: Date): Promise<{ readonly number: string } | { readonly refusal: Refusal }> {
  if (!leadsAct(actor) || actor.kind !== "member") return { refusal: "not-yours" };
  const { id, meeting, subject, code } = wish;
  await sql`select pg_advisory_xact_lock(7226591, hashtext(${meeting}))`.execute(tx); // numbers follow one another
  const given = await certificatesOf(tx, meeting);
  const known = given.find((each) => each.id === id);
  if (known) return { number: known.number };
  const number = certificateNumber(meeting, given.length);
  const said = plenaryActTextWords.es.signature.secretariat("");
  const post = actor.office === "presidency" ? { es: plenaryActTextWords.es.signature.presidency(""), en: plenaryActTextWords.en.signature.presidency("") } : { es: said, en: plenaryActTextWords.en.signature.secretariat("") };
  const frame = { number, code, origin: wish.origin, givenBy: actor.name, post, givenAt: now };
  const facts = await factsOf(tx, meeting, now);
  if (!facts) return { refusal: "unknown-subject" };
  let documents: readonly OfficialDocument[];
  let named: { es: string; en: string };
  let country: string | null = null;
  if ("accreditation" in subject) {
    const person = facts.attendees.find(({ accreditation }) => accreditation === subject.accreditation);
    if (!person) return { refusal: "unknown-subject" };
    if (facts.meeting.state !== "closed" || person.checkedAt === null || staysOf(person).length === 0) return { refusal: "not-checked" };
    documents = (["es", "en"] as const).map((language) => attendanceDocument(facts, person, frame, language));
    named = { es: person.name, en: person.name };
    country = person.country;
  } else {
    const act = await actOf(tx, meeting);
    const refusal = actRefusal(actor, "extract", act);
    if (refusal !== undefined || !act?.digest) return { refusal: refusal ?? "act-none" };
    const extract = extracted(facts, subject, act, await snapshotOf(tx, meeting));
    if (!extract) return { refusal: "unknown-subject" };
    const { digest } = act;
    documents = (["es", "en"] as const).map((language) => extractDocument(facts, extract[language], digest, frame, language));
    named = extract.named;
  }
  const kept = await deposit(tx, actor, await asDeposit(documents, number, named, country, code));
  if ("refusal" in kept) return { refusal: "not-deposited" };
  await tx
    .insertInto("plenary.certificate")
    .values({
      id,
      meeting,
      kind: "accreditation" in subject ? "attendance" : "extract",
      number,
      subject: named.es,
      accreditation: "accreditation" in subject ? subject.accreditation : null,
      agreement: "agreement" in subject ? subject.agreement : null,
      motion: "motion" in subject ? subject.motion : null,
      document: kept.id,
      code,
      given_by: actor.account,
    })
    .execute();
  await tell(tx, actor, {
    meeting,
    kind: "act.certificate",
    sentence: { es: `${actor.name} extendió el documento ${number}: ${named.es}.`, en: `${actor.name} gave the document ${number}: ${named.en}.` },
    detail: { number },
  });
  return { number };
}

/**
 * What an extract says: an agreement as the kept act prints it, or a motion that was decided before the act was approved (its
 * text and its outcome cannot change). Undefined where the approved act does not have it.
 */
function extracted(facts: ActFacts, subject: Subject, act: Act, kept: Awaited<ReturnType<typeof snapshotOf>>) {
  if ("agreement" in subject) {
    const number = facts.agreements.find((each) => each.id === subject.agreement)?.number;
    const [es, en] = kept && number !== undefined ? [printedAgreement(kept.es, number), printedAgreement(kept.en, number)] : [];
    return es && en ? { es: { agreement: es }, en: { agreement: en }, named: { es: `${es.number}. ${es.title}`, en: `${en.number}. ${en.title}` } } : undefined;
  }
  const motion = "motion" in subject ? facts.motions.find(({ id }) => id === subject.motion) : undefined;
  if (!motion?.decidedAt || act.approvedAt === null || motion.decidedAt > act.approvedAt) return undefined;
  return { es: { motion }, en: { motion }, named: motion.title };
}

/** An extract is for the members; who attended is for the organs and the person's own state. */
async function asDeposit(documents: readonly OfficialDocument[], number: string, named: { es: string; en: string }, country: string | null, code: string): Promise<Deposit> {
  const [es, en] = documents;
  const isAttendance = es?.kind === plenaryActTextWords.es.certificate.attendanceKind;
  const cut = (text: string) => (text.length > 400 ? `${text.slice(0, 397)}…` : text);
  const files = await Promise.all(
    documents.map(async (document) => ({
      format: "pdf" as const,
      language: document.language,
      name: `${number}-${document.language}.pdf`,
      mediaType: "application/pdf",
      bytes: await officialPdf(document),
    })),
  );
  return {
    number,
    class: isAttendance ? "certificate" : "extract",
    title: { es: cut(`${es?.title ?? ""}: ${named.es}`), en: cut(`${en?.title ?? ""}: ${named.en}`) },
    access: isAttendance ? "organs" : "members",
    ...(country === null ? {} : { country }),
    renditions: files,
    verificationCode: code,
  };
}
