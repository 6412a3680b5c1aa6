import { randomUUID } from "node:crypto";
import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { aMotion, act, anOpenVote, cast, keyOf, paperFor } from "../../../test/plenary-vote.ts";
import { ask } from "../../../test/route.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { closeConsensus, openConsensus, statePosition } from "./consensus.store.ts";
import { countVote, recountVote } from "./count.store.ts";
import { enterBallots } from "./entry.store.ts";
import * as ballot from "./pages/ballot.tsx";
import * as decisions from "./pages/decisions.tsx";
import * as entry from "./pages/entry.tsx";
import * as motion from "./pages/motion.tsx";
import * as rules from "./pages/rules.tsx";
import * as vote from "./pages/vote.tsx";
import { closeVote, settleVote } from "./vote-act.store.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

/** The page as the server prints it, with the text alone as well. */
async function show(page: { loader: (args: never) => unknown; default: unknown }, actor: Actor, part: string, params: Record<string, string> = {}, language = "es", actionData?: object) {
  const path = part.startsWith("rules") ? `/${language}/workspace/${part}` : `/${language}/workspace/meetings/${meeting.id}/${part}`;
  const all = { meeting: meeting.id, ...params };
  const loaderData = await ask(page.loader, { database: world.database, actor, path, params: all });
  const Page = page.default as React.ComponentType<Record<string, unknown>>; // each route has its own type of properties
  const Stub = createRoutesStub([{ path: "*", Component: () => <Page loaderData={loaderData} params={all} actionData={actionData} /> }]);
  const html = renderToString(<Stub initialEntries={[path]} />);
  return { html, text: html.replace(/<!--.*?-->/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
}
/** Every id is there once, and every field has a label. */
function isSound(html: string): void {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((each) => each[1]);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  const labels = new Set([...html.matchAll(/ for="([^"]+)"/g)].map((each) => each[1]));
  const fields = [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)].map((each) => each[0]).filter((each) => !/type="(hidden|radio|checkbox)"/.test(each));
  expect(fields.filter((each) => !labels.has(/ id="([^"]+)"/.exec(each)?.[1] ?? ""))).toEqual([]);
  expect(html).not.toMatch(/style="|undefined|\[object/);
}

test("a motion under consensus shows both languages, the positions and the delegate's form", async () => {
  const [id, consensus] = [await aMotion(world, meeting), randomUUID()];
  isSound((await show(motion, meeting.secretariat, `decisions/${id}`, { motion: id })).html);
  await act(world, meeting.presidency, (tx, actor) => openConsensus(tx, actor, { id: consensus, motion: id }));
  await act(world, meeting.titular("HND"), (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus, kind: "reservation", text: "Sujeto a su ley" }));
  const page = await show(motion, meeting.titular("PAN"), `decisions/${id}`, { motion: id });
  isSound(page.html);
  expect(page.text).toMatch(/Se aprueba el plan de trabajo.*The work plan is approved.*Honduras Reserva Sujeto a su ley.*Posición de Panamá/);
  expect((await show(motion, meeting.alternate("PAN"), `decisions/${id}`, { motion: id }, "en")).text).toContain("Your arrival in the room is not recorded");
  const list = await show(decisions, meeting.secretariat, "decisions");
  isSound(list.html);
  expect(list.text).toContain("Consulta de consenso sobre «Plan de trabajo»");
  await act(world, meeting.presidency, (tx, actor) => closeConsensus(tx, actor, consensus));
});

test("the ballot says who votes for whom, shows the receipt before and after, and works as a plain form", async () => {
  const id = await anOpenVote(world, meeting, { method: "secret" });
  const paper = await show(ballot, meeting.titular("HND"), `votes/${id}/ballot`, { vote: id });
  isSound(paper.html);
  expect(paper.text).toMatch(/Usted vota por Honduras como titular.*Su comprobante [0-9A-Z-]{19} .*A favor En contra Abstención.*Emitir la papeleta/);
  expect(paper.html).toMatch(/<form[^>]*method="post"[^>]*>.*name="slip" value="[0-9A-Z-]{19}\.[\w-]{43}"/);
  const { slip, code } = paperFor(id, "HND");
  await cast(world, meeting.titular("HND"), id, 2, slip);
  const after = await show(ballot, meeting.titular("HND"), `votes/${id}/ballot`, { vote: id }, "en", { typed: {}, cast: { receipt: code } });
  isSound(after.html);
  expect(after.text).toContain(`Your ballot is in the urn`);
  expect(after.text).toContain(`Receipt: ${code}`);
  const back = await show(ballot, meeting.titular("PAN"), `votes/${id}/ballot`, { vote: id }, "es", { problems: { option: ["chooseOne"] }, typed: { slip: [slip] } });
  expect(back.html).toContain(`value="${slip}"`);
  isSound(back.html);
  for (const actor of [meeting.observer, meeting.secretariat, meeting.alternate("CRI")]) {
    const page = await show(ballot, actor, `votes/${id}/ballot`, { vote: id });
    expect(page.text).toContain("Ahora no puede votar");
    expect(page.html).not.toContain('name="option"');
  }
  const open = await show(vote, meeting.secretariat, `votes/${id}`, { vote: id });
  isSound(open.html);
  expect(open.text).toContain("Han votado 1 de 9 delegaciones presentes");
  expect(open.text).not.toMatch(/En contra|A favor/);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id, key: keyOf(id) }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, id));
  const counted = await show(vote, meeting.secretariat, `votes/${id}`, { vote: id });
  isSound(counted.html);
  expect(counted.html).toMatch(/<button[^>]*disabled[^>]*value="recount"|<button[^>]*value="recount"[^>]*disabled/);
  expect(counted.text).toContain("Usted hizo el conteo: el reconteo lo hace otra persona");
  await act(world, meeting.presidency, (tx, actor) => recountVote(tx, actor, id));
  await act(world, meeting.presidency, (tx, actor) => settleVote(tx, actor, id));
  const settled = await show(vote, meeting.titular("BLZ"), `votes/${id}`, { vote: id }, "en");
  isSound(settled.html);
  expect(settled.text).toMatch(/Not adopted\. There were 0 in favour and 1 against\..*The recount agrees with the count.*/);
  expect(settled.text).toMatch(new RegExp(`${code} +Against`));
});

test("ballots entered by hand, and the rules, are drawn in both languages", async () => {
  meeting = await arrangeMeeting(world, { ordinal: 6 });
  const id = await anOpenVote(world, meeting);
  isSound((await show(entry, meeting.secretariat, `votes/${id}/entry`, { vote: id })).html);
  await act(world, meeting.secretariat, (tx, actor) => enterBallots(tx, actor, { id: randomUUID(), vote: id, method: "show-of-hands", note: "Sin red", lines: { HND: 1, PAN: 3 } }));
  const waiting = await show(entry, meeting.presidency, `votes/${id}/entry`, { vote: id }, "en");
  isSound(waiting.html);
  expect(waiting.text).toMatch(/Honduras In favour Panama Abstention/);
  isSound((await show(vote, meeting.secretariat, `votes/${id}`, { vote: id })).html);
  for (const language of ["es", "en"]) {
    const page = await show(rules, meeting.titular("HND"), "rules", {}, language);
    isSound(page.html);
    expect(page.text).toMatch(language === "es" ? /Más de 1\/2 de los Estados miembros/ : /More than 1\/2 of the member states/);
  }
  for (const sort of ["quorum", "majority", "notice", "election"]) {
    const page = await show(rules, meeting.secretariat, `rules?new=${sort}`);
    isSound(page.html);
    expect(page.text).toContain("Ingresar la regla");
  }
});
