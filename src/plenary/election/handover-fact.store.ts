import { type Language, type Text, formatDate, languages, dayOf } from "#basics";
import { committees } from "#coalition";
import type { Reading } from "#database";
import { agreements } from "../agreement/agreement.store.ts";
import { dueWords } from "../agreement/due-words.ts";
import type { HandoverFact } from "./handover.ts";
import { namedBy, namesOf } from "./name.store.ts";

/** The days that a handover covers. */
export interface Period {
  readonly periodFrom: string;
  readonly periodUntil: string;
}

/**
 * The checklist of a handover from what the platform knows: what is pending whenever it began (agreements, acts, committees,
 * representations without report), and what the period brought (meetings, documents of the archive).
 */
export async function handoverFacts(tx: Reading, period: Period): Promise<HandoverFact[]> {
  return [
    ...(await agreementFacts(tx)),
    ...(await actFacts(tx)),
    ...(await committeeFacts(tx)),
    ...(await representationFacts(tx)),
    ...(await meetingFacts(tx, period)),
    ...(await documentFacts(tx, period)),
  ];
}

async function agreementFacts(tx: Reading): Promise<HandoverFact[]> {
  return (await agreements(tx))
    .filter(({ state }) => state === "open")
    .map(({ number, title, due }) => ({
      group: "agreement",
      title: { es: `${number}: ${title.es}`, en: `${number}: ${title.en}` },
      detail: both((language) => dueWords(due, language)),
      isPending: true,
    }));
}

const actStates: Readonly<Record<string, Text>> = {
  none: { es: "Sin acta", en: "No act yet" },
  draft: { es: "Acta en borrador", en: "Act in draft" },
  circulated: { es: "Acta en observaciones", en: "Act out for observations" },
  approved: { es: "Acta aprobada, sin firmas", en: "Act approved, not signed" },
  signed: { es: "Acta firmada, sin archivar", en: "Act signed, not archived" },
};

/** Acts that are not in the archive yet. A meeting of the record brought its own. */
async function actFacts(tx: Reading): Promise<HandoverFact[]> {
  const rows = await tx
    .selectFrom("plenary.meeting as m")
    .leftJoin("plenary.act as a", "a.meeting", "m.id")
    .select(["m.id", "a.state"])
    .where("m.state", "=", "closed")
    .where("m.is_record", "=", false)
    .orderBy("m.year")
    .orderBy("m.ordinal")
    .execute();
  return rows
    .filter(({ state }) => state !== "archived")
    .map(({ id, state }) => ({ group: "act", title: { es: `Acta de la reunión ${id}`, en: `Act of meeting ${id}` }, detail: actStates[state ?? "none"] ?? { es: "", en: "" }, isPending: true }));
}

async function committeeFacts(tx: Reading): Promise<HandoverFact[]> {
  return (await committees(tx))
    .filter(({ state }) => state === "working")
    .map(({ name, dueWords: said, dueOn }) => ({
      group: "committee",
      title: name,
      detail: both((language) => said?.[language] ?? (dueOn === undefined ? noDue[language] : formatDate(dueOn, language))),
      isPending: true,
    }));
}

const noDue = { es: "Sin plazo", en: "No due date" } as const;

async function representationFacts(tx: Reading): Promise<HandoverFact[]> {
  const named = namedBy(await namesOf(tx));
  const rows = await tx
    .selectFrom("plenary.representation")
    .select(["event", "place", "from_day", "delegated_to"])
    .where("reported_at", "is", null)
    .orderBy("from_day")
    .execute();
  return rows.map(({ event, place, from_day, delegated_to }) => ({
    group: "representation",
    title: { es: event, en: event },
    detail: both((language) => [formatDate(from_day, language), place, delegated_to === null ? byPresidency[language] : named(delegated_to)[language], noReport[language]].filter(Boolean).join(", ")),
    isPending: true,
  }));
}

const byPresidency = { es: "la Presidencia", en: "the presidency" } as const;
const noReport = { es: "sin informe", en: "no report" } as const;

const meetingStates: Readonly<Record<string, Text>> = {
  draft: { es: "en preparación", en: "being prepared" },
  convened: { es: "convocada", en: "convened" },
  open: { es: "en sesión", en: "in session" },
  closed: { es: "celebrada", en: "held" },
  cancelled: { es: "cancelada", en: "cancelled" },
};

/** Meetings of the period, and those that are convened beyond it. */
async function meetingFacts(tx: Reading, { periodFrom, periodUntil }: Period): Promise<HandoverFact[]> {
  const rows = await tx.selectFrom("plenary.meeting").select(["id", "state", "starts_at"]).orderBy("starts_at").execute();
  return rows
    .map((row) => ({ ...row, day: row.starts_at === null ? undefined : dayOf(row.starts_at) }))
    .filter(({ day, state }) => (day !== undefined && day >= periodFrom && day <= periodUntil) || state === "convened" || state === "draft" || state === "open")
    .map(({ id, state, day }) => ({
      group: "meeting",
      title: { es: `Reunión ${id}`, en: `Meeting ${id}` },
      detail: both((language) => [meetingStates[state]?.[language] ?? "", day === undefined ? "" : formatDate(day, language)].filter(Boolean).join(", ")),
      isPending: state !== "closed" && state !== "cancelled",
    }));
}

/** Documents that the period brought into the archive, the oldest first. */
async function documentFacts(tx: Reading, { periodFrom, periodUntil }: Period): Promise<HandoverFact[]> {
  const rows = await tx
    .selectFrom("archive.document")
    .select(["number", "title_es", "title_en", "dated"])
    .where("dated", ">=", periodFrom)
    .where("dated", "<=", periodUntil)
    .orderBy("dated")
    .orderBy("number")
    .execute();
  return rows.map(({ number, title_es, title_en, dated }) => ({
    group: "document",
    title: { es: `${number}: ${title_es}`, en: `${number}: ${title_en}` },
    detail: both((language) => formatDate(dated, language)),
    isPending: false,
  }));
}

function both(line: (language: Language) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, line(language)])) as Record<Language, string>; // made of all languages
}
