import { themes } from "./tokens.ts";

/**
 * The nine lights, in a square of 32: seven on the line from Mexico to Panama, Belize above it, the Dominican Republic
 * out at sea. In the order of the line, so that a country's own light can be lit.
 */
export const lights = {
  MEX: [3, 5],
  GTM: [6.4, 9.9],
  SLV: [10.2, 14.3],
  HND: [14.4, 18.4],
  NIC: [18.9, 22],
  CRI: [23.8, 25.2],
  PAN: [29, 28],
  BLZ: [14.8, 11.4],
  DOM: [27.6, 13.6],
} as const satisfies Record<string, readonly [number, number]>;

/** The stroke that joins the lights of the line: one curve through the seven. */
export const lightLine = "M3 5Q12.7 20.25 29 28";

interface MarkProps {
  /** Side in pixels. */
  readonly size: number;
  /** Colour of the lights; one colour is enough. */
  readonly colour?: string;
  /** Colour of the stroke; the lights' own when left out. */
  readonly line?: string;
  /** Read aloud; a mark beside the coalition's name needs none. */
  readonly title?: string;
}

/** The coalition's mark: nine lights on one line. Works from 16 pixels, in one colour. */
export function Mark({ size, colour = "currentColor", line = colour, title }: MarkProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      {...(title ? { role: "img" } : { "aria-hidden": true })}
    >
      {title ? <title>{title}</title> : null}
      <path d={lightLine} fill="none" stroke={line} strokeWidth={0.9} strokeLinecap="round" />
      {Object.entries(lights).map(([country, [x, y]]) => (
        <circle key={country} cx={x} cy={y} r={2.2} fill={colour} />
      ))}
    </svg>
  );
}

/** The mark as a file for browser tabs: amber lights on an ink tile, legible on light and dark tabs alike. */
export function favicon(): string {
  const dots = Object.values(lights)
    .map(([x, y]) => `<circle cx="${(2.2 + x * 0.86).toFixed(1)}" cy="${(1.8 + y * 0.86).toFixed(1)}" r="1.8"/>`)
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${themes.light.ink}"/><g fill="${themes.light.light}">${dots}</g></svg>`;
}
