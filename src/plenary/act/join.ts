import { diff3Merge, diffPatch } from "node-diff3";
import type { Language } from "#basics";

/** Two texts that were written upon the same one, joined. */
export interface Joined {
  readonly body: string;
  /** How many places both changed in different words; each is marked in the body and waits for a person. */
  readonly conflicts: number;
}

const marks = {
  es: { theirs: (who: string) => `[[[ Texto de ${who}: ]]]`, yours: "[[[ Texto aparte: ]]]", end: "[[[ Fin: deje una de las dos redacciones y quite estas marcas ]]]" },
  en: { theirs: (who: string) => `[[[ Text of ${who}: ]]]`, yours: "[[[ Text set aside: ]]]", end: "[[[ End: keep one of the two wordings and remove these marks ]]]" },
} as const;

/** Whether a text still holds the marks of a place where two people wrote differently. */
export function holdsMarks(body: string): boolean {
  return /^\[\[\[ .* \]\]\]$/m.test(body);
}

/** Sentences, and the white space between them by itself: what two people may change side by side. */
function sentences(body: string): string[] {
  return body.split(/(\n+|(?<=[.;:!?])[ \t]+)/u).filter((part) => part !== "");
}

/**
 * Joins the text of the act and a text set aside, both written upon `base`, sentence by sentence. What only one changed is
 * taken; what both changed alike is taken once; where they differ both wordings stand between marks, and no word is lost.
 */
export function joinTexts(current: { readonly body: string; readonly author: string }, base: string, aside: string, language: Language): Joined {
  const words = marks[language];
  let conflicts = 0;
  const parts = diff3Merge(sentences(current.body), sentences(base), sentences(aside), { excludeFalseConflicts: true }).map((region) => {
    if (region.ok) return region.ok.join("");
    conflicts += 1;
    const [theirs, yours] = [region.conflict?.a.join("").trim() ?? "", region.conflict?.b.join("").trim() ?? ""];
    return `\n\n${words.theirs(current.author)}\n${theirs}\n${words.yours}\n${yours}\n${words.end}\n\n`;
  });
  const body = parts.join("");
  return { body: conflicts === 0 ? body : body.replaceAll(/\n{3,}/g, "\n\n").trim(), conflicts };
}

/** A line of a comparison of two texts. */
export interface DifferenceLine {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** What changed from one text to another, line by line in the order of reading; blank lines are left out. */
export function lineDifferences(before: string, after: string): DifferenceLine[] {
  const [one, other] = [before.split("\n"), after.split("\n")];
  const lines: DifferenceLine[] = [];
  let read = 0;
  for (const { buffer1, buffer2 } of diffPatch(one, other)) {
    for (; read < buffer1.offset; read += 1) lines.push({ kind: "same", text: one[read] ?? "" });
    lines.push(...buffer1.chunk.map((text: string) => ({ kind: "gone", text }) as const));
    lines.push(...buffer2.chunk.map((text: string) => ({ kind: "new", text }) as const));
    read += buffer1.length;
  }
  for (; read < one.length; read += 1) lines.push({ kind: "same", text: one[read] ?? "" });
  return lines.filter(({ text }) => text.trim() !== "");
}
