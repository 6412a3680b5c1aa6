import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf, renditionFile } from "#archive";
import { read, write } from "#database";
import { officialDocx, officialPdf, readDocxStructure, readPdfStructure, tagsInOrder } from "#documents";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { arrangePlan, arrangeReport } from "../../../test/planning-plan.ts";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { draftProblems } from "./accountability.ts";
import { approveReport, beginReport, decisionsFor, digestOf, findingsOf, recordApproval, reportNow, reportOf, reports, retryFiles, snapshotOf } from "./accountability.store.ts";
import { accountabilityDocument } from "./document.ts";
import { freezeReport } from "./freeze.store.ts";
import { meanOf, weightedResult } from "./result.ts";
import { saveText } from "./text.store.ts";

const secretariat = member("secretariat");
const guatemala = member("delegate-titular", "GTM");
const plans = ["plan-operativo-a", "plan-operativo-b"];
const report = { id: randomUUID(), kind: "biennial", number: "RENDICION-PRUEBA-2023-2024", titleEs: "Rendición de cuentas 2023-2024", titleEn: "Accountability 2023-2024", from: "2023-01-01", until: "2024-12-31", plans };
const today = "2025-03-01";
let world: World;
let meeting: ArrangedMeeting;
let motion: string;
const seen = <T>(work: Parameters<typeof read<T>>[2]) => read(world.database, secretariat, work);
const done = <T>(work: Parameters<typeof write<T>>[2]) => write(world.database, secretariat, work);
const now = () => seen(async (tx) => reportNow(tx, (await reportOf(tx, report.number)) ?? missing(), today));
const missing = (): never => {
  throw new Error("no report");
};
const say = (part: string, language: "es" | "en", body: string, basedOn = 0) => done((tx) => saveText(tx, secretariat, report.id, { part, language, body, basedOn }));

beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
  await arrangePlan(world, plans[0] ?? "", 2023);
  await arrangePlan(world, plans[1] ?? "", 2024);
  // 2023: 1.1.1 at 50, 1.1.2 at 80 → axis 1 71; axis 2 nothing → plan 42.6. 2024: everything of axis 1 done, axis 2 at 25 → plan 70.
  await arrangeReport(world, "plan-operativo-a", { name: "of Guatemala", value: 50, until: "2023-03-31", country: "GTM", link: "https://example.org/a" });
  await arrangeReport(world, "plan-operativo-a", { name: "of every member", value: 80, until: "2023-06-30", country: "HND" });
  await arrangeReport(world, "plan-operativo-b", { name: "of Guatemala", value: 100, until: "2024-03-31", country: "GTM", state: "done" });
  await arrangeReport(world, "plan-operativo-b", { name: "of every member", value: 100, until: "2024-06-30", country: null, state: "done" });
  await arrangeReport(world, "plan-operativo-b", { name: "of the secretariat", value: 25, until: "2024-11-30", state: "given-up", whyNot: "No hubo fondos." });
  await arrangeReport(world, "plan-operativo-b", { name: "counted", value: 6, until: "2024-11-30", country: "HND" });
  // Later than the period, and never accepted: neither counts.
  await arrangeReport(world, "plan-operativo-b", { name: "of the secretariat", value: 99, until: "2025-01-31" });
  await arrangeReport(world, "plan-operativo-b", { name: "of Guatemala", value: 1, until: "2024-12-31", answer: null });
  motion = randomUUID();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query(
      `insert into plenary.motion (id, meeting, item, number, title_es, title_en, text_es, text_en, proposed_by_office, entered_by)
       values ($1, $2, $3, 1, 'Rendición de cuentas', 'Accountability', 'Se aprueba.', 'It is approved.', 'secretariat', $4)`,
      [motion, meeting.id, meeting.items.motion, secretariat.account],
    );
    await client.query("set session_replication_role = replica");
    await client.query("update plenary.motion set state = 'adopted', put_at = now(), decided_at = now() where id = $1", [motion]);
  });
  await done((tx) => beginReport(tx, secretariat, report));
});
afterAll(() => world.close());

test("a draft says what is wrong by field, and a number is given once", async () => {
  const wrong = draftProblems({ ...report, number: "rendición", titleEs: " ", until: "2022-01-01", plans: ["otro"] }, plans);
  expect(Object.keys(wrong)).toEqual(["number", "title-es", "until", "plans"]);
  expect(await done((tx) => beginReport(tx, secretariat, { ...report, id: randomUUID() }))).toBe("number-taken");
  expect(await done((tx) => beginReport(tx, secretariat, report))).toBeUndefined();
  expect(await write(world.database, guatemala, (tx) => beginReport(tx, guatemala, report))).toBe("not-yours");
});

