import type { Language } from "#basics";
import type { Block } from "#documents";
import { plenaryActTextWords } from "#words";
import { presenceAt } from "../attendance/presence.ts";
import { presenceEvents } from "../attendance/quorum.store.ts";
import { actTime, listed } from "./assemble-time.ts";
import { voteBlocks, voteSentence } from "./assemble-vote.ts";
import type { ActFacts, ConsensusFact, MotionFact, VoteFact } from "./facts.ts";

/** The motions with their texts, and what became of each: consensus with its reservations word by word, votes with both counts. */
export function decisionBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].decision;
  if (facts.motions.length === 0) return [{ kind: "paragraph", text: words.none }];
  return facts.motions.flatMap((motion) => motionBlocks(motion, facts, language));
}

function motionBlocks(motion: MotionFact, facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language];
  const said = words.decision;
  const methods = words.vote.methods;
  return [
    { kind: "heading", level: 3, text: said.title(String(motion.number), motion.title[language]) },
    {
      kind: "quote",
      text: motion.text[language],
      source: motion.proposedBy === null ? said.proposedByLeaders : said.proposed(motion.proposedBy[language]),
    },
    ...(motion.replaces === null ? [] : [{ kind: "note", text: said.replaces(String(motion.replaces)) } as const]),
    ...motion.consensus.flatMap((each) => [lead(said.consensus.title), ...consensusBlocks(each, facts, language)]),
    ...motion.votes.flatMap((each) => [lead(methods[each.method]), ...voteBlocks(each, facts, language, sentencesOf(each, facts, language))]),
    ...(motion.state === "withdrawn" ? [{ kind: "paragraph", text: said.withdrawn } as const] : []),
  ];
}

/** How it was decided, before what was decided. */
function lead(text: string): Block {
  return { kind: "paragraph", text: [{ text, emphasis: true }] };
}

function sentencesOf(vote: VoteFact, facts: ActFacts, language: Language): string[] {
  const words = plenaryActTextWords[language].vote;
  const time = actTime(facts.meeting, language);
  const sentence = voteSentence(vote, language);
  const tie = vote.tieDecision;
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...(tie === null ? [] : [(tie.adopted ? words.tieAdopted : words.tieRejected)(words.means[tie.means], tie.by, time.clock(tie.at))]),
  ];
}

function consensusBlocks(consensus: ConsensusFact, facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].decision.consensus;
  const { clock } = actTime(facts.meeting, language);
  const { closedAt, outcome, positions } = consensus;
  if (closedAt === null || outcome === null) return [{ kind: "paragraph", text: words.open }];
  const agreed = positions.filter(({ kind }) => kind === "agreement").map(({ name }) => name[language]);
  const present = presenceAt(presenceEvents(facts.attendees), closedAt);
  const stated = new Set(positions.map(({ name }) => name.es));
  const silent = facts.seats.filter(({ country, name }) => present.has(country) && !stated.has(name.es)).map(({ name }) => name[language]);
  const paragraph = (text: string): Block => ({ kind: "paragraph", text });
  const sentence = outcome === "adopted" ? words.adopted(clock(closedAt), String(consensus.present ?? 0), String(consensus.members ?? 0)) : words[outcome](clock(closedAt));
  return [
    { kind: "paragraph", text: [{ text: sentence, strong: true }] },
    ...(agreed.length === 0 ? [] : [paragraph(words.agreed(listed(agreed, language)))]),
    ...(outcome === "adopted" && silent.length > 0 ? [paragraph(words.silent(listed(silent, language)))] : []),
    ...positions.flatMap(({ kind, name, text, person, at }): Block[] => {
      if (kind === "agreement") return [];
      const isReservation = kind === "reservation";
      return [
        {
          kind: "together",
          blocks: [
            { kind: "paragraph", text: (isReservation ? words.reservation : words.objection)(name[language]) },
            { kind: "quote", text, source: (isReservation ? words.reservationSource : words.objectionSource)(name[language], person, clock(at)) },
          ],
        },
      ];
    }),
  ];
}

/** What became of a motion, in one short sentence, for the item it belongs to and for the facts in short. */
export function motionOutcome(motion: MotionFact, language: Language): string {
  return plenaryActTextWords[language].decision.states[motion.state];
}
