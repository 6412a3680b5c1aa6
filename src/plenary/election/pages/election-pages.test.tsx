import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casts, decides, holdsRound, opensRound, seenElection, stand } from "../../../../test/plenary-election.ts";
import { type ArrangedMeeting, type Person, arrangeMeeting } from "../../../../test/plenary-meeting.ts";
import { ask } from "../../../../test/route.ts";
import { type World, member, openWorld } from "../../../../test/world.ts";
import { lastDayOfTerm } from "#coalition";
import ElectionPage, * as electionPage from "./election.tsx";
import HandoverPage, * as handoverPage from "./handover.tsx";
import HandoversPage, * as handoversPage from "./handovers.tsx";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world, { year: 2024 });
});
afterAll(() => world.close());

const at = (language = "es") => ({ database: world.database, path: `/${language}/workspace/meetings/${meeting.id}/election`, params: { meeting: meeting.id } });
const seen = (actor: Person) => ask(electionPage.loader, { ...at(), actor });
const send = (actor: Person, form: Record<string, string>): Promise<unknown> => ask(electionPage.action, { ...at(), actor, form });
/** What a page shows in a language with this from its loader, and from its action. */
function drawn(Page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Component = Page as React.ComponentType; // the stub hands each page the data of its own loader
  const Stub = createRoutesStub([{ id: "page", path: "*", Component, loader: () => loaderData }]);
  return renderToStaticMarkup(
    <Stub initialEntries={[path]} hydrationData={{ loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) }} />,
  );
}
const page = async (actor: Person, language = "es", actionData?: unknown) => drawn(ElectionPage, at(language).path, await seen(actor), actionData);

test("a page without election says who opens it, and offers the form with the next term to those who lead alone", async () => {
  const { secretariat } = meeting;
  expect(await page(meeting.titular("CRI"))).not.toContain("Abrir la elección");
  const { proposal } = await seen(secretariat);
  expect(proposal.until).toBe(lastDayOfTerm("presidency", proposal.from));
  const html = await page(secretariat);
  expect(html).toContain(`value="${proposal.from}"`);
  expect(html).toContain(`value="${proposal.until}"`);
  expect(await send(secretariat, { intent: "open", item: "", from: "2025-02-30", until: "" })).toMatchObject({
    init: { status: 400 },
    data: { problems: { item: ["needed"], from: ["not-a-day"], until: ["needed"] } },
  });
  const fields = { intent: "open", id: randomUUID(), item: meeting.items.election, from: "2025-01-01", until: "2025-12-31" };
  expect(await send(meeting.titular("CRI"), fields)).toMatchObject({ init: { status: 409 }, data: { refusal: "not-yours" } });
  expect(await send(secretariat, fields)).toMatchObject({ status: 303 });
  await expect(send(secretariat, { intent: "elect" })).rejects.toMatchObject({ init: { status: 403 } });
});

test("delegations propose, accept and see why others cannot stand, in both languages", async () => {
  const [costaRica, panama] = [meeting.titular("CRI"), meeting.titular("PAN")];
  expect(await send(costaRica, { intent: "propose", whom: "HND" })).toMatchObject({ init: { status: 409 }, data: { refusal: "rests" } });
  expect(await send(costaRica, { intent: "propose", whom: "PAN" })).toMatchObject({ status: 303 });
  const again = await send(costaRica, { intent: "propose", whom: "PAN" });
  expect(again).toMatchObject({ init: { status: 400 }, data: { problems: { whom: ["already-proposed"] } } });
  expect(await page(costaRica, "es", { problems: { whom: ["already-proposed"] }, typed: { intent: ["propose"], whom: ["PAN"] } })).toContain("Ese Estado ya fue propuesto");
  expect(await page(panama)).toContain("Su país fue propuesto y falta su respuesta.");
  expect(await send(panama, { intent: "accept", statement: "x".repeat(2001) })).toMatchObject({ init: { status: 400 }, data: { problems: { statement: ["statement-too-long"] } } });
  expect(await send(panama, { intent: "accept", statement: "Por la región." })).toMatchObject({ status: 303 });
  await stand(world, meeting, ["MEX"]);
  const html = await page(meeting.observer);
  expect(html).toContain("Por la región.");
  expect(html).toContain("Descansa: ejerció el período que empezó el 1 de enero de 2024.");
  expect(html).not.toContain("<form");
  expect(await page(costaRica, "en")).toContain("It rests: it held the term that began on 1 January 2024.");
  await expect(ask(electionPage.loader, { ...at(), actor: member("administrator") })).rejects.toMatchObject({ init: { status: 403 } });
  await expect(ask(electionPage.loader, { ...at(), actor: meeting.secretariat, params: { meeting: "IX-2999" } })).rejects.toMatchObject({ init: { status: 404 } });
});

