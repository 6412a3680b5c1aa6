import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { round } from "./number.ts";
import { type ChartValue, valueWords } from "./value.ts";

export interface SplitPart {
  readonly label: string;
  readonly value: ChartValue;
}

export interface SplitProps extends ChartOptions {
  readonly parts: readonly SplitPart[];
  readonly header: readonly [string, string];
}

type Counted = { readonly label: string; readonly count: number };

/** The parts that a bar of two can show: all exact, one or two above zero. Nothing when the parts need a bar each. */
export function splitParts(parts: readonly SplitPart[]): readonly Counted[] | undefined {
  const counted = parts.map(({ label, value }) => (value.kind === "observed" ? { label, count: value.count } : undefined));
  if (counted.some((part) => part === undefined)) return undefined;
  const shown = counted.filter((part) => part !== undefined).filter((part) => part.count > 0);
  return shown.length === 1 || shown.length === 2 ? shown : undefined;
}

/** Height in pixels of the bar with its labels. */
export function splitHeight({ size }: Pick<SplitProps, "size">): number {
  return size * 2.9;
}

/** The table of the parts. */
export function splitTwin({
  parts,
  header,
  language,
  grouping,
}: Pick<SplitProps, "parts" | "header" | "language" | "grouping">): TableTwin {
  return { header, rows: parts.map(({ label, value }) => [label, valueWords(value, language, grouping)]) };
}

/** One bar of two parts, named at its ends. Draws nothing but words when the parts cannot be shown as one whole. */
export function Split(props: SplitProps) {
  const { parts, width, size, palette, language, grouping } = props;
  const shown = splitParts(parts) ?? [];
  const whole = shown.reduce((sum, part) => sum + part.count, 0);
  const gap = shown.length > 1 ? size * 0.12 : 0;
  return (
    <Chart options={props} height={splitHeight(props)} twin={splitTwin(props)}>
      {shown.map(({ label, count }, at) => {
        const length = (count / whole) * (width - gap);
        const last = at === 1;
        const left = last ? width - length : 0;
        return (
          <g key={label}>
            <rect
              x={round(left)}
              y={round(size * 1.45)}
              width={round(length)}
              height={round(size * 1.4)}
              fill={last ? palette.main : palette.strong}
            />
            <text x={round(last ? width : 0)} y={round(size * 0.95)} textAnchor={last ? "end" : "start"}>
              {label} <tspan fontWeight={600}>{valueWords({ kind: "observed", count }, language, grouping)}</tspan>
            </text>
          </g>
        );
      })}
    </Chart>
  );
}
