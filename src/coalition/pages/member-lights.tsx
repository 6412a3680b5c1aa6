/** Where each state's capital stands, in degrees east and north, and on which side its name is written. */
const capitals = [
  { code: "MEX", name: "México", at: [-99.13, 19.43], side: "right" },
  { code: "GTM", name: "Guatemala", at: [-90.51, 14.63], side: "left" },
  { code: "SLV", name: "El Salvador", at: [-89.19, 13.69], side: "left-low" },
  { code: "HND", name: "Honduras", at: [-87.2, 14.08], side: "right" },
  { code: "NIC", name: "Nicaragua", at: [-86.27, 12.13], side: "right" },
  { code: "CRI", name: "Costa Rica", at: [-84.09, 9.93], side: "left-low" },
  { code: "PAN", name: "Panamá", at: [-79.52, 8.98], side: "right" },
  { code: "BLZ", name: "Belice", at: [-88.77, 17.25], side: "right" },
  { code: "DOM", name: "República Dominicana", at: [-69.93, 18.49], side: "above" },
] as const;

/** The part of the plane that is drawn: room for the longest names on both sides. */
const view = "6 -6 540 240";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places degrees on the drawing; the middle parallel of the region keeps its true scale. */
function place([east, north]: readonly [number, number]): Point {
  const scale = 16.6;
  return { x: round(26 + (east + 99.13) * scale), y: round(30 + ((19.43 - north) * scale) / Math.cos((14 * Math.PI) / 180)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A line through all points without corners: at each point it runs parallel to the line between its neighbours. */
function smoothLine(points: readonly Point[]): string {
  const at = (number: number): Point => points[Math.max(0, Math.min(points.length - 1, number))] ?? { x: 0, y: 0 };
  const curves = points.slice(1).map((end, number) => {
    const [before, start, after] = [at(number - 1), at(number), at(number + 2)];
    const out = { x: round(start.x + (end.x - before.x) / 6), y: round(start.y + (end.y - before.y) / 6) };
    const into = { x: round(end.x - (after.x - start.x) / 6), y: round(end.y - (after.y - start.y) / 6) };
    return `C${out.x} ${out.y} ${into.x} ${into.y} ${end.x} ${end.y}`;
  });
  return `M${at(0).x} ${at(0).y}${curves.join("")}`;
}

const offsets = {
  right: { x: 14, y: 6, anchor: "start" },
  left: { x: -14, y: 3, anchor: "end" },
  "left-low": { x: -13, y: 18, anchor: "end" },
  above: { x: 14, y: -18, anchor: "end" },
} as const;

/** The idea of the mark at full size: the members' capitals as lights in their true places, joined along the isthmus. */
export function MemberLights({
  names,
  title,
  detail,
}: {
  names: Readonly<Record<string, string>>;
  title: string;
  detail: string;
}) {
  const line = smoothLine(capitals.slice(0, 7).map(({ at }) => place(at)));
  return (
    <svg viewBox={view} role="img" aria-labelledby="lights-title lights-detail" className="h-auto w-full overflow-visible">
      <title id="lights-title">{title}</title>
      <desc id="lights-detail">{detail}</desc>
      <path d={line} fill="none" stroke="var(--ink)" strokeWidth="1.6" strokeLinejoin="round" />
      {capitals
        .filter(({ code }) => names[code] !== undefined)
        .map(({ code, name, at, side }) => {
          const { x, y } = place(at);
          const offset = offsets[side];
          return (
            <g key={code}>
              <circle cx={x} cy={y} r="8" fill="var(--light)" stroke="var(--paper)" strokeWidth="2.5" />
              <text x={x + offset.x} y={y + offset.y} textAnchor={offset.anchor} fontSize="19" fill="var(--ink)">
                {names[code] ?? name}
              </text>
            </g>
          );
        })}
    </svg>
  );
}
