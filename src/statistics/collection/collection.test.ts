import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type World, member, openWorld } from "../../../test/world.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { changeDates, collectionOf, collections, openCollection } from "./collection.store.ts";
import { deadlineText, nextStep } from "./board.ts";
import { historyOf } from "./history.store.ts";
import { adoptMethodology, methodologyOf } from "./methodology.store.ts";
import { remind } from "./reminder.store.ts";
import { reminderMessage, remindersDue } from "./reminder.ts";
import { submissionsOf } from "./submission.store.ts";

let world: World;
const platform: Actor = { kind: "system", task: "start" };
const secretariat = member("secretariat");
const request = { year: 2021, methodology: "trafficking-1", deadline: "2022-03-31", publishOn: "2022-06-30" };
beforeAll(async () => {
  world = await openWorld();
  await write(world.database, platform, (tx) => adoptMethodology(tx, trafficking1));
});
afterAll(() => world.close());
const open = (actor: Actor, change: Partial<Parameters<typeof openCollection>[2]> = {}) => write(world.database, actor, (tx) => openCollection(tx, actor, { ...request, ...change }));

test("a methodology is adopted once; at the next start nothing happens, and changed rules under the same name are a fault", async () => {
  expect(await write(world.database, platform, (tx) => adoptMethodology(tx, trafficking1))).toBe("already-adopted");
  await expect(write(world.database, platform, (tx) => adoptMethodology(tx, { ...trafficking1, k: 3 }))).rejects.toThrow("A new rule needs a new version");
  expect(await read(world.database, platform, (tx) => methodologyOf(tx, "trafficking-1"))).toEqual(JSON.parse(JSON.stringify(trafficking1)));
});

