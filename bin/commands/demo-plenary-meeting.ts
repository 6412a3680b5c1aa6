import type { Text } from "#basics";
import { officialPdf } from "#documents";
import { accreditationsOf, checkCredentials, namePerson } from "../../src/plenary/meeting/accreditation.store.ts";
import { addStarterItems } from "../../src/plenary/meeting/agenda.store.ts";
import { answerConvocation } from "../../src/plenary/meeting/confirmation.store.ts";
import { convene } from "../../src/plenary/meeting/convene.store.ts";
import { attachDocument } from "../../src/plenary/meeting/document.store.ts";
import { createMeeting } from "../../src/plenary/meeting/meeting-draft.store.ts";
import type { MeetingDraft } from "../../src/plenary/meeting/meeting-draft.ts";
import { agendaOf, meetingOf } from "../../src/plenary/meeting/meeting.store.ts";
import type { ItemKind, Meeting } from "../../src/plenary/meeting/meeting.ts";
import { acknowledge, markSeen } from "../../src/plenary/meeting/notice.store.ts";
import { meetingId } from "../../src/plenary/meeting/number.ts";
import { instantAt } from "../../src/plenary/meeting/zone.ts";
import { recordPresence } from "../../src/plenary/attendance/attendance.store.ts";
import { beginItem, endItem } from "../../src/plenary/session/item.store.ts";
import { saveNote } from "../../src/plenary/session/note.store.ts";
import { openSession } from "../../src/plenary/session/session.store.ts";
import { type Member, type Stage, type State, alternate, demoId, does, observer, presidency, secretariat, sees, states, titular } from "./demo-plenary-people.ts";

/** A paper for the agenda, made as a small PDF. */
export interface DemoPaper {
  readonly name: string;
  readonly title: string;
  readonly item: ItemKind;
  readonly paragraphs: readonly string[];
}

/** A meeting of the demonstration before it begins. */
export interface DemoMeeting {
  readonly ordinal: number;
  readonly year: number;
  readonly place: Text;
  readonly timeZone: string;
  /** On the clocks of the zone: '2024-11-28T09:00'. */
  readonly starts: string;
  readonly ends: string;
  /** The day on which the demonstration has it convened. A past one: the real clock would refuse what lies behind it. */
  readonly convenedOn: Date;
  /** Why with less notice than the rule asks. */
  readonly reason?: string;
  readonly papers: readonly DemoPaper[];
  /** Delegations that come by link; the others come in person. */
  readonly byLink: readonly State[];
}

/** The instant that the clocks of a zone show. */
export function instant(local: string, zone: string): Date {
  const read = instantAt(local, zone);
  if (typeof read === "string") throw new Error(`${local} in ${zone}: ${read}`);
  return read.at;
}

/** A meeting as it stands; undefined where the demonstration has not made it yet. */
export function meetingNow(stage: Stage, id: string): Promise<Meeting | undefined> {
  return sees(stage, secretariat, (tx) => meetingOf(tx, id));
}

/** Enters, prepares and convenes a meeting, and has everybody answer and be accredited; goes on where it was broken off. */
export async function prepareMeeting(stage: Stage, plan: DemoMeeting): Promise<string> {
  const id = meetingId(plan.ordinal, plan.year);
  if (!(await meetingNow(stage, id))) await draftMeeting(stage, plan);
  if ((await meetingNow(stage, id))?.state === "draft") {
    for (const paper of plan.papers) await attach(stage, id, paper);
    await does(stage, secretariat, (tx, actor) => convene(tx, actor, id, { now: plan.convenedOn, ...(plan.reason === undefined ? {} : { reason: plan.reason }) }));
  }
  if ((await meetingNow(stage, id))?.state === "convened") {
    await answers(stage, id, plan.byLink);
    await accredit(stage, id);
    await does(stage, secretariat, (tx, actor) => openSession(tx, actor, id, new Date()));
  }
  return id;
}

/** Enters a meeting with the usual points of the agenda; it stays a draft. */
export async function draftMeeting(stage: Stage, plan: Omit<DemoMeeting, "papers" | "byLink">): Promise<string> {
  const { timeZone, place } = plan;
  const id = meetingId(plan.ordinal, plan.year);
  const draft: MeetingDraft = {
    kind: "ordinary",
    mode: "hybrid",
    place,
    timeZone,
    startsAt: instant(plan.starts, timeZone),
    endsAt: instant(plan.ends, timeZone),
    link: { url: `https://reuniones.corett.example/${id.toLowerCase()}`, note: "Enlace de la demostración; no abre ninguna sala." },
  };
  await does(stage, secretariat, async (tx, actor) => {
    const made = await createMeeting(tx, actor, plan.ordinal, draft, plan.convenedOn);
    return "refusal" in made ? made.refusal : addStarterItems(tx, actor, id);
  });
  return id;
}

/** The point of a kind in a meeting's agenda. */
export async function itemOf(stage: Stage, meeting: string, kind: ItemKind): Promise<string> {
  const item = (await sees(stage, secretariat, (tx) => agendaOf(tx, meeting))).find((each) => each.kind === kind);
  if (!item) throw new Error(`${meeting} has no ${kind}`);
  return item.id;
}

