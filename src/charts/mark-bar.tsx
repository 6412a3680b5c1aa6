import { Hatch } from "./hatch.tsx";
import { round } from "./number.ts";
import type { Palette } from "./palette.ts";
import type { ChartValue } from "./value.ts";

interface MarkBarProps {
  readonly value: ChartValue;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Pixels for one person. */
  readonly unit: number;
  /** Length of a hidden figure: the same for all, so that it says nothing. */
  readonly hidden: number;
  readonly fill: string;
  readonly palette: Palette;
  /** Grows to the left from `x`. */
  readonly leftwards?: boolean;
}

/** Length in pixels of a bar for `value`. */
export function barLength(value: ChartValue, unit: number, hidden: number): number {
  switch (value.kind) {
    case "observed":
      return value.count * unit;
    case "range":
      return value.hi * unit;
    case "protected":
    case "source":
      return hidden;
    case "absent":
      return 0;
  }
}

/** One bar from zero: solid as far as the figure is known, hatched where it is uncertain or hidden, a stroke for zero. */
export function MarkBar({ value, x, y, height, unit, hidden, fill, palette, leftwards = false }: MarkBarProps) {
  const length = barLength(value, unit, hidden);
  const left = (from: number, to: number) => (leftwards ? x - to : x + from);
  const solid = value.kind === "observed" ? length : value.kind === "range" ? value.lo * unit : 0;
  const gap = Math.max(5, height / 2.4);
  if (value.kind === "absent") return null;
  return (
    <>
      {value.kind === "observed" || solid > 0 ? (
        <rect
          x={round(left(0, Math.max(solid, 1.5)))}
          y={round(y)}
          width={round(Math.max(solid, 1.5))}
          height={round(height)}
          fill={fill}
        />
      ) : null}
      {length > solid ? (
        <Hatch
          x={left(solid, length)}
          y={y}
          width={length - solid}
          height={height}
          lean={value.kind === "source" ? "down" : "up"}
          gap={gap}
          stroke={value.kind === "range" ? fill : palette.hatch}
        />
      ) : null}
    </>
  );
}
