import { Chart, type ChartOptions, type TableTwin } from "./chart.tsx";
import { round } from "./number.ts";
import shapes from "./region-shapes.json" with { type: "json" };
import { textWidth } from "./text-width.ts";
import { type ChartValue, isHidden, largest, upperEnd, valueWords } from "./value.ts";

/** A country on the map with its figure. A code without a shape (other countries, unknown) stands in the table only. */
export interface Place {
  readonly code: string;
  readonly label: string;
  readonly value: ChartValue;
}

export interface RegionMapProps extends ChartOptions {
  readonly places: readonly Place[];
  /** Member states, drawn darker than the rest of the continent. */
  readonly members: readonly string[];
  /** The country the persons were found in: arcs lead to it, as wide as their count. None for the region. */
  readonly to?: string;
  readonly header: readonly [string, string];
}

type Code = keyof typeof shapes.countries;
type Anchor = "start" | "middle" | "end";

/** Where each name stands, set by hand in the map's own units so that the small states stay legible: over the sea, side by side. */
const seats: Readonly<Record<Code, readonly [number, number, Anchor]>> = {
  MEX: [212, 150, "middle"],
  GTM: [366, 412, "end"],
  SLV: [416, 466, "end"],
  CRI: [506, 520, "end"],
  PAN: [634, 574, "end"],
  BLZ: [506, 318, "start"],
  HND: [584, 372, "start"],
  NIC: [584, 426, "start"],
  DOM: [994, 256, "end"],
  HTI: [762, 338, "start"],
  CUB: [560, 206, "start"],
  VEN: [880, 528, "middle"],
  COL: [768, 602, "middle"],
  ECU: [600, 690, "end"],
};

/** Tells whether the map can show a country: it has a shape for this ISO 3166-1 alpha-3 code. */
export function isOnMap(code: string): code is Code {
  return Object.hasOwn(shapes.countries, code);
}

/** How far south the map must reach for a country's name and figure; Panama's when nothing lies beyond. */
const south: Partial<Record<Code, number>> = { COL: 640, VEN: 610, ECU: 722 };

/** Height in pixels of the map at that width: as far south as there is something to show. */
export function regionMapHeight({ width, places }: Pick<RegionMapProps, "width" | "places">): number {
  const reach = places.map(({ code, value }) =>
    isOnMap(code) && ((upperEnd(value) ?? 0) > 0 || isHidden(value)) ? (south[code] ?? 0) : 0,
  );
  return (width * Math.max(592, ...reach)) / shapes.width;
}

/** The table of the places, in the order given. */
export function regionMapTwin({
  places,
  header,
  language,
  grouping,
}: Pick<RegionMapProps, "places" | "header" | "language" | "grouping">): TableTwin {
  return { header, rows: places.map(({ label, value }) => [label, valueWords(value, language, grouping)]) };
}

/** Member states in their true shapes on an equal-area map, with circles or arcs as large as the count they stand for. */
export function RegionMap(props: RegionMapProps) {
  const { places, members, to, width, size, palette } = props;
  const scale = width / shapes.width;
  const on = places.flatMap((place) =>
    isOnMap(place.code) ? [{ ...place, code: place.code, centre: spot(place.code, scale) }] : [],
  );
  const most = largest(on.map((place) => place.value));
  const drawn = on
    .filter(({ value }) => (upperEnd(value) ?? 0) > 0)
    .toSorted((one, other) => (upperEnd(other.value) ?? 0) - (upperEnd(one.value) ?? 0));
  const target = to !== undefined && isOnMap(to) ? to : undefined;
  const goal = target && spot(target, scale);
  const circle = ({ code, value }: Pick<Place, "code" | "value">) =>
    goal ? size * (code === target ? 0.34 : 0.22) : radius(upperEnd(value) ?? 0, most, size);
  return (
    <Chart options={props} height={regionMapHeight(props)} twin={regionMapTwin(props)}>
      <g transform={`scale(${Math.round(scale * 1e4) / 1e4})`} stroke={palette.paper} strokeWidth={1.6} strokeLinejoin="round">
        <path d={shapes.rest} fill={palette.land} />
        {Object.entries(shapes.countries).map(([code, { path }]) => (
          <path
            key={code}
            d={path}
            fill={code === target ? palette.strong : members.includes(code) ? palette.member : palette.land}
          />
        ))}
      </g>
      {goal
        ? drawn
            .filter(({ code }) => code !== target)
            .map(({ code, centre, value }) => (
              <path
                key={code}
                d={arc(centre, goal)}
                fill="none"
                stroke={palette.flow}
                strokeLinecap="round"
                strokeWidth={round(Math.max(size * 0.11, (size * 0.85 * (upperEnd(value) ?? 0)) / most))}
              />
            ))
        : null}
      {drawn.map(({ code, centre, value }) => (
        <circle
          key={code}
          cx={round(centre[0])}
          cy={round(centre[1])}
          r={round(circle({ code, value }))}
          fill={goal ? palette.flow : palette.strong}
          fillOpacity={goal ? 1 : 0.88}
          stroke={palette.paper}
          strokeWidth={round(size / 16)}
        />
      ))}
      {on
        .filter(({ value }) => isHidden(value))
        .map(({ code, centre }) => (
          <circle
            key={code}
            cx={round(centre[0])}
            cy={round(centre[1])}
            r={round(size * 0.3)}
            fill={palette.paper}
            stroke={palette.hatch}
            strokeWidth={round(size / 12)}
            strokeDasharray={`${round(size / 6)} ${round(size / 9)}`}
          />
        ))}
      {drawn.map((place) => (
        <Name
          key={place.code}
          place={place}
          scale={scale}
          options={props}
          onDark={place.code === target && place.code === "MEX"}
          clear={circle(place)}
          under={goal !== undefined && place.code !== "MEX"}
        />
      ))}
    </Chart>
  );
}

