import { rasterize } from "#documents";
import type { InfographicModel } from "./model.ts";
import { infographicPdf } from "./pdf.server.ts";
import { infographicSvg, withLetters } from "./svg.tsx";

/** One finished file of an infographic. */
export interface InfographicFile {
  readonly area: string;
  readonly language: InfographicModel["language"];
  /** 'guatemala-2021-es.svg' is written by the release; here stands what it is: 'svg', 'png', 'a4.pdf', 'letter.pdf'. */
  readonly form: "svg" | "png" | "a4.pdf" | "letter.pdf";
  readonly content: Uint8Array;
}

/** The infographic as PNG, 1080 pixels wide unless told otherwise, with the bundled fonts. */
export function infographicPng(model: InfographicModel, { width }: { readonly width?: number } = {}): Promise<Uint8Array> {
  return rasterize(infographicSvg(model, { fonts: false }), width);
}

/**
 * All files of all models, in their order. Pictures are drawn beside the typesetting, so two processors are busy.
 * `onProgress` is told after each model how many are done.
 */
export async function renderInfographics(
  models: readonly InfographicModel[],
  onProgress: (done: number, all: number) => void = () => {},
): Promise<InfographicFile[]> {
  const files: InfographicFile[][] = [];
  let picture: Promise<unknown> = Promise.resolve();
  for (const model of models) {
    const { area, language } = model;
    const svg = infographicSvg(model, { fonts: false });
    await picture;
    const png = rasterize(svg);
    picture = png;
    const a4 = await infographicPdf(model, { paper: "a4" });
    await breath();
    const letter = await infographicPdf(model, { paper: "letter" });
    files.push([
      { area, language, form: "svg", content: new TextEncoder().encode(withLetters(svg)) },
      { area, language, form: "png", content: await png },
      { area, language, form: "a4.pdf", content: a4 },
      { area, language, form: "letter.pdf", content: letter },
    ]);
    onProgress(files.length, models.length);
  }
  return files.flat();
}

/** Lets finished pictures and other people's requests in between two typesettings. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
