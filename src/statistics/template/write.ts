import type { NamedRange, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import type { Language, Text } from "#basics";
import type { VictimRecord } from "../intake/record.ts";
import type { Figure, Value } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { guideSheet } from "./guide-sheet.ts";
import { type SourceStatement, hiddenSheets } from "./layout.ts";
import { cellLabels, listsSheet } from "./lists.ts";
import { repeatedRow, tabs } from "./look.ts";
import { matrixSheet, matrixTop } from "./matrix-sheet.ts";
import { recordLists, recordsSheet, recordsTop } from "./records-sheet.ts";
import { notesSheet, sourceSheet } from "./source-sheet.ts";
import { type TemplateKind, stampRows, templateFormat } from "./stamp.ts";

/** For whom a template is, and what is already known. */
export interface TemplateRequest {
  readonly methodology: Methodology;
  readonly country: { readonly code: string; readonly name: Text };
  readonly year: number;
  readonly language: Language;
  readonly kind: TemplateKind;
  readonly collectionId: string;
  /** Figures of the year before, shown beside the cells and not read again. */
  readonly lastYear?: readonly Figure[];
  /** Figures of this year that are already in; the file is then the submission itself. */
  readonly figures?: readonly Figure[];
  readonly source?: SourceStatement;
  /** Records of this year that are already in, for `kind: "records"`. */
  readonly records?: readonly VictimRecord[];
  /** Time stamp of the file; without one it is the day on which the methodology was adopted, so that equal input gives equal figures. */
  readonly madeAt?: Date;
}

function valuesOf(figures: readonly Figure[] | undefined): Map<string, Value> {
  return new Map(figures?.map((figure) => [figure.cell, figure.value]));
}

/** Headers that stand on every printed page. */
function headerRows({ kind }: TemplateRequest, sheets: readonly WriteSheet[]): NamedRange[] {
  const header = (kind === "matrix" ? matrixTop.header : recordsTop.header) + 1;
  return sheets.filter((sheet) => sheet.view?.tabColor === tabs.fill).map((sheet) => repeatedRow(sheet.name, header));
}

/**
 * Writes the XLSX file of one country and year: instructions, one sheet for each table or one for the records, notes,
 * source, and a hidden stamp. Reading it back gives the same figures, notes and source, whatever was moved or renamed.
 *
 * A figure for a cell that the methodology does not have is a fault of the caller and throws.
 */
export async function writeTemplate(request: TemplateRequest): Promise<Uint8Array> {
  const { methodology, language, figures = [] } = request;
  const labels = cellLabels(methodology, language);
  const stray = figures.find((figure) => !labels.has(figure.cell));
  if (stray) throw new Error(`The methodology ${methodology.version} has no cell ${stray.cell}`);

  const values = valuesOf(figures);
  const before = valuesOf(request.lastYear);
  const notesList = { id: "cells", labels: [...labels.values()], codes: [...labels.keys()] };
  const lists = recordLists(request);
  const sheets: WriteSheet[] =
    request.kind === "matrix"
      ? [
          guideSheet(request),
          ...methodology.tables.map((table) => matrixSheet(request, table, values, before)),
          notesSheet(request, figures, labels),
          sourceSheet(request, request.source ?? {}),
          listsSheet([notesList]),
        ]
      : [guideSheet(request), recordsSheet(request, lists, 0), sourceSheet(request, request.source ?? {}), listsSheet(lists)];

  const stamp = {
    format: templateFormat,
    kind: request.kind,
    methodology: methodology.version,
    country: request.country.code,
    year: request.year,
    language,
    collection: request.collectionId,
  };
  const madeAt = request.madeAt ?? new Date(`${methodology.adoptedOn}T00:00:00Z`);
  return writeXlsx({
    sheets: [...sheets, { name: hiddenSheets.stamp, rows: stampRows(stamp), veryHidden: true, protection: { sheet: true } }],
    namedRanges: [{ name: "corett_stamp", range: `${hiddenSheets.stamp}!$A$1:$B$8` }, ...headerRows(request, sheets)],
    properties: {
      title: `${methodology.title[language]} · ${request.country.name[language]} · ${request.year}`,
      creator: "CORETT",
      created: madeAt,
      modified: madeAt,
    },
    defaultFont: { name: "Calibri", size: 11 },
    activeSheet: 0,
  });
}