test("the secretariat opens a year for the nine members, each with a draft and a line of history", async () => {
  expect(await open(secretariat)).toEqual({ id: "trafficking-2021" });
  const submissions = await read(world.database, secretariat, (tx) => submissionsOf(tx, "trafficking-2021"));
  expect(submissions.map((each) => each.country)).toEqual(["BLZ", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"]);
  expect(new Set(submissions.map((each) => each.state))).toEqual(new Set(["draft"]));
  expect((await read(world.database, secretariat, (tx) => historyOf(tx, { collection: "trafficking-2021", country: "PAN" })))[0]?.sentence.en).toBe("The year was opened and the country received its submission.");
  expect(await open(secretariat)).toEqual({ refusal: "already-open" });
});
test("an exercise is for the fictional country, beside the real year", async () => {
  expect(await open(secretariat, { exercise: true })).toEqual({ id: "trafficking-2021-exercise" });
  const submissions = await read(world.database, secretariat, (tx) => submissionsOf(tx, "trafficking-2021-exercise"));
  expect(submissions.map((each) => each.country)).toEqual(["XFI"]);
});
test("nobody else opens a year, and dates must make sense", async () => {
  expect(await open(member("delegate-titular", "GTM"), { year: 2019 })).toEqual({ refusal: "not-yours" });
  expect(await open(member("presidency"), { year: 2019 })).toEqual({ refusal: "not-yours" });
  expect(await open(secretariat, { year: 2019, publishOn: "2022-03-30" })).toEqual({ refusal: "publication-before-deadline" });
  expect(await open(secretariat, { year: 2019, deadline: "2022-02-30" })).toEqual({ refusal: "not-a-day" });
  expect(await open(secretariat, { year: 1999 })).toEqual({ refusal: "not-a-year" });
  expect(await open(secretariat, { year: 2019, methodology: "trafficking-9" })).toEqual({ refusal: "unknown-methodology" });
  expect((await read(world.database, { kind: "public" }, collections)).map((each) => each.year)).toEqual([2021, 2021]);
});
test("dates can be moved by the secretariat alone", async () => {
  const dates = { deadline: "2022-04-15", publishOn: "2022-07-01" };
  const delegate = member("delegate-titular", "GTM");
  expect(await write(world.database, delegate, (tx) => changeDates(tx, delegate, "trafficking-2021", dates))).toBe("not-yours");
  expect(await write(world.database, secretariat, (tx) => changeDates(tx, secretariat, "trafficking-2021", dates))).toBeUndefined();
  expect(await read(world.database, secretariat, (tx) => collectionOf(tx, "trafficking-2021"))).toMatchObject(dates);
});

test("the deadline is told in words of both languages", () => {
  expect(deadlineText(12, "draft")).toEqual({ es: "Faltan 12 días", en: "12 days left" });
  expect(deadlineText(1, "draft")).toEqual({ es: "Falta 1 día", en: "1 day left" });
  expect(deadlineText(0, "returned")).toEqual({ es: "Vence hoy", en: "Due today" });
  expect(deadlineText(-3, "submitted")).toEqual({ es: "Venció hace 3 días", en: "3 days overdue" });
  expect(deadlineText(-3, "signed")).toEqual({ es: "Entregado", en: "Handed in" });
  expect(nextStep("submitted").offices).toEqual(["delegate-titular", "delegate-alternate"]);
});

const row = (country: string, state: "draft" | "submitted" | "signed" | "returned", remindedOn: string | null = null) => ({ country, state, remindedOn });
test("reminders begin thirty days before the deadline, and a returned submission is reminded at any time", () => {
  const rows = [row("GTM", "draft"), row("HND", "signed"), row("MEX", "submitted"), row("NIC", "returned")];
  expect(remindersDue(rows, "2022-03-31", "2022-02-28").map((each) => each.country)).toEqual(["NIC"]);
  expect(remindersDue(rows, "2022-03-31", "2022-03-10").map((each) => [each.country, each.kind])).toEqual([["GTM", "soon"], ["MEX", "sign"], ["NIC", "answer"]]);
  expect(remindersDue(rows, "2022-03-31", "2022-04-09")[0]).toMatchObject({ kind: "overdue", daysLeft: -9 });
});
test("nobody is reminded twice within the time of rest, which is shorter towards the end", () => {
  const due = (today: string, remindedOn: string) => remindersDue([row("GTM", "draft", remindedOn)], "2022-03-31", today).length;
  expect([due("2022-03-12", "2022-03-02"), due("2022-03-16", "2022-03-02")]).toEqual([0, 1]);
  expect([due("2022-03-29", "2022-03-28"), due("2022-03-30", "2022-03-28")]).toEqual([0, 1]);
  expect([due("2022-04-09", "2022-04-03"), due("2022-04-10", "2022-04-03")]).toEqual([0, 1]);
});
test("a reminder says what waits and carries no figure of the country", () => {
  const due = { country: "GTM", kind: "overdue", offices: ["focal-point"], daysLeft: -9 } as const;
  const { subject, body } = reminderMessage(due, { year: 2021, deadline: "2022-03-31" });
  expect(subject).toEqual({ es: "CORETT: estadísticas 2021", en: "CORETT: statistics 2021" });
  expect(body.es).toContain("se esperaban el 31 de marzo de 2022");
  expect(body.en).toContain("were expected by 31 March 2022");
});
test("reminding posts one notice a country, remembers it, and is silent the next day", async () => {
  const posted: string[] = [];
  const post = async (_: unknown, notice: { country: string; offices: readonly string[] }) => void posted.push(`${notice.country} ${notice.offices.join("+")}`);
  const on = (today: string) => write(world.database, platform, (tx) => remind(tx, platform, "trafficking-2021", today, post, ["GTM", "HND"]));
  expect(await on("2022-04-01")).toEqual(["GTM", "HND"]);
  expect(await on("2022-04-02")).toEqual([]);
  expect(posted).toEqual(["GTM focal-point", "HND focal-point"]);
  expect((await read(world.database, secretariat, (tx) => historyOf(tx, { collection: "trafficking-2021", country: "GTM" }))).at(-1)?.sentence.es).toBe("Se envió un recordatorio al país.");
});
