import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainProse } from "#documents";
import { holdsMarks, joinTexts, lineDifferences } from "./join.ts";
import { narrativeBlocks, tidy } from "./narrative.ts";

const sentence = fc.constantFrom("Guatemala pidió plazos.", "Panamá apoyó el texto.", "Belice preguntó por el costo.", "Se tomó nota.", "México se reservó el punto 7.");
const text = fc.array(sentence, { maxLength: 8 }).map((all) => all.join(" "));
const by = (body: string) => ({ body, author: "María" });

describe("joining two texts that were written upon the same one", () => {
  test("takes what only one of them changed, wherever it stands", () => {
    const base = "Uno. Dos.\n\nTres. Cuatro.";
    const joined = joinTexts(by("Uno. Dos y medio.\n\nTres. Cuatro."), base, "Uno. Dos.\n\nTres. Cuatro. Cinco.", "es");
    expect(joined).toEqual({ body: "Uno. Dos y medio.\n\nTres. Cuatro. Cinco.", conflicts: 0 });
  });

  test("takes once what both changed alike", () => {
    expect(joinTexts(by("A. B."), "A. C.", "A. B.", "es")).toEqual({ body: "A. B.", conflicts: 0 });
  });

  test("marks a place where both wrote differently, with both wordings and whose each is", () => {
    const joined = joinTexts(by("Guatemala apoyó."), "Guatemala habló.", "Guatemala objetó.", "es");
    expect(joined.conflicts).toBe(1);
    expect(joined.body).toBe(
      "[[[ Texto de María: ]]]\nGuatemala apoyó.\n[[[ Texto aparte: ]]]\nGuatemala objetó.\n[[[ Fin: deje una de las dos redacciones y quite estas marcas ]]]",
    );
    expect(holdsMarks(joined.body)).toBe(true);
    expect(holdsMarks("Un [[[ corchete ]]] en medio")).toBe(false);
  });

  test("loses no sentence that either of them added, and is the other text when one changed nothing", () => {
    fc.assert(
      fc.property(text, text, text, (base, current, aside) => {
        const { body } = joinTexts(by(current), base, aside, "es");
        const had = new Set(base.split(/(?<=\.) /));
        const added = [...current.split(/(?<=\.) /), ...aside.split(/(?<=\.) /)].filter((each) => !had.has(each));
        expect(added.filter((each) => !body.includes(each))).toEqual([]);
        expect(joinTexts(by(current), base, base, "es")).toEqual({ body: current, conflicts: 0 });
        expect(joinTexts(by(base), base, aside, "es")).toEqual({ body: aside, conflicts: 0 });
      }),
    );
  });
});

test("differences tell every line once, in the order of reading", () => {
  expect(lineDifferences("uno\ndos\ntres", "uno\nDOS\ntres\ncuatro")).toEqual([
    { kind: "same", text: "uno" },
    { kind: "gone", text: "dos" },
    { kind: "new", text: "DOS" },
    { kind: "same", text: "tres" },
    { kind: "new", text: "cuatro" },
  ]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c")), fc.array(fc.constantFrom("a", "b", "c")), (one, other) => {
      const lines = lineDifferences(one.join("\n"), other.join("\n"));
      expect(lines.filter(({ kind }) => kind !== "new").map((line) => line.text)).toEqual(one);
      expect(lines.filter(({ kind }) => kind !== "gone").map((line) => line.text)).toEqual(other);
    }),
  );
});

describe("written words", () => {
  test("become paragraphs at blank lines and lists at hyphens; nothing else is markup", () => {
    expect(narrativeBlocks("Uno\nsigue *igual*.\n\n- a\n- b\n  sigue\nDos #3")).toEqual([
      { kind: "paragraph", text: "Uno\nsigue *igual*." },
      { kind: "list", style: "bullets", items: ["a", "b sigue"] },
      { kind: "paragraph", text: "Dos #3" },
    ]);
    expect(narrativeBlocks(" \n\n ")).toEqual([]);
  });

  test("keep every word, whatever is typed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("hola", "- ", "\n", "\n\n", " ", "mundo", "\r\n", "[[[", "–")), (parts) => {
        const typed = parts.join("");
        const said = narrativeBlocks(typed).flatMap((block) => (block.kind === "paragraph" ? [plainProse(block.text)] : block.kind === "list" ? block.items.map(plainProse) : []));
        expect(said.join(" ").match(/hola|mundo/g)).toEqual(typed.match(/hola|mundo/g));
      }),
    );
  });

  test("are kept tidy, and tidying twice changes nothing", () => {
    expect(tidy("a  \r\n\r\n\r\n\r\nb\n")).toBe("a\n\nb");
    fc.assert(fc.property(fc.string(), (typed) => tidy(tidy(typed)) === tidy(typed)));
  });
});