interface NameProps {
  readonly place: Place & { readonly code: Code };
  readonly scale: number;
  readonly options: ChartOptions;
  readonly onDark: boolean;
  /** How far above its centre a name has to stand to clear its own circle. */
  readonly clear: number;
  /** Stands under its circle, where an arc leaves to the north. */
  readonly under: boolean;
}

function Name({ place, scale, options, onDark, clear, under }: NameProps) {
  const { size, palette, language, grouping } = options;
  const [seatX, seatY, anchor] = seats[place.code];
  const [centreX, centreY] = spot(place.code, scale);
  const [x, y] =
    anchor === "middle"
      ? [centreX, under ? centreY + clear + size * 0.95 : centreY - clear - size * 0.35]
      : [seatX * scale, seatY * scale];
  const figure = valueWords(place.value, language, grouping);
  const long = textWidth(`${place.label} ${figure}`, size, "sans-600");
  const inside = anchor === "end" ? Math.max(x, long + 2) : anchor === "start" ? Math.min(x, options.width - long - 2) : x;
  const left = anchor === "end" ? inside - long : anchor === "middle" ? inside - long / 2 : inside;
  const stop = Math.min(Math.max(centreX, left - size * 0.25), left + long + size * 0.25);
  const far = Math.hypot(stop - centreX, y - size * 0.35 - centreY) > size * 1.3 && anchor !== "middle";
  return (
    <>
      {far ? (
        <line
          x1={round(centreX)}
          y1={round(centreY)}
          x2={round(stop)}
          y2={round(y - size * 0.35)}
          stroke={palette.soft}
          strokeWidth={round(size / 22)}
        />
      ) : null}
      <text
        x={round(inside)}
        y={round(y)}
        textAnchor={anchor}
        fill={onDark ? palette.paper : palette.ink}
        stroke={onDark ? palette.strong : place.code === "MEX" ? palette.member : palette.paper}
        strokeWidth={round(size / 6)}
        paintOrder="stroke"
        strokeLinejoin="round"
      >
        {place.label} <tspan fontWeight={600}>{figure}</tspan>
      </text>
    </>
  );
}

function spot(code: Code, scale: number): [number, number] {
  const [x = 0, y = 0] = shapes.countries[code].centre;
  return [x * scale, y * scale];
}

/** Circles by area, so that twice the persons look twice as many. */
function radius(count: number, most: number, size: number): number {
  return size * (0.16 + 1.5 * Math.sqrt(count / most));
}

/** A flat bow between two points, always on the same side of its line, so that two ways never cover each other. */
function arc([fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]): string {
  const [middleX, middleY] = [(fromX + toX) / 2, (fromY + toY) / 2];
  const bend = 0.22;
  const [controlX, controlY] = [middleX - (toY - fromY) * bend, middleY + (toX - fromX) * bend];
  return `M${round(fromX)} ${round(fromY)}Q${round(controlX)} ${round(controlY)} ${round(toX)} ${round(toY)}`;
}
