import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import { themes, type } from "#brand";

/** A colour as Word writes it: six digits without the sign. */
export const plain = (colour: string) => colour.replace("#", "");

const ink = plain(themes.light.ink);
const soft = plain(themes.light.inkSoft);

/** The styles of the coalition's documents, by the names that Word gives the built-in ones, in the language of the document. */
export function docxStyles(language: string): IStylesOptions {
  const title = { font: type.serif, bold: true, color: ink } as const;
  const named = (id: string, name: string, run: object, spacing: object, more: object = {}) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph: { spacing, ...more },
  });
  return {
    default: {
      document: {
        run: {
          font: type.sans,
          size: 21,
          color: ink,
          language: { value: language, eastAsia: language, bidirectional: "ar-SA" },
        },
        paragraph: { spacing: { after: 120, line: 250, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { ...title, size: 46 },
        paragraph: {
          spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
          outlineLevel: 0,
          keepNext: true,
        },
      },
      heading2: {
        run: { ...title, size: 27 },
        paragraph: {
          spacing: { before: 420, after: 140, line: 240, lineRule: LineRuleType.AUTO },
          outlineLevel: 1,
          keepNext: true,
        },
      },
      heading3: {
        run: { ...title, size: 22 },
        paragraph: {
          spacing: { before: 300, after: 120, line: 240, lineRule: LineRuleType.AUTO },
          outlineLevel: 2,
          keepNext: true,
        },
      },
      caption: {
        run: { bold: true, size: 19, color: ink },
        paragraph: { spacing: { before: 260, after: 80 }, keepNext: true },
      },
      listParagraph: { run: {}, paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: plain(themes.light.workStrong), underline: {} } },
    },
    paragraphStyles: [
      named("Letterhead", "Letterhead", { size: 18, color: soft }, { after: 20, line: 240, lineRule: LineRuleType.AUTO }),
      named("Running", "Running head", { size: 16, color: soft }, { after: 0, line: 240, lineRule: LineRuleType.AUTO }),
      named("Draft", "Draft", { bold: true, size: 19, color: plain(themes.light.bad) }, { before: 80, after: 120 }),
      named(
        "Kind",
        "Kind and number",
        { bold: true, size: 20, color: plain(themes.light.workStrong) },
        { before: 240, after: 0 },
      ),
      named("Subtitle", "Subtitle", { font: type.serif, size: 25, color: soft }, { after: 60 }),
      named("Place", "Place and date", { size: 20, color: soft }, { after: 280 }),
      named(
        "Fact",
        "Fact",
        { size: 19 },
        { after: 20, line: 220, lineRule: LineRuleType.AUTO },
        { indent: { left: 2380, hanging: 2380 } },
      ),
      named("Quote", "Quote", { font: type.serif, size: 20 }, { before: 120, after: 120 }),
      named("QuoteSource", "Quote source", { size: 18, color: soft }, { after: 200 }),
      named("Small", "Small", { size: 17, color: soft }, { after: 40, line: 230, lineRule: LineRuleType.AUTO }),
      named("Signature", "Signature", { size: 20 }, { after: 20, line: 252, lineRule: LineRuleType.AUTO }),
      named("Cell", "Table cell", { size: 19 }, { before: 30, after: 30, line: 220, lineRule: LineRuleType.AUTO }),
      named(
        "CellHead",
        "Table head",
        { bold: true, size: 17, color: soft },
        { before: 30, after: 30, line: 220, lineRule: LineRuleType.AUTO },
      ),
    ],
  };
}

/**
 * The lists: numbers of headings and of paragraphs, which run through the document, and bullets, numbers and letters, of
 * which each list starts anew. Beside numbered paragraphs the lists stand further in, as in the print.
 */
export function docxNumbering(isParagraphNumbered: boolean): INumberingOptions {
  const edge = isParagraphNumbered ? 510 : 0;
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    left: number,
    hanging: number,
    run: object = { color: soft },
  ) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { run, paragraph: { indent: { left, hanging } } },
  });
  const quiet = { color: soft, bold: false, font: type.sans };
  return {
    config: [
      {
        reference: "headings",
        levels: [level(0, LevelFormat.DECIMAL, "%1", 510, 510, quiet), level(1, LevelFormat.DECIMAL, "%1.%2", 510, 510, quiet)],
      },
      { reference: "paragraphs", levels: [level(0, LevelFormat.DECIMAL, "%1.", 510, 510)] },
      { reference: "bullets", levels: [level(0, LevelFormat.BULLET, "–", edge + 340, 340)] },
      { reference: "numbered", levels: [level(0, LevelFormat.DECIMAL, "%1.", edge + 340, 340)] },
      { reference: "lettered", levels: [level(0, LevelFormat.LOWER_LETTER, "%1)", edge + 340, 340)] },
    ],
  };
}
