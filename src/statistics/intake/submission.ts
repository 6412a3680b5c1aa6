import type { Figure } from "../figure.ts";
import { type SourceStatement, hiddenSheets, marks } from "../template/layout.ts";
import { type Stamp, readStamp, templateFormat } from "../template/stamp.ts";
import { RecordTally } from "./aggregate.ts";
import { type Row, isBlank, textOf } from "./cell.ts";
import type { IntakeContext } from "./context.ts";
import { csvRows } from "./csv.ts";
import { dialectOf } from "./csv-dialect.ts";
import { LabelBook, type UnmappedLabel } from "./label.ts";
import { LongMatrixReader, findLongHeader } from "./matrix-long.ts";
import { MatrixReader, type ReadSheet } from "./matrix-template.ts";
import { type Problem, ProblemLog, type ProblemTotals } from "./problem.ts";
import type { VictimRecord } from "./record.ts";
import { headerRows, knownColumns, refuseIdentity, requiredColumns } from "./record-header.ts";
import { type RecordReading, type RowStream, peek, readRecordTable } from "./record-read.ts";
import { IntakeRefusal } from "./refusal.ts";
import { sniff } from "./sniff.ts";
import { type Source, headOf, limits, refuseTooBig } from "./source.ts";
import { UnmappedLog } from "./unmapped.ts";
import { type SheetName, type Workbook, openWorkbook } from "./workbook.ts";

/** What a file says, once it has been read to its end. Figures of a file with errors are for showing, not for keeping. */
export interface IntakeResult {
  readonly format: "xlsx" | "csv";
  readonly stamp?: Stamp;
  readonly kind: "matrix" | "records";
  /** The matrix as stated, or counted from the records. */
  readonly figures: readonly Figure[];
  readonly source: SourceStatement;
  /** Good records read; 0 for a matrix. */
  readonly records: number;
  readonly problems: readonly Problem[];
  readonly totals: ProblemTotals;
  readonly unmapped: readonly UnmappedLabel[];
}

/** Receives the good records of a record file as they are read. Nothing may be kept before the result has no errors. */
export type RecordSink = (records: readonly VictimRecord[]) => void | Promise<void>;

/**
 * Reads a country's file, workbook or CSV, matrix or records, by its content and not its name.
 *
 * Everything that can be mended in a cell is in `problems`. A file that must go back whole throws `IntakeRefusal`, and
 * nothing else is thrown for anything a file may hold. `sink` receives records batch by batch, for storing while checking.
 */
export async function readSubmission(source: Source, context: IntakeContext, sink: RecordSink = () => undefined): Promise<IntakeResult> {
  const kind = sniff(await headOf(source));
  if (kind === "text") {
    await refuseTooBig(source, limits.csvBytes);
    const rows = csvRows(source, await dialectOf(source));
    return readTable({ sheet: "", format: "csv", from1904: false, rows }, context, sink, {});
  }
  const workbook = await openWorkbook(source);
  try {
    return await readWorkbook(workbook, context, sink);
  } finally {
    workbook.close();
  }
}

/**
 * Opens a record file for reading in batches, for a caller that stores as it goes. Throws `IntakeRefusal` for everything
 * that is not a record file.
 */
export async function openRecords(source: Source, context: IntakeContext): Promise<RecordReading & { close(): void }> {
  if (sniff(await headOf(source)) === "text") {
    await refuseTooBig(source, limits.csvBytes);
    const stream: RowStream = { sheet: "", format: "csv", from1904: false, rows: csvRows(source, await dialectOf(source)) };
    return { ...(await readRecordTable(stream, context)), close: () => undefined };
  }
  const workbook = await openWorkbook(source);
  try {
    const { table } = await survey(workbook, context);
    if (!table) throw new IntakeRefusal("no-table", { columns: requiredColumns() });
    const stream: RowStream = { sheet: table.name, format: "xlsx", from1904: workbook.from1904, rows: workbook.rows(table) };
    return { ...(await readRecordTable(stream, context)), close: () => workbook.close() };
  } catch (cause) {
    workbook.close();
    throw cause;
  }
}

/** The good records of a file, batch by batch: what a `COPY` is fed with. */
export async function* validatedBatches(source: Source, context: IntakeContext): AsyncGenerator<readonly VictimRecord[]> {
  const reading = await openRecords(source, context);
  try {
    yield* reading.batches();
  } finally {
    reading.close();
  }
}

interface Survey {
  readonly stamp?: Stamp;
  readonly isIntact: boolean;
  /** Sheets with a mark of the template, the hidden ones of ours included. */
  readonly ours: readonly SheetName[];
  readonly others: readonly SheetName[];
  /** The sheet that holds a table of records or of cells, when the file is no matrix template. */
  readonly table?: SheetName;
}

async function headRows(workbook: Workbook, sheet: SheetName): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of workbook.rows(sheet)) {
    rows.push(...batch.slice(0, headerRows + 5));
    if (rows.length >= headerRows) break;
  }
  return rows.slice(0, headerRows + 5);
}

