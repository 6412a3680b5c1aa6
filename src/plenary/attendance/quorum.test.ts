import fc from "fast-check";
import { expect, test } from "vitest";
import type { PresenceEvent } from "./presence.ts";
import {
  type QuorumRule,
  type SessionTime,
  delegationsNeeded,
  quorumAt,
  quorumHeldThroughout,
  quorumRuleFault,
  quorumTimeline,
  shownByMinute,
  startingQuorumRule,
} from "./quorum.ts";

const members = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];
const zero = Date.parse("2024-03-20T15:00:00Z");
const instant = (offset: number) => new Date(zero + offset);
const minutes = (count: number) => instant(count * 60_000);
let last = 0;
const event = (kind: PresenceEvent["kind"], country: string, at: Date): PresenceEvent => ({
  id: String((last += 1)).padStart(6, "0"),
  country,
  person: `titular of ${country}`,
  capacity: "titular",
  kind,
  at,
});
const session: SessionTime = { opened: minutes(0), until: minutes(120), suspensions: [] };
const five = members.slice(0, 5).map((country) => event("arrival", country, minutes(-5)));

test("more than half of nine is five, at least two thirds is six, and a tenth member raises it by itself", () => {
  expect(delegationsNeeded(startingQuorumRule, 9)).toBe(5);
  expect(delegationsNeeded(startingQuorumRule, 10)).toBe(6);
  expect(delegationsNeeded({ kind: "at-least", numerator: 1, denominator: 2 }, 10)).toBe(5);
  expect(delegationsNeeded({ kind: "at-least", numerator: 2, denominator: 3 }, 9)).toBe(6);
  expect(delegationsNeeded({ kind: "at-least", numerator: 2, denominator: 3 }, 10)).toBe(7);
});

test("the number needed is the smallest that satisfies the fraction", () => {
  const rule = fc.record({
    kind: fc.constantFrom<QuorumRule["kind"]>("more-than", "at-least"),
    numerator: fc.integer({ min: 1, max: 12 }),
    denominator: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 40 }), ({ kind, numerator, denominator }, size) => {
      const enough = (count: number) =>
        kind === "more-than" ? count * denominator > size * numerator : count * denominator >= size * numerator;
      const needed = delegationsNeeded({ kind, numerator, denominator }, size);
      expect(enough(needed)).toBe(true);
      expect(needed === 1 || !enough(needed - 1)).toBe(true);
      expect(quorumRuleFault({ kind, numerator, denominator }) === undefined).toBe(
        needed <= size && numerator <= denominator && !(kind === "more-than" && numerator === denominator),
      );
    }),
  );
});

test("a fraction that is none or could never be reached is named", () => {
  expect(quorumRuleFault({ kind: "more-than", numerator: 1, denominator: 0 })).toBe("not-a-fraction");
  expect(quorumRuleFault({ kind: "at-least", numerator: 0, denominator: 2 })).toBe("not-a-fraction");
  expect(quorumRuleFault({ kind: "more-than", numerator: 1, denominator: 1 })).toBe("unreachable");
  expect(quorumRuleFault({ kind: "at-least", numerator: 1, denominator: 1 })).toBeUndefined();
});

test("quorum is lost at the millisecond of the departure that breaks it and regained with the next arrival", () => {
  const events = [...five, event("departure", "BLZ", instant(1_800_250)), event("arrival", "DOM", minutes(31))];
  const spans = quorumTimeline(events, members, startingQuorumRule, session);
  expect(spans.map(({ from, until, holds }) => [from.getTime() - zero, until.getTime() - zero, holds])).toEqual([
    [0, 1_800_250, true],
    [1_800_250, 1_860_000, false],
    [1_860_000, 7_200_000, true],
  ]);
});

test("a suspension cuts the session: the delegations are there and there is no quorum to vote", () => {
  const suspended = { ...session, suspensions: [{ from: minutes(60), until: minutes(75) }] };
  const spans = quorumTimeline(five, members, startingQuorumRule, suspended);
  expect(spans.map(({ holds, suspended: isCut, present }) => [holds, isCut, present.length])).toEqual([
    [true, false, 5],
    [false, true, 5],
    [true, false, 5],
  ]);
  const endless = { ...session, suspensions: [{ from: minutes(60) }] };
  expect(quorumAt(five, members, startingQuorumRule, endless, minutes(119)).holds).toBe(false);
});

