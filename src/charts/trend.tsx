import { figureStyle } from "./bars.tsx";
import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { Hatch } from "./hatch.tsx";
import { round } from "./number.ts";
import { textWidth } from "./text-width.ts";
import { type ChartValue, briefWords, isHidden, largest, valueWords } from "./value.ts";

/** A year of the trend; a year without a figure is given as absent, so that the gap is seen. */
export interface TrendYear {
  readonly year: number;
  readonly value: ChartValue;
  /** Said in the table beside the figure: how many countries are in it. */
  readonly note?: string;
}

export interface TrendProps extends ChartOptions {
  readonly years: readonly TrendYear[];
  /** The year the title speaks of. */
  readonly strong: number;
  readonly height: number;
  readonly header: readonly [string, string];
}

/** The table of the years. */
export function trendTwin({
  years,
  header,
  language,
  grouping,
}: Pick<TrendProps, "years" | "header" | "language" | "grouping">): TableTwin {
  const rows = years.map(({ year, value, note }) => [
    String(year),
    valueWords(value, language, grouping) + (note ? ` (${note})` : ""),
  ]);
  return { header, rows };
}

/** Columns by year from zero: a missing year keeps its place and says so, a hidden one is hatched at a height that says nothing. */
export function Trend(props: TrendProps) {
  const { years, strong, width, height, size, palette, language, grouping } = props;
  const step = width / years.length;
  const column = Math.min(step * 0.62, size * 4.6);
  const base = height - size * 1.5;
  const head = size * (years.some((each) => each.value.kind === "range") ? 2.2 : 1.4);
  const unit = (base - head) / largest(years.map((each) => each.value));
  const hidden = Math.min(base, size * 5.2);
  return (
    <Chart options={props} height={height} twin={trendTwin(props)}>
      {years.map(({ year, value }, at) => {
        const middle = step * (at + 0.5);
        const left = middle - column / 2;
        const fill = year === strong ? palette.strong : palette.main;
        const known = value.kind === "observed" ? value.count * unit : value.kind === "range" ? value.lo * unit : 0;
        const top = base - (value.kind === "range" ? value.hi * unit : isHidden(value) ? hidden : known);
        const words = briefWords(value, language, grouping);
        const upright = value.kind === "absent" || isHidden(value);
        const lines = textWidth(words, size * 0.8, "sans-600") > step ? words.split(/(?<=–)/) : [words];
        const letters = Math.min(size, ...lines.map((line) => (size * step * 1.04) / textWidth(line, size, "sans-600")));
        return (
          <g key={year}>
            {known > 0 || value.kind === "observed" ? (
              <rect
                x={round(left)}
                y={round(base - Math.max(known, 1.5))}
                width={round(column)}
                height={round(Math.max(known, 1.5))}
                fill={fill}
              />
            ) : null}
            {base - top > known + 0.5 ? (
              <Hatch
                x={left}
                y={top}
                width={column}
                height={base - known - top}
                lean={value.kind === "source" ? "down" : "up"}
                gap={size * 0.42}
                stroke={value.kind === "range" ? fill : palette.hatch}
              />
            ) : null}
            {upright ? (
              <UprightWords
                x={middle}
                foot={base - size * 0.35}
                size={size}
                words={words}
                fill={isHidden(value) ? palette.ink : palette.soft}
                paper={palette.paper}
              />
            ) : (
              <text textAnchor="middle" fontSize={round(letters)} {...figureStyle(value, palette.soft)}>
                {lines.map((line, row) => (
                  <tspan key={line} x={round(middle)} y={round(top - size * 0.4 - letters * (lines.length - 1 - row))}>
                    {line}
                  </tspan>
                ))}
              </text>
            )}
            <text
              x={round(middle)}
              y={round(height - size * 0.2)}
              textAnchor="middle"
              fill={year === strong ? palette.ink : palette.soft}
              fontWeight={year === strong ? 600 : 400}
            >
              {year}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={round(width)} y1={round(base)} y2={round(base)} stroke={palette.ink} strokeWidth={round(size / 14)} />
    </Chart>
  );
}

interface UprightProps {
  readonly x: number;
  readonly foot: number;
  readonly size: number;
  readonly words: string;
  readonly fill: string;
  readonly paper: string;
}

/** Words that climb a narrow column, on a plate that keeps the hatching away from the letters. */
function UprightWords({ x, foot, size, words, fill, paper }: UprightProps) {
  const letters = size * 0.86;
  const [at, y] = [round(x + letters * 0.3), round(foot)];
  const length = textWidth(words, letters);
  return (
    <>
      <rect
        x={round(x - letters * 0.6)}
        y={round(foot - length - size * 0.2)}
        width={round(letters * 1.2)}
        height={round(length + size * 0.4)}
        fill={paper}
      />
      <text x={at} y={y} transform={`rotate(-90 ${at} ${y})`} fontSize={round(letters)} fill={fill}>
        {words}
      </text>
    </>
  );
}
