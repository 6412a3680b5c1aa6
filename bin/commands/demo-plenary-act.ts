import { randomBytes } from "node:crypto";
import { documentOf, newVerificationCode } from "#archive";
import { addDays } from "#basics";
import { actOf } from "../../src/plenary/act/act.store.ts";
import { actNow, approveAct, circulateAct, dayInGuatemala, findingsOf } from "../../src/plenary/act/approve.store.ts";
import { actNumber } from "../../src/plenary/act/act.ts";
import { certificatesOf, giveCertificate, type Subject } from "../../src/plenary/act/certificate.store.ts";
import type { SectionNow } from "../../src/plenary/act/facts.ts";
import { freezeAct, publishAct } from "../../src/plenary/act/freeze.store.ts";
import { answerObservation, observe, observationsOf } from "../../src/plenary/act/observation.store.ts";
import { beginAct, sectionsOf } from "../../src/plenary/act/section.store.ts";
import { signAct, signaturesOf } from "../../src/plenary/act/sign.store.ts";
import { currentText, saveText, versionsOf } from "../../src/plenary/act/text.store.ts";
import { agreementId } from "./demo-plenary-agreement.ts";
import { actHeading, observed, sessionNotes } from "./demo-plenary-content.ts";
import { credentialsOf, itemOf } from "./demo-plenary-meeting.ts";
import { type Stage, demoId, does, presidency, secretariat, sees, titular } from "./demo-plenary-people.ts";

/** Writes the act of a meeting, has it observed and puts it before the plenary: it stays in circulation. */
export async function circulateDemoAct(stage: Stage, meeting: string): Promise<void> {
  const state = (await sees(stage, secretariat, (tx) => actOf(tx, meeting)))?.state;
  if (state !== undefined && state !== "draft" && state !== "circulated") return;
  const today = dayInGuatemala(stage.now);
  if (state !== "circulated") {
    await does(stage, secretariat, (tx, actor) => beginAct(tx, actor, meeting, new Date()));
    await writeAct(stage, meeting);
    const present = await sees(stage, secretariat, (tx) => actNow(tx, meeting, new Date()));
    const findings = present ? await sees(stage, secretariat, (tx) => findingsOf(tx, meeting, present)) : [];
    const accepted = findings.filter(({ level }) => level === "warning").map(({ id }) => id);
    await does(stage, secretariat, (tx, actor) => circulateAct(tx, actor, meeting, { until: addDays(today, 10), accepted }, new Date()));
  }
  await observeAct(stage, meeting, today);
}

/** Secretariat and presidency write: the words that the notes give, their English, and the parts that no notes give. */
async function writeAct(stage: Stage, meeting: string): Promise<void> {
  const sections = await sees(stage, secretariat, (tx) => sectionsOf(tx, meeting));
  for (const section of sections) {
    const text = section.kind === "heading" ? actHeading : await notesOfSection(stage, meeting, section);
    for (const language of ["es", "en"] as const) if (text) await writes(stage, meeting, section.id, language, text[language]);
  }
}

async function notesOfSection(stage: Stage, meeting: string, { kind, item }: SectionNow) {
  if (kind === "elections") return sessionNotes.election;
  if (kind === "closing") return sessionNotes.closing;
  if (kind === "previous-act") return sessionNotes["previous-act"];
  for (const [of, text] of Object.entries(sessionNotes)) if (item !== null && item === (await itemOf(stage, meeting, of as keyof typeof sessionNotes))) return text;
  return undefined;
}

async function writes(stage: Stage, meeting: string, section: string, language: "es" | "en", body: string): Promise<void> {
  const actor = language === "es" ? presidency : secretariat;
  const basedOn = currentText(await sees(stage, actor, (tx) => versionsOf(tx, section, language)))?.version ?? 0;
  await does(stage, actor, (tx, by) => saveText(tx, by, meeting, { section, language, body, basedOn }));
}

/** Guatemala's observation is taken up, in the text too; Nicaragua's is not, and hears why. */
async function observeAct(stage: Stage, meeting: string, today: string): Promise<void> {
  const motion = await itemOf(stage, meeting, "motion");
  const section = (await sees(stage, secretariat, (tx) => sectionsOf(tx, meeting))).find(({ item }) => item === motion);
  if (!section) throw new Error("The act has no part for the motions");
  const [taken, left] = [demoId(`${meeting} observation GTM`), demoId(`${meeting} observation NIC`)];
  await does(stage, titular("GTM"), (tx, actor) => observe(tx, actor, meeting, { id: taken, section: section.id, text: "Falta el ofrecimiento de Guatemala de coordinar el comité.", proposed: observed.es }, today));
  await does(stage, titular("NIC"), (tx, actor) => observe(tx, actor, meeting, { id: left, section: null, text: "Se pide quitar del acta el resultado nominal de la votación.", proposed: "" }, today));
  for (const language of ["es", "en"] as const)
    if (!section.body[language].includes(observed[language])) await writes(stage, meeting, section.id, language, `${section.body[language]}\n\n${observed[language]}`);
  const observations = await sees(stage, secretariat, (tx) => observationsOf(tx, meeting));
  const open = new Set(observations.filter(({ state }) => state === "open").map(({ id }) => id));
  if (open.has(taken)) await does(stage, secretariat, (tx, actor) => answerObservation(tx, actor, meeting, taken, { state: "taken-up", reason: "Consta en la grabación; se añadió al punto de mociones." }));
  if (open.has(left)) await does(stage, secretariat, (tx, actor) => answerObservation(tx, actor, meeting, left, { state: "not-taken-up", reason: "La votación fue nominal: el acta consigna cómo votó cada delegación." }));
}

/** A later meeting approved the act: it is signed by both, frozen into the archive and published. */
export async function signDemoAct(stage: Stage, meeting: string, approvedIn: string, motion: string): Promise<void> {
  const act = () => sees(stage, secretariat, (tx) => actOf(tx, meeting));
  if ((await act())?.state === "circulated") await does(stage, secretariat, (tx, actor) => approveAct(tx, actor, { meeting, approvedIn, motion }));
  for (const actor of [presidency, secretariat]) {
    const signed = (await sees(stage, actor, (tx) => signaturesOf(tx, meeting))).some(({ account }) => account === actor.account);
    const digest = (await act())?.digest ?? "";
    const signing = { meeting, digest, typedNumber: actNumber(meeting), code: newVerificationCode(randomBytes(12)) };
    if (!signed) await does(stage, actor, (tx, by) => signAct(tx, by, signing, new Date()));
  }
  await freezeAct(stage.database, meeting, stage.origin);
  const circle = (await sees(stage, secretariat, (tx) => documentOf(tx, actNumber(meeting))))?.access;
  if (circle !== "public") await does(stage, secretariat, (tx, actor) => publishAct(tx, actor, meeting, "public"));
}

/** One extract, of the first agreement, and one certificate of attendance. */
export async function certify(stage: Stage, meeting: string): Promise<void> {
  const given = new Set((await sees(stage, secretariat, (tx) => certificatesOf(tx, meeting))).map(({ id }) => id));
  const subjects: readonly Subject[] = [{ agreement: agreementId(meeting, 1) }, { accreditation: credentialsOf(meeting, "HND titular") }];
  for (const [place, subject] of subjects.entries()) {
    const wish = { id: demoId(`${meeting} certificate ${place}`), meeting, subject, code: newVerificationCode(randomBytes(12)), origin: stage.origin };
    if (!given.has(wish.id)) await does(stage, secretariat, (tx, actor) => giveCertificate(tx, actor, wish, new Date()));
  }
}
