import { type Language, type Text, countryName, formatDate } from "#basics";
import type { Block, OfficialDocument, TableColumn } from "#documents";
import { narrativeBlocks } from "#plenary";
import { planningAccountabilityWords } from "#words";
import type { Accountability } from "./accountability.ts";
import type { AccountabilityFacts, PartyFact } from "./facts.ts";

/** By which decision a report was approved. */
export interface Approval {
  readonly meeting: string;
  /** Number of the motion; null for a meeting of the record. */
  readonly motion: number | null;
  readonly on: string;
}

/** What was written in a part. */
export interface WrittenPart {
  readonly part: string;
  readonly language: Language;
  readonly body: string;
}

/**
 * The report as it is printed in a language: what was computed and what was written, in their places. A part that has no English
 * words yet shows the Spanish ones with a remark, so that nothing is left out in silence.
 */
export function accountabilityDocument(report: Accountability, facts: AccountabilityFacts, texts: readonly WrittenPart[], language: Language, approval?: Approval): OfficialDocument {
  const words = planningAccountabilityWords[language].document;
  const say = (text: Text) => text[language];
  const percent = (figure: string | null) => percentText(figure, language);
  const written = (part: string): Block[] => writtenBlocks(texts, part, language, words.otherLanguage);
  const section = (text: string, ...blocks: Block[]): Block[] => [{ kind: "heading", level: 2, text }, ...blocks];
  const { plans, axes } = facts;
  const late = facts.agreements.filter(({ standing }) => standing === "overdue").length;
  const fulfilled = facts.agreements.filter(({ standing }) => standing === "fulfilled").length;
  const body: Block[] = [
    ...section(words.introduction, ...written("introduction")),
    ...section(words.results, { kind: "paragraph", text: words.resultsLead(String(plans.length), formatDate(facts.asOf, language)) }, ...(plans.length === 0 ? [note(words.noPlans)] : [planTable(facts, language)]), ...(axes.length === 0 ? [] : [axisTable(facts, language)]), note(words.rule)),
    ...axes.flatMap(({ code, title, mean }): Block[] => {
      const text = written(`axis-${code}`);
      return text.length === 0 ? [] : [{ kind: "heading", level: 3, text: words.axis(code, say(title), percent(mean)) }, ...text];
    }),
    ...section(words.responsible, partyTable(words.partiesCaption, words.party, facts.parties, language), partyTable(words.countriesCaption, words.country, facts.countries, language), note(words.countriesRule)),
    ...section(words.indicators, ...(facts.indicators.length === 0 ? [note(words.noIndicators)] : [indicatorTable(facts, language)])),
    ...section(
      words.agreements,
      { kind: "paragraph", text: words.agreementsLead(String(facts.agreements.length), String(fulfilled), String(late), String(facts.agreements.filter(({ standing }) => standing === "open").length)) },
      ...(facts.agreements.length === 0 ? [] : [agreementTable(facts, language)]),
    ),
    ...section(words.attendance, ...(facts.attendance.meetings.length === 0 ? [note(words.noMeetings)] : [attendanceTable(facts, language)])),
    ...section(words.undone, ...(facts.undone.length === 0 ? [note(words.noUndone)] : [undoneTable(facts, language)]), ...written("not-done")),
    ...section(words.conclusions, ...written("conclusions")),
    ...section(words.evidence, ...(facts.evidence.length === 0 ? [note(words.noEvidence)] : [evidenceTable(facts, language)])),
  ];
  const period = words.period(formatDate(report.from, language), formatDate(report.until, language));
  return {
    language,
    kind: planningAccountabilityWords[language].kinds[report.kind],
    number: report.number,
    title: say(report.title),
    subtitle: period,
    date: new Date(`${approval?.on ?? facts.asOf}T00:00:00Z`),
    ...(approval ? { place: words.approvedPlace(approval.meeting, formatDate(approval.on, language)) } : {}),
    summary: [
      { label: words.summary.result, value: facts.mean === null ? words.noFigure : words.summary.resultText(percent(facts.mean), String(plans.length)) },
      { label: words.summary.plans, value: plans.map(({ title }) => say(title)).join("; ") || words.noFigure },
      { label: words.summary.agreements, value: words.summary.agreementsText(String(fulfilled), String(facts.agreements.length), String(late)) },
      { label: words.summary.undone, value: String(facts.undone.length) },
      ...(approval ? [{ label: words.summary.approved, value: approval.motion === null ? words.approvedMeeting(approval.meeting) : words.approvedMotion(approval.meeting, String(approval.motion)) }] : []),
    ],
    body,
    footer: words.footer,
    ...(approval ? {} : { draft: true }),
  };
}

const note = (text: string): Block => ({ kind: "note", text });

function writtenBlocks(texts: readonly WrittenPart[], part: string, language: Language, remark: string): Block[] {
  const body = (of: Language) => texts.find((each) => each.part === part && each.language === of)?.body.trim() ?? "";
  if (body(language) !== "") return narrativeBlocks(body(language));
  const other = body(language === "es" ? "en" : "es");
  return other === "" ? [] : [note(remark), ...narrativeBlocks(other)];
}

