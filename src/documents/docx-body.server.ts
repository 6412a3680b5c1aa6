import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { themes } from "#brand";
import { plain } from "./docx-styles.ts";
import { clean } from "./letters.server.ts";
import { filled, tableShares } from "./official-content.server.ts";
import type { Block, OfficialDocument, Prose, TableBlock } from "./official-document.ts";

/** Running text as Word's runs; a line feed breaks the line. */
export function runs(prose: Prose): TextRun[] {
  return (typeof prose === "string" ? [prose] : prose).flatMap((piece) => {
    const { text, strong = false, emphasis = false } = typeof piece === "string" ? { text: piece } : piece;
    return clean(text)
      .split("\n")
      .map(
        (line, at) =>
          new TextRun({
            text: line,
            ...(strong ? { bold: true } : {}),
            ...(emphasis ? { italics: true } : {}),
            ...(at > 0 ? { break: 1 } : {}),
          }),
      );
  });
}

/** Tells whether the paragraphs are counted anywhere, since lists and quotations then stand further in. */
export function hasNumberedParagraphs(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.kind === "together" ? hasNumberedParagraphs(block.blocks) : block.kind === "paragraph" && block.numbered === true,
  );
}

/** The blocks of the body as Word's paragraphs and tables, `width` twentieths of a point wide. */
export function bodyOf(document: OfficialDocument, width: number): (Paragraph | Table)[] {
  const writer = new Writer(width, document.layout === "certificate", hasNumberedParagraphs(document.body) ? 510 : 0);
  return document.body.flatMap((block) => writer.block(block, false));
}

class Writer {
  private lists = 0;
  private hasSection = false;
  constructor(
    private readonly width: number,
    private readonly isCentred: boolean,
    private readonly edge: number,
  ) {}

  block(block: Block, keepNext: boolean): (Paragraph | Table)[] {
    switch (block.kind) {
      case "heading": {
        const level = block.level === 2 || !this.hasSection ? 2 : 3;
        this.hasSection = true;
        const numbering =
          block.numbered === false ? {} : { numbering: { reference: "headings", level: level - 2, instance: 0, custom: true } };
        return [
          new Paragraph({
            heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            ...numbering,
            children: runs(block.text),
          }),
        ];
      }
      case "paragraph": {
        const numbering =
          block.numbered === true ? { numbering: { reference: "paragraphs", level: 0, instance: 0, custom: true } } : {};
        const certificate = this.isCentred
          ? { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240, line: 340, lineRule: LineRuleType.AUTO } }
          : {};
        return [new Paragraph({ ...certificate, ...numbering, keepNext, children: runs(block.text) })];
      }
      case "list": {
        this.lists += 1;
        const numbering = { reference: block.style, level: 0, instance: this.lists };
        return block.items.map((item) => new Paragraph({ numbering, keepNext, children: runs(item) }));
      }
      case "table":
        return this.table(block);
      case "definitions":
        return block.items.map(
          ({ term, text }) =>
            new Paragraph({
              keepNext,
              indent: { left: this.edge + 340, hanging: 340 },
              children: [new TextRun({ text: clean(term), bold: true }), new TextRun(" — "), ...runs(text)],
            }),
        );
      case "quote":
        return [
          this.quote("Quote", block.text, keepNext || block.source !== undefined),
          ...(block.source ? [this.quote("QuoteSource", block.source, keepNext)] : []),
        ];
      case "note":
        return [new Paragraph({ style: "Small", keepNext, children: runs(block.text) })];
      case "page-break":
        return [new Paragraph({ children: [new PageBreak()] })];
      case "together":
        return block.blocks.flatMap((inner, at) => this.block(inner, at < block.blocks.length - 1));
    }
  }

  private quote(style: string, text: Prose, keepNext: boolean): Paragraph {
    const border = { left: { style: BorderStyle.SINGLE, size: 10, space: 10, color: plain(themes.light.light) } };
    return new Paragraph({ style, border, keepNext, keepLines: true, indent: { left: this.edge + 280 }, children: runs(text) });
  }

  private table(table: TableBlock): (Paragraph | Table)[] {
    const shares = tableShares(table);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.floor((share / whole) * this.width));
    const strong = { style: BorderStyle.SINGLE, size: 6, color: plain(themes.light.ink) };
    const hair = { style: BorderStyle.SINGLE, size: 4, color: plain(themes.light.line) };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const row = (cells: readonly string[], kind: "head" | "body" | "total") =>
      new TableRow({
        tableHeader: kind === "head",
        cantSplit: cells.every((cell) => cell.length < 600),
        children: cells.map(
          (text, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              verticalAlign: kind === "head" ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
              ...(kind === "body" ? {} : { borders: { top: strong, bottom: strong } }),
              margins: { left: at === 0 ? 0 : 110, right: at === cells.length - 1 ? 0 : 110 },
              children: [
                new Paragraph({
                  style: kind === "head" ? "CellHead" : "Cell",
                  keepNext: kind === "head",
                  alignment: table.columns[at]?.kind === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  children: runs(kind === "total" ? [{ text, strong: true }] : text),
                }),
              ],
            }),
        ),
      });
    return [
      ...(table.caption.trim() === "" ? [] : [new Paragraph({ style: "Caption", children: runs(table.caption) })]),
      new Table({
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        tableLook: { firstRow: true, firstColumn: true, lastRow: table.total !== undefined, noHBand: true, noVBand: true },
        borders: { top: strong, bottom: strong, left: none, right: none, insideVertical: none, insideHorizontal: hair },
        rows: [
          row(
            table.columns.map(({ head }) => head),
            "head",
          ),
          ...table.rows.map((cells) => row(filled(cells, table), "body")),
          ...(table.total ? [row(filled(table.total, table), "total")] : []),
        ],
      }),
      // Word joins two tables that touch, and a table must not be the last thing before a list.
      new Paragraph({ style: "Small", children: [] }),
    ];
  }
}
