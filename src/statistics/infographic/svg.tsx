import { type ReactElement, cloneElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Face, round, sans, serif } from "#charts";
import { fontFaces } from "#documents";
import type { InfographicModel } from "./model.ts";
import { posterSheet } from "./poster.tsx";
import type { Item, Sheet, Words } from "./sheet.ts";

/** The picture for networks is 1080 by 1350 pixels: the largest that all of them show whole. */
const portrait = 1350;

/** Family and weight of a face. */
export function faceStyle(face: Face): { readonly family: string; readonly weight: 400 | 600 } {
  return { family: face.startsWith("serif") ? serif : sans, weight: face.endsWith("600") ? 600 : 400 };
}

/**
 * The infographic as one SVG file, 1080 by 1350. With `fonts` the file carries its letters (about 85 kB) and looks the
 * same everywhere; without, it is small and asks for the fonts of the page it is put into.
 */
export function infographicSvg(model: InfographicModel, { fonts = true }: { readonly fonts?: boolean } = {}): string {
  const plain = sheetSvg(posterSheet(model, portrait), model);
  return fonts ? withLetters(plain) : plain;
}

/** The same picture with its letters inside. */
export function withLetters(plain: string): string {
  return plain.replace("</desc>", () => `</desc><style>${fontRules()}</style>`);
}

function sheetSvg(sheet: Sheet, model: InfographicModel): string {
  const { width, height } = sheet;
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      xmlLang={model.language}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{model.title}</title>
      <desc>{model.description}</desc>
      {sheet.items.map((item) => (
        <Drawn key={`${item.kind} ${item.x} ${item.y}`} item={item} />
      ))}
    </svg>,
  );
}

function Drawn({ item }: { item: Item }) {
  switch (item.kind) {
    case "fill":
      return (
        <rect x={round(item.x)} y={round(item.y)} width={round(item.width)} height={round(item.height)} fill={item.colour} />
      );
    case "picture":
      return cloneElement(inner(item.element), {
        x: round(item.x),
        y: round(item.y),
        width: round(item.width),
        height: round(item.height),
      });
    case "words":
      return <DrawnWords words={item} />;
  }
}

/** A component's drawing is placed through an svg around it, because a component may not know where it stands. */
function inner(element: ReactElement): ReactElement<{ x?: number; y?: number; width?: number; height?: number }> {
  return <svg overflow="visible">{element}</svg>;
}

function DrawnWords({ words }: { words: Words }) {
  const { family, weight } = faceStyle(words.face);
  return (
    <text
      fontFamily={family}
      fontWeight={weight}
      fontSize={round(words.size)}
      fill={words.fill}
      textAnchor={words.anchor}
      letterSpacing={words.spacing}
    >
      {words.lines.map((line, at) => (
        <tspan key={line} x={round(words.x)} y={round(words.y + at * words.leading)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

let rules: string | undefined;

function fontRules(): string {
  rules ??= fontFaces()
    .map(
      ({ family, weight, woff2 }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${woff2.toString("base64")}) format('woff2')}`,
    )
    .join("");
  return rules;
}
