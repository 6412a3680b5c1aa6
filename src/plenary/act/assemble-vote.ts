import type { Language } from "#basics";
import type { Block } from "#documents";
import { plenaryActTextWords } from "#words";
import { presenceAt } from "../attendance/presence.ts";
import { presenceEvents } from "../attendance/quorum.store.ts";
import { outcomeOf } from "../vote/majority.ts";
import { outcomeSentence } from "../vote/sentence.ts";
import { actTime, listed } from "./assemble-time.ts";
import type { ActFacts, CountFact, VoteFact } from "./facts.ts";

/** The sentence of a vote on a motion, the same as on the page of the vote; undefined while it has none. */
export function voteSentence({ rule, outcome, quorumHeld }: VoteFact, language: Language): string | undefined {
  if (rule === null || outcome === null) return undefined;
  const tally = { inFavour: outcome.inFavour ?? 0, against: outcome.against ?? 0, abstention: outcome.abstention ?? 0 };
  const computed = outcomeOf(rule, tally, { members: outcome.members, present: outcome.present, quorumHeld: quorumHeld ?? false });
  const word = outcome.outcome;
  if (word === "elected" || word === "second-round" || word === "none") return undefined;
  // The kept outcome leads: a second vote that ties again is rejected, which the rule alone does not know.
  return outcomeSentence({ ...computed, outcome: word })[language];
}

/** A vote with all that was recorded of it; `sentences` say what became of it. Of a secret vote no ballot is tied to a state. */
export function voteBlocks(vote: VoteFact, facts: ActFacts, language: Language, sentences: readonly string[]): Block[] {
  const words = plenaryActTextWords[language].vote;
  const time = actTime(facts.meeting, language);
  if (vote.state === "void") return [{ kind: "paragraph", text: words.void(vote.voidReason ?? "") }];
  if (vote.state === "open") return [{ kind: "paragraph", text: words.open }];
  const lines = [
    ...(vote.rule === null ? [] : [{ term: words.rule, text: words.ruleText(vote.rule.name[language], vote.rule.source[language], time.day(new Date(`${vote.rule.from}T12:00:00Z`))) }]),
    { term: words.time, text: words.timeText(time.clock(vote.openedAt), vote.closedAt === null ? "…" : time.clock(vote.closedAt), vote.openedBy) },
    { term: words.room, text: words.roomText(String(vote.present ?? 0), String(vote.members), vote.quorumHeld === true ? words.quorumHeld : words.quorumLost) },
    ...vote.entries.map(({ by, confirmedBy, at, note }) => ({ term: words.entered, text: words.enteredText(by, confirmedBy, time.clock(at), note) })),
    ...countLines(vote, language, time.moment),
    ...(vote.reconciliation === null ? [] : [{ term: words.reconciliation, text: words.reconciliationText(vote.reconciliation.by, time.moment(vote.reconciliation.at), vote.reconciliation.note) }]),
  ];
  return [
    { kind: "definitions", items: lines },
    ...figuresTable(vote, language),
    ...rollTable(vote, facts, language),
    ...notVoting(vote, facts, language),
    ...(sentences.length === 0 ? [words.unsettled] : sentences).map((text): Block => ({ kind: "paragraph", text: [{ text, strong: true }] })),
  ];
}

const isSameCount = (one: CountFact, other: CountFact | undefined) =>
  other !== undefined && one.ballots === other.ballots && Object.keys({ ...one.figures, ...other.figures }).every((key) => (one.figures[key] ?? 0) === (other.figures[key] ?? 0));

/** What each count is called: 'Conteo', 'Reconteo', 'Reconteo 2'. */
function countName({ kind, attempt }: CountFact, language: Language): string {
  const words = plenaryActTextWords[language].vote;
  return kind === "count" ? words.count : attempt > 1 ? words.nthRecount(String(attempt)) : words.recount;
}

function countLines(vote: VoteFact, language: Language, moment: (at: Date) => string): { term: string; text: string }[] {
  const words = plenaryActTextWords[language].vote;
  const first = vote.counts.find(({ kind }) => kind === "count");
  return vote.counts.map((each) => {
    const said = [words.countText(each.by, moment(each.at), String(each.ballots))];
    if (each.kind === "recount") said.push(isSameCount(each, first) ? words.agrees : words.differs);
    if (each.faults > 0) said.push(words.faults(String(each.faults)));
    return { term: countName(each, language), text: said.join("; ") };
  });
}

/** Count and recount side by side, option by option: both figures stay, whether they agree or not. */
function figuresTable(vote: VoteFact, language: Language): Block[] {
  const words = plenaryActTextWords[language].vote;
  if (vote.counts.length === 0) return [];
  return [
    {
      kind: "table",
      caption: words.caption,
      columns: [{ head: words.option, kind: "text" }, ...vote.counts.map((each) => ({ head: countName(each, language), kind: "number" }) as const)],
      rows: vote.options.map(({ option, label }) => [label[language], ...vote.counts.map(({ figures }) => String(figures[String(option)] ?? 0))]),
      total: [words.ballots, ...vote.counts.map(({ ballots }) => String(ballots))],
    },
  ];
}

function rollTable(vote: VoteFact, facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].vote;
  if (vote.method !== "roll-call" || vote.roll.length === 0) return [];
  const time = actTime(facts.meeting, language);
  const label = new Map(vote.options.map(({ option, label: text }) => [option, text[language]]));
  return [
    {
      kind: "table",
      caption: words.rollCaption,
      columns: [
        { head: words.state, kind: "text", share: 1.5 },
        { head: words.ballot, kind: "text", share: 1.1 },
        { head: words.castBy, kind: "text", share: 2 },
        { head: words.hour, kind: "number" },
      ],
      rows: vote.roll.map(({ name, option, person, capacity, at }) => [name[language], label.get(option) ?? "", `${person}, ${words.capacities[capacity]}`, time.clock(at)]),
    },
  ];
}

/** Delegations that were in the room at the close and cast nothing, from who was there. */
function notVoting(vote: VoteFact, facts: ActFacts, language: Language): Block[] {
  if (vote.closedAt === null) return [];
  const present = presenceAt(presenceEvents(facts.attendees), vote.closedAt);
  const silent = facts.seats.filter(({ country }) => present.has(country) && !vote.voted.includes(country)).map(({ name }) => name[language]);
  return silent.length === 0 ? [] : [{ kind: "paragraph", text: plenaryActTextWords[language].vote.notVoting(listed(silent, language)) }];
}
