import widths from "./text-widths.json" with { type: "json" };

/** The faces of the charts: family and weight. */
export type Face = keyof typeof widths;

/** Lines already measured, in thousandths of their size: a page tries many sizes for the same words. */
const measured = Object.fromEntries(Object.keys(widths).map((face) => [face, new Map<string, number>()])) as Record<
  Face,
  Map<string, number>
>; // the keys are the faces

/** Width of a line in pixels, at `size` pixels. From the fonts' own advance widths, without kerning; so never too small. */
export function textWidth(text: string, size: number, face: Face = "sans-400"): number {
  const known = measured[face];
  let units = known.get(text);
  if (units === undefined) {
    const advances: Readonly<Record<string, number>> = widths[face];
    units = 0;
    for (const letter of text) units += advances[letter] ?? 600;
    if (known.size > 4000) known.clear();
    known.set(text, units);
  }
  return (units * size) / 1000;
}

/** Breaks a text into lines no wider than `width` pixels. A word longer than a line stands alone on its line. */
export function wrapText(text: string, width: number, size: number, face: Face = "sans-400"): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, face) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * Breaks a title into lines of nearly equal length: as few lines as `width` asks for, then as narrow as these allow, so
 * that no single word is left on the last line.
 */
export function balanceText(text: string, width: number, size: number, face: Face = "sans-400"): string[] {
  const lines = wrapText(text, width, size, face);
  for (let share = 0.55; share < 1; share += 0.05) {
    const narrower = wrapText(text, width * share, size, face);
    if (narrower.length === lines.length && narrower.every((line) => textWidth(line, size, face) <= width)) return narrower;
  }
  return lines;
}
