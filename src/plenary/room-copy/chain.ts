import { createHash } from "node:crypto";
import { z } from "zod";

const Link = z.object({ position: z.number().int(), hash: z.string(), previous: z.string(), text: z.string() });

/** Follows an audit chain that came as lines of JSON, from its first seal to its head: whether it is whole and ends in that head. */
export function chainHolds(lines: string, head: string): boolean {
  let previous = "";
  let position = 0;
  try {
    for (const line of lines.split("\n")) {
      const link = Link.parse(JSON.parse(line));
      position += 1;
      const hash = createHash("sha256").update(Buffer.from(previous, "hex")).update(link.text).digest("hex");
      if (link.position !== position || link.previous !== previous || link.hash !== hash) return false;
      previous = hash;
    }
  } catch {
    return false;
  }
  return previous === head;
}