test("those who are no members do not count, and outside the session nothing holds", () => {
  const observers = ["USA", "ESP", "COL", "FRA", "CAN"].map((country) => event("arrival", country, minutes(0)));
  expect(quorumAt(observers, members, startingQuorumRule, session, minutes(1))).toEqual({
    present: [],
    needed: 5,
    suspended: false,
    holds: false,
  });
  expect(quorumAt(five, members, startingQuorumRule, session, minutes(-1)).holds).toBe(false);
  expect(quorumAt(five, members, startingQuorumRule, session, minutes(121)).holds).toBe(false);
});

test("a quorum lost within one minute is still seen by the minute", () => {
  const events = [...five, event("departure", "BLZ", instant(600_100)), event("arrival", "BLZ", instant(620_000))];
  const shown = shownByMinute(quorumTimeline(events, members, startingQuorumRule, session));
  expect(
    shown.map(({ from, until, holds }) => [(from.getTime() - zero) / 60_000, (until.getTime() - zero) / 60_000, holds]),
  ).toEqual([
    [0, 10, true],
    [10, 10, false],
    [10, 120, true],
  ]);
});

test("a vote during which quorum was lost for a moment had no quorum", () => {
  const events = [...five, event("departure", "BLZ", instant(600_100)), event("arrival", "BLZ", instant(620_000))];
  const held = (opened: Date, closed: Date) =>
    quorumHeldThroughout(events, members, startingQuorumRule, session, { opened, closed });
  expect(held(minutes(2), minutes(9))).toBe(true);
  expect(held(minutes(9), minutes(12))).toBe(false);
  expect(held(instant(600_100), instant(600_100))).toBe(false);
  expect(held(minutes(11), minutes(20))).toBe(true);
  expect(held(minutes(-1), minutes(5))).toBe(false);
  expect(held(minutes(110), minutes(121))).toBe(false);
  expect(held(minutes(20), minutes(11))).toBe(false);
});

/** The naive truth: walks each delegation's own story up to an instant. Events of one instant never contradict here. */
function holdsNaively(events: readonly PresenceEvent[], suspensions: SessionTime["suspensions"], at: number): boolean {
  if (suspensions.some(({ from, until }) => from.getTime() <= at && at < (until?.getTime() ?? Number.POSITIVE_INFINITY)))
    return false;
  const inRoom = members.filter((country) => {
    const own = events
      .filter((each) => each.country === country && each.at.getTime() <= at)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    return own.at(-1)?.kind === "arrival";
  });
  return inRoom.length * 2 > members.length;
}

test("for any comings, goings and suspensions the timeline has no gap, is as short as can be, and is true at every instant", () => {
  const comings = fc.uniqueArray(
    fc.record({
      country: fc.constantFrom(...members),
      at: fc.integer({ min: -3, max: 23 }),
      kind: fc.constantFrom<PresenceEvent["kind"]>("arrival", "arrival", "departure"),
    }),
    {
      selector: ({ country, at }) => `${country}${at}`,
      maxLength: 60,
    },
  );
  const breaks = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 1, max: 6 }))), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(comings, breaks, (stories, pauses) => {
      const events = stories.map(({ country, at, kind }) => event(kind, country, instant(at)));
      const suspensions = pauses.map(([from, length]) => ({
        from: instant(from),
        until: length === null ? undefined : instant(from + length),
      }));
      const short = { opened: instant(0), until: instant(20), suspensions };
      const spans = quorumTimeline(events, members, startingQuorumRule, short);
      expect(spans[0]?.from).toEqual(short.opened);
      expect(spans.at(-1)?.until).toEqual(short.until);
      spans.forEach((span, index) => {
        const next = spans[index + 1];
        expect(span.from < span.until).toBe(true);
        if (next === undefined) return;
        expect(next.from).toEqual(span.until);
        expect([next.present, next.suspended]).not.toEqual([span.present, span.suspended]);
      });
      for (let at = zero; at < zero + 20; at += 1) {
        const span = spans.find(({ from, until }) => from.getTime() <= at && at < until.getTime());
        expect(span?.holds).toBe(holdsNaively(events, suspensions, at));
        const { from: _from, until: _until, ...state } = span ?? { from: 0, until: 0 };
        expect(quorumAt(events, members, startingQuorumRule, short, new Date(at))).toEqual(state);
      }
    }),
    { numRuns: 300 },
  );
});
