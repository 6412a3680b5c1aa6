import fc from "fast-check";
import { expect, test } from "vitest";
import { type PresenceEvent, mayVote, presenceAt } from "./presence.ts";

const nine = Date.parse("2024-03-20T15:00:00Z");
let last = 0;
const event = (kind: PresenceEvent["kind"], country: string, person: string, minute: number): PresenceEvent => ({
  id: String((last += 1)).padStart(6, "0"),
  country,
  person,
  capacity: person.startsWith("alternate") ? "alternate" : "titular",
  kind,
  at: new Date(nine + minute * 60_000),
});
const minute = (count: number) => new Date(nine + count * 60_000);

test("a delegation is in the room from its first arrival to its last departure", () => {
  const events = [
    event("arrival", "HND", "titular-ana", 0),
    event("arrival", "HND", "alternate-luis", 5),
    event("departure", "HND", "titular-ana", 10),
    event("departure", "HND", "alternate-luis", 20),
  ];
  expect(presenceAt(events, new Date(nine - 1)).has("HND")).toBe(false);
  expect(presenceAt(events, minute(0)).get("HND")).toEqual({ titulars: ["titular-ana"], alternates: [] });
  expect(presenceAt(events, minute(15)).get("HND")).toEqual({ titulars: [], alternates: ["alternate-luis"] });
  expect(presenceAt(events, minute(20)).has("HND")).toBe(false);
});

test("a titular who leaves as the alternate arrives does not lose the delegation, in whatever order it was written", () => {
  const arrived = event("arrival", "PAN", "titular-eva", 0);
  const swap = [event("departure", "PAN", "titular-eva", 10), event("arrival", "PAN", "alternate-raul", 10)];
  for (const both of [swap, swap.toReversed()])
    expect(presenceAt([arrived, ...both], minute(10)).get("PAN")).toEqual({ titulars: [], alternates: ["alternate-raul"] });
});

test("out and in at one instant leaves a person in the room; in and out leaves an absent person absent; a third entry turns it over", () => {
  const both = [event("departure", "CRI", "titular-sol", 5), event("arrival", "CRI", "titular-sol", 5)];
  const wasThere = event("arrival", "CRI", "titular-sol", 0);
  for (const pair of [both, both.toReversed()]) {
    expect(presenceAt([wasThere, ...pair], minute(5)).has("CRI")).toBe(true);
    expect(presenceAt(pair, minute(5)).has("CRI")).toBe(false);
    expect(presenceAt([...pair, event("arrival", "CRI", "titular-sol", 5)], minute(5)).has("CRI")).toBe(true);
    expect(presenceAt([wasThere, ...pair, event("departure", "CRI", "titular-sol", 5)], minute(5)).has("CRI")).toBe(false);
  }
});

test("a departure of somebody who is not there, or a second arrival, changes nothing", () => {
  const events = [
    event("departure", "NIC", "titular-juan", 0),
    event("arrival", "NIC", "titular-juan", 1),
    event("arrival", "NIC", "titular-juan", 2),
    event("departure", "NIC", "titular-juan", 3),
  ];
  expect(presenceAt(events, minute(0)).size).toBe(0);
  expect(presenceAt(events, minute(2)).get("NIC")).toEqual({ titulars: ["titular-juan"], alternates: [] });
  expect(presenceAt(events, minute(3)).size).toBe(0);
});

test("the order in which entries are read never matters", () => {
  const anyEvent = fc
    .tuple(
      fc.constantFrom<PresenceEvent["kind"]>("arrival", "departure"),
      fc.constantFrom("HND", "GTM"),
      fc.constantFrom("titular-a", "alternate-b"),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([kind, country, person, when]) => event(kind, country, person, when));
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 14 }),
      fc.integer({ min: 0, max: 4 }),
      fc.infiniteStream(fc.nat()),
      (events, when, keys) => {
        const shuffled = events
          .map((each) => ({ each, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect([...presenceAt(shuffled, minute(when))]).toEqual([...presenceAt(events, minute(when))]);
      },
    ),
  );
});

test("the titular casts; the alternate only in the titular's absence; everyone else is told why not", () => {
  const titular = event("arrival", "SLV", "titular-mar", 0);
  const alternate = event("arrival", "SLV", "alternate-leo", 0);
  const other = event("arrival", "DOM", "titular-paz", 0);
  const all = presenceAt([titular, alternate, other], minute(0));
  const withoutTitular = presenceAt([alternate, other], minute(0));
  expect(mayVote(all, "SLV", "titular-mar")).toEqual({ may: true, capacity: "titular" });
  expect(mayVote(all, "SLV", "alternate-leo")).toEqual({ may: false, why: "titular-present" });
  expect(mayVote(withoutTitular, "SLV", "alternate-leo")).toEqual({ may: true, capacity: "alternate" });
  expect(mayVote(withoutTitular, "SLV", "titular-mar")).toEqual({ may: false, why: "person-absent" });
  expect(mayVote(all, "SLV", "titular-paz")).toEqual({ may: false, why: "other-delegation" });
  expect(mayVote(all, "MEX", "titular-sur")).toEqual({ may: false, why: "delegation-absent" });
});