test("the assembled figures are those that a hand finds", async () => {
  const { facts } = await now();
  expect(facts.plans.map(({ id, done: of, activities, reported }) => [id, of, activities, reported])).toEqual([["plan-operativo-a", "42.6000", 3, 2], ["plan-operativo-b", "70.0000", 3, 3]]);
  expect(facts.mean).toBe("56.3000");
  expect(facts.axes.map(({ code, mean, byPlan }) => [code, mean, [...byPlan.values()]])).toEqual([["1", "85.5000", ["71.0000", "100.0000"]], ["2", "12.5000", ["0.0000", "25.0000"]]]);
  // Guatemala by name: 18 % of each plan, at 50 and at 100.
  expect(facts.parties.find(({ name }) => name.en === "Guatemala")).toMatchObject({ activities: 2, reported: 2, done: "75.0000" });
  // Guatemala with its share of every member: 18×50 + 42×0 + 18×100 + 42×100 over 120; its own word is missing in the first plan.
  expect(facts.countries.find(({ name }) => name.en === "Guatemala")).toMatchObject({ activities: 4, reported: 3, done: "57.5000" });
  expect(facts.countries.find(({ name }) => name.en === "Honduras")).toMatchObject({ activities: 2, done: "90.0000" });
  expect(facts.indicators.filter(({ source }) => source === "reported").map(({ figure, target }) => [figure, target])).toEqual([["6", "9"]]);
  expect(facts.undone.map(({ code, isGivenUp, why, progress }) => [code, isGivenUp, why, progress])).toEqual([
    ["1.1.1", false, "Se hizo.", "50"], ["1.1.2", false, "Se hizo.", "80"], ["2.1.1", false, "", null], ["2.1.1", true, "No hubo fondos.", "25"],
  ]);
  expect(facts.evidence.map(({ address, country }) => [address, country])).toEqual([["https://example.org/a", "GTM"]]);
  expect(facts.waiting).toBe(1);
});

test("weights that do not weigh give no result, and means are exact", () => {
  expect(weightedResult([{ weight: { units: 0n, scale: 0 }, progress: "100" }])).toEqual({ activities: 1, reported: 1, done: null });
  expect(weightedResult([{ weight: { units: 1n, scale: 0 }, progress: "100" }, { weight: { units: 2n, scale: 0 }, progress: undefined }]).done).toBe("33.3333");
  expect(meanOf(["0.0001", "0.0000"])).toBe("0.0001");
  expect(meanOf([])).toBeNull();
});

test("a text upon an older one is not kept, and both come back", async () => {
  expect(await say("introduction", "es", "Durante el período…")).toEqual({ kind: "saved", version: 1 });
  expect(await say("introduction", "es", "Otra idea")).toMatchObject({ kind: "stale", newest: { body: "Durante el período…", version: 1 } });
  expect(await say("introduction", "es", "Durante el período, la Coalición…", 1)).toEqual({ kind: "saved", version: 2 });
  expect(await say("introduction", "es", "Durante el período, la Coalición…", 1)).toEqual({ kind: "same", version: 2 });
  const answers = await Promise.all([say("axis-1", "es", "Uno"), say("axis-1", "es", "Dos")]);
  expect(answers.map((each) => ("kind" in each ? each.kind : each.refusal)).toSorted()).toEqual(["saved", "stale"]);
});

test("without introduction and conclusions in both languages, and before a decision, nothing is approved", async () => {
  const present = await now();
  expect(findingsOf(present).filter(({ level }) => level === "error").map(({ kind, what }) => [kind, what])).toEqual([["untranslated", "introduction"], ["text-missing", "conclusions"]]);
  const wish = { decision: `motion:${motion}`, expected: digestOf(present) };
  expect(await done((tx) => approveReport(tx, secretariat, report.id, wish, today))).toEqual({ refusal: "errors-open" });
  expect(await seen((tx) => reports(tx))).toHaveLength(1);
  expect(await read(world.database, guatemala, (tx) => reports(tx))).toEqual([]);
});

test("the digest changes with one letter", async () => {
  await say("introduction", "en", "During the period, the Coalition…");
  await say("conclusions", "es", "Se avanzó.");
  const before = digestOf(await now());
  expect(digestOf(await now())).toBe(before);
  await say("conclusions", "en", "Progress was made");
  const one = digestOf(await now());
  await say("conclusions", "en", "Progress was made.", 1);
  expect(new Set([before, one, digestOf(await now())]).size).toBe(3);
});

