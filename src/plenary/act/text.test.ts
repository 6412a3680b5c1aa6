import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor } from "#basics";
import { read, write } from "#database";
import { closeMeeting } from "../../../test/plenary-act.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { actNow, findingsOf } from "./approve.store.ts";
import { beginAct, sectionsOf } from "./section.store.ts";
import { currentText, saveText, versionsOf, waitingCount, waitingText } from "./text.store.ts";

let world: World;
let meeting: ArrangedMeeting;
let section: string;
beforeAll(async () => {
  world = await openWorld();
  meeting = await arrangeMeeting(world, { present: [] });
  await closeMeeting(world, meeting);
  await write(world.database, meeting.secretariat, (tx) => beginAct(tx, meeting.secretariat, meeting.id, new Date()));
  const sections = await read(world.database, meeting.secretariat, (tx) => sectionsOf(tx, meeting.id));
  section = sections.find(({ item }) => item === meeting.items.motion)?.id ?? "";
});
afterAll(() => world.close());

const saves = (actor: Actor, body: string, basedOn: number, joins?: number) =>
  write(world.database, actor, (tx) => saveText(tx, actor, meeting.id, { section, language: "es", body, basedOn, ...(joins === undefined ? {} : { joins }) }));
const versions = () => read(world.database, meeting.secretariat, (tx) => versionsOf(tx, section, "es"));
const waits = () => read(world.database, meeting.secretariat, (tx) => waitingCount(tx, meeting.id));

describe("the words of a part", () => {
  test("are kept version by version; the same words make no new one, and a form sent twice saves once", async () => {
    expect(await saves(meeting.secretariat, "Uno. Dos. Tres.", 0)).toEqual({ kind: "saved", version: 1 });
    expect(await saves(meeting.secretariat, "Uno. Dos. Tres.", 0)).toEqual({ kind: "saved", version: 1 });
    expect(await saves(meeting.presidency, "Uno. Dos. Tres.", 1)).toEqual({ kind: "same" });
    expect(await versions()).toHaveLength(1);
  });

  test("of two who save at the same instant none is lost: one is the text, the other waits to be joined", async () => {
    const [one, other] = await Promise.all([saves(meeting.secretariat, "Uno cambió. Dos. Tres.", 1), saves(meeting.presidency, "Uno. Dos. Tres cambió.", 1)]);
    expect([one, other].map((each) => ("kind" in each ? each.kind : each.refusal)).sort()).toEqual(["aside", "saved"]);
    const all = await versions();
    expect(all.map(({ body }) => body).sort()).toEqual(["Uno cambió. Dos. Tres.", "Uno. Dos. Tres cambió.", "Uno. Dos. Tres."]);
    expect(await waits()).toBe(1);
    const waiting = waitingText(all, "es");
    expect(waiting?.joined).toEqual({ body: "Uno cambió. Dos. Tres cambió.", conflicts: 0 });
    const present = await read(world.database, meeting.secretariat, (tx) => actNow(tx, meeting.id, new Date()));
    const findings = present ? await read(world.database, meeting.secretariat, (tx) => findingsOf(tx, meeting.id, present)) : [];
    expect(findings.filter(({ level }) => level === "error").map(({ kind }) => kind)).toEqual(["text-aside"]);
    expect(await saves(meeting.presidency, waiting?.joined.body ?? "", waiting?.upon ?? 0, waiting?.aside.version)).toMatchObject({ kind: "saved" });
    expect(currentText(await versions())).toMatchObject({ kind: "merge", body: "Uno cambió. Dos. Tres cambió.", joins: waiting?.aside.version });
    expect(await waits()).toBe(0);
  });

  test("of six who save at once every one is kept, and joining them one after the other settles all", async () => {
    const base = currentText(await versions())?.version ?? 0;
    const people = [meeting.secretariat, meeting.secondSecretary, meeting.presidency];
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((each) => saves(people[each % 3] ?? meeting.secretariat, `Redacción ${each}.`, base)));
    expect(outcomes.filter((each) => "kind" in each && each.kind === "saved")).toHaveLength(1);
    expect(outcomes.filter((each) => "kind" in each && each.kind === "aside")).toHaveLength(5);
    expect(new Set((await versions()).map(({ version }) => version)).size).toBe((await versions()).length);
    for (let left = 5; left > 0; left -= 1) {
      expect(await waits()).toBe(left);
      const waiting = waitingText(await versions(), "es");
      const settled = (waiting?.joined.body ?? "").replaceAll(/^\[\[\[ .* \]\]\]\n?/gm, "");
      expect(await saves(meeting.secretariat, waiting?.joined.body ?? "", waiting?.upon ?? 0, waiting?.aside.version)).toEqual({ refusal: "marks-left" });
      expect(await saves(meeting.secretariat, settled, waiting?.upon ?? 0, waiting?.aside.version)).toMatchObject({ kind: "saved" });
    }
    expect(await waits()).toBe(0);
    const final = currentText(await versions())?.body ?? "";
    expect([1, 2, 3, 4, 5, 6].filter((each) => !final.includes(`Redacción ${each}.`))).toEqual([]);
  });

  test("of the other language have versions of their own", async () => {
    const english = await write(world.database, meeting.secretariat, (tx) => saveText(tx, meeting.secretariat, meeting.id, { section, language: "en", body: "One.", basedOn: 0 }));
    expect(english).toEqual({ kind: "saved", version: 1 });
  });

  test("are written by those who lead alone, and in SQL nobody writes over a newer text or under another name", async () => {
    expect(await saves(meeting.titular("GTM"), "Otra", 1)).toEqual({ refusal: "not-yours" });
    const insert = (author: string, kind: string, basedOn: number, version: number) =>
      write(world.database, meeting.secretariat, (tx) =>
        tx.insertInto("plenary.act_text").values({ section, language: "es", version, based_on: basedOn, kind, body: "x", author, author_name: "x" }).execute(),
      );
    const newest = (await versions())[0]?.version ?? 0;
    await expect(insert(meeting.secretariat.account, "edit", 1, newest + 1)).rejects.toThrow(/written upon an older one/);
    await expect(insert(meeting.secretariat.account, "edit", newest, newest + 5)).rejects.toThrow(/follow one another/);
    await expect(insert(meeting.presidency.account, "edit", newest, newest + 1)).rejects.toThrow(/row-level security/);
    await expect(
      write(world.database, meeting.titular("GTM"), (tx) =>
        tx.insertInto("plenary.act_text").values({ section, language: "es", version: newest + 1, based_on: newest, kind: "edit", body: "x", author: meeting.titular("GTM").account, author_name: "x" }).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
