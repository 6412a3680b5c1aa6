import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor } from "#basics";
import { read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { accept } from "./accept.store.ts";
import { lifeCycle, leadsTo } from "./act.ts";
import { beginReview } from "./begin-review.store.ts";
import { exampleFigures, figure } from "../validation/example-figures.ts";
import { enterExample, explainAll, openExampleYear } from "./example.ts";
import { roundFigures, roundsOf, saveTable } from "./figure.store.ts";
import { historyOf } from "./history.store.ts";
import type { Of } from "./member.ts";
import { comment, reply, remarksOf } from "./remark.store.ts";
import { openReasons } from "./remark.ts";
import { reopen } from "./reopen.store.ts";
import { returnWithReasons } from "./return.store.ts";
import { sign } from "./sign.store.ts";
import { submissionOf } from "./submission.store.ts";
import { submit } from "./submit.store.ts";
import { takeBack } from "./take-back.store.ts";

let world: World;
let year = 2000;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const focal = member("focal-point", "GTM");
const titular = member("delegate-titular", "GTM");
const foreign = member("focal-point", "HND");
const secretariat = member("secretariat");
const now = new Date("2099-04-01T15:00:00Z");

/** A submission of its own for each test, in the state that the test needs. */
async function submissionIn(state: "draft" | "submitted" | "signed" | "under-review" | "returned" | "accepted"): Promise<Of> {
  const of = { collection: await openExampleYear(world.database, (year += 1), ["GTM", "HND"]), country: "GTM" };
  await enterExample(world.database, focal, of);
  await explainAll(world.database, focal, of, "2099-04-01");
  const steps = ["draft", "submitted", "signed", "under-review", state === "returned" ? "returned" : "accepted"];
  const acts = [
    () => act(focal, (tx) => submit(tx, focal, of, now)),
    () => act(titular, (tx) => sign(tx, titular, of, now)),
    () => act(secretariat, (tx) => beginReview(tx, secretariat, of)),
    () => (state === "returned" ? act(secretariat, (tx) => returnWithReasons(tx, secretariat, of, [{ cell: "victims:F.MINOR", body: "¿Incluye delitos conexos?" }])) : act(secretariat, (tx) => accept(tx, secretariat, of))),
  ];
  for (const step of acts.slice(0, steps.indexOf(state))) expect(await step()).toBeUndefined();
  return of;
}

const act = <T>(actor: Actor, work: Parameters<typeof write<T>>[2]) => write(world.database, actor, work);
const standing = (of: Of, actor: Actor = focal) => read(world.database, actor, (tx) => submissionOf(tx, of));
const lastLine = async (of: Of) => (await read(world.database, focal, (tx) => historyOf(tx, of))).at(-1)?.sentence.es;

test("the database allows exactly the acts that the pages offer", async () => {
  const rows = await asOwner(world.ownerUrl, (client) => client.query("select act, from_state, to_state, offices from statistics.submission_act where act <> 'release'"));
  const inDatabase = rows.rows.map((row) => `${row.act} ${row.from_state} ${row.to_state} ${(row.offices as string[]).toSorted((a, b) => a.localeCompare(b)).join(",")}`).toSorted((a, b) => a.localeCompare(b));
  const inCode = (Object.keys(leadsTo) as (keyof typeof leadsTo)[]).flatMap((name) =>
    lifeCycle[name].from.map((from) => `${name} ${from} ${leadsTo[name]} ${[...lifeCycle[name].offices].toSorted((a, b) => a.localeCompare(b)).join(",")}`),
  );
  expect(inDatabase).toEqual(inCode.toSorted((a, b) => a.localeCompare(b)));
});

test("submit: the figures are fixed and wait for the signature", async () => {
  const of = await submissionIn("draft");
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "submitted", round: 1, submittedBy: focal.account });
  expect(await read(world.database, focal, (tx) => roundFigures(tx, of, 1))).toHaveLength(exampleFigures().length);
  expect(await act(focal, (tx) => saveTable(tx, focal, of, { cells: ["status:RESCUED"], figures: [] }))).toBe("wrong-state");
});
test("submit: what is submitted already is not submitted again", async () => {
  const of = await submissionIn("submitted");
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBe("wrong-state");
});
test("submit: another country and another office may not", async () => {
  const of = await submissionIn("draft");
  expect(await act(foreign, (tx) => submit(tx, foreign, of, now))).toBe("not-yours");
  expect(await act(titular, (tx) => submit(tx, titular, of, now))).toBe("not-yours");
});
test("an attempt on another country's submission is remembered in the audit", async () => {
  const of = await submissionIn("draft");
  await act(foreign, (tx) => submit(tx, foreign, of, now));
  const entries = await asOwner(world.ownerUrl, (client) => client.query("select account, after from audit.entry where action = 'attempt' order by id desc limit 1"));
  expect(entries.rows[0]).toEqual({ account: foreign.account, after: { ...of, what: "submit" } });
});
test("submit: an empty matrix, an error and an unexplained warning stand in the way", async () => {
  const collection = await openExampleYear(world.database, (year += 1), ["GTM"]);
  const of = { collection, country: "GTM" };
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBe("nothing-entered");
  const wrong = exampleFigures().map((each) => (each.cell === "victims:F.MINOR" ? figure(each.cell, 13) : each));
  await enterExample(world.database, focal, of, wrong);
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBe("errors-remain");
  await enterExample(world.database, focal, of, exampleFigures().filter((each) => !each.cell.startsWith("services:")));
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBe("warnings-unexplained");
  await explainAll(world.database, focal, of, "2099-04-01");
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBeUndefined();
});
test("submit: the history says who submitted", async () => {
  expect(await lastLine(await submissionIn("submitted"))).toBe("focal-point GTM envió las cifras para su firma.");
});

