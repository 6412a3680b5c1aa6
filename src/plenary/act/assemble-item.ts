import { type Language, formatDate } from "#basics";
import type { Block } from "#documents";
import { plenaryActTextWords } from "#words";
import { actNumber } from "./act.ts";
import { motionOutcome } from "./assemble-decision.ts";
import { actTime, listed } from "./assemble-time.ts";
import type { ActFacts } from "./facts.ts";
import { narrativeBlocks } from "./narrative.ts";

/** What is computed under a point of the agenda: who spoke, reports, representations, approved acts, and its decisions in short. */
export function itemBlocks(facts: ActFacts, id: string | null, language: Language): Block[] {
  const words = plenaryActTextWords[language].item;
  const item = facts.agenda.find((each) => each.id === id);
  if (!item) return [];
  const spoke = facts.speakers.get(item.id) ?? [];
  return [
    ...(item.state === "postponed" ? [{ kind: "paragraph", text: words.postponed } as const] : []),
    ...(spoke.length === 0 ? [] : [{ kind: "paragraph", text: words.spoke(listed(spoke.map((each) => each[language]), language)) } as const]),
    ...(item.kind === "country-reports" ? reportBlocks(facts, language) : []),
    ...(item.kind === "representation" ? representationBlocks(facts, language) : []),
    ...(item.kind === "previous-act"
      ? facts.approvedActs.map(({ meeting, motion }): Block => ({ kind: "paragraph", text: words.approvedAct(actNumber(meeting), motion === null ? "" : String(motion)) }))
      : []),
    ...facts.motions
      .filter((motion) => motion.item === item.id)
      .map((motion): Block => ({ kind: "paragraph", text: words.decision(String(motion.number), motion.title[language], motionOutcome(motion, language)) })),
    ...(item.openToObservers ? [] : [{ kind: "note", text: words.closed } as const]),
  ];
}

function reportBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].item;
  if (facts.reports.length === 0) return [];
  const { clock } = actTime(facts.meeting, language);
  return facts.reports.flatMap(({ name, body, presentedAt }): Block[] => [
    {
      kind: "heading",
      level: 3,
      text: presentedAt === null ? words.reportWritten(name[language]) : words.reportGiven(name[language], clock(presentedAt)),
    },
    ...narrativeBlocks(body),
  ]);
}

function representationBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].item;
  if (facts.representations.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: words.representations },
    ...facts.representations.flatMap(({ event, place, from, until, delegatedTo, report }): Block[] => [
      {
        kind: "paragraph",
        text: words.represented(
          event,
          place,
          words.days(formatDate(from, language), formatDate(until, language)),
          delegatedTo === null ? words.byPresidency : words.delegated(delegatedTo[language]),
        ),
      },
      ...narrativeBlocks(report),
    ]),
  ];
}
