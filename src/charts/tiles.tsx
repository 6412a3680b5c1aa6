import { figureStyle } from "./bars.tsx";
import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { MarkBar } from "./mark-bar.tsx";
import { round } from "./number.ts";
import { serif } from "./palette.ts";
import { textWidth } from "./text-width.ts";
import { type ChartValue, largest, valueWords } from "./value.ts";

/** One country of the overview: its figure this year, and its years. */
export interface Tile {
  readonly label: string;
  readonly value: ChartValue;
  readonly years: readonly { readonly year: number; readonly value: ChartValue }[];
}

export interface TilesProps extends ChartOptions {
  readonly tiles: readonly Tile[];
  readonly columns: number;
  readonly header: readonly [string, string];
}

/** Height in pixels of all rows of tiles. */
export function tilesHeight({ tiles, columns, size }: Pick<TilesProps, "tiles" | "columns" | "size">): number {
  return Math.ceil(tiles.length / columns) * size * 3.45 - size * 0.4;
}

/** The table: one row for each tile, its years as columns. */
export function tilesTwin({
  tiles,
  header,
  language,
  grouping,
}: Pick<TilesProps, "tiles" | "header" | "language" | "grouping">): TableTwin {
  const years = [...new Set(tiles.flatMap((tile) => tile.years.map(({ year }) => year)))].toSorted((one, other) => one - other);
  const rows = tiles.map(({ label, value, years: own }) =>
    years.length === 0
      ? [label, valueWords(value, language, grouping)]
      : [
          label,
          ...years.map((year) =>
            valueWords(
              own.find((each) => each.year === year)?.value ?? { kind: "absent", absence: "not-available" },
              language,
              grouping,
            ),
          ),
        ],
  );
  return { header: years.length === 0 ? header : [header[0], ...years.map(String)], rows };
}

/** Small multiples: name, figure and years of each country. Each tile has its own scale, because its figure is printed and its shape is the point. */
export function Tiles(props: TilesProps) {
  const { tiles, columns, width, size, palette, language, grouping } = props;
  const gap = size * 1.4;
  const tile = (width - gap * (columns - 1)) / columns;
  return (
    <Chart options={props} height={tilesHeight(props)} twin={tilesTwin(props)}>
      {tiles.map(({ label, value, years }, at) => {
        const [left, top] = [(at % columns) * (tile + gap), Math.floor(at / columns) * size * 3.45];
        const words = valueWords(value, language, grouping);
        const counted = value.kind === "observed" || value.kind === "range";
        const natural = textWidth(words, 1, counted ? "serif-600" : "sans-400");
        const figure = Math.min(
          counted ? size * 1.5 : size * 0.95,
          value.kind === "observed" ? Infinity : (tile * 0.98) / natural,
          value.kind === "range" ? size : Infinity,
        );
        const room = tile - natural * figure - size * 0.8;
        return (
          <g key={label}>
            <line
              x1={round(left)}
              x2={round(left + tile)}
              y1={round(top + 0.5)}
              y2={round(top + 0.5)}
              stroke={palette.line}
              strokeWidth={round(size / 20)}
            />
            <text x={round(left)} y={round(top + size * 1.12)}>
              {label}
            </text>
            <text
              x={round(left)}
              y={round(top + size * 2.6)}
              fontSize={round(figure)}
              fontFamily={counted ? serif : undefined}
              {...figureStyle(value, palette.soft)}
            >
              {words}
            </text>
            {room < size * 2 ? null : (
              <Spark
                years={years}
                left={left + tile - Math.min(room, size * 4.6)}
                width={Math.min(room, size * 4.6)}
                base={top + size * 2.62}
                height={size * 1.9}
                options={props}
              />
            )}
          </g>
        );
      })}
    </Chart>
  );
}

interface SparkProps {
  readonly years: Tile["years"];
  readonly left: number;
  readonly width: number;
  readonly base: number;
  readonly height: number;
  readonly options: ChartOptions;
}

function Spark({ years, left, width, base, height, options: { palette, size } }: SparkProps) {
  const step = width / Math.max(1, years.length);
  const unit = height / largest(years.map((each) => each.value));
  return (
    <g>
      <line
        x1={round(left)}
        x2={round(left + width)}
        y1={round(base)}
        y2={round(base)}
        stroke={palette.hatch}
        strokeWidth={round(size / 24)}
      />
      {years.map(({ year, value }, at) => (
        // A bar drawn leftwards and turned by a quarter stands on its foot.
        <g key={year} transform={`translate(${round(left + step * (at + 0.16))} ${round(base)}) rotate(-90)`}>
          <MarkBar
            value={value}
            x={0}
            y={0}
            height={step * 0.68}
            unit={unit}
            hidden={height * 0.6}
            fill={at === years.length - 1 ? palette.strong : palette.main}
            palette={palette}
          />
        </g>
      ))}
    </g>
  );
}
