import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { type ArrangedMeeting, arrangeMeeting } from "../../../test/plenary-meeting.ts";
import { type World, openWorld } from "../../../test/world.ts";
import { historyOf } from "../history/event.store.ts";
import { joinNotes } from "./note.ts";
import { noteVersion, noteVersions, notesOf, saveNote } from "./note.store.ts";

let world: World;
let of: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  of = await arrangeMeeting(world);
});
afterAll(() => world.close());

const names = { saved: "Ana", mine: "Luis" };

test("changes in different places are joined without a word in the way", () => {
  expect(joinNotes("uno\ndos\ntres", "uno\ndos\ntres\ncuatro", "cero\nuno\ndos\ntres", names)).toEqual({ text: "cero\nuno\ndos\ntres\ncuatro", conflicts: 0 });
});

test("where both changed the same line, both stand in the text, each under its writer's name", () => {
  expect(joinNotes("Guatemala pide la palabra", "Guatemala apoya", "Guatemala objeta", names)).toEqual({
    text: "[Ana]\nGuatemala apoya\n[Luis]\nGuatemala objeta",
    conflicts: 1,
  });
});

test("whatever two people write, no line that either of them added is lost", () => {
  const line = fc.stringMatching(/^[a-zñá ]{0,12}$/);
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
  const joins = fc.property(text, text, text, (base, saved, mine) => {
    const joined = new Set(joinNotes(base, saved, mine, names).text.split("\n"));
    const old = new Set(base.split("\n"));
    return [...saved.split("\n"), ...mine.split("\n")].every((each) => old.has(each) || joined.has(each));
  });
  expect(fc.check(joins, { numRuns: 300 })).toMatchObject({ failed: false });
});

test("notes are kept version by version, and told", async () => {
  const as = of.secretariat;
  const save = (body: string, basedOn: number) => write(world.database, as, (tx) => saveNote(tx, as, of.id, of.items.agenda, { body, basedOn }));
  expect(await save("Primera", 0)).toMatchObject({ kept: { version: 1, author: as.name } });
  expect(await save("Primera", 0)).toMatchObject({ kept: { version: 1 } });
  expect(await save("Primera y segunda", 1)).toMatchObject({ kept: { version: 2 } });
  expect((await read(world.database, as, (tx) => noteVersions(tx, of.items.agenda))).map(({ body }) => body)).toEqual(["Primera y segunda", "Primera"]);
  expect((await read(world.database, as, (tx) => notesOf(tx, of.id))).map(({ version }) => version)).toEqual([2]);
  expect((await read(world.database, as, (tx) => historyOf(tx, of.id))).filter(({ kind }) => kind === "note.saved")).toHaveLength(2);
});

test("of two who save at once one is kept and the other gets both texts; neither loses a word", async () => {
  const item = of.items.closing;
  const save = (actor: typeof of.secretariat, body: string) => write(world.database, actor, (tx) => saveNote(tx, actor, of.id, item, { body, basedOn: 0 }));
  const answers = await Promise.all([save(of.secretariat, "Palabras de Guatemala"), save(of.presidency, "Palabras de Panamá")]);
  const clash = answers.find((answer) => "conflict" in answer);
  const kept = answers.find((answer) => "kept" in answer);
  expect(clash && kept).toBeTruthy();
  if (!clash || !("conflict" in clash)) return;
  const mine = clash.conflict.saved.author === of.secretariat.name ? "Palabras de Panamá" : "Palabras de Guatemala";
  const joined = joinNotes(clash.conflict.base.body, clash.conflict.saved.body, mine, { saved: clash.conflict.saved.author, mine: "yo" });
  expect(joined.text).toContain("Palabras de Guatemala");
  expect(joined.text).toContain("Palabras de Panamá");
  expect(await read(world.database, of.secretariat, (tx) => noteVersion(tx, item, 1))).toMatchObject({ version: 1 });
});

test("a delegation neither writes nor reads the notes", async () => {
  const actor = of.titular("GTM");
  expect(await write(world.database, actor, (tx) => saveNote(tx, actor, of.id, of.items.agenda, { body: "x", basedOn: 0 }))).toEqual({ refusal: "not-yours" });
  await expect(read(world.database, actor, (tx) => notesOf(tx, of.id))).rejects.toThrow("permission denied");
});

test("notes of another meeting's point are not taken", async () => {
  const as = of.secretariat;
  expect(await write(world.database, as, (tx) => saveNote(tx, as, "I-1999", of.items.agenda, { body: "x", basedOn: 0 }))).toEqual({ refusal: "unknown-item" });
});
