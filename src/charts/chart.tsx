import type { ReactNode } from "react";
import type { Language } from "#basics";
import type { Grouping } from "./number.ts";
import { round } from "./number.ts";
import { type Palette, sans } from "./palette.ts";

/** What every chart is told beside its data. */
export interface ChartOptions {
  /** The finding in words; read aloud as the name of the picture. */
  readonly title: string;
  readonly language: Language;
  readonly grouping: Grouping;
  /** Width in pixels. */
  readonly width: number;
  /** Height of labels in pixels; all other measures follow from it. */
  readonly size: number;
  readonly palette: Palette;
}

/** A chart as a table of words: the same protected figures, one row for each mark. */
export interface TableTwin {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table in one sentence after another, for the description of a picture. */
export function twinWords(twin: TableTwin): string {
  return twin.rows
    .map(([name, ...figures]) =>
      figures.length === 1
        ? `${name}: ${figures[0]}.`
        : `${name}: ${figures.map((figure, at) => `${twin.header[at + 1]} ${figure}`).join(", ")}.`,
    )
    .join(" ");
}

interface ChartProps {
  readonly options: ChartOptions;
  readonly height: number;
  readonly twin: TableTwin;
  readonly children: ReactNode;
}

/** The frame around every drawing: its size, its name and its description in words, and the family of its letters. */
export function Chart({ options, height, twin, children }: ChartProps) {
  const [width, tall] = [round(options.width), round(height)];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      width={width}
      height={tall}
      viewBox={`0 0 ${width} ${tall}`}
      fontFamily={sans}
      fontSize={options.size}
      fill={options.palette.ink}
    >
      <title>{options.title}</title>
      <desc>{twinWords(twin)}</desc>
      {children}
    </svg>
  );
}