/** Looks at the top of every sheet: refuses identity in any of them, and finds out what the file is. */
async function survey(workbook: Workbook, context: IntakeContext): Promise<Survey> {
  const tops = new Map<SheetName, Row[]>();
  for (const sheet of workbook.sheets.slice(0, 200)) tops.set(sheet, await headRows(workbook, sheet));
  const marksUsed = new Set<string>(Object.values(marks));
  const ours: SheetName[] = [];
  const others: SheetName[] = [];
  let found: ReturnType<typeof readStamp>;
  let table: SheetName | undefined;
  let mostNames = -1;
  for (const [sheet, rows] of tops) {
    const mark = textOf(rows[0]?.cells[0]);
    if (sheet.name === hiddenSheets.stamp) {
      found ??= readStamp(rows.map((row) => [textOf(row.cells[0]), textOf(row.cells[1])] as const));
      continue;
    }
    const isTable = mark === marks.records || !marksUsed.has(mark);
    if (isTable && sheet.name !== hiddenSheets.lists) refuseIdentity(rows, sheet.name);
    if (mark === marks.records) {
      table = sheet;
      mostNames = Number.POSITIVE_INFINITY;
    } else if (marksUsed.has(mark) || sheet.name === hiddenSheets.lists) ours.push(sheet);
    else {
      others.push(sheet);
      const names = findLongHeader(rows, context) ? 100 : knownColumns(rows);
      if (!sheet.hidden && (table === undefined || names > mostNames)) [table, mostNames] = [sheet, names];
    }
  }
  if (found) refuseOtherTemplate(found.stamp, context, found.intact);
  return { ...(found ? { stamp: found.stamp } : {}), isIntact: found?.intact ?? true, ours, others, ...(table ? { table } : {}) };
}

/** Sends back a template of another country, year, methodology or format; a changed stamp is reported, not believed. */
function refuseOtherTemplate(stamp: Stamp, { methodology, country, year }: IntakeContext, isIntact: boolean): void {
  if (!isIntact) return;
  if (stamp.format > templateFormat) throw new IntakeRefusal("newer-template");
  if (stamp.country !== country.code) throw new IntakeRefusal("wrong-country", { found: stamp.country, expected: country.name });
  if (stamp.year !== year) throw new IntakeRefusal("wrong-year", { found: String(stamp.year), expected: String(year) });
  if (stamp.methodology !== methodology.version) throw new IntakeRefusal("wrong-methodology", { found: stamp.methodology, expected: methodology.version });
}

async function wholeSheet(workbook: Workbook, sheet: SheetName): Promise<ReadSheet> {
  const rows: Row[] = [];
  for await (const batch of workbook.rows(sheet)) {
    rows.push(...batch);
    if (rows.length > limits.matrixRows) throw new IntakeRefusal("too-many-rows", { limit: String(limits.matrixRows) });
  }
  return { name: sheet.name, rows };
}

async function readWorkbook(workbook: Workbook, context: IntakeContext, sink: RecordSink): Promise<IntakeResult> {
  const found = await survey(workbook, context);
  const log = new ProblemLog();
  if (!found.isIntact) log.add("stamp-changed", { sheet: hiddenSheets.stamp });
  const isMatrix = found.stamp ? found.stamp.kind === "matrix" : found.ours.some((sheet) => sheet.name !== hiddenSheets.lists);
  const matrix = new MatrixReader(context, log, workbook.from1904);
  for (const sheet of found.ours) matrix.take(await wholeSheet(workbook, sheet));

  if (isMatrix) {
    for (const sheet of found.others) log.add("unknown-sheet", { sheet: sheet.name }, sheet.name);
    const figures = matrix.end();
    return {
      format: "xlsx", kind: "matrix", ...(found.stamp ? { stamp: found.stamp } : {}),
      figures, source: matrix.source, records: 0, problems: log.problems, totals: log.totals, unmapped: [],
    };
  }
  if (!found.table) throw new IntakeRefusal("no-table", { columns: requiredColumns() });
  for (const sheet of found.others) if (sheet !== found.table) log.add("unknown-sheet", { sheet: sheet.name }, sheet.name);
  const stream: RowStream = { sheet: found.table.name, format: "xlsx", from1904: workbook.from1904, rows: workbook.rows(found.table) };
  const result = await readTable(stream, context, sink, matrix.source);
  return { ...result, ...(found.stamp ? { stamp: found.stamp } : {}), problems: [...log.problems, ...result.problems], totals: addTotals(log.totals, result.totals) };
}

function addTotals(one: ProblemTotals, other: ProblemTotals): ProblemTotals {
  return { errors: one.errors + other.errors, warnings: one.warnings + other.warnings, listed: one.listed + other.listed, byCode: { ...other.byCode, ...one.byCode } };
}

/** Reads one table: a long matrix when it has a column for the table, records otherwise. */
async function readTable(stream: RowStream, context: IntakeContext, sink: RecordSink, source: SourceStatement): Promise<IntakeResult> {
  const { head, whole } = await peek(stream, headerRows + 5);
  refuseIdentity(head, stream.sheet);
  const long = findLongHeader(head, context);
  if (long) {
    const log = new ProblemLog();
    const unmapped = new UnmappedLog();
    const reader = new LongMatrixReader(context, long, log, unmapped, stream.sheet);
    let rows = 0;
    for await (const batch of whole.rows)
      for (const row of batch) {
        if (row.number <= long.row || row.cells.every(isBlank)) continue;
        if (++rows > limits.matrixRows) throw new IntakeRefusal("too-many-rows", { limit: String(limits.matrixRows) });
        reader.take(row);
      }
    if (rows === 0) throw new IntakeRefusal("empty");
    const labels = new LabelBook(context.methodology, context.country.code, context.mappings);
    return { format: stream.format, kind: "matrix", figures: reader.end(), source, records: 0, problems: log.problems, totals: log.totals, unmapped: unmapped.list(labels) };
  }
  const reading = await readRecordTable(whole, context);
  const tally = new RecordTally(context.methodology, reading.missing);
  for await (const batch of reading.batches()) {
    tally.add(batch);
    await sink(batch);
  }
  const report = reading.report();
  return {
    format: stream.format, kind: "records", figures: tally.figures(), source, records: report.records,
    problems: report.problems, totals: report.totals, unmapped: report.unmapped,
  };
}
