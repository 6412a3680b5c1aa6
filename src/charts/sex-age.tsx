import { figureStyle } from "./bars.tsx";
import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { MarkBar, barLength } from "./mark-bar.tsx";
import { round } from "./number.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { type ChartValue, briefWords, isHidden, largest, upperEnd, valueWords } from "./value.ts";

/** One age group, women to the left and men to the right. */
export interface AgeRow {
  readonly label: string;
  readonly left: ChartValue;
  readonly right: ChartValue;
}

export interface SexAgeProps extends ChartOptions {
  readonly left: { readonly label: string; readonly total: ChartValue };
  readonly right: { readonly label: string; readonly total: ChartValue };
  readonly ages: readonly AgeRow[];
  /** Further persons, in words under the figure: other or unknown sex. */
  readonly others: readonly { readonly label: string; readonly value: ChartValue }[];
  /** Heads of the table: what the rows are, and the word for their total. */
  readonly header: readonly [string, string];
}

type Measured = Pick<SexAgeProps, "ages" | "others" | "width" | "size" | "language" | "grouping">;

function othersLines({ others, width, size, language, grouping }: Measured): string[] {
  const words = others.map(
    ({ label, value }) => `${label}: ${valueWords(value, language, grouping).replaceAll(" ", "\u00a0")}`,
  );
  return words.length === 0 ? [] : wrapText(words.join(" · "), width, size * 0.9);
}

/** Height in pixels of the figure. */
export function sexAgeHeight(props: Measured): number {
  const lines = othersLines(props).length;
  return props.size * (1.6 + 2.9 * props.ages.length + (lines > 0 ? 0.1 + 1.15 * lines : -0.4));
}

/** The table: one row for each age group and the total, women and men in columns; further groups below. */
export function sexAgeTwin({
  left,
  right,
  ages,
  others,
  header,
  language,
  grouping,
}: Omit<SexAgeProps, keyof ChartOptions> & Pick<ChartOptions, "language" | "grouping">): TableTwin {
  const words = (value: ChartValue) => valueWords(value, language, grouping);
  return {
    header: [header[0], left.label, right.label],
    rows: [
      ...ages.map((age) => [age.label, words(age.left), words(age.right)]),
      [header[1], words(left.total), words(right.total)],
      ...others.map((other) => [other.label, words(other.value), ""]),
    ],
  };
}

/** Sex and age in one figure: age groups as rows, women growing to the left and men to the right from one axis. */
export function SexAge(props: SexAgeProps) {
  const { left, right, ages, width, size, palette, language, grouping } = props;
  const values = ages.flatMap((age) => [age.left, age.right]);
  const axis = width / 2;
  const wordsOf = (value: ChartValue) =>
    value.kind === "range" ? valueWords(value, language, grouping) : briefWords(value, language, grouping);
  const room = (value: ChartValue) => axis - textWidth(wordsOf(value), size, "sans-600") - size * 0.5;
  const unit = Math.min((axis - size) / largest(values), ...values.map((value) => room(value) / (upperEnd(value) || 1)));
  const hidden = Math.max(0, Math.min(size * 2.6, ...values.filter(isHidden).map(room)));
  const barHeight = size * 1.3;
  const lines = othersLines(props);
  const linesTop = size * (1.6 + 2.9 * ages.length);
  return (
    <Chart options={props} height={sexAgeHeight(props)} twin={sexAgeTwin(props)}>
      {(
        [
          [left, -1, "end"],
          [right, 1, "start"],
        ] as const
      ).map(([side, way, anchor]) => (
        <text key={side.label} x={round(axis + way * size * 0.55)} y={round(size * 0.95)} textAnchor={anchor} fontWeight={600}>
          {side.label}
          {side.total.kind === "observed" || side.total.kind === "range"
            ? ` ${briefWords(side.total, language, grouping)}`
            : null}
        </text>
      ))}
      {ages.map((age, at) => {
        const top = size * (1.6 + 2.9 * at);
        const barTop = top + size * 1.1;
        return (
          <g key={age.label}>
            <text
              x={round(axis)}
              y={round(top + size * 0.85)}
              textAnchor="middle"
              fontSize={round(size * 0.9)}
              fill={palette.soft}
            >
              {age.label}
            </text>
            {(
              [
                [age.left, -1, "end"],
                [age.right, 1, "start"],
              ] as const
            ).map(([value, way, anchor]) => (
              <g key={way}>
                <MarkBar
                  value={value}
                  x={axis + way}
                  y={barTop}
                  height={barHeight}
                  unit={unit}
                  hidden={hidden}
                  fill={way === -1 ? palette.strong : palette.main}
                  palette={palette}
                  leftwards={way === -1}
                />
                <text
                  x={round(axis + way * (barLength(value, unit, hidden) + size * 0.4))}
                  y={round(barTop + barHeight / 2 + size * 0.33)}
                  textAnchor={anchor}
                  {...figureStyle(value, palette.soft)}
                >
                  {wordsOf(value)}
                </text>
              </g>
            ))}
            <line
              x1={round(axis)}
              x2={round(axis)}
              y1={round(barTop - size * 0.1)}
              y2={round(barTop + barHeight + size * 0.1)}
              stroke={palette.ink}
              strokeWidth={round(size / 14)}
            />
          </g>
        );
      })}
      {lines.map((line, at) => (
        <text
          key={line}
          x={round(axis)}
          y={round(linesTop + size * (0.95 + 1.15 * at))}
          fontSize={round(size * 0.9)}
          fill={palette.soft}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </Chart>
  );
}
