import { type Language, formatDate, formatInstant } from "#basics";
import type { Block, OfficialDocument } from "#documents";
import { plenaryHandoverWords } from "#words";
import { type Handover, type HandoverFact, factGroups, handoverNumber } from "./handover.ts";

/**
 * The report of a handover as an official document: who handed over to whom, the narrative, the checklist of that day, and the
 * two signatures. The same handover gives the same document.
 */
export function handoverDocument(handover: Handover, language: Language, verification: { readonly code: string; readonly url: string }): OfficialDocument {
  const words = plenaryHandoverWords[language].document;
  const { office, from, to, periodFrom, periodUntil, handedAt, handedBy, receivedAt, receivedBy } = handover;
  const offices = plenaryHandoverWords[language].offices;
  return {
    language,
    layout: "act",
    kind: words.kind,
    number: handoverNumber(handover),
    title: words.title(offices[office]),
    subtitle: words.period(formatDate(periodFrom, language), formatDate(periodUntil, language)),
    date: handedAt ?? new Date(`${periodUntil}T12:00:00Z`),
    summary: [
      { label: words.from, value: from },
      { label: words.to, value: to },
    ],
    body: [
      { kind: "heading", level: 2, text: words.report },
      ...paragraphs(handover.report),
      { kind: "heading", level: 2, text: words.checklist },
      { kind: "paragraph", text: words.checklistLead },
      ...factGroups.flatMap((group) => groupBlocks(handover.checklist.filter((fact) => fact.group === group), plenaryHandoverWords[language].groups[group], language)),
    ],
    signatures: [
      { name: handedBy ?? "", post: words.handed(offices[office]), ...(handedAt === undefined ? {} : { signedAt: formatInstant(handedAt, language) }) },
      { name: receivedBy ?? "", post: words.received(offices[office]), ...(receivedAt === undefined ? {} : { signedAt: formatInstant(receivedAt, language) }) },
    ],
    verification: { ...verification, hashNote: words.hashNote },
    footer: words.footer,
  };
}

function paragraphs(report: string): Block[] {
  return report
    .split(/\r?\n\s*\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((text) => ({ kind: "paragraph", text: text.replaceAll("\r\n", "\n") }));
}

function groupBlocks(facts: readonly HandoverFact[], title: string, language: Language): Block[] {
  const words = plenaryHandoverWords[language].document;
  const heading: Block = { kind: "heading", level: 3, text: title };
  if (facts.length === 0) return [heading, { kind: "paragraph", text: words.nothing }];
  return [
    heading,
    {
      kind: "table",
      caption: title,
      columns: [
        { head: words.what, kind: "text", share: 2.4 },
        { head: words.detail, kind: "text", share: 1.6 },
        { head: words.standing, kind: "text", share: 1 },
      ],
      rows: facts.map((fact) => [fact.title[language], fact.detail[language], fact.isPending ? words.pending : words.done]),
    },
  ];
}
