import type { Language, Text } from "#basics";
import type { Block, OfficialDocument } from "#documents";
import { plenaryActTextWords } from "#words";
import { dayIn } from "../attendance/quorum.store.ts";
import type { AgendaItem } from "../meeting/meeting.ts";
import { cityOf } from "../meeting/zone.ts";
import { type SectionKind, actNumber, isNarrated } from "./act.ts";
import { attendanceBlocks, quorumBlocks } from "./assemble-attendance.ts";
import { decisionBlocks } from "./assemble-decision.ts";
import { electionBlocks } from "./assemble-election.ts";
import { itemBlocks } from "./assemble-item.ts";
import { actTime, listed } from "./assemble-time.ts";
import type { ActFacts, SectionNow } from "./facts.ts";
import { narrativeBlocks } from "./narrative.ts";

/** A part of the act before it has an identity. */
export interface PlannedSection {
  readonly kind: SectionKind;
  readonly item: string | null;
  readonly title: Text;
}

/** The parts that the act of a meeting has, in their order: one for each point of the agenda between what frames it. */
export function planSections(facts: Pick<ActFacts, "agenda" | "elections">): PlannedSection[] {
  const titles = { es: plenaryActTextWords.es.sections, en: plenaryActTextWords.en.sections };
  const framing = (kind: keyof (typeof titles)["es"], item: AgendaItem | undefined): PlannedSection => ({
    kind,
    item: item?.id ?? null,
    title: { es: titles.es[kind], en: titles.en[kind] },
  });
  const first = (kind: AgendaItem["kind"]) => facts.agenda.find((item) => item.kind === kind);
  const [opening, agenda, closing] = [first("opening"), first("agenda"), first("closing")];
  const framed = new Set([opening, agenda, closing]);
  const items = facts.agenda.filter((item) => !framed.has(item));
  return [
    framing("heading", opening),
    framing("attendance", undefined),
    framing("quorum", undefined),
    framing("agenda", agenda),
    ...items.map(({ id, kind, title }): PlannedSection => {
      const elects = kind === "election" || facts.elections.some(({ item }) => item === id);
      return { kind: elects ? "elections" : kind === "previous-act" ? "previous-act" : "item", item: id, title };
    }),
    framing("decisions", undefined),
    framing("agreements", undefined),
    framing("closing", closing),
  ];
}

/** The words with which a written part begins: the notes of its item; opening and closing have their usual sentence. */
export function startText(facts: Pick<ActFacts, "notes">, section: Pick<PlannedSection, "kind" | "item">): Text {
  if (!isNarrated(section.kind)) return { es: "", en: "" };
  const usual = section.kind === "heading" ? "opening" : section.kind === "closing" ? "closing" : undefined;
  const notes = section.item === null ? "" : (facts.notes.get(section.item) ?? "").trim();
  const es = [usual === undefined ? "" : plenaryActTextWords.es.start[usual], notes].filter(Boolean).join("\n\n");
  return { es, en: usual === undefined ? "" : plenaryActTextWords.en.start[usual] };
}

/** What is computed in a part, in one language; nothing for a part that is written alone. */
export function computedBlocks(facts: ActFacts, section: Pick<SectionNow, "kind" | "item">, language: Language): Block[] {
  switch (section.kind) {
    case "heading":
      return headingBlocks(facts, language);
    case "attendance":
      return attendanceBlocks(facts, language);
    case "quorum":
      return quorumBlocks(facts, language);
    case "agenda":
      return agendaBlocks(facts, language);
    case "previous-act":
    case "item":
      return itemBlocks(facts, section.item, language);
    case "decisions":
      return decisionBlocks(facts, language);
    case "elections":
      return [...itemBlocks(facts, section.item, language), ...electionBlocks(facts, section.item, language)];
    case "agreements":
      return agreementBlocks(facts, language);
    case "closing":
      return closingBlocks(facts, language);
    case "free":
      return [];
  }
}

/** A part as it is printed: heading, what is computed, and the written words; in English, Spanish words that lack their translation say so. */
export function sectionBlocks(facts: ActFacts, section: SectionNow, language: Language): Block[] {
  const isMissing = language === "en" && section.body.en.trim() === "" && section.body.es.trim() !== "";
  const written = narrativeBlocks(isMissing ? section.body.es : section.body[language]);
  const computed = computedBlocks(facts, section, language);
  const note: Block[] = isMissing ? [{ kind: "note", text: plenaryActTextWords.en.untranslated }] : [];
  const before = section.kind === "previous-act" || section.kind === "item" || section.kind === "elections";
  const nothing = before && written.length + computed.length === 0;
  return [
    { kind: "heading", level: 2, text: section.title[language] },
    ...(nothing ? [{ kind: "paragraph", text: plenaryActTextWords[language].item.nothing } as const] : []),
    ...(before ? [...note, ...written, ...computed] : [...computed, ...note, ...written]),
  ];
}

/** What an approved act prints about its approval. */
export interface Approval {
  readonly meeting: string;
  readonly motion: number;
  readonly day: Date;
}

