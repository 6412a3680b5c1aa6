import { randomBytes, randomUUID } from "node:crypto";
import { newVerificationCode } from "#archive";
import type { Actor } from "#basics";
import { type Writing, read, write } from "#database";
import { actNow, approveAct, circulateAct, dayInGuatemala, findingsOf } from "../../../src/plenary/act/approve.store.ts";
import { actOf } from "../../../src/plenary/act/act.store.ts";
import { giveCertificate } from "../../../src/plenary/act/certificate.store.ts";
import { freezeAct, publishAct } from "../../../src/plenary/act/freeze.store.ts";
import { observe } from "../../../src/plenary/act/observation.store.ts";
import { beginAct, sectionsOf } from "../../../src/plenary/act/section.store.ts";
import { signAct } from "../../../src/plenary/act/sign.store.ts";
import { prepareHandover } from "../../../src/plenary/election/handover.store.ts";
import { addStarterItems } from "../../../src/plenary/meeting/agenda.store.ts";
import { convene } from "../../../src/plenary/meeting/convene.store.ts";
import { attachDocument } from "../../../src/plenary/meeting/document.store.ts";
import { createMeeting } from "../../../src/plenary/meeting/meeting-draft.store.ts";
import { askFloor, giveFloor } from "../../../src/plenary/session/speech.store.ts";
import { enterRepresentation } from "../../../src/plenary/session/representation.store.ts";
import { openConsensus } from "../../../src/plenary/vote/consensus.store.ts";
import { closeMeeting, consensusOn, eventfulMeeting } from "../../plenary-act.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../plenary-meeting.ts";
import { aMotion, anOpenVote, cast } from "../../plenary-vote.ts";
import { type Platform, demoMember } from "./platform.ts";

/** A meeting and its act in one of the stations that an act passes. */
export interface Seeded {
  /** Everything happened in it; its act is archived and public, with an extract. */
  readonly archived: ArrangedMeeting;
  /** Its act is approved and waits for signatures. */
  readonly approved: ArrangedMeeting;
  /** Its act circulates, with an observation that waits for its answer. */
  readonly circulated: ArrangedMeeting;
  /** Its act is being written. */
  readonly written: ArrangedMeeting;
  /** In session, with a roll call under way: Belize has voted. */
  readonly voting: ArrangedMeeting & { readonly vote: string };
  /** In session, with a consultation under way and a speaker. */
  readonly consulting: ArrangedMeeting & { readonly motion: string; readonly consensus: string };
  /** In preparation, with the usual agenda. */
  readonly draft: string;
  /** Convened with notices to the demonstration's people, with a document. */
  readonly convened: string;
  readonly representation: string;
  readonly handover: string;
}