test("approved by the plenary it is frozen, archived as PDF/A and Word in both languages, and nobody changes it", async () => {
  const wish = { decision: `motion:${motion}`, expected: digestOf(await now()) };
  expect((await seen((tx) => decisionsFor(tx, report))).map(({ value }) => value)).toContain(`motion:${motion}`);
  expect(await write(world.database, guatemala, (tx) => approveReport(tx, guatemala, report.id, wish, today))).toEqual({ refusal: "not-yours" });
  expect(await done((tx) => approveReport(tx, secretariat, report.id, { ...wish, expected: "0".repeat(64) }, today))).toEqual({ refusal: "changed" });
  expect(await done((tx) => approveReport(tx, secretariat, report.id, { ...wish, decision: "motion:none" }, today))).toEqual({ refusal: "not-decided" });
  expect(await freezeReport(world.database, report.id, "https://corett.test")).toBe("not-approved");
  const approved = await done((tx) => approveReport(tx, secretariat, report.id, wish, today));
  expect(approved).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await done((tx) => approveReport(tx, secretariat, report.id, wish, today))).toEqual({ refusal: "approved-already" });
  expect(await say("conclusions", "es", "Otra cosa", 1)).toEqual({ refusal: "approved-already" });
  // What is reported later changes nothing of it.
  await arrangeReport(world, "plan-operativo-b", { name: "of the secretariat", value: 100, until: "2024-12-31" });
  const kept = await seen(async (tx) => snapshotOf(tx, (await reportOf(tx, report.number)) ?? missing()));
  expect(JSON.stringify(kept?.es)).toContain("No hubo fondos.");
  for (const statement of ["update planning.accountability set title_es = 'x'", "update planning.accountability set snapshot = '{}'", "update planning.accountability_text set body = 'x'", "update planning.accountability set state = 'draft'"])
    await expect(asOwner(world.ownerUrl, (client) => client.query(statement))).rejects.toThrow();

  expect(await freezeReport(world.database, report.id, "https://corett.test")).toBe("archived");
  expect(await freezeReport(world.database, report.id, "https://corett.test")).toBe("already-archived");
  expect(await done((tx) => retryFiles(tx, secretariat, report.id))).toBe("nothing-to-retry");
  const archived = await read(world.database, guatemala, (tx) => documentOf(tx, report.number));
  expect(archived).toMatchObject({ class: "report", access: "members" });
  expect(archived?.versions[0]?.files.map(({ format, language }) => `${format} ${language}`).toSorted()).toEqual(["docx en", "docx es", "pdf en", "pdf es"]);
  const file = await read(world.database, guatemala, (tx) => renditionFile(tx, { document: report.number, version: 1, format: "pdf", language: "es" }));
  const structure = await readPdfStructure(new Uint8Array(file?.bytes ?? []));
  expect(structure).toMatchObject({ archive: "PDF/A-2a", accessiblePart: 1, language: expect.stringMatching(/^es/), isMarked: true });
});

test("one motion approves one report: the second is refused, also when both reach for it at the same instant", async () => {
  const rival = async (id: string, number: string, decision: string) => {
    await done((tx) => beginReport(tx, secretariat, { ...report, id, number }));
    for (const part of ["introduction", "conclusions"]) for (const language of ["es", "en"] as const) await done((tx) => saveText(tx, secretariat, id, { part, language, body: "Texto", basedOn: 0 }));
    const expected = digestOf(await seen(async (tx) => reportNow(tx, (await reportOf(tx, number)) ?? missing(), today)));
    return () => recordApproval(world.database, secretariat, id, { decision, expected }, today);
  };
  const used = await rival(randomUUID(), "RENDICION-OTRA", `motion:${motion}`);
  expect(await used()).toEqual({ refusal: "motion-used" });
  const free = randomUUID();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into plenary.motion (id, meeting, item, number, title_es, title_en, text_es, text_en, proposed_by_office, entered_by, state, put_at, decided_at)
       values ($1, $2, $3, 2, 'Otra', 'Another', 'Se aprueba.', 'It is approved.', 'secretariat', $4, 'adopted', now(), now())`,
      [free, meeting.id, meeting.items.motion, secretariat.account],
    );
  });
  const [one, other] = [await rival(randomUUID(), "RENDICION-UNO", `motion:${free}`), await rival(randomUUID(), "RENDICION-DOS", `motion:${free}`)];
  const answers = await Promise.all([one(), other()]);
  expect(answers.map((answer) => ("refusal" in answer ? answer.refusal : "approved")).toSorted()).toEqual(["approved", "motion-used"]);
  // The wall itself: the database refuses a motion that stands beside another report.
  await expect(
    asOwner(world.ownerUrl, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query("update planning.accountability set motion = $1 where number = 'RENDICION-OTRA'", [motion]);
    }),
  ).rejects.toThrow("accountability_one_per_motion");
});

test("the printed report is tagged: headings, tables with heads, and BORRADOR while it is a draft", async () => {
  const { facts, texts } = await now();
  const found = (await seen((tx) => reportOf(tx, report.number))) ?? missing();
  const document = accountabilityDocument(found, facts, texts, "es");
  const pdf = await readPdfStructure(await officialPdf(document));
  const roles = tagsInOrder(pdf.tags).map(({ role }) => role);
  expect(pdf.title).toContain("BORRADOR");
  expect(roles.filter((role) => role === "H2").length).toBeGreaterThanOrEqual(9);
  expect(roles.filter((role) => role === "Table").length).toBeGreaterThanOrEqual(7);
  expect(roles).toContain("TH");
  const word = readDocxStructure(await officialDocx(document));
  expect(JSON.stringify(word)).toContain("Resultado ponderado de los planes");
});