test("a round leads delegates to their ballot and those who lead to the count; its result is a sentence with its figures", async () => {
  const { secretariat } = meeting;
  const { next } = await seen(secretariat);
  expect(await send(secretariat, { intent: "round", vote: next.vote })).toMatchObject({ status: 303 });
  expect(await page(meeting.titular("CRI"))).toContain(`href="/es/workspace/meetings/${meeting.id}/votes/${next.vote}/ballot"`);
  expect(await page(meeting.focalPoint("CRI"))).not.toContain("/ballot");
  expect(await send(secretariat, { intent: "settle", vote: next.vote })).toMatchObject({ init: { status: 409 }, data: { refusal: "vote-open" } });
  for (const [place, country] of meeting.countries.entries()) await casts(world, meeting, next.vote, country, place < 4 ? "PAN" : place < 8 ? "MEX" : "abstention");
  expect(await page(secretariat)).toContain("Papeletas recibidas: 9.");
  expect(await decides(world, meeting, next.vote)).toBe("second-round");
  expect(await page(secretariat)).toContain("Pasan a la segunda vuelta México y Panamá");
  expect(await page(secretariat, "en")).toContain("Mexico and Panama go on to the second round");
});

test("between rounds a candidate that goes on finds the way to withdraw, and everybody reads what follows", async () => {
  expect(await page(meeting.titular("PAN"))).toContain('value="withdraw"');
  for (const actor of [meeting.titular("CRI"), meeting.secretariat, meeting.observer, meeting.focalPoint("PAN")]) expect(await page(actor)).not.toContain('value="withdraw"');
  expect(await send(meeting.titular("CRI"), { intent: "withdraw" })).toMatchObject({ init: { status: 409 }, data: { refusal: "not-running" } });
  const view = await seen(meeting.titular("CRI"));
  const left = { ...view.election, candidacies: view.election?.candidacies.map((each) => (each.country === "PAN" ? { ...each, state: "withdrawn" } : each)) };
  const html = drawn(ElectionPage, at().path, { ...view, election: left });
  expect(html).toContain("Panamá se retiró antes de la vuelta siguiente. Queda México como candidatura única");
  expect(drawn(ElectionPage, at("en").path, { ...view, election: left })).toContain("Mexico is left as the only candidate");
});

test("lots: the fingerprint first, each delegation's word, the draw, and how to repeat it; then the proclamation", async () => {
  const { secretariat } = meeting;
  const { vote } = await holdsRound(world, meeting, Object.fromEntries(meeting.countries.map((country, place) => [country, place < 4 ? "PAN" : place < 8 ? "MEX" : "abstention"])));
  expect(await page(secretariat)).toContain("Abrir el sorteo");
  expect(await send(secretariat, { intent: "lots", vote })).toMatchObject({ status: 303 });
  const { lots } = await seenElection(world, secretariat, meeting.id);
  expect(await page(meeting.titular("CRI"))).toContain(lots?.commitment);
  expect(await send(meeting.titular("CRI"), { intent: "word", vote, word: "" })).toMatchObject({ init: { status: 400 }, data: { problems: { word: ["needed"] } } });
  expect(await send(meeting.titular("CRI"), { intent: "word", vote, word: "ceiba\0" })).toMatchObject({ status: 303 });
  expect(await send(secretariat, { intent: "draw", vote })).toMatchObject({ init: { status: 409 }, data: { refusal: "witnesses-missing" } });
  expect(await send(meeting.titular("BLZ"), { intent: "word", vote, word: "<b>orchid</b>" })).toMatchObject({ status: 303 });
  expect(await page(meeting.titular("NIC"))).not.toContain("ceiba");
  expect(await send(secretariat, { intent: "draw", vote })).toMatchObject({ status: 303 });
  const html = await page(meeting.titular("NIC"));
  expect(html).toContain("La plataforma repitió el cálculo y da lo mismo.");
  expect(html).toContain("&lt;b&gt;orchid&lt;/b&gt;");
  expect(html).toContain("[&quot;corett-lots-1&quot;");
  expect(await send(meeting.presidency, { intent: "proclaim" })).toMatchObject({ status: 303 });
  expect(await page(meeting.titular("NIC"))).toContain("Se proclamó a");
  expect((await opensRound(world, meeting)).word).toBe("election-decided");
  expect(await page(secretariat, "en")).toContain("Prepare the handover");
});

