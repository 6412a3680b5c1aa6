import { useWords } from "#web";
import { planningPlanWords } from "#words";

/** One bar line of the picture; spans are fractions of the year, 0 to 1. */
export interface GanttLine {
  readonly key: string;
  readonly name: string;
  readonly spans: readonly { readonly from: number; readonly until: number }[];
  /** Share of the activity that is done, 0 to 1. */
  readonly done: number;
}

const [label, width, row, head] = [270, 960, 26, 28];
const area = width - label;
/** Two decimals: the same picture from the same plan, always. */
const at = (value: number) => Math.round(value * 100) / 100;
const cut = (name: string) => (name.length > 42 ? `${name.slice(0, 41)}…` : name);

/**
 * A year of activities as bars: light where work is scheduled, dark for the part of it that is done, a line for today. It is
 * read as a picture; the table beside it says the same in words.
 */
export function Gantt({ title, lines, today }: { title: string; lines: readonly GanttLine[]; today: number | null }) {
  const { monthsShort } = useWords(planningPlanWords);
  const height = head + lines.length * row + 6;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={title}>
      <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} className="min-w-[44rem] text-ink" fill="currentColor" fontSize="12">
        {monthsShort.map((month, place) => (
          <g key={month}>
            <line x1={at(label + (area * place) / 12)} x2={at(label + (area * place) / 12)} y1={head - 8} y2={height} stroke="currentColor" strokeOpacity="0.15" />
            <text x={at(label + (area * (place + 0.5)) / 12)} y={head - 12} textAnchor="middle">
              {month}
            </text>
          </g>
        ))}
        {lines.map((line, place) => (
          <Bar key={line.key} line={line} top={head + place * row} />
        ))}
        {today !== null && <line x1={at(label + area * today)} x2={at(label + area * today)} y1={head - 8} y2={height} stroke="currentColor" strokeWidth="1.5" strokeDasharray="4 3" />}
      </svg>
    </div>
  );
}

function Bar({ line, top }: { line: GanttLine; top: number }) {
  const whole = line.spans.reduce((sum, { from, until }) => sum + until - from, 0);
  const dones = line.spans.map(({ from, until }, place) => {
    const earlier = line.spans.slice(0, place).reduce((sum, span) => sum + span.until - span.from, 0);
    return Math.max(0, Math.min(until - from, whole * line.done - earlier));
  });
  return (
    <g>
      <text x="0" y={top + 17}>
        {cut(line.name)}
      </text>
      {line.spans.map(({ from, until }, place) => (
        <g key={from} className="text-work">
          <rect x={at(label + area * from)} y={top + 6} width={at(area * (until - from))} height="14" fillOpacity="0.22" stroke="currentColor" strokeOpacity="0.5" />
          <rect x={at(label + area * from)} y={top + 6} width={at(area * (dones[place] ?? 0))} height="14" />
        </g>
      ))}
    </g>
  );
}