async function attach(stage: Stage, meeting: string, paper: DemoPaper): Promise<void> {
  const bytes = await officialPdf({
    language: "es",
    kind: "Documento de la reunión",
    number: meeting,
    title: paper.title,
    subtitle: "Documento ficticio de la demostración",
    date: new Date("2024-11-04T00:00:00Z"),
    body: paper.paragraphs.map((text) => ({ kind: "paragraph", text, numbered: true })),
    footer: "CORETT · demostración",
    draft: "Propuesta",
  });
  const item = await itemOf(stage, meeting, paper.item);
  const draft = { id: demoId(`${meeting} ${paper.name}`), item, title: paper.title, language: "es", openToObservers: true, file: { name: paper.name, type: "application/pdf", bytes } } as const;
  await does(stage, secretariat, (tx, actor) => attachDocument(tx, actor, meeting, draft));
}

/** Titulares answer, which acknowledges the notice; most alternates acknowledge, and some have only opened it. */
async function answers(stage: Stage, meeting: string, byLink: readonly State[]): Promise<void> {
  for (const country of states) {
    const mode = byLink.includes(country) ? "virtual" : "in-person";
    const note = mode === "virtual" ? "La delegación participa por enlace." : "";
    await does(stage, titular(country), async (tx, actor) => {
      await markSeen(tx, actor, meeting);
      return answerConvocation(tx, actor, meeting, { answer: "attends", mode, note });
    });
    if (country !== "NIC" && country !== "PAN") await does(stage, alternate(country), (tx, actor) => acknowledge(tx, actor, meeting));
    else await does(stage, alternate(country), (tx, actor) => markSeen(tx, actor, meeting));
  }
  await does(stage, observer, (tx, actor) => acknowledge(tx, actor, meeting));
}

/** The id of the credentials of a delegation's titular or alternate, or of the observer. */
export const credentialsOf = (meeting: string, who: string) => demoId(`${meeting} credentials ${who}`);

async function accredit(stage: Stage, meeting: string): Promise<void> {
  const known = ["already-named", "titular-named"];
  for (const country of states) {
    const name = (account: Member, capacity: "titular" | "alternate") =>
      does(
        stage,
        titular(country),
        (tx, actor) => namePerson(tx, actor, meeting, { id: credentialsOf(meeting, `${country} ${capacity}`), country, capacity, account: account.account, name: account.name, post: capacity === "titular" ? "Delegación titular" : "Delegación suplente" }),
        known,
      );
    await name(titular(country), "titular");
    await name(alternate(country), "alternate");
  }
  await does(stage, titular("HND"), (tx, actor) => namePerson(tx, actor, meeting, { id: credentialsOf(meeting, "HND adviser"), country: "HND", capacity: "adviser", account: null, name: "Asesoría jurídica de Honduras (demostración)", post: "Asesoría jurídica" }), known);
  await does(stage, observer, (tx, actor) => namePerson(tx, actor, meeting, { id: credentialsOf(meeting, "observer"), country: null, capacity: "observer", account: observer.account, name: observer.name, post: "Observación" }), known);
  const named = await sees(stage, secretariat, (tx) => accreditationsOf(tx, meeting));
  for (const { id, checkedAt } of named) {
    const inOrder = id !== credentialsOf(meeting, "NIC alternate");
    const note = inOrder ? "" : "La carta de designación no tiene fecha; por favor, envíela de nuevo.";
    if (checkedAt === null) await does(stage, secretariat, (tx, actor) => checkCredentials(tx, actor, meeting, id, { inOrder, note }));
  }
}

/** Records that somebody came or went; `time` tells one coming from another of the same person. */
export async function moves(stage: Stage, meeting: string, who: string, kind: "arrival" | "departure", time = 1, actor: Member = secretariat): Promise<void> {
  await does(stage, actor, (tx, by) => recordPresence(tx, by, { accreditation: credentialsOf(meeting, who), kind, id: demoId(`${meeting} ${kind} ${time} ${who}`) }));
}

/** Makes the point of a kind the current one, finishing the one before. A point that is done stays done. */
export async function atItem(stage: Stage, meeting: string, kind: ItemKind): Promise<string> {
  const agenda = await sees(stage, secretariat, (tx) => agendaOf(tx, meeting));
  const wanted = agenda.find((each) => each.kind === kind);
  if (!wanted) throw new Error(`${meeting} has no ${kind}`);
  if (wanted.state !== "pending") return wanted.id;
  const current = agenda.find(({ state }) => state === "current");
  if (current) await does(stage, presidency, (tx, actor) => endItem(tx, actor, meeting, current.id, "finish"));
  await does(stage, presidency, (tx, actor) => beginItem(tx, actor, meeting, wanted.id));
  return wanted.id;
}

/** Writes the notes of a point, if nobody wrote any. */
export async function notes(stage: Stage, meeting: string, item: string, body: string): Promise<void> {
  await does(stage, secretariat, async (tx, actor) => {
    const saved = await saveNote(tx, actor, meeting, item, { body, basedOn: 0 });
    return "refusal" in saved ? saved.refusal : undefined;
  });
}
