import { expect, test } from "vitest";
import { plural } from "./words.ts";

const spanish = import.meta.glob<Record<string, unknown>>("./*.es.ts", { eager: true });
const english = import.meta.glob<Record<string, unknown>>("./*.en.ts", { eager: true });

/** Messages that are rightly the same in both languages. */
const alike = new Set(["CORETT", "Agenda", "Titular", "titular", "Total", "No", "Error", "CSV", "XLSX", "PDF", "SVG", "PNG", "JSON-stat", "Plural", "Plan", "Factor"]);

type Leaf = { path: string; text: string };

/** Every message under a path; a message made from values is asked with placeholders. */
function leaves(node: unknown, path: string): Leaf[] {
  if (typeof node === "string") return [{ path, text: node }];
  if (typeof node === "function") return [{ path, text: String(node(...Array.from({ length: node.length }, () => 2))) }];
  if (typeof node === "object" && node !== null)
    return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
  return [];
}

/** The messages of a language by file: `shell` for `./shell.es.ts`. */
function bySlice(files: Record<string, Record<string, unknown>>): Map<string, Leaf[]> {
  return new Map(
    Object.entries(files).map(([file, module]) => [
      file.replace(/^\.\/|\.(es|en)\.ts$/g, ""),
      Object.values(module).flatMap((messages) => leaves(messages, "")),
    ]),
  );
}

const es = bySlice(spanish);
const en = bySlice(english);

test("every slice speaks both languages", () => {
  expect(es.size).toBeGreaterThan(0);
  expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
});

test.each([...es.keys()])("%s says the same things in both languages", (slice) => {
  const paths = (all: Leaf[] | undefined) => (all ?? []).map((each) => each.path).sort();
  expect(paths(en.get(slice))).toEqual(paths(es.get(slice)));
  expect(paths(es.get(slice))).not.toEqual([]);
});

test.each([...es.keys()])("%s has no empty message and none left untranslated", (slice) => {
  const other = new Map((en.get(slice) ?? []).map((each) => [each.path, each.text]));
  const faults = (es.get(slice) ?? []).filter(
    ({ path, text }) =>
      text.trim() === "" ||
      other.get(path)?.trim() === "" ||
      (text === other.get(path) && !alike.has(text) && /\p{L}{2}/u.test(text)),
  );
  expect(faults).toEqual([]);
});

test("a phrase takes the form of its number", () => {
  const forms = { one: "persona", other: "personas" };
  expect([0, 1, 2, 1_000_000].map((count) => plural("es", count, forms))).toEqual([
    "personas",
    "persona",
    "personas",
    "personas",
  ]);
});
