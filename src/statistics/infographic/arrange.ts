import { themes } from "#brand";
import { balanceText, isHidden, sortedBars, upperEnd, wrapText } from "#charts";
import type { InfographicModel, Section, SectionId } from "./model.ts";
import { type Plan, drawingBlock } from "./drawing.tsx";
import { type Block, beside, paragraph, stack } from "./sheet.ts";
import { listed } from "./words.ts";

const { ink, inkSoft, line } = themes.light;
const gutter = 52;

/**
 * The sections as large as the room allows. Fewer bars are tried before smaller letters, because a telephone shows the
 * page at a third of its size; what is left of the height becomes white space between the rows.
 */
export function sectionsBlock(model: InfographicModel, width: number, height: number): Block {
  let chosen: { rows: Block[]; scale: number } | undefined;
  const full = isCrowded(model);
  for (const { bars, without } of full
    ? [...attempts, ...attempts.map(({ bars: most }) => ({ bars: most, without: ["services" as const] }))]
    : attempts) {
    let [fits, tooLarge] = [30, 82];
    while (tooLarge - fits > 1) {
      const middle = Math.floor((fits + tooLarge) / 2);
      const scale = middle / 50;
      const rows = rowsOf(model, width, { scale, bars, without });
      if (rows.reduce((sum, row) => sum + row.height, 0) + gapOf(scale) * (rows.length - 1) <= height) {
        fits = middle;
        if (!chosen || scale > chosen.scale) chosen = { rows, scale };
      } else tooLarge = middle;
    }
    if (chosen && chosen.scale >= (full ? 0.86 : 0.93)) break;
  }
  const { rows, scale } = chosen ?? { rows: rowsOf(model, width, { scale: 0.6, bars: 3, without: [] }), scale: 0.6 };
  const spare = height - rows.reduce((sum, row) => sum + row.height, 0);
  const gap = rows.length > 1 ? Math.min(spare / (rows.length - 1), gapOf(scale) * 1.9) : 0;
  const used = stack(rows, gap).height;
  return stack(
    [{ height: Math.max(0, Math.min((height - used) / 2, 60)), place: () => [] }, stack(ruled(rows, width, gap), gap)],
    0,
  );
}

/** The region's page has its countries besides; it needs the closer order. */
function isCrowded(model: InfographicModel): boolean {
  return model.sections.some(({ id }) => id === "countries");
}

const attempts = [7, 6, 5, 4, 3].map((bars) => ({ bars, without: [] as readonly SectionId[] }));

function gapOf(scale: number): number {
  return 40 * Math.min(1.2, scale);
}

/** A hairline in the middle of the white above every row but the first. */
function ruled(rows: readonly Block[], width: number, gap: number): Block[] {
  return rows.map((row, at) => ({
    height: row.height,
    place: (x, y) => [
      ...(at === 0 ? [] : [{ kind: "fill" as const, x, y: y - gap / 2, width, height: 1.5, colour: line }]),
      ...row.place(x, y),
    ],
  }));
}