test("a handover begins with what the election says, and is written, handed over and received on its page", async () => {
  const { secretariat, presidency, secondSecretary } = meeting;
  const election = await seenElection(world, secretariat, meeting.id);
  const list = { database: world.database, path: `/es/workspace/handover?election=${election.id}` };
  const offered = await ask(handoversPage.loader, { ...list, actor: secretariat });
  const html = drawn(HandoversPage, "/es/workspace/handover", offered);
  expect(html).toContain('value="Honduras"');
  expect(html).toContain('value="2024-12-31"');
  expect(await ask(handoversPage.action, { ...list, actor: secretariat, form: { id: randomUUID(), office: "secretariat", from: "", to: "OIM", periodFrom: "x", periodUntil: "2024-12-31" } })).toMatchObject({
    init: { status: 400 },
    data: { problems: { from: ["needed"], periodFrom: ["not-a-day"] } },
  });
  const id = randomUUID();
  const begun = await ask(handoversPage.action, { ...list, actor: secretariat, form: { id, office: "secretariat", from: "Secretaría saliente", to: "Secretaría entrante", periodFrom: "2023-01-01", periodUntil: "2024-12-31" } });
  expect(begun).toMatchObject({ status: 303 });
  const one = { database: world.database, path: `/es/workspace/handover/${id}`, params: { id } };
  const act = (actor: Person, form: Record<string, string>) => ask(handoverPage.action, { ...one, actor, form });
  const view = async (actor: Person, actionData?: unknown) => drawn(HandoverPage, one.path, await ask(handoverPage.loader, { ...one, actor }), actionData);
  expect(await act(secretariat, { intent: "hand", report: "", version: "0" })).toMatchObject({ init: { status: 400 }, data: { problems: { report: ["report-missing"] } } });
  expect(await act(secretariat, { intent: "save", report: "Primera versión", version: "0" })).toMatchObject({ status: 303 });
  expect(await act(secondSecretary, { intent: "save", report: "Mi versión", version: "0" })).toMatchObject({ init: { status: 409 }, data: { refusal: "changed-meanwhile" } });
  const both = await view(secondSecretary, { refusal: "changed-meanwhile", typed: { report: ["Mi versión"] } });
  expect([both.includes("Primera versión"), both.includes("Mi versión")]).toEqual([true, true]);
  expect(await act(presidency, { intent: "hand", report: "x", version: "1" })).toMatchObject({ data: { refusal: "not-yours" } });
  expect(await act(secretariat, { intent: "hand", report: "Versión final", version: "1" })).toMatchObject({ status: 303 });
  expect(await act(secretariat, { intent: "receive" })).toMatchObject({ data: { refusal: "same-person" } });
  expect(await act(secondSecretary, { intent: "receive" })).toMatchObject({ status: 303 });
  expect(await view(meeting.titular("CRI"))).toContain("Versión final");
  // The package of the plans is for those who lead; the handover is read by the members.
  const plans = 'href="/es/workspace/plans/handover?office=secretariat&amp;day=2024-12-31"';
  expect(await view(secretariat)).toContain(plans);
  expect(await view(meeting.titular("GTM"))).not.toContain(plans);
  await expect(ask(handoverPage.loader, { ...one, actor: meeting.observer })).rejects.toMatchObject({ init: { status: 403 } });
  await expect(ask(handoverPage.loader, { ...one, actor: secretariat, params: { id: "no" } })).rejects.toMatchObject({ init: { status: 404 } });
});
