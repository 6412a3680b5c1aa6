import type { Language } from "#basics";
import type { Block, TableColumn } from "#documents";
import { plenaryActTextWords } from "#words";
import type { Attendee } from "../attendance/attendance.ts";
import { shownByMinute } from "../attendance/quorum.ts";
import type { ActFacts } from "./facts.ts";
import { actTime, listed } from "./assemble-time.ts";

/** A stay in the room; without an end the person stayed until the closing. */
export interface Stay {
  readonly from: Date;
  readonly until: Date | null;
}

/** The stays of one person, from arrivals and departures that were not annulled. */
export function staysOf({ entries }: Pick<Attendee, "entries">): Stay[] {
  const stays: { from: Date; until: Date | null }[] = [];
  for (const { kind, at, annulledAt } of entries) {
    if (annulledAt !== null) continue;
    const last = stays.at(-1);
    if (kind === "arrival" && (last === undefined || last.until !== null)) stays.push({ from: at, until: null });
    else if (kind === "departure" && last?.until === null) last.until = at;
  }
  return stays;
}

/** Attendance as a table by delegation, then the observers. A state that nobody came for has its line too. */
export function attendanceBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].attendance;
  const { clock } = actTime(facts.meeting, language);
  const modes = plenaryActTextWords[language].modes;
  const came = facts.attendees.filter((each) => each.checkedAt !== null && staysOf(each).length > 0);
  if (came.length === 0 && facts.seats.length === 0) return [{ kind: "paragraph", text: words.none }];
  const times = (each: Attendee) =>
    staysOf(each)
      .map(({ from, until }) => words.span(clock(from), until === null ? words.stayed : clock(until)))
      .join("\n");
  const ranks = { titular: 0, alternate: 1, adviser: 2, observer: 3 } as const;
  const ordered = (people: readonly Attendee[]) =>
    people.toSorted((one, other) => ranks[one.capacity] - ranks[other.capacity] || one.name.localeCompare(other.name, "es"));
  const named = (each: Attendee) => (each.post === "" ? each.name : `${each.name}\n${each.post}`);
  const columns = (...heads: readonly (readonly [string, number])[]): TableColumn[] => heads.map(([head, share]) => ({ head, kind: "text", share }));
  const hasModes = facts.seats.some(({ country }) => facts.modes.has(country));
  const rows = facts.seats.flatMap(({ country, name }) => {
    const people = ordered(came.filter((each) => each.country === country));
    const mode = facts.modes.get(country);
    const said = hasModes ? [mode === undefined ? "" : modes[mode]] : [];
    if (people.length === 0) return [[name[language], words.nobody, "—", ...said, words.absent]];
    return people.map((each) => [name[language], named(each), words.capacities[each.capacity], ...said, times(each)]);
  });
  const observers = ordered(came.filter((each) => each.country === null));
  const blocks: Block[] = [
    {
      kind: "table",
      caption: words.caption,
      columns: columns([words.delegation, 1.6], [words.person, 1.9], [words.capacity, 1], ...(hasModes ? [[words.mode, 1] as const] : []), [words.times, 1.5]),
      rows,
    },
  ];
  if (observers.length > 0)
    blocks.push(
      { kind: "heading", level: 3, text: words.observers },
      {
        kind: "table",
        caption: words.observersCaption,
        columns: columns([words.organisation, 1.3], [words.person, 1.9], [words.times, 1.5]),
        rows: observers.map((each) => [each.organisation ?? "", named(each), times(each)]),
      },
    );
  return blocks;
}

/** The quorum: the rule with its source, and its course through the session minute by minute. */
export function quorumBlocks(facts: ActFacts, language: Language): Block[] {
  const words = plenaryActTextWords[language].quorum;
  const { quorum } = facts;
  const time = actTime(facts.meeting, language);
  if (quorum === null) return [{ kind: "paragraph", text: words.noRule }];
  const { rule, needed, spans } = quorum;
  const names = new Map(facts.seats.map(({ country, name }) => [country, name[language]]));
  const blocks: Block[] = [
    {
      kind: "paragraph",
      text: words.rule(words.kinds[rule.kind], `${rule.numerator}/${rule.denominator}`, String(needed), String(facts.seats.length)),
    },
    { kind: "note", text: words.source(rule.source[language], time.day(new Date(`${rule.from}T12:00:00Z`))) },
  ];
  if (spans.length === 0) return [...blocks, { kind: "paragraph", text: words.none }];
  return [
    ...blocks,
    {
      kind: "table",
      caption: words.caption,
      columns: [
        { head: words.from, kind: "text", share: 1 },
        { head: words.until, kind: "text", share: 1 },
        { head: words.present, kind: "number" },
        { head: words.absent, kind: "text", share: 3 },
        { head: words.holds, kind: "text", share: 1.2 },
      ],
      rows: shownByMinute(spans).map((span) => {
        const absent = facts.seats.filter(({ country }) => !span.present.includes(country)).map(({ country }) => names.get(country) ?? country);
        return [
          time.clock(span.from),
          time.clock(span.until),
          String(span.present.length),
          absent.length === 0 ? words.all : listed(absent, language),
          span.suspended ? words.suspended : span.holds ? words.yes : words.no,
        ];
      }),
    },
    ...facts.suspensions.map(({ from, until, reason }): Block => {
      const end = until ?? facts.meeting.closedAt;
      return { kind: "paragraph", text: words.suspension(time.clock(from), end === null ? "…" : time.clock(end), reason.trim()) };
    }),
  ];
}
