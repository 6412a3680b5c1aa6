import fc from "fast-check";
import { expect, test } from "vitest";
import { moved, readItem, starterItems } from "./agenda.ts";
import { credentialState, missingOf } from "./accreditation.ts";
import { convocationChecklist } from "./checklist.ts";
import { readAnswer } from "./confirmation.ts";
import { packageName } from "./document.ts";
import { readDraft } from "./meeting-draft.ts";
import { contentsPage, packageOrder } from "./package.ts";
import { reminderDue } from "./reminder.ts";

const good: Record<string, string> = {
  kind: "ordinary", mode: "hybrid", placeEs: "Managua", placeEn: "Managua", timeZone: "America/Managua",
  starts: "2024-03-20T09:00", ends: "2024-03-20T17:00", url: "https://meet.example.org/a", linkNote: "",
};
const problemsOf = (change: Record<string, string>) => {
  const read = readDraft((field) => ({ ...good, ...change })[field] ?? "");
  return "problems" in read ? read.problems : undefined;
};

test("a good form is read to the instant in its own zone", () => {
  const read = readDraft((field) => good[field] ?? "");
  expect("draft" in read && read.draft.startsAt.toISOString()).toBe("2024-03-20T15:00:00.000Z");
});

test("each mistake in a form is told at its field", () => {
  expect(problemsOf({ kind: "" })).toEqual({ kind: ["kind-missing"] });
  expect(problemsOf({ mode: "party" })).toMatchObject({ mode: ["mode-missing"] });
  expect(problemsOf({ placeEn: "" })).toEqual({ placeEn: ["place-both"] });
  expect(problemsOf({ placeEs: "", placeEn: "" })).toEqual({ placeEs: ["place-missing"] });
  expect(problemsOf({ placeEs: "", placeEn: "", mode: "virtual" })).toBeUndefined();
  expect(problemsOf({ timeZone: "Mars/Base" })).toEqual({ timeZone: ["zone-unknown"] });
  expect(problemsOf({ starts: "" })).toEqual({ starts: ["time-missing"] });
  expect(problemsOf({ starts: "2024-02-30T09:00" })).toEqual({ starts: ["time-missing"] });
  expect(problemsOf({ ends: "2024-03-20T09:00" })).toEqual({ ends: ["end-before-start"] });
  expect(problemsOf({ ends: "2024-04-20T09:00" })).toEqual({ ends: ["longer-than-a-week"] });
  expect(problemsOf({ linkNote: "clave", url: "" })).toEqual({ url: ["note-without-link"] });
  for (const url of ["http://meet.example.org", "javascript:alert(1)", "https://", "meet.example.org", "https://a b.org"]) expect(problemsOf({ url }), url).toEqual({ url: ["link-not-https"] });
});

test("an hour that clocks skip is refused in the words of its field, and the hour after it is not", () => {
  const newYork = { timeZone: "America/New_York", ends: "2024-03-10T12:00" };
  expect(problemsOf({ ...newYork, starts: "2024-03-10T02:30" })).toEqual({ starts: ["time-unreal"] });
  expect(problemsOf({ ...newYork, starts: "2024-03-10T03:00" })).toBeUndefined();
});

test("however points are moved, none is lost and none is doubled", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }), fc.nat(), fc.integer({ min: -5, max: 30 }), (order, pick, position) => {
      const item = order[pick % order.length] ?? "";
      const after = moved(order, item, position);
      expect(after.toSorted()).toEqual(order.toSorted());
      expect(after.indexOf(item) + 1).toBe(Math.min(Math.max(position, 1), order.length));
      expect(after.filter((each) => each !== item)).toEqual(order.filter((each) => each !== item));
    }),
  );
});

test("the usual points come in the order of the session; the election only when the term ends, and none twice", () => {
  expect(starterItems([], true).map(({ kind }) => kind)).toEqual(["opening", "agenda", "previous-act", "country-reports", "representation", "motion", "information", "election", "closing"]);
  expect(starterItems([], false).map(({ kind }) => kind)).not.toContain("election");
  expect(starterItems(starterItems([], true), true)).toEqual([]);
});

