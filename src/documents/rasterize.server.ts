import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { fontFaces } from "./fonts.server.ts";

let files: readonly string[] | undefined;

/**
 * The rasterizer takes fonts by path only, so the bundled faces are unpacked once for this user and these very bytes. Every
 * process compares what it finds there before it is used: the temporary folder belongs to everybody.
 */
function fontFiles(): string[] {
  if (files) return [...files];
  const faces = fontFaces();
  const digest = createHash("sha256");
  for (const { truetype } of faces) digest.update(truetype);
  const folder = join(tmpdir(), `corett-fonts-${process.getuid?.() ?? "user"}-${digest.digest("hex").slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  files = faces.map(({ family, weight, truetype }) => {
    const file = join(folder, `${family.replaceAll(" ", "-")}-${weight}.ttf`);
    if (!existsSync(file) || !readFileSync(file).equals(truetype)) {
      const fresh = `${file}.${randomUUID()}`;
      writeFileSync(fresh, truetype);
      renameSync(fresh, file);
    }
    return file;
  });
  return [...files];
}

/**
 * Draws an SVG as PNG, `width` pixels wide (its own width when left out). Only the bundled fonts are used, so the same
 * drawing gives the same bytes on every machine. Runs beside the main thread; two at once fill two cores.
 */
export async function rasterize(svg: string, width?: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: "Source Sans 3",
      sansSerifFamily: "Source Sans 3",
      serifFamily: "Source Serif 4",
    },
    fitTo: width ? { mode: "width", value: width } : { mode: "original" },
    logLevel: "off",
  });
  return image.asPng();
}
