import type { DimensionId } from "../methodology/methodology.ts";
import { type Row, isBlank, textOf } from "./cell.ts";
import type { IntakeContext } from "./context.ts";
import { LabelBook, type UnmappedLabel } from "./label.ts";
import { type Problem, ProblemLog, type ProblemTotals } from "./problem.ts";
import type { VictimRecord } from "./record.ts";
import { RecordChecker } from "./record-check.ts";
import { type RecordHeader, findRecordHeader, headerRows, refuseIdentity, requiredColumns } from "./record-header.ts";
import { IntakeRefusal } from "./refusal.ts";
import { limits } from "./source.ts";
import { UnmappedLog } from "./unmapped.ts";

/** A table of rows as it comes out of a file, whatever the format. */
export interface RowStream {
  readonly sheet: string;
  readonly format: "xlsx" | "csv";
  readonly from1904: boolean;
  readonly rows: AsyncGenerator<readonly Row[]>;
}

/** What is known of a record file once it has been read to its end. */
export interface RecordReport {
  /** Rows that hold anything, good or bad. */
  readonly rows: number;
  /** Rows that became records. */
  readonly records: number;
  /** Dimensions for which the file has no column: their tables are 'not collected'. */
  readonly missing: readonly DimensionId[];
  readonly problems: readonly Problem[];
  readonly totals: ProblemTotals;
  readonly unmapped: readonly UnmappedLabel[];
}

/** A record file being read: batches of good records as they come, and the report at the end. */
export interface RecordReading {
  readonly missing: readonly DimensionId[];
  /**
   * The good records, a few thousand at a time, in the order of the file. Nothing may be kept for good before the report
   * says that there are no errors: half a file is no file. Throws `IntakeRefusal`.
   */
  batches(): AsyncGenerator<readonly VictimRecord[]>;
  /** Complete when `batches` has ended. */
  report(): RecordReport;
}

/** The first rows of a table, and the table from its start again. */
export async function peek(stream: RowStream, count: number): Promise<{ head: Row[]; whole: RowStream }> {
  const kept: (readonly Row[])[] = [];
  let seen = 0;
  while (seen < count) {
    const { value, done } = await stream.rows.next();
    if (done) break;
    kept.push(value);
    seen += value.length;
  }
  async function* again(): AsyncGenerator<readonly Row[]> {
    yield* kept.splice(0); // let go once passed on
    yield* stream.rows;
  }
  return { head: kept.flat().slice(0, count), whole: { ...stream, rows: again() } };
}

/**
 * Begins to read a record file: finds the header, and refuses identity columns by name before any row is looked at.
 * Throws `IntakeRefusal` when the file is not a record file.
 */
export async function readRecordTable(stream: RowStream, context: IntakeContext): Promise<RecordReading> {
  const { head, whole } = await peek(stream, headerRows + 5);
  refuseIdentity(head, stream.sheet);
  const header = findRecordHeader(head, context.methodology);
  if (!header) {
    if (head.every((row) => row.cells.every(isBlank))) throw new IntakeRefusal("empty");
    throw new IntakeRefusal("no-table", { columns: requiredColumns() });
  }
  const log = new ProblemLog();
  const unmapped = new UnmappedLog();
  const labels = new LabelBook(context.methodology, context.country.code, context.mappings);
  const place = { methodology: context.methodology, country: context.country.code, year: context.year, from1904: stream.from1904, sheet: stream.sheet };
  const checker = new RecordChecker(place, header, labels, log, unmapped);
  for (const column of header.unknown)
    log.add("unknown-column", { sheet: stream.sheet, row: header.row, column, columnName: (header.names[column] ?? "").slice(0, 60) });

  let rows = 0;
  let records = 0;
  async function* batches(): AsyncGenerator<readonly VictimRecord[]> {
    const limit = stream.format === "csv" ? limits.csvRows : limits.workbookRows;
    for await (const batch of whole.rows) {
      const good: VictimRecord[] = [];
      for (const row of batch) {
        if (row.number <= header!.row || row.cells.every(isBlank)) continue; // header was found above
        if (++rows > limit) throw new IntakeRefusal("too-many-rows", { limit: limit.toLocaleString("en-US") });
        if (stream.format === "csv" && !row.broken && hasOtherWidth(row, header!)) {
          log.add("column-count", { row: row.number }, undefined, { found: String(row.cells.length), expected: String(header!.names.length) });
          continue;
        }
        const record = checker.check(row);
        if (record) good.push(record);
      }
      records += good.length;
      if (good.length > 0) yield good;
    }
    checker.end();
    if (rows === 0) throw new IntakeRefusal("empty");
  }
  return {
    missing: header.missing,
    batches,
    report: () => ({ rows, records, missing: header.missing, problems: log.problems, totals: log.totals, unmapped: unmapped.list(labels) }),
  };
}

/** A CSV row is out of step with its header: short, or with something beyond the last column. */
function hasOtherWidth(row: Row, header: RecordHeader): boolean {
  const expected = header.names.length;
  return row.cells.length < expected || row.cells.slice(expected).some((cell) => textOf(cell) !== "");
}
