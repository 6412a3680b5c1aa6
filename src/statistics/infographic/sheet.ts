import type { ReactElement } from "react";
import { type Face, textWidth } from "#charts";

/** Words on a sheet. `y` is the first baseline; `leading` the distance to the next. */
export interface Words {
  readonly kind: "words";
  /** What a reader of the document hears: its title, a heading, a paragraph, or nothing (ornament). */
  readonly as: "title" | "heading" | "text" | "ornament";
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly leading: number;
  readonly face: Face;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Extra space between letters, in pixels. */
  readonly spacing?: number;
}

/** A picture on a sheet; without `alt` it is an ornament. */
export interface Picture {
  readonly kind: "picture";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly element: ReactElement;
  readonly alt?: string;
}

export interface Fill {
  readonly kind: "fill";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export type Item = Words | Picture | Fill;

/** One designed page in pixels: the same for picture and print, so that both look alike. Items stand in reading order. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** Something as high as `height`, drawn from a given top. */
export interface Block {
  readonly height: number;
  place(x: number, y: number): Item[];
}

/** Blocks one under the other. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const height = blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    height,
    place: (x, y) => {
      let top = y;
      return blocks.flatMap((block) => {
        const items = block.place(x, top);
        top += block.height + gap;
        return items;
      });
    },
  };
}

/** Blocks side by side. */
export function beside(blocks: readonly { readonly block: Block; readonly x: number }[]): Block {
  return {
    height: Math.max(0, ...blocks.map(({ block }) => block.height)),
    place: (x, y) => blocks.flatMap(({ block, x: left }) => block.place(x + left, y)),
  };
}

/** A paragraph of lines. */
export function paragraph(lines: readonly string[], style: Pick<Words, "as" | "size" | "leading" | "face" | "fill">): Block {
  const height = lines.length === 0 ? 0 : style.size * 0.98 + style.leading * (lines.length - 1);
  return {
    height,
    place: (x, y) => (lines.length === 0 ? [] : [{ kind: "words", lines, x, y: y + style.size * 0.76, ...style }]),
  };
}

/** The largest size, up to `most`, at which the line is no wider than `width`. */
export function fitted(line: string, width: number, most: number, face: Face): number {
  return Math.min(most, width / textWidth(line, 1, face));
}
