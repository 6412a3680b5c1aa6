import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { MarkBar } from "./mark-bar.tsx";
import { round } from "./number.ts";
import { balanceText } from "./text-width.ts";
import { type ChartValue, briefWords, isHidden, largest, valueWords } from "./value.ts";

export interface Bar {
  readonly label: string;
  readonly value: ChartValue;
  /** The one the title speaks of. */
  readonly strong?: boolean;
}

export interface BarsProps extends ChartOptions {
  readonly bars: readonly Bar[];
  /** What the labels name and what is counted: the head of the table. */
  readonly header: readonly [string, string];
}

/** Bars from many to few; hidden figures after the printed ones, missing ones last; equals stay in the order of the list. */
export function sortedBars(bars: readonly Bar[]): Bar[] {
  const rank = ({ value }: Bar) =>
    value.kind === "observed" ? -value.count : value.kind === "range" ? -value.hi : isHidden(value) ? 1 : 2;
  return bars.toSorted((one, other) => rank(one) - rank(other));
}

/** The table of the bars. */
export function barsTwin({
  bars,
  header,
  language,
  grouping,
}: Pick<BarsProps, "bars" | "header" | "language" | "grouping">): TableTwin {
  return { header, rows: bars.map(({ label, value }) => [label, valueWords(value, language, grouping)]) };
}

function rowsOf({
  bars,
  width,
  size,
  language,
  grouping,
}: Pick<BarsProps, "bars" | "width" | "size" | "language" | "grouping">) {
  let y = 0;
  return bars.map((bar) => {
    const beside = (words: string) => ({ words, lines: balanceText(bar.label, width - words.length * size * 0.55 - size, size) });
    const full = beside(valueWords(bar.value, language, grouping));
    // Where the words for a hidden figure would squeeze the name into a column, they are said more briefly.
    const { words, lines } = full.lines.length > 1 ? beside(briefWords(bar.value, language, grouping)) : full;
    const top = y;
    const barTop = top + lines.length * size * 1.12 + size * 0.26;
    y = barTop + (bar.value.kind === "absent" ? 0 : size * 0.46) + size * 0.46;
    return { bar, words, lines, top, barTop, bottom: y };
  });
}

/** Height in pixels that these bars need at that width and size. */
export function barsHeight(props: Pick<BarsProps, "bars" | "width" | "size" | "language" | "grouping">): number {
  const bottom = rowsOf(props).at(-1)?.bottom ?? 0;
  return Math.max(0, bottom - props.size * 0.42);
}

/** Horizontal bars: the name above its bar, the figure at the end of the line. Reads as well on a telephone as on a wall. */
export function Bars(props: BarsProps) {
  const { bars, width, size, palette } = props;
  const unit = width / largest(bars.map((bar) => bar.value));
  return (
    <Chart options={props} height={barsHeight(props)} twin={barsTwin(props)}>
      {rowsOf(props).map(({ bar, words, lines, top, barTop }) => (
        <g key={bar.label}>
          {lines.map((line, at) => (
            <text key={line} x={0} y={round(top + size * (0.92 + 1.12 * at))}>
              {line}
            </text>
          ))}
          <text
            x={round(width)}
            y={round(top + size * (0.92 + 1.12 * (lines.length - 1)))}
            textAnchor="end"
            {...figureStyle(bar.value, palette.soft)}
          >
            {words}
          </text>
          {bar.value.kind === "absent" ? null : (
            <>
              <line
                x1={0}
                x2={round(width)}
                y1={round(barTop + size * 0.46)}
                y2={round(barTop + size * 0.46)}
                stroke={palette.line}
                strokeWidth={round(size / 20)}
              />
              <MarkBar
                value={bar.value}
                x={0}
                y={barTop}
                height={size * 0.46}
                unit={unit}
                hidden={size * 4}
                fill={bar.strong ? palette.strong : palette.main}
                palette={palette}
              />
            </>
          )}
        </g>
      ))}
    </Chart>
  );
}

/** Figures are set bold; words that stand for a figure are not. */
export function figureStyle(value: ChartValue, soft: string): { fontWeight?: number; fill?: string } {
  return value.kind === "observed" || value.kind === "range" ? { fontWeight: 600 } : { fill: soft };
}