test("a point needs both titles, and minutes that exist", () => {
  const read = (change: Record<string, string>) => readItem((field) => ({ kind: "motion", titleEs: "Uno", titleEn: "One", ...change })[field] ?? "");
  expect(read({ titleEn: "", minutes: "0", position: "x", kind: "dance" })).toEqual({ problems: { kind: ["kind-missing"], titleEn: ["title-both"], minutes: ["minutes-unreal"], position: ["position-unreal"] } });
  expect(read({ minutes: "600", position: "3" })).toMatchObject({ position: 3, draft: { minutes: 600, openToObservers: true } });
});

test("only a hybrid meeting asks how a delegation comes", () => {
  const read = (mode: "in-person" | "virtual" | "hybrid", said: Record<string, string>) => readAnswer(mode, (field) => said[field] ?? "");
  expect(read("virtual", { answer: "attends", mode: "in-person" })).toMatchObject({ answer: { mode: "virtual" } });
  expect(read("hybrid", { answer: "attends" })).toEqual({ problems: { mode: ["mode-missing"] } });
  expect(read("hybrid", { answer: "declines", mode: "virtual" })).toMatchObject({ answer: { mode: null } });
  expect(read("hybrid", {})).toEqual({ problems: { answer: ["answer-missing"] } });
});

test("a delegation lacks its answer, its people, its titular, its credentials: each until it is there", () => {
  const titular = { capacity: "titular", checkedAt: null, checkNote: "", withdrawnAt: null } as const;
  expect(missingOf(undefined, [])).toEqual(["answer", "people"]);
  expect(missingOf("attends", [{ ...titular, capacity: "alternate" }])).toEqual(["titular", "credentials"]);
  expect(missingOf("attends", [{ ...titular, checkedAt: new Date() }])).toEqual([]);
  expect(missingOf("declines", [])).toEqual([]);
  expect([credentialState(titular), credentialState({ ...titular, checkNote: "Falta firma" }), credentialState({ ...titular, withdrawnAt: new Date() })]).toEqual(["unchecked", "returned", "withdrawn"]);
});

test("an agenda longer than its meeting is a warning, not a wall", () => {
  const meeting = { kind: "ordinary", mode: "in-person", place: { es: "a", en: "a" }, startsAt: new Date("2030-01-01T10:00Z"), endsAt: new Date("2030-01-01T12:00Z") } as const;
  const notice = { days: 30, hours: 0, required: 15, kept: true };
  const of = (minutes: number[]) => convocationChecklist({ meeting, hasLink: false, minutes, unreachable: [], notice, now: new Date("2029-12-01T00:00Z") }).find(({ check }) => check === "length");
  expect(of([60, 60])?.result).toBe("done");
  expect(of([60, 61])?.result).toBe("warns");
});

test("a silent delegation is reminded once from seven days before and once from two, a missed day made up for", () => {
  const due = (today: string, reminded: string[] = []) => reminderDue("2024-03-20", today, reminded);
  expect([due("2024-03-12"), due("2024-03-13"), due("2024-03-14"), due("2024-03-18"), due("2024-03-20"), due("2024-03-21")]).toEqual([false, true, true, true, true, false]);
  expect([due("2024-03-14", ["2024-03-13"]), due("2024-03-18", ["2024-03-13"]), due("2024-03-19", ["2024-03-18"])]).toEqual([false, true, false]);
});

test("papers lie in a package by point, under names that every system can open", () => {
  const agenda = [
    { id: "a", position: 1, title: { es: "Apertura: ¿quórum?", en: "Opening" } },
    { id: "b", position: 2, title: { es: "Acta/anterior", en: "Previous act" } },
  ];
  const paper = (id: string, item: string | null, fileName: string, withdrawnAt: Date | null = null) => ({ id, item, title: id, fileName, withdrawnAt });
  const order = packageOrder(agenda, [paper("1", "b", "acta <IV>.pdf"), paper("2", null, "../../nota.docx"), paper("3", "b", "x.pdf", new Date()), paper("4", "b", `${"a".repeat(300)}.pdf`)], "es");
  expect(order.flatMap(({ papers }) => papers.map(({ path }) => path))).toEqual(["00 Documentos de la reunión/01 .. .. nota.docx", "02 Acta anterior/01 acta IV.pdf", `02 Acta anterior/02 ${"a".repeat(80)}.pdf`]);
  const page = contentsPage("V-2024", packageOrder(agenda, [{ ...paper("1", "a", "a.pdf"), title: '<script>alert("x")</script>' }], "es"), "es");
  expect(page).not.toContain("<script>");
  expect(page).toContain('lang="es"');
  expect(packageName("...")).toBe("_");
});
