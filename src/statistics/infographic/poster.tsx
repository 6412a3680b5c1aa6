import { lightLine, lights, Mark, themes } from "#brand";
import { balanceText, paperPalette, textWidth, wrapText } from "#charts";
import type { InfographicModel } from "./model.ts";
import { sectionsBlock } from "./arrange.ts";
import { qrPath } from "./qr.ts";
import { type Item, type Sheet, fitted } from "./sheet.ts";

const { ink, paper, light, inkSoft, line } = themes.light;
const pale = "#c3ccd8";
const dim = "#3d5270";
const margin = 56;

/** The whole page at 1080 wide and any height: hero, sections as large as there is room for, foot. */
export function posterSheet(model: InfographicModel, height: number): Sheet {
  const width = 1080;
  const band = model.exercise ? 56 : 0;
  const heroHeight = 256;
  const foot = footItems(model, width, height);
  const top = band + heroHeight + 30;
  const bottom = foot.top - 24;
  return {
    width,
    height,
    items: [
      { kind: "fill", x: 0, y: 0, width, height, colour: paper },
      ...(model.exercise ? exerciseItems(model.exercise, width, band) : []),
      ...heroItems(model, width, band, heroHeight),
      ...sectionsBlock(model, width - 2 * margin, bottom - top).place(margin, top),
      ...foot.items,
    ],
  };
}

function exerciseItems(words: string, width: number, height: number): Item[] {
  return [
    { kind: "fill", x: 0, y: 0, width, height, colour: light },
    {
      kind: "words",
      as: "text",
      lines: [words],
      x: width / 2,
      y: height / 2 + 10,
      size: 27,
      leading: 27,
      face: "sans-600",
      fill: ink,
      anchor: "middle",
      spacing: 5,
    },
  ];
}

function heroItems(model: InfographicModel, width: number, top: number, height: number): Item[] {
  const { place, year, headline, kicker } = model;
  const lightsLeft = 762;
  const room = lightsLeft - margin - 10;
  const name = `${place} ${year}`;
  const nameSize = fitted(name, room, 62, "serif-600");
  const exact = headline.value.kind === "observed";
  const figureSize = exact ? 124 : fitted(headline.figure, room, headline.value.kind === "range" ? 78 : 58, "serif-600");
  const figureWidth = textWidth(headline.figure, figureSize, "serif-600");
  const aside = margin + figureWidth + 26;
  const countsWidth = exact ? 1080 - margin - aside : room;
  const counts = balanceText(headline.counts, Math.min(countsWidth, exact ? 330 : room), 27);
  const notes = headline.note ? wrapText(headline.note, 420, 23) : [];
  const base = top + height - (exact ? 34 : 70);
  const countsTop = exact ? base - 31 * (counts.length - 1 + (notes.length > 0 ? notes.length * 0.9 : 0)) - 2 : base + 44;
  return [
    { kind: "fill", x: 0, y: top, width, height, colour: ink },
    { kind: "picture", x: lightsLeft, y: top + 3, width: 274, height: 250, element: <Lights lit={model.lit} /> },
    { kind: "picture", x: margin - 2, y: top + 24, width: 30, height: 30, element: <Mark size={30} colour={light} /> },
    {
      kind: "words",
      as: "text",
      lines: [`CORETT · ${kicker}`],
      x: margin + 38,
      y: top + 47,
      size: 22,
      leading: 22,
      face: "sans-400",
      fill: pale,
    },
    {
      kind: "words",
      as: "title",
      lines: [place],
      x: margin,
      y: top + 116,
      size: nameSize,
      leading: nameSize,
      face: "serif-600",
      fill: "#ffffff",
    },
    {
      kind: "words",
      as: "text",
      lines: [String(year)],
      x: margin + textWidth(`${place} `, nameSize, "serif-600"),
      y: top + 116,
      size: nameSize,
      leading: nameSize,
      face: "serif-400",
      fill: light,
    },
    {
      kind: "words",
      as: "text",
      lines: [headline.figure],
      x: margin - (exact ? 5 : 0),
      y: base,
      size: figureSize,
      leading: figureSize,
      face: "serif-600",
      fill: "#ffffff",
    },
    {
      kind: "words",
      as: "text",
      lines: counts,
      x: exact ? aside : margin,
      y: countsTop,
      size: 27,
      leading: 31,
      face: "sans-400",
      fill: "#ffffff",
    },
    ...(notes.length > 0
      ? [
          {
            kind: "words" as const,
            as: "text" as const,
            lines: notes,
            x: exact ? aside : margin + textWidth(counts[0] ?? "", 27) + 18,
            y: exact ? base - 2 : countsTop,
            size: 23,
            leading: 28,
            face: "sans-400" as const,
            fill: light,
          },
        ]
      : []),
  ];
}

/** The coalition's lights across the hero: lit for the country of the page, quiet for its neighbours. */
function Lights({ lit }: { lit: readonly string[] }) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 1.8 32 29.2" width={274} height={250}>
      <path d={lightLine} fill="none" stroke={dim} strokeWidth={0.5} strokeLinecap="round" />
      {Object.entries(lights).map(([country, [x, y]]) =>
        lit.includes(country) ? (
          <g key={country}>
            {lit.length === 1 ? <circle cx={x} cy={y} r={2.75} fill="none" stroke={light} strokeWidth={0.18} /> : null}
            <circle cx={x} cy={y} r={1.75} fill={light} />
          </g>
        ) : (
          <circle key={country} cx={x} cy={y} r={1.35} fill={ink} stroke={dim} strokeWidth={0.5} />
        ),
      )}
    </svg>
  );
}

function footItems(model: InfographicModel, width: number, height: number): { top: number; items: Item[] } {
  const { foot } = model;
  const size = 17;
  const leading = 21;
  const qr = 104;
  const room = width - 2 * margin - qr - 34;
  const paragraphs = [foot.method, foot.protection, foot.source].map((text) => wrapText(text, room, size));
  const last = [`${foot.licence} · ${foot.address}`].flatMap((text) => wrapText(text, room, size, "sans-600"));
  const lines = [...paragraphs.flat(), ...last].length;
  const tall = Math.max(lines * leading + 12, qr + 6);
  const top = height - 24 - tall - 20;
  let y = top + 19 + size;
  const items: Item[] = [{ kind: "fill", x: margin, y: top, width: width - 2 * margin, height: 1.5, colour: line }];
  for (const text of paragraphs) {
    items.push({ kind: "words", as: "text", lines: text, x: margin, y, size, leading, face: "sans-400", fill: inkSoft });
    y += text.length * leading + 4;
  }
  items.push({ kind: "words", as: "text", lines: last, x: margin, y, size, leading, face: "sans-600", fill: ink });
  const { path, modules } = qrPath(foot.address);
  items.push({
    kind: "picture",
    x: width - margin - qr,
    y: top + 22,
    width: qr,
    height: qr,
    alt: model.language === "es" ? `Código QR de la dirección ${foot.address}` : `QR code of the address ${foot.address}`,
    element: (
      <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${modules} ${modules}`} width={qr} height={qr}>
        <path d={path} fill={paperPalette.ink} shapeRendering="crispEdges" />
      </svg>
    ),
  });
  return { top, items };
}