/** Fills a platform with meetings in every state, by the stores alone. */
export async function seedPlenary({ world }: Platform): Promise<Seeded> {
  const { database } = world;
  const does = <T>(actor: Actor, work: (tx: Writing, actor: Actor) => Promise<T>) => write(database, actor, (tx) => work(tx, actor));
  const origin = "https://corett.example";
  const circulates = async (of: ArrangedMeeting): Promise<void> => {
    await does(of.secretariat, (tx, who) => beginAct(tx, who, of.id, new Date()));
    const findings = await read(database, of.secretariat, async (tx) => {
      const present = await actNow(tx, of.id, new Date());
      return present ? findingsOf(tx, of.id, present) : [];
    });
    const until = dayInGuatemala(new Date(Date.now() + 10 * 86_400_000));
    expectNone(await does(of.secretariat, (tx, who) => circulateAct(tx, who, of.id, { until, accepted: findings.map(({ id }) => id) }, new Date())));
  };
  const approves = async (of: ArrangedMeeting, next: ArrangedMeeting): Promise<string> => {
    const { motion } = await consensusOn(world, next, "previous-act");
    const done = await does(of.secretariat, (tx, who) => approveAct(tx, who, { meeting: of.id, approvedIn: next.id, motion }));
    if ("refusal" in done) throw new Error(done.refusal);
    return done.digest;
  };

  const archived = await eventfulMeeting(world);
  await circulates(archived);
  const approved = await arrangeMeeting(world, { ordinal: 6 });
  const digest = await approves(archived, approved);
  for (const actor of [archived.secretariat, archived.presidency])
    expectNone(await does(actor, (tx, who) => signAct(tx, who, { meeting: archived.id, digest, typedNumber: `ACTA-CORETT-${archived.id}`, code: newVerificationCode(randomBytes(12)) }, new Date())));
  await freezeAct(database, archived.id, origin);
  expectNone(await does(archived.secretariat, (tx, who) => publishAct(tx, who, archived.id, "public")));
  await giveExtract(archived);

  await closeMeeting(world, approved);
  await circulates(approved);
  const circulated = await arrangeMeeting(world, { ordinal: 7 });
  await approves(approved, circulated);
  await closeMeeting(world, circulated);
  await circulates(circulated);
  const [section] = await read(database, circulated.secretariat, (tx) => sectionsOf(tx, circulated.id));
  const observation = { id: randomUUID(), section: section?.id ?? "", text: "Falta el saludo de Guatemala.", proposed: "La Presidencia saludó a Guatemala." };
  expectNone(await does(circulated.titular("GTM"), (tx, who) => observe(tx, who, circulated.id, observation, dayInGuatemala(new Date()))));
  const written = await arrangeMeeting(world, { ordinal: 8 });
  await closeMeeting(world, written);
  expectNone(await does(written.secretariat, (tx, who) => beginAct(tx, who, written.id, new Date())));

  const voting = await arrangeMeeting(world, { ordinal: 9 });
  const vote = await anOpenVote(world, voting);
  await cast(world, voting.titular("BLZ"), vote, 1);
  const consulting = await arrangeMeeting(world, { ordinal: 10, present: ["BLZ", "CRI", "GTM", "HND", "MEX", "PAN"] });
  const speech = randomUUID();
  await does(consulting.secretariat, (tx, who) => askFloor(tx, who, consulting.id, { id: speech, accreditation: consulting.accreditation("MEX"), kind: "floor" }));
  await does(consulting.secretariat, (tx, who) => giveFloor(tx, who, consulting.id, speech));
  const [motion, consensus] = [await aMotion(world, consulting), randomUUID()];
  await does(consulting.secretariat, (tx, who) => openConsensus(tx, who, { id: consensus, motion }));

  const secretariat = demoMember("secretariat");
  const prepares = async (ordinal: number, mode: "hybrid" | "virtual"): Promise<string> => {
    const startsAt = new Date(Date.now() + 40 * 86_400_000);
    const place = mode === "virtual" ? null : { es: "San José, Cancillería", en: "San José, Ministry of Foreign Affairs" };
    const made = await does(secretariat, (tx, who) =>
      createMeeting(tx, who, ordinal, { kind: "ordinary", mode, place, timeZone: "America/Costa_Rica", startsAt, endsAt: new Date(startsAt.getTime() + 8 * 3_600_000), link: { url: "https://sala.corett.example/pleno", note: "Clave: ceiba" } }, new Date()),
    );
    if ("refusal" in made) throw new Error(made.refusal);
    await does(secretariat, (tx, who) => addStarterItems(tx, who, made.id));
    return made.id;
  };
  const [draft, convened] = [await prepares(31, "hybrid"), await prepares(32, "virtual")];
  const paper = { id: randomUUID(), item: null, title: "Agenda comentada", language: "es" as const, openToObservers: true, file: { name: "agenda.txt", type: "text/plain", bytes: Buffer.from("Agenda comentada.") } };
  await does(secretariat, (tx, who) => attachDocument(tx, who, convened, paper));
  expectNone(await does(secretariat, (tx, who) => convene(tx, who, convened, { now: new Date() })));
  const representation = randomUUID();
  expectNone(await does(secretariat, (tx, who) => enterRepresentation(tx, who, { id: representation, event: "Conferencia Regional sobre Migración", place: "Panamá", fromDay: "2024-03-04", untilDay: "2024-03-05", delegatedTo: "GTM" })));
  const handover = randomUUID();
  const begun = await write(database, secretariat, (tx) => prepareHandover(tx, { id: handover, office: "presidency", from: "Honduras", to: "Guatemala", periodFrom: "2024-01-01", periodUntil: "2024-12-31" }));
  if (begun !== "prepared") throw new Error(begun);
  return { archived, approved, circulated, written, voting: { ...voting, vote }, consulting: { ...consulting, motion, consensus }, draft, convened, representation, handover };

  async function giveExtract(of: ArrangedMeeting): Promise<void> {
    const agreement = await read(database, of.secretariat, (tx) => tx.selectFrom("plenary.agreement").select("id").where("meeting", "=", of.id).executeTakeFirstOrThrow());
    const done = await does(of.secretariat, (tx, who) => giveCertificate(tx, who, { id: randomUUID(), meeting: of.id, subject: { agreement: agreement.id }, code: newVerificationCode(randomBytes(12)), origin }, new Date()));
    if ("refusal" in done) throw new Error(done.refusal);
  }
}

/** The archived act's number, digest and code, as those who lead read them. */
export async function archivedAct({ world }: Platform, { archived }: Seeded): Promise<{ number: string; code: string }> {
  const act = await read(world.database, archived.secretariat, (tx) => actOf(tx, archived.id));
  return { number: `ACTA-CORETT-${archived.id}`, code: act?.code ?? "" };
}

function expectNone(refusal: string | undefined): void {
  if (refusal !== undefined) throw new Error(refusal);
}
