import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { fontFaces } from "./fonts.server.ts";

let files: readonly string[] | undefined;

/** The rasterizer takes fonts by path only, so the bundled faces are unpacked once a process and removed at its end. */
function fontFiles(): string[] {
  if (!files) {
    const folder = mkdtempSync(join(tmpdir(), "corett-fonts-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    files = fontFaces().map(({ family, weight, truetype }) => {
      const file = join(folder, `${family.replaceAll(" ", "-")}-${weight}.ttf`);
      writeFileSync(file, truetype);
      return file;
    });
  }
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