/** Two columns for what is narrow, the whole width for what stands alone. */
function rowsOf(model: InfographicModel, width: number, plan: Plan): Block[] {
  const section = (id: SectionId) => model.sections.find((each) => each.id === id);
  const some = (...ids: SectionId[]) =>
    ids
      .map(section)
      .filter((each) => each !== undefined)
      .filter(({ id }) => !plan.without.includes(id));
  const crowded = isCrowded(model);
  const half = (width - gutter) / 2;
  const { scale } = plan;
  const rows: Block[] = [];
  if (model.lead) {
    const size = 31 * scale;
    rows.push(
      paragraph(balanceText(model.lead, width, size, "serif-400"), {
        as: "text",
        size,
        leading: size * 1.32,
        face: "serif-400",
        fill: ink,
      }),
    );
  }
  rows.push(...some("countries").map((each) => sectionBlock(model, each, width, plan)));
  rows.push(...pair(model, some("who"), some("how"), [half, half], width, plan));
  const where = some("where");
  const mapWidth = where.length > 0 ? width * (crowded ? 0.47 : 0.52) : half;
  const narrow = width - gutter * 0.8 - mapWidth;
  const trend = crowded ? [] : some("trend");
  const sides = crowded ? some("scope", "trend", "services") : some("scope", "services");
  if (where.length > 0 && sides.length === 0) sides.push(...where.map(placesSection));
  if (where.length > 0) {
    rows.push(...pair(model, where, sides, [mapWidth, narrow], width, plan));
    rows.push(...trend.map((each) => trendRow(model, each, width, plan)));
  } else if (sides.length > 0) rows.push(...pair(model, sides, trend, [half, half], width, plan));
  else rows.push(...trend.map((each) => trendRow(model, each, width, plan)));
  const elsewhere = model.sections.filter(({ id }) => plan.without.includes(id)).map(({ subject }) => subject);
  const silences =
    elsewhere.length === 0
      ? model.silences
      : [
          ...model.silences,
          `${listed(elsewhere, model.language)}: ${model.language === "es" ? "en la página de la región" : "on the page of the region"}.`,
        ];
  if (silences.length > 0) {
    const size = 22 * Math.min(1.25, scale);
    rows.push(
      stack(
        silences.map((words) =>
          paragraph(wrapText(words, width, size), { as: "text", size, leading: size * 1.25, face: "sans-400", fill: inkSoft }),
        ),
        size * 0.3,
      ),
    );
  }
  return rows;
}

/** The places of the map once more as bars, where nothing else stands beside the map. */
function placesSection(where: Section): Section {
  const { drawing } = where;
  if (drawing.kind !== "map") return where;
  const bars = sortedBars(drawing.places).filter(({ value }) => (upperEnd(value) ?? 0) > 0 || isHidden(value));
  return {
    ...where,
    finding: where.subject,
    drawing: { kind: "bars", bars: bars.map((bar, at) => ({ ...bar, strong: at === 0 })), header: drawing.header },
  };
}

/** Two stacks side by side; one alone takes the whole width. */
function pair(
  model: InfographicModel,
  left: readonly Section[],
  right: readonly Section[],
  widths: readonly [number, number],
  width: number,
  plan: Plan,
): Block[] {
  const column = (sections: readonly Section[], wide: number) =>
    stack(
      sections.map((each) => sectionBlock(model, each, wide, plan)),
      gapOf(plan.scale) * 0.9,
    );
  if (left.length === 0 && right.length === 0) return [];
  if (right.length === 0) return left.map((each) => sectionBlock(model, each, width, plan));
  if (left.length === 0) return right.map((each) => sectionBlock(model, each, width, plan));
  return [
    beside([
      { block: column(left, widths[0]), x: 0 },
      { block: column(right, widths[1]), x: width - widths[1] },
    ]),
  ];
}

function heading(section: Section, width: number, scale: number): Block {
  const size = 30 * scale;
  return paragraph(balanceText(section.finding, width, size, "serif-600"), {
    as: "heading",
    size,
    leading: size * 1.14,
    face: "serif-600",
    fill: ink,
  });
}

/** A section: what it finds, its figure, its note. */
function sectionBlock(model: InfographicModel, section: Section, width: number, plan: Plan): Block {
  const { scale } = plan;
  const small = 20 * scale;
  const drawing = drawingBlock(model, section, width, plan);
  const notes = [...(section.note ? [section.note] : []), ...drawing.left].join(". ");
  const note = wrapText(notes, width, small);
  const blocks = [heading(section, width, scale), drawing.block];
  if (notes !== "")
    blocks.push(paragraph(note, { as: "text", size: small, leading: small * 1.22, face: "sans-400", fill: inkSoft }));
  return stack(blocks, 15 * scale);
}

/** The years, with their finding at the left where the page is wide. */
function trendRow(model: InfographicModel, section: Section, width: number, plan: Plan): Block {
  const { scale } = plan;
  if (model.sections.length < 4) return sectionBlock(model, section, width, plan);
  const side = width * 0.3;
  const { block } = drawingBlock(model, section, width - side - gutter * 0.6, plan);
  return beside([
    { block: heading(section, side, scale), x: 0 },
    { block, x: side + gutter * 0.6 },
  ]);
}
