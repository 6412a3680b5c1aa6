import type { ReactElement } from "react";
import {
  Bars,
  type Bar,
  type ChartOptions,
  RegionMap,
  SexAge,
  Split,
  Tiles,
  Trend,
  barsHeight,
  isHidden,
  isOnMap,
  paperPalette,
  regionMapHeight,
  sexAgeHeight,
  splitHeight,
  tilesHeight,
  twinWords,
  upperEnd,
  valueWords,
} from "#charts";
import type { InfographicModel, Section, SectionId } from "./model.ts";
import type { Block } from "./sheet.ts";
import { inner } from "./words.ts";

/** How large and how full a page is set. */
export interface Plan {
  /** Factor on all sizes: 1 is labels of 25 pixels. */
  readonly scale: number;
  /** Bars shown in one figure at most; the tables have all. */
  readonly bars: number;
  /** Sections that stand only in the tables and on the web page, because the sheet is full; the sheet says so. */
  readonly without: readonly SectionId[];
}

/** A section's figure, and in words what it leaves out for want of room. */
export function drawingBlock(
  model: InfographicModel,
  { id, drawing, finding, twin }: Section,
  width: number,
  { scale, bars: most }: Plan,
): { block: Block; left: readonly string[] } {
  const size = 25 * scale;
  const options: ChartOptions = {
    title: finding,
    language: model.language,
    grouping: model.grouping,
    width,
    size,
    palette: paperPalette,
  };
  const alt = `${finding}. ${twinWords(twin)}`;
  const picture = (height: number, element: ReactElement): Block => ({
    height,
    place: (x, y) => [{ kind: "picture", x, y, width, height, element, alt }],
  });
  switch (drawing.kind) {
    case "sex-age": {
      const props = { ...options, ...drawing };
      return { block: picture(sexAgeHeight(props), <SexAge {...props} />), left: [] };
    }
    case "bars": {
      const props = { ...options, ...drawing, bars: drawing.bars.slice(0, most) };
      const left = besides(model, drawing.bars.slice(most), id === "where");
      return { block: picture(barsHeight(props), <Bars {...props} />), left };
    }
    case "split":
      return { block: picture(splitHeight(options), <Split {...options} {...drawing} />), left: [] };
    case "map": {
      const props = { ...options, ...drawing, size: Math.min(size * 0.9, width * 0.045) };
      const undrawn = drawing.places.filter(
        ({ code, value }) => isHidden(value) || (!isOnMap(code) && (upperEnd(value) ?? 0) > 0),
      );
      const listedBeside = !model.sections.some(
        (each) => each.id === "scope" || each.id === "services" || each.id === "countries",
      );
      const left = listedBeside ? [] : besides(model, undrawn, true);
      return { block: picture(regionMapHeight(props), <RegionMap {...props} />), left };
    }
    case "tiles": {
      const props = { ...options, ...drawing, columns: 3, size: size * 0.94 };
      return { block: picture(tilesHeight(props), <Tiles {...props} />), left: [] };
    }
    case "trend": {
      const height = size * trendHeight(model);
      return { block: picture(height, <Trend {...options} {...drawing} height={height} />), left: [] };
    }
  }
}

/** In words what a figure has no room for: the counts, and what is hidden. */
function besides(model: InfographicModel, bars: readonly Bar[], properNames: boolean): string[] {
  if (bars.length === 0) return [];
  const rest = bars.map(({ label, value }) => {
    const words = valueWords(value, model.language, model.grouping).replaceAll(" ", "\u00a0");
    return `${properNames ? label : inner(label)}\u00a0${value.kind === "observed" ? words : `(${words})`}`;
  });
  return [`${model.language === "es" ? "Además" : "Also"}: ${rest.join(", ")}`];
}

/** The fewer sections, the taller the years; in the region's page they fill the place beside the map. */
function trendHeight({ sections }: InfographicModel): number {
  const has = (id: SectionId) => sections.some((each) => each.id === id);
  if (has("countries") && has("where") && !has("scope") && !has("services")) return 10;
  return [10, 10, 7.8, 6.6][sections.length] ?? 5.7;
}
