import { addDays, addMonths, isDay } from "#basics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { committeeDraftProblem, isLate } from "./committee.ts";
import { contactProblems, contactRemindersDue, isStale, keeperOf } from "./contact.ts";
import { crimes } from "./crime.ts";
import { type Delegate, type Designation, ranks, succession } from "./delegation.ts";
import { isMemberOn } from "./member.ts";
import { organisationCode } from "./observer.ts";
import { lastDayOfTerm, runsOn, termDraftProblem } from "./term.ts";

const day = fc
  .date({ min: new Date("2011-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

test("six months after the last day of a long month is the last day of a short one", () => {
  expect([addMonths("2025-08-31", 6), addMonths("2023-08-31", 6), addMonths("2026-01-15", 6)]).toEqual([
    "2026-02-28",
    "2024-02-29",
    "2026-07-15",
  ]);
  expect([isDay("2026-02-30"), isDay("2026-2-3"), isDay("2026-02-28")]).toEqual([false, false, true]);
});

test("an entry is stale from the day after its six months are full, and not before", () => {
  const entry = { confirmedOn: "2026-01-15" };
  expect([isStale(entry, "2026-07-14"), isStale(entry, "2026-07-15"), isStale(entry, "2026-07-16")]).toEqual([
    false,
    false,
    true,
  ]);
});

test("once stale, an entry stays stale until it is confirmed", () => {
  fc.assert(
    fc.property(day, fc.nat(4000), fc.nat(4000), (confirmedOn, some, more) => {
      const entry = { confirmedOn };
      fc.pre(isStale(entry, addDays(confirmedOn, some)));
      expect(isStale(entry, addDays(confirmedOn, some + more))).toBe(true);
      expect(isStale({ confirmedOn: addDays(confirmedOn, some) }, addDays(confirmedOn, some))).toBe(false);
    }),
  );
});

test("a country with stale entries is reminded once a month and no more", () => {
  const entries = [
    { country: "GTM", confirmedOn: "2026-01-01" },
    { country: "GTM", confirmedOn: "2026-01-02" },
    { country: "HND", confirmedOn: "2026-06-30" },
  ];
  expect(contactRemindersDue(entries, [], "2026-08-01")).toEqual([{ country: "GTM", stale: 2 }]);
  const reminded = [{ country: "GTM", on: "2026-08-01" }];
  expect(contactRemindersDue(entries, reminded, "2026-08-31")).toEqual([]);
  expect(contactRemindersDue(entries, reminded, "2026-09-01")).toEqual([{ country: "GTM", stale: 2 }]);
});

test("a state counts from the day it joins to the day it leaves, and what no source tells excludes nobody", () => {
  const known = { joinedOn: "2026-03-01", joinedYear: 2026, leftOn: "2027-03-01", leftYear: 2027 };
  expect(["2026-02-28", "2026-03-01", "2027-02-28", "2027-03-01"].map((each) => isMemberOn(known, each))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const silent = { joinedOn: null, joinedYear: null, leftOn: null, leftYear: null };
  expect(isMemberOn(silent, "2011-09-16")).toBe(true);
  expect(isMemberOn({ ...silent, joinedYear: 2012 }, "2011-12-31")).toBe(false);
  expect([
    isMemberOn({ ...silent, leftYear: 2020 }, "2020-12-31"),
    isMemberOn({ ...silent, leftYear: 2020 }, "2021-01-01"),
  ]).toEqual([true, false]);
});

test("a presidency lasts a year and a secretariat two, to the day before the anniversary", () => {
  expect([lastDayOfTerm("presidency", "2027-01-01"), lastDayOfTerm("secretariat", "2027-03-15")]).toEqual([
    "2027-12-31",
    "2029-03-14",
  ]);
});

test("a term has one holder, the presidency a country, and does not end before it begins", () => {
  const term = { office: "secretariat", from: "2027-01-01", source: { es: "Acta", en: "Act" } } as const;
  expect(termDraftProblem(term)).toBe("one-holder");
  expect(termDraftProblem({ ...term, country: "GTM", body: "SICA" })).toBe("one-holder");
  expect(termDraftProblem({ ...term, body: "SICA" })).toBeUndefined();
  expect(termDraftProblem({ ...term, office: "presidency", body: "SICA" })).toBe("one-holder");
  expect(termDraftProblem({ ...term, country: "GTM", until: "2026-12-31" })).toBe("ends-before-it-begins");
  expect(termDraftProblem({ ...term, country: "GTM", from: "2027-13-01" })).toBe("not-a-day");
  expect(runsOn({ from: "2011-09-16", isEndUnknown: true }, "2012-01-01")).toBe(false);
});

const base = { country: "GTM", rank: "titular" as const, name: "Ana", from: "2026-01-01" };

test("a successor for one crime leaves the other to the person who answered for both", () => {
  const both: Delegate = { ...base, id: "1", crime: "both" };
  const next: Designation = { ...base, crime: "smuggling", name: "Luis", from: "2026-05-01" };
  expect(succession([both], next)).toEqual({ ends: [both], goesOn: [{ ...base, crime: "trafficking", from: "2026-05-01" }] });
  expect(succession([both], { ...next, from: "2025-12-31" })).toBe("before-the-current");
  expect(succession([both], { ...next, name: "  " })).toBe("name-needed");
});

test("after any sequence of designations one person at most answers for a crime in a rank, and nobody loses a crime", () => {
  const one = fc.record({
    crime: fc.constantFrom(...crimes),
    rank: fc.constantFrom(...ranks),
    name: fc.constantFrom("Ana", "Luis", "Eva"),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (sequence) => {
      let standing: Delegate[] = [];
      const answered = new Set<string>();
      for (const [place, each] of sequence.entries()) {
        const steps = succession(standing, { ...each, country: "GTM", from: addDays("2026-01-01", place) });
        if (typeof steps === "string") throw new Error(steps);
        const next = [{ ...each, country: "GTM", from: addDays("2026-01-01", place) }, ...steps.goesOn];
        standing = [
          ...standing.filter((old) => !steps.ends.includes(old)),
          ...next.map((which, i) => ({ ...which, id: `${place}.${i}` })),
        ];
        for (const crime of each.crime === "both" ? ["trafficking", "smuggling"] : [each.crime])
          answered.add(`${each.rank} ${crime}`);
      }
      const slots = standing.flatMap(({ rank, crime }) =>
        (crime === "both" ? ["trafficking", "smuggling"] : [crime]).map((which) => `${rank} ${which}`),
      );
      expect(slots.toSorted()).toEqual([...answered].toSorted());
    }),
  );
});

test("a committee needs a name, a mandate and countries, and its coordinator is one of them", () => {
  const text = { es: "Uno", en: "One" };
  const draft = { name: text, mandate: text, members: ["GTM"], collaborators: [] };
  expect(committeeDraftProblem(draft)).toBeUndefined();
  expect(committeeDraftProblem({ ...draft, members: [] })).toBe("members-needed");
  expect(committeeDraftProblem({ ...draft, coordinator: "HND" })).toBe("coordinator-not-a-member");
  expect(committeeDraftProblem({ ...draft, createdOn: "2026-02-01", dueOn: "2026-01-01" })).toBe("due-before-creation");
  expect(committeeDraftProblem({ ...draft, mandate: { es: "Uno", en: "" } })).toBe("mandate-needed");
  expect([
    isLate({ state: "working", dueOn: "2026-01-01" }, "2026-01-01"),
    isLate({ state: "working", dueOn: "2026-01-01" }, "2026-01-02"),
    isLate({ state: "working" }, "2099-01-01"),
  ]).toEqual([false, true, false]);
});

test("a contact can be reached, and its address and number are whole", () => {
  expect(contactProblems({ name: "Ana", email: "", telephone: "" })).toEqual({ email: ["contact-reach-needed"] });
  expect(contactProblems({ name: "Ana", email: "ana@", telephone: "hola" })).toEqual({
    email: ["contact-email-wrong"],
    telephone: ["contact-telephone-wrong"],
  });
  expect(contactProblems({ name: "Ana", email: "", telephone: "+502 (2) 2000-0000 ext. 12" })).toEqual({});
  expect([keeperOf("country GTM"), keeperOf("x"), keeperOf("organ presidency now")]).toEqual([
    { country: "GTM" },
    undefined,
    undefined,
  ]);
});

test("the code of an organisation is its name without accents", () => {
  expect(organisationCode("Abogados Sin Fronteras Canadá")).toBe("abogados-sin-fronteras-canada");
});
