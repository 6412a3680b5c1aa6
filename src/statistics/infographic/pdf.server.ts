import { renderToStaticMarkup } from "react-dom/server";
import { themes } from "#brand";
import { textWidth } from "#charts";
import { typeset } from "#documents";
import type { InfographicModel, Section } from "./model.ts";
import { posterSheet } from "./poster.tsx";
import type { Item, Words } from "./sheet.ts";
import { template } from "./template.ts";
import { inner } from "./words.ts";

/** Paper sizes in points. Mexico and Central America print on Letter; A4 is for everybody else. */
const papers = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type Paper = keyof typeof papers;

/**
 * The infographic as PDF/UA-1: the designed page, with text as text and pictures described, and behind it every figure as
 * a table. Its date is the day of publication, so the same release gives the same bytes.
 */
export function infographicPdf(model: InfographicModel, { paper }: { readonly paper: Paper }): Promise<Uint8Array> {
  const [width, height] = papers[paper];
  const unit = width / 1080;
  const sheet = posterSheet(model, height / unit);
  const assets: Record<string, string> = {};
  const items = sheet.items.map((item, at) => printed(item, at, assets));
  const [year = 0, month = 1, day = 1] = model.publishedOn.slice(0, 10).split("-").map(Number);
  const words = {
    language: model.language,
    title: model.title,
    description: model.description,
    keywords:
      model.language === "es"
        ? ["trata de personas", "estadística", model.place]
        : ["trafficking in persons", "statistics", model.place],
    date: [year, month, day],
    "tables-title": model.tablesTitle,
    columns: halves(model.sections),
    notes: [
      ...model.silences,
      model.foot.method,
      model.foot.protection,
      model.foot.source,
      `${model.foot.licence} · ${model.foot.address}`,
    ],
    running: `CORETT · ${model.place} ${model.year}${model.exercise ? ` · ${model.exercise}` : ""}`,
    page: model.language === "es" ? "Página" : "Page",
    ink: themes.light.ink,
    soft: themes.light.inkSoft,
    line: themes.light.line,
    paper: themes.light.paper,
  };
  const inputs = {
    sheet: JSON.stringify({ width: sheet.width, height: sheet.height, unit, items }),
    words: JSON.stringify(words),
  };
  return typeset(template, { inputs, assets, standard: "ua-1" });
}

/** The tables in two columns of about the same height, in their order. */
function halves(sections: readonly Section[]): readonly (readonly object[])[] {
  const tables = sections.map(({ subject, note, twin }) => ({
    title: note ? `${subject} (${inner(note)})` : subject,
    header: twin.header,
    rows: twin.rows,
  }));
  const heights = tables.map(({ rows }) => rows.length + 4);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let [cut, left, best] = [tables.length, 0, Infinity];
  heights.forEach((height, at) => {
    left += height;
    if (Math.max(left, whole - left) < best) [cut, best] = [at + 1, Math.max(left, whole - left)];
  });
  return [tables.slice(0, cut), tables.slice(cut)];
}

/** An item as the template reads it; a picture becomes a file beside the source. */
function printed(item: Item, at: number, assets: Record<string, string>): object {
  if (item.kind === "words")
    return {
      ...item,
      x: leftEdge(item),
      family: item.face.startsWith("serif") ? "serif" : "sans",
      weight: item.face.endsWith("600") ? 600 : 400,
      spacing: item.spacing ?? 0,
    };
  if (item.kind === "fill") return item;
  const file = `/picture-${at}.svg`;
  assets[file] = renderToStaticMarkup(item.element);
  return { kind: "picture", x: item.x, y: item.y, width: item.width, height: item.height, file, alt: item.alt ?? null };
}

function leftEdge({ anchor, lines, x, size, face, spacing = 0 }: Words): number {
  const widest = Math.max(...lines.map((line) => textWidth(line, size, face) + spacing * line.length));
  return anchor === "middle" ? x - widest / 2 : anchor === "end" ? x - widest : x;
}
