import { round } from "./number.ts";

interface HatchProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 'up' for what this release protects, 'down' for what the source keeps, so that the two differ without colour. */
  readonly lean: "up" | "down";
  readonly gap: number;
  readonly stroke: string;
}

/** A hatched rectangle for a hidden or uncertain figure. Plain lines: no pattern that needs a name unique in its page. */
export function Hatch({ x, y, width, height, lean, gap, stroke }: HatchProps) {
  const lines: string[] = [];
  for (let foot = -height + gap / 2; foot < width; foot += gap) {
    const [from, to] = [Math.max(0, foot), Math.min(width, foot + height)];
    const rise = (at: number) => (lean === "up" ? height - (at - foot) : at - foot);
    lines.push(`M${round(x + from)} ${round(y + rise(from))}L${round(x + to)} ${round(y + rise(to))}`);
  }
  return (
    <g stroke={stroke} strokeWidth={round(gap / 5)} fill="none">
      <rect x={round(x)} y={round(y)} width={round(width)} height={round(height)} />
      <path d={lines.join("")} />
    </g>
  );
}
