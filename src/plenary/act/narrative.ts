import type { Block } from "#documents";

/**
 * Reads written words as blocks: a blank line begins a paragraph, lines that start with '- ' are a list, and a line feed
 * within a paragraph stays. No character is markup beyond that; every text can be read.
 */
export function narrativeBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of body.replaceAll("\r\n", "\n").split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    let lines: string[] = [];
    let items: string[] = [];
    const close = () => {
      if (lines.length > 0) blocks.push({ kind: "paragraph", text: lines.join("\n") });
      if (items.length > 0) blocks.push({ kind: "list", style: "bullets", items });
      lines = [];
      items = [];
    };
    for (const line of chunk.split("\n")) {
      const item = /^\s*[-–•]\s+(.*)$/.exec(line)?.[1];
      if (item !== undefined) {
        if (lines.length > 0) close();
        items.push(item.trim());
      } else if (line.trim() === "") continue;
      else if (items.length > 0 && /^\s/.test(line)) items.push(`${items.pop() ?? ""} ${line.trim()}`);
      else {
        if (items.length > 0) close();
        lines.push(line.trim());
      }
    }
    close();
  }
  return blocks;
}

/** A text as it is kept: line feeds alone, no white space at the ends, at most one blank line in a row. */
export function tidy(body: string): string {
  return body
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
