import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { act, anOpenVote, cast } from "../../../test/plenary-vote.ts";
import { ask } from "../../../test/route.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { meetingOf } from "../meeting/meeting.store.ts";
import * as agenda from "../meeting/pages/agenda.tsx";
import { closeConsensus, openConsensus, statePosition } from "./consensus.store.ts";
import { countVote } from "./count.store.ts";
import { proposeMotion } from "./motion.store.ts";
import { closeVote, settleVote } from "./vote-act.store.ts";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world);
});
afterAll(() => world.close());

const state = async () => (await read(world.database, meeting.secretariat, (tx) => meetingOf(tx, meeting.id)))?.agendaState;
async function motionOn(purpose: "agenda" | "procedure"): Promise<string> {
  const id = randomUUID();
  const text = { es: "Se aprueba la agenda.", en: "The agenda is approved." };
  await act(world, meeting.secretariat, (tx, actor) => proposeMotion(tx, actor, { id, meeting: meeting.id, item: meeting.items.agenda, purpose, title: { es: "Agenda", en: "Agenda" }, text }));
  return id;
}
async function consensusOn(motion: string, objects: boolean): Promise<string> {
  const id = randomUUID();
  await act(world, meeting.secretariat, (tx, actor) => openConsensus(tx, actor, { id, motion }));
  if (objects) await act(world, meeting.titular("NIC"), (tx, actor) => statePosition(tx, actor, { id: randomUUID(), consensus: id, kind: "objection", text: "Falta un punto." }));
  return act(world, meeting.secretariat, (tx, actor) => closeConsensus(tx, actor, id));
}
const reopen = (reason: string, actor = meeting.secretariat) =>
  ask(agenda.action, { database: world.database, actor, path: `/es/workspace/meetings/${meeting.id}/agenda`, params: { meeting: meeting.id }, form: { act: "reopen", reason } });

test("a motion about something else, or one that was objected to, approves no agenda", async () => {
  expect(await consensusOn(await motionOn("procedure"), false)).toBe("adopted");
  expect(await consensusOn(await motionOn("agenda"), true)).toBe("objected");
  expect(await state()).toBe("draft");
});

test("the agenda is approved in the same act that adopts its motion by consensus, once in the history", async () => {
  expect(await consensusOn(await motionOn("agenda"), false)).toBe("adopted");
  expect(await state()).toBe("approved");
  expect(await consensusOn(await motionOn("agenda"), false)).toBe("adopted");
  const told = (await read(world.database, meeting.secretariat, (tx) => historyOf(tx, meeting.id))).filter(({ kind }) => kind === "agenda.approved");
  expect(told).toHaveLength(1);
});

test("it is opened again with the plenary's reason by those who lead, and a vote approves it again", async () => {
  expect(await reopen("")).toMatchObject({ init: { status: 400 }, data: { problems: { reason: [expect.stringContaining("motivo")] } } });
  expect(await state()).toBe("approved");
  await expect(reopen("El Pleno añade un punto", meeting.titular("GTM"))).rejects.toMatchObject({ init: { status: 403 } });
  expect(await reopen("El Pleno añade un punto")).toMatchObject({ status: 303 });
  expect(await state()).toBe("draft");
  const vote = await anOpenVote(world, meeting, { motion: await motionOn("agenda") });
  for (const country of meeting.countries) await cast(world, meeting.titular(country), vote, 1);
  await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id: vote }));
  await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, vote));
  expect(await act(world, meeting.secretariat, (tx, actor) => settleVote(tx, actor, vote))).toBe("adopted");
  expect(await state()).toBe("approved");
});