/** The whole act as a document in one language: what is approved and signed is exactly this. */
export function actDocument(facts: ActFacts, sections: readonly SectionNow[], language: Language, approval?: Approval): OfficialDocument {
  const words = plenaryActTextWords[language];
  const { meeting } = facts;
  const { day } = actTime(meeting, language);
  const starts = meeting.openedAt ?? meeting.startsAt ?? new Date(0);
  const place = meeting.place?.[language];
  return {
    language,
    // The number says what it is: ACTA-CORETT-V-2024.
    kind: "",
    number: actNumber(meeting.id),
    title: `${words.title[meeting.kind]} ${meeting.id}`,
    ...(language === "en" ? { subtitle: words.translation } : {}),
    // A day, not an instant: the file's data must come out the same again.
    date: new Date(`${dayIn(starts, meeting.timeZone)}T00:00:00Z`),
    place: place === undefined ? day(starts) : words.place(place, day(starts)),
    summary: summaryOf(facts, language, approval),
    body: sections.flatMap((section) => sectionBlocks(facts, section, language)),
    footer: words.footer,
  };
}

function summaryOf(facts: ActFacts, language: Language, approval: Approval | undefined): { label: string; value: string }[] {
  const words = plenaryActTextWords[language].summary;
  const { meeting } = facts;
  const { clock, day } = actTime(meeting, language);
  const came = new Set(facts.quorum?.spans.flatMap(({ present }) => present));
  const decided = (["adopted", "rejected", "withdrawn", "put"] as const).flatMap((state) => {
    const numbers = facts.motions.filter((motion) => motion.state === state).map(({ number }) => String(number));
    return numbers.length === 0 ? [] : [`${words.states[state]}: ${listed(numbers, language)}`];
  });
  return [
    ...(facts.presidency === null ? [] : [{ label: words.presidency, value: facts.presidency[language] }]),
    ...(facts.secretariat === null ? [] : [{ label: words.secretariat, value: facts.secretariat[language] }]),
    ...(meeting.mode === null ? [] : [{ label: words.mode, value: plenaryActTextWords[language].modes[meeting.mode] }]),
    ...(meeting.openedAt === null || meeting.closedAt === null
      ? []
      : [{ label: words.session, value: words.sessionSpan(clock(meeting.openedAt), clock(meeting.closedAt)) }]),
    { label: words.present, value: words.presentOf(String(came.size), String(facts.seats.length)) },
    ...(decided.length === 0 ? [] : [{ label: words.decided, value: decided.join("; ") }]),
    ...(approval === undefined ? [] : [{ label: words.approval, value: words.approvedBy(approval.meeting, day(approval.day), String(approval.motion)) }]),
  ];
}

function headingBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].heading;
  const { clock, day } = actTime(facts.meeting, language);
  const said = [
    ...(facts.convocation === null ? [] : [words.convened(day(facts.convocation.convenedAt))]),
    ...(facts.convocation === null || facts.convocation.notices === 0
      ? []
      : [words.notices(String(facts.convocation.notices), String(facts.convocation.acknowledged))]),
    ...(facts.meeting.openedAt === null ? [] : [words.opened(clock(facts.meeting.openedAt))]),
  ];
  return [
    ...(said.length === 0 ? [] : [{ kind: "paragraph", text: said.join(" ") } as const]),
    { kind: "note", text: words.zone(cityOf(facts.meeting.timeZone)[language]) },
  ];
}

function agendaBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].agenda;
  if (facts.agenda.length === 0) return [{ kind: "paragraph", text: words.none }];
  return [
    { kind: "paragraph", text: facts.meeting.agendaState === "approved" ? words.approved : words.proposed },
    {
      kind: "list",
      style: "numbered",
      items: facts.agenda.map(({ title, state }) => (state === "postponed" ? words.postponed(title[language]) : title[language])),
    },
  ];
}

function agreementBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].agreements;
  if (facts.agreements.length === 0) return [{ kind: "paragraph", text: words.none }];
  const motions = new Map(facts.motions.map(({ id, number }) => [id, number]));
  return [
    {
      kind: "table",
      caption: words.caption,
      columns: [
        { head: words.number, kind: "text", share: 2.1 },
        { head: words.text, kind: "text", share: 3.4 },
        { head: words.responsible, kind: "text", share: 1.6 },
        { head: words.due, kind: "text", share: 1.3 },
      ],
      rows: facts.agreements.map((each) => {
        const motion = each.motion === null ? undefined : motions.get(each.motion);
        return [
          motion === undefined ? each.number : `${each.number}\n${words.motion(String(motion))}`,
          `${each.title[language]}\n${each.text[language]}`,
          each.responsibleText[language] || words.nobody,
          each.due.kind === "none" ? words.noDue : each.dueText[language],
        ];
      }),
    },
  ];
}

function closingBlocks({ meeting }: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].closing;
  return [{ kind: "paragraph", text: meeting.closedAt === null ? words.notClosed : words.closed(actTime(meeting, language).clock(meeting.closedAt)) }];
}