/** Percent with two decimals at most, as its reader writes it, with a point before decimals in both languages; a dash where there is none. */
export function percentText(figure: string | null, language: Language): string {
  if (figure === null) return "—";
  const hundredths = (BigInt(figure.replace(".", "")) + 50n) / 100n; // four decimals come in, never below zero
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`.replace(/\.?0+$/, "");
  return language === "es" ? `${text}\u00a0%` : `${text}%`;
}

const text = (head: string, share?: number): TableColumn => ({ head, kind: "text", ...(share === undefined ? {} : { share }) });
const number = (head: string): TableColumn => ({ head, kind: "number" });

/** '30/06/2026': days lead here, in both languages. */
const shortDay = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

function planTable({ plans, mean }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  return {
    kind: "table",
    caption: words.plansCaption,
    columns: [text(words.plan, 3), number(words.done), number(words.due), number(words.activities), number(words.reported)],
    rows: plans.map((each) => [each.title[language], percentText(each.done, language), percentText(each.due, language), String(each.activities), String(each.reported)]),
    ...(plans.length > 1 ? { total: [words.mean, percentText(mean, language), "", String(plans.reduce((sum, each) => sum + each.activities, 0)), String(plans.reduce((sum, each) => sum + each.reported, 0))] } : {}),
  };
}

function axisTable({ plans, axes }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  // More plans than fit beside each other are told by their mean alone.
  const shown = plans.length <= 4 ? plans : [];
  return {
    kind: "table",
    caption: words.axesCaption,
    columns: [text(words.axisHead, 3), ...shown.map(({ title }) => number(title[language])), ...(shown.length === 1 ? [] : [number(words.mean)])],
    rows: axes.map(({ code, title, byPlan, mean }) => [`${code}. ${title[language]}`, ...shown.map(({ id }) => percentText(byPlan.get(id) ?? null, language)), ...(shown.length === 1 ? [] : [percentText(mean, language)])]),
  };
}

function partyTable(caption: string, head: string, parties: readonly PartyFact[], language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  return {
    kind: "table",
    caption,
    columns: [text(head, 3), number(words.activities), number(words.reported), number(words.done)],
    rows: parties.map((each) => [each.name[language], String(each.activities), String(each.reported), percentText(each.done, language)]),
  };
}

function indicatorTable({ indicators }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  const figure = (said: string | null) => said ?? "—";
  return {
    kind: "table",
    caption: words.indicatorsCaption,
    columns: [text(words.code, 0.7), text(words.indicator, 3), number(words.baseline), number(words.target), number(words.figure), text(words.source, 1.2)],
    rows: indicators.map((each) => [
      each.code,
      each.unit[language] === "" ? each.title[language] : `${each.title[language]} (${each.unit[language]})`,
      figure(each.baseline),
      figure(each.target),
      figure(each.figure),
      words.sources[each.source],
    ]),
  };
}

function agreementTable({ agreements }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  return {
    kind: "table",
    caption: words.agreementsCaption,
    columns: [text(words.code, 2.3), text(words.agreement, 3), text(words.party, 1.6), text(words.standing, 1.3)],
    rows: agreements.map(({ number: code, title, responsible, standing, dueOn, fulfilledOn }) => {
      const day = standing === "fulfilled" ? fulfilledOn : dueOn;
      return [code, title[language], responsible[language], `${words.standings[standing]}${day === null ? "" : `, ${shortDay(day)}`}`];
    }),
  };
}

function attendanceTable({ attendance }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  const { meetings, rows } = attendance;
  const shown = meetings.length <= 6 ? meetings : [];
  return {
    kind: "table",
    caption: words.attendanceCaption(String(meetings.length)),
    columns: [text(words.country, 2), ...shown.map(({ id }) => text(id)), number(words.attended)],
    rows: rows.map(({ name, meetings: took }) => [name[language], ...shown.map(({ id }) => (took.includes(id) ? words.yes : words.no)), `${took.length} / ${meetings.length}`]),
  };
}

function undoneTable({ undone }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  return {
    kind: "table",
    caption: words.undoneCaption,
    columns: [text(words.code, 0.7), text(words.activity, 2.4), text(words.party, 1.4), number(words.progress), text(words.why, 2.4)],
    rows: undone.map(({ code, title, responsible, progress, isGivenUp, why }) => [
      code,
      title[language],
      responsible[language],
      progress === null ? "—" : language === "es" ? `${progress}\u00a0%` : `${progress}%`,
      `${isGivenUp ? `${words.givenUp}. ` : ""}${why === "" ? words.noWhy : why}`,
    ]),
  };
}

function evidenceTable({ evidence }: AccountabilityFacts, language: Language): Block {
  const words = planningAccountabilityWords[language].document;
  return {
    kind: "table",
    caption: words.evidenceCaption,
    columns: [text(words.code, 0.7), text(words.activity, 2.2), text(words.reportedBy, 1.2), text(words.day, 0.9), text(words.address, 2.4)],
    rows: evidence.map(({ code, title, country, until, address }) => [code, title[language], country === null ? words.organ : countryName(country)[language], shortDay(until), address]),
  };
}