test("take back: an unsigned submission is a draft again, and the next one is a new round", async () => {
  const of = await submissionIn("submitted");
  expect(await act(focal, (tx) => takeBack(tx, focal, of))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "draft", round: 1 });
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "submitted", round: 2 });
  expect(await read(world.database, focal, (tx) => roundsOf(tx, of))).toEqual([1, 2]);
});
test("take back: what is signed stays signed", async () => {
  const of = await submissionIn("signed");
  expect(await act(focal, (tx) => takeBack(tx, focal, of))).toBe("wrong-state");
});
test("take back: neither another country nor the secretariat may", async () => {
  const of = await submissionIn("submitted");
  expect(await act(foreign, (tx) => takeBack(tx, foreign, of))).toBe("not-yours");
  expect(await act(secretariat, (tx) => takeBack(tx, secretariat, of))).toBe("not-yours");
});
test("take back: the history says who", async () => {
  const of = await submissionIn("submitted");
  await act(titular, (tx) => takeBack(tx, titular, of));
  expect(await lastLine(of)).toBe("delegate-titular GTM retiró el envío para corregirlo.");
});

test("sign: the delegate signs what the focal point submitted", async () => {
  const of = await submissionIn("submitted");
  expect(await act(titular, (tx) => sign(tx, titular, of, now))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "signed", signedBy: titular.account });
});
test("sign: a draft cannot be signed", async () => {
  const of = await submissionIn("draft");
  expect(await act(titular, (tx) => sign(tx, titular, of, now))).toBe("wrong-state");
});
test("sign: not by the person who submitted, even with both offices, and not by another country", async () => {
  const of = await submissionIn("submitted");
  const both: Actor = { ...titular, account: focal.account };
  expect(await act(both, (tx) => sign(tx, both, of, now))).toBe("same-person");
  const other = member("delegate-titular", "HND");
  expect(await act(other, (tx) => sign(tx, other, of, now))).toBe("not-yours");
  const past = act(titular, (tx) => tx.updateTable("statistics.submission").set({ state: "signed", signed_by: secretariat.account }).where("collection", "=", of.collection).execute());
  await expect(past).rejects.toThrow("Only the person who signs");
});
test("sign: the history says who signed", async () => {
  expect(await lastLine(await submissionIn("signed"))).toBe("delegate-titular GTM firmó y entregó las cifras a la secretaría técnica.");
});

test("begin review: the country sees that someone is at it", async () => {
  const of = await submissionIn("signed");
  expect(await act(secretariat, (tx) => beginReview(tx, secretariat, of))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "under-review" });
});
test("begin review: not before the signature", async () => {
  const of = await submissionIn("submitted");
  expect(await act(secretariat, (tx) => beginReview(tx, secretariat, of))).toBe("wrong-state");
});
test("begin review: the secretariat's own act", async () => {
  const of = await submissionIn("signed");
  expect(await act(titular, (tx) => beginReview(tx, titular, of))).toBe("not-yours");
});
test("begin review: the history says so", async () => {
  expect(await lastLine(await submissionIn("under-review"))).toBe("secretariat comenzó la revisión.");
});

