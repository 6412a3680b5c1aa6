import { pagePalette, sans } from "#charts";
import { DataTable, Disclosure, Section, useLanguage, useWords } from "#web";
import { planningIndicatorWords } from "#words";
import type { TrendPoint } from "../figure.store.ts";
import { figureWords } from "../figure-words.ts";

const [width, height, left, right, top, base] = [460, 210, 20, 80, 34, 172] as const;
const round = (value: number) => Math.round(value * 10) / 10;

/** The figure by year as a line, with the target as a dashed one; its table stands below it. A year without figure is a gap. */
export function TrendLine({ points, unit, target }: { points: readonly TrendPoint[]; unit: string; target: number | null }) {
  const words = useWords(planningIndicatorWords).trend;
  const language = useLanguage();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const most = Math.max(1, ...known, target ?? 0);
  const x = (place: number) => round(left + (points.length === 1 ? (width - left - right) / 2 : ((width - left - right) * place) / (points.length - 1)));
  const y = (value: number) => round(base - ((base - top) * value) / most);
  const title = words.finding(unit, String(first.year), String(last.year));
  const said = points.map(({ year, value }) => `${year}: ${value === null ? words.noFigure : figureWords(value, language)}.`).join(" ");
  return (
    <Section title={words.title}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="h-auto w-full max-w-[34rem]"
        fontFamily={sans}
        fontSize={14}
        fill={pagePalette.ink}
      >
        <title>{title}</title>
        <desc>{said}</desc>
        <line x1={left} x2={width - right} y1={base} y2={base} stroke={pagePalette.ink} />
        {target !== null && (
          <>
            <line x1={left} x2={width - right} y1={y(target)} y2={y(target)} stroke={pagePalette.soft} strokeDasharray="6 5" />
            <text x={width - right + 8} y={y(target) + 5} fill={pagePalette.soft}>
              {`${words.target} ${figureWords(target, language)}`}
            </text>
          </>
        )}
        {stretches(points).map((stretch) => (
          <polyline
            key={stretch[0]?.place}
            points={stretch.map(({ place, value }) => `${x(place)},${y(value)}`).join(" ")}
            fill="none"
            stroke={pagePalette.main}
            strokeWidth={2.5}
          />
        ))}
        {points.map(({ year, value, isRunning }, place) => (
          <g key={year}>
            {value !== null && (
              <>
                <circle cx={x(place)} cy={y(value)} r={4.5} fill={isRunning ? pagePalette.paper : pagePalette.strong} stroke={pagePalette.strong} strokeWidth={2} />
                <text x={x(place)} y={y(value) - 11} textAnchor="middle" fontWeight={600}>
                  {figureWords(value, language)}
                </text>
              </>
            )}
            <text x={x(place)} y={base + 22} textAnchor="middle" fill={pagePalette.soft}>
              {year}
            </text>
          </g>
        ))}
      </svg>
      <Disclosure summary={words.table}>
        <DataTable
          caption={title}
          rows={points}
          rowKey={({ year }) => String(year)}
          columns={[
            { id: "year", head: words.columns.year, kind: "row-head", cell: ({ year }) => String(year) },
            { id: "value", head: words.columns.value, kind: "number", cell: ({ value }) => (value === null ? words.noFigure : figureWords(value, language)) },
            ...(points.some(({ denominator }) => denominator !== undefined)
              ? [
                  {
                    id: "whole",
                    head: words.columns.whole,
                    kind: "number" as const,
                    cell: ({ denominator }: TrendPoint) => (denominator === undefined ? words.noFigure : figureWords(denominator, language)),
                  },
                ]
              : []),
            {
              id: "note",
              head: words.columns.note,
              kind: "long",
              cell: ({ isRunning, told }) => [isRunning ? words.running : "", told === undefined ? "" : words.bridged(figureWords(told, language))].filter(Boolean).join(". "),
            },
          ]}
        />
      </Disclosure>
    </Section>
  );
}

/** The runs of years that have a figure. */
function stretches(points: readonly TrendPoint[]): { place: number; value: number }[][] {
  const runs: { place: number; value: number }[][] = [];
  let run: { place: number; value: number }[] = [];
  for (const [place, { value }] of points.entries()) {
    if (value !== null) {
      if (run.length === 0) runs.push(run);
      run.push({ place, value });
    } else run = [];
  }
  return runs;
}
