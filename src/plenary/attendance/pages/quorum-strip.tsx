import { useLanguage, useWords } from "#web";
import { plenaryAttendanceWords } from "#words";

/** A stretch of the session as the strip draws it; times are milliseconds since 1970. */
export interface StripSpan {
  readonly from: number;
  readonly until: number;
  readonly fromClock: string;
  readonly untilClock: string;
  readonly present: number;
  readonly holds: boolean;
  readonly suspended: boolean;
}

const [width, height, top, foot] = [480, 132, 20, 26];

/** The course of the quorum as a strip: how many delegations over time, full where there is a quorum, striped where not. */
export function QuorumStrip({ spans, members, needed }: { spans: readonly StripSpan[]; members: number; needed: number }) {
  const words = useWords(plenaryAttendanceWords);
  const language = useLanguage();
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || members === 0) return null;
  const whole = Math.max(1, last.until - first.from);
  const x = (at: number) => Math.round(((at - first.from) / whole) * width * 10) / 10;
  const area = height - top - foot;
  const y = (count: number) => Math.round((top + area - (count / members) * area) * 10) / 10;
  const held = spans.filter(({ holds }) => holds).map(({ fromClock, untilClock }) => `${fromClock}–${untilClock}`);
  const changes = held.length === 0 ? words.chartNever : held.length === spans.length ? words.chartAlways : words.chartSometimes(new Intl.ListFormat(language).format(held));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="quorum-strip-title quorum-strip-text" className="mt-4 h-auto w-full max-w-[46rem] text-ink">
      <title id="quorum-strip-title">{words.chartTitle}</title>
      <desc id="quorum-strip-text">{words.chartText(first.fromClock, last.untilClock, String(needed), changes)}</desc>
      <defs>
        <pattern id="quorum-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-ink-soft" strokeWidth="2" />
        </pattern>
      </defs>
      {spans.map((span) => (
        <rect
          key={span.from}
          x={x(span.from)}
          y={y(span.present)}
          width={Math.max(1, x(span.until) - x(span.from))}
          height={Math.max(1, height - foot - y(span.present))}
          className={span.holds ? "fill-work" : "stroke-ink-soft"}
          {...(span.holds ? {} : { fill: "url(#quorum-stripes)", strokeWidth: 1 })}
        />
      ))}
      <line x1="0" x2={width} y1={y(needed)} y2={y(needed)} className="stroke-paper" strokeWidth="3.5" />
      <line x1="0" x2={width} y1={y(needed)} y2={y(needed)} className="stroke-ink" strokeWidth="1.5" strokeDasharray="5 4" />
      <line x1="0" x2={width} y1={height - foot} y2={height - foot} className="stroke-ink" strokeWidth="1" />
      <text x="0" y={height - 8} fontSize="15" className="fill-ink">
        {first.fromClock}
      </text>
      <text x={width / 2} y={height - 8} textAnchor="middle" fontSize="15" className="fill-ink">
        {`- - - ${words.legendNeeded(String(needed))}`}
      </text>
      <text x={width} y={height - 8} textAnchor="end" fontSize="15" className="fill-ink">
        {last.untilClock}
      </text>
    </svg>
  );
}