test("return: the reasons stand on their cells, the signature falls, and the resubmission is the next round", async () => {
  const of = await submissionIn("returned");
  expect(await standing(of)).toMatchObject({ state: "returned", round: 1, signedBy: null });
  const remarks = await read(world.database, focal, (tx) => remarksOf(tx, of));
  const [reason] = openReasons(remarks);
  expect(reason).toMatchObject({ cell: "victims:F.MINOR", body: "¿Incluye delitos conexos?" });
  expect(await act(focal, (tx) => reply(tx, focal, of, { answers: reason?.id ?? "", body: "No, solo trata." }))).toBeUndefined();
  expect(openReasons(await read(world.database, secretariat, (tx) => remarksOf(tx, of)))).toEqual([]);
  const mended = exampleFigures().map((each) => (each.cell === "status:PRESUMED" ? figure(each.cell, 61) : each));
  await enterExample(world.database, focal, of, mended);
  expect(await act(focal, (tx) => submit(tx, focal, of, now))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "submitted", round: 2 });
  expect(await lastLine(of)).toBe("focal-point GTM envió las cifras de nuevo (envío 2, 1 celda cambiada).");
});
test("return: only from the review, and not without a reason", async () => {
  const signed = await submissionIn("signed");
  expect(await act(secretariat, (tx) => returnWithReasons(tx, secretariat, signed, [{ body: "Revise." }]))).toBe("wrong-state");
  const reviewed = await submissionIn("under-review");
  expect(await act(secretariat, (tx) => returnWithReasons(tx, secretariat, reviewed, [{ body: "  " }]))).toBe("no-reasons");
});
test("return: the country cannot return to itself", async () => {
  const of = await submissionIn("under-review");
  expect(await act(titular, (tx) => returnWithReasons(tx, titular, of, [{ body: "Revise." }]))).toBe("not-yours");
});
test("return: the history counts the observations", async () => {
  expect(await lastLine(await submissionIn("returned"))).toBe("secretariat devolvió el envío con 1 observación.");
});

test("accept: the figures are ready for the release", async () => {
  expect(await standing(await submissionIn("accepted"))).toMatchObject({ state: "accepted", signedBy: titular.account });
});
test("accept: not before the review", async () => {
  const of = await submissionIn("signed");
  expect(await act(secretariat, (tx) => accept(tx, secretariat, of))).toBe("wrong-state");
});
test("accept: not by a country", async () => {
  const of = await submissionIn("under-review");
  expect(await act(titular, (tx) => accept(tx, titular, of))).toBe("not-yours");
});
test("accept: the history says so", async () => {
  expect(await lastLine(await submissionIn("accepted"))).toBe("secretariat aceptó las cifras.");
});

test("reopen: an accepted submission goes back to review, with its reason", async () => {
  const of = await submissionIn("accepted");
  expect(await act(secretariat, (tx) => reopen(tx, secretariat, of, ""))).toBe("no-reasons");
  expect(await act(secretariat, (tx) => reopen(tx, secretariat, of, "El país avisó de un error."))).toBeUndefined();
  expect(await standing(of)).toMatchObject({ state: "under-review" });
  expect(await lastLine(of)).toBe("secretariat reabrió el envío: El país avisó de un error.");
});
test("reopen: only what was accepted or released", async () => {
  const of = await submissionIn("under-review");
  expect(await act(secretariat, (tx) => reopen(tx, secretariat, of, "Error."))).toBe("wrong-state");
});
test("reopen: not by a country", async () => {
  const of = await submissionIn("accepted");
  expect(await act(titular, (tx) => reopen(tx, titular, of, "Error."))).toBe("not-yours");
});

test("two people acting at once act one after the other: one signature, one refusal", async () => {
  const of = await submissionIn("submitted");
  const alternate = member("delegate-alternate", "GTM");
  const results = await Promise.all([act(titular, (tx) => sign(tx, titular, of, now)), act(alternate, (tx) => sign(tx, alternate, of, now))]);
  expect(new Set(results)).toEqual(new Set(["wrong-state", undefined]));
});

test("a comment needs words, and the secretariat and the country read each other's once the round is signed", async () => {
  const of = await submissionIn("draft");
  expect(await act(focal, (tx) => comment(tx, focal, of, { body: " " }))).toBe("nothing-written");
  expect(await act(focal, (tx) => comment(tx, focal, of, { cell: "victims:_T._T", body: "Falta un departamento." }))).toBeUndefined();
  expect(await read(world.database, secretariat, (tx) => remarksOf(tx, of))).toEqual([]);
  await act(focal, (tx) => submit(tx, focal, of, now));
  await act(titular, (tx) => sign(tx, titular, of, now));
  const seen = await read(world.database, secretariat, (tx) => remarksOf(tx, of));
  expect(seen.map((remark) => remark.body)).toContain("Falta un departamento.");
  await expect(act(focal, (tx) => sql`update statistics.remark set body = 'x' where collection = ${of.collection}`.execute(tx))).rejects.toThrow("permission denied");
});
