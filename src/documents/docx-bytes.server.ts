import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/**
 * Rewrites a Word file so that the same document gives the same bytes: the times of the archive and in the core properties
 * become the day of the document, the names of references and the numbers of pictures,
 * which the packer draws at random or counts over all files, become numbers in their order, and each embedded font is masked
 * with a key made from its content.
 */
export function repeatableZip(docx: Uint8Array, date: Date): Uint8Array {
  const files = unzipSync(docx);
  const names = new Map<string, string>();
  const pictures = { count: 0 };
  const keys = remaskFonts(files);
  const settled: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const content = files[name];
    if (content === undefined) continue;
    const isText = /\.(xml|rels)$/.test(name);
    settled[name] = [
      isText ? strToU8(settle(strFromU8(content), { date, names, pictures, keys })) : content,
      { mtime: dosTime, level: 6 },
    ];
  }
  return zipSync(settled);
}

/** The first day that the archive's format knows, in the machine's own zone as the packer reads it. */
const dosTime = new Date(1980, 0, 1, 0, 0, 0);

interface Settling {
  readonly date: Date;
  readonly names: Map<string, string>;
  readonly pictures: { count: number };
  readonly keys: ReadonlyMap<string, string>;
}

function settle(xml: string, { date, names, pictures, keys }: Settling): string {
  const day = `${date.toISOString().slice(0, 19)}Z`;
  return xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`)
    .replaceAll(/(?<=<w:embed\w+ [^>]*w:fontKey=")\{([^}]+)\}/g, (all, key: string) => keys.get(key) ?? all)
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${(pictures.count += 1)}`)
    .replaceAll(/"rId(?!\d+")([\w-]+)"/g, (_, found: string) => {
      const settled = names.get(found) ?? `rIdLink${names.size + 1}`;
      names.set(found, settled);
      return `"${settled}"`;
    });
}

/**
 * Masks the embedded fonts anew, each with a key from its own content, and tells which key replaces which.
 *
 * Word wants the first 32 bytes of a font masked with its key, read backwards. Source: ECMA-376-4, 10.1.3 (font embedding).
 */
function remaskFonts(files: Record<string, Uint8Array>): Map<string, string> {
  const table = strFromU8(files["word/fontTable.xml"] ?? new Uint8Array());
  const links = strFromU8(files["word/_rels/fontTable.xml.rels"] ?? new Uint8Array());
  const keys = new Map<string, string>();
  for (const [element] of table.matchAll(/<w:embed\w+ [^>]*>/g)) {
    const key = /w:fontKey="\{([^}]+)\}"/.exec(element)?.[1];
    const id = /r:id="([^"]+)"/.exec(element)?.[1];
    const link = [...links.matchAll(/<Relationship [^>]*>/g)].find(([each]) => each.includes(`Id="${id}"`))?.[0];
    const path = `word/${/Target="([^"]+)"/.exec(link ?? "")?.[1]}`;
    const font = files[path];
    if (key === undefined || font === undefined) throw new Error("An embedded font is not as the packer writes it");
    const bare = masked(font, key);
    const digest = createHash("sha256").update(bare).digest("hex").toUpperCase();
    const fresh = [
      digest.slice(0, 8),
      digest.slice(8, 12),
      digest.slice(12, 16),
      digest.slice(16, 20),
      digest.slice(20, 32),
    ].join("-");
    files[path] = masked(bare, fresh);
    keys.set(key, `{${fresh}}`);
  }
  return keys;
}

function masked(font: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll("-", ""), "hex").reverse();
  return font.map((byte, at) => (at < 32 ? byte ^ (mask[at % 16] ?? 0) : byte));
}
