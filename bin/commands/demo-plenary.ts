import { addDays, dayOf } from "#basics";
import { openTerm, termOn } from "#coalition";
import { meetings } from "../../src/plenary/meeting/meeting.store.ts";
import { meetingId } from "../../src/plenary/meeting/number.ts";
import { nextOrdinal } from "../../src/plenary/meeting/meeting-draft.store.ts";
import type { Terminal } from "../terminal.ts";
import { certify, circulateDemoAct } from "./demo-plenary-act.ts";
import { meeting2024, meeting2025 } from "./demo-plenary-content.ts";
import { draftMeeting } from "./demo-plenary-meeting.ts";
import { type Stage, type State, does, secretariat, sees } from "./demo-plenary-people.ts";
import { openMeeting2025 } from "./demo-plenary-room.ts";
import { holdMeeting2024 } from "./demo-plenary-session.ts";

/** Who presides in the demonstration after the terms that its elections gave. */
const presiding: readonly State[] = ["PAN", "DOM", "BLZ", "SLV", "MEX", "NIC", "GTM", "HND", "CRI"];
const fictional = { es: "Dato ficticio de la demostración", en: "Fictional entry of the demonstration" };

/**
 * Fills the plenary of a demonstration by the acts of its accounts: the terms of today, meeting V-2024 from its convocation to
 * its signed act, meeting I-2025 in session, and the next meeting as a draft. What is there already stays as it is. The
 * demonstration's accounts and directory must be there.
 */
export async function fillPlenary(terminal: Terminal, { database, secret, origin, now }: Stage): Promise<void> {
  const stage: Stage = { database, secret, origin, now };
  const say = (es: string, en: string) => (terminal.language === "es" ? es : en);
  const progress = terminal.step(say("Pleno", "Plenary"));
  const tell = (es: string, en: string, done: number) => progress.tell({ es, en }, done, 4);
  tell("Períodos", "Terms", 0);
  await holdTerms(stage);
  tell("Reunión V-2024", "Meeting V-2024", 1);
  const held = await holdMeeting2024(stage);
  tell("Acta de la reunión V-2024", "Act of meeting V-2024", 2);
  await circulateDemoAct(stage, held);
  tell("Reunión I-2025", "Meeting I-2025", 3);
  await openMeeting2025(stage, held);
  await certify(stage, held);
  await draftNext(stage);
  progress.done(say("V-2024 con su acta firmada, I-2025 en sesión", "V-2024 with its signed act, I-2025 in session"));
}

/** The technical secretariat from 2024 on, and the presidency of the years after the elected term, until today. */
async function holdTerms(stage: Stage): Promise<void> {
  const year = Number(dayOf(stage.now).slice(0, 4));
  const body = "Institución de ejemplo (ficticia)";
  for (let from = 2024; from <= year; from += 2)
    if (!(await sees(stage, secretariat, (tx) => termOn(tx, "secretariat", `${from}-01-01`))))
      await does(stage, secretariat, (tx) => openTerm(tx, { office: "secretariat", body, from: `${from}-01-01`, source: fictional }));
  for (let of = 2026; of <= year; of += 1) {
    const country = presiding[(of - 2026) % presiding.length] ?? "PAN";
    if (!(await sees(stage, secretariat, (tx) => termOn(tx, "presidency", `${of}-01-01`))))
      await does(stage, secretariat, (tx) => openTerm(tx, { office: "presidency", country, from: `${of}-01-01`, source: fictional }));
  }
}

/** A meeting two months ahead that is being prepared; none where somebody prepared one already. */
async function draftNext(stage: Stage): Promise<void> {
  const own = new Set([meeting2024, meeting2025].map(({ ordinal, year }) => meetingId(ordinal, year)));
  const others = (await sees(stage, secretariat, meetings)).filter(({ id, isRecord }) => !isRecord && !own.has(id));
  if (others.length > 0) return;
  const day = addDays(dayOf(stage.now), 60);
  const year = Number(day.slice(0, 4));
  const ordinal = await sees(stage, secretariat, (tx) => nextOrdinal(tx, year));
  const place = { es: "Ciudad de Panamá, Panamá", en: "Panama City, Panama" };
  await draftMeeting(stage, { ordinal, year, place, timeZone: "America/Panama", starts: `${day}T09:00`, ends: `${addDays(day, 1)}T13:00`, convenedOn: stage.now });
}
