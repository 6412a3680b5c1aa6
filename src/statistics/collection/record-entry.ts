import type { Text } from "#basics";
import {
  IntakeRefusal,
  type IntakeContext,
  type Problem,
  type RecordColumnId,
  type VictimRecord,
  readSubmission,
  recordColumns,
} from "../intake/index.ts";

/** The fields of one record as they were typed or chosen, by column; several codes where a person may have several. */
export type RecordFields = Readonly<Partial<Record<RecordColumnId, readonly string[]>>>;

/** A problem of one field, in both languages; without a column it is about the whole record. */
export interface RecordProblem {
  readonly column?: RecordColumnId;
  readonly text: Text;
}

/** The columns that the web form asks for. The age in years is left to files: the group is enough to count. */
export const enteredColumns = recordColumns.filter((column) => column.id !== "age");

/**
 * Reads one record of the web form. It is checked as a file of one row is, so that form and file never differ in what they
 * accept: codes, dates of the year, minors, and everything that would say who the person is.
 */
export async function readRecordEntry(
  context: IntakeContext,
  fields: RecordFields,
): Promise<{ readonly record: VictimRecord } | { readonly problems: readonly RecordProblem[] }> {
  const quoted = (text: string) => `"${text.replace(/[\r\n]+/g, " ").replaceAll('"', '""')}"`;
  const header = enteredColumns.map((column) => quoted(column.title.es)).join(",");
  const row = enteredColumns
    .map((column) => quoted((fields[column.id] ?? []).map((value) => value.trim()).join("; ")))
    .join(",");
  const records: VictimRecord[] = [];
  try {
    const read = await readSubmission(
      { name: "", bytes: new TextEncoder().encode(`${header}\n${row}\n`) },
      context,
      (batch) => {
        records.push(...batch);
      },
    );
    const [record] = records;
    const problems = read.problems.filter((problem) => problem.severity === "error").map(problemOfField);
    return record && problems.length === 0 ? { record } : { problems };
  } catch (fault) {
    if (!(fault instanceof IntakeRefusal)) throw fault;
    return { problems: [{ text: { es: `${fault.text.es} ${fault.mend.es}`, en: `${fault.text.en} ${fault.mend.en}` } }] };
  }
}

function problemOfField({ column, message, mend }: Problem): RecordProblem {
  const id = column === undefined ? undefined : enteredColumns[column.letter.charCodeAt(0) - 65]?.id; // ten columns: one letter each
  return {
    ...(id === undefined ? {} : { column: id }),
    text: { es: `${message.es} ${mend.es}`, en: `${message.en} ${mend.en}` },
  };
}
