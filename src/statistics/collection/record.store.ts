import { type CopyIn, type Reading, type Writing, copyInto, sql } from "#database";
import type { VictimRecord } from "../intake/index.ts";
import type { Of } from "./member.ts";

const columns = "line, case_code, identified_on, victim_status, sex, age_group, forms, main_form, citizenship, scope, services";

/** Records on their way into the database: batches as they are read, then all of them at once, or none. */
export interface RecordLanding {
  readonly take: (batch: readonly VictimRecord[]) => Promise<void>;
  /** Ends the landing: the transaction can do other work again. Harmless when it is asked twice. */
  readonly finish: () => Promise<void>;
  /** Replaces the submission's records with those that were taken, in this transaction. */
  readonly settle: () => Promise<void>;
}

/**
 * Opens the landing of one record file. COPY takes the rows into a temporary table that only this transaction sees, at the
 * speed of COPY; `settle` moves them under row-level security in one statement, which is one entry of the audit. A file with
 * errors, or a server that is killed, leaves nothing. While batches come in, the transaction can do nothing else.
 */
export function landRecords(tx: Writing, of: Of): RecordLanding {
  let copy: CopyIn | undefined;
  const open = async (): Promise<CopyIn> => {
    await sql`create temporary table landed_record (line integer, case_code text, identified_on date, victim_status text, sex text,
      age_group text, forms text[], main_form text, citizenship text, scope text, services text[]) on commit drop`.execute(tx);
    return copyInto(tx, `copy landed_record (${columns}) from stdin`);
  };
  return {
    take: async (batch) => {
      copy ??= await open();
      await copy.write(batch.map(copyLine).join(""));
    },
    finish: async () => copy?.end(),
    settle: async () => {
      await tx.deleteFrom("statistics.record").where("collection", "=", of.collection).where("country", "=", of.country).execute();
      if (!copy) return;
      await sql`insert into statistics.record (collection, country, ${sql.raw(columns)})
        select ${of.collection}, ${of.country}, ${sql.raw(columns)} from landed_record`.execute(tx);
    },
  };
}

const special = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A text for COPY's own format, where backslash, tab and line end carry meaning. */
function plain(text: string): string {
  return text.replace(special, (sign) => escapes[sign] ?? sign);
}

/** Codes of a list hold letters, digits and low lines only, so that an array of them needs no quotes. */
function array(codes: readonly string[]): string {
  return `{${codes.join(",")}}`;
}

function copyLine(record: VictimRecord): string {
  return `${record.row}\t${plain(record.caseCode)}\t${record.identifiedOn || "\\N"}\t${record.status}\t${record.sex}\t${record.ageGroup}\t${array(record.forms)}\t${record.mainForm || "\\N"}\t${record.citizenship}\t${record.scope}\t${array(record.services)}\n`;
}

/** The records of a submission in the order of its file. Policies show them to their own country alone. */
export async function recordsOf(tx: Reading, of: Of): Promise<VictimRecord[]> {
  const rows = await tx
    .selectFrom("statistics.record")
    .selectAll()
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("line")
    .execute();
  return rows.map((row) => ({
    row: row.line,
    caseCode: row.case_code,
    identifiedOn: row.identified_on ?? "",
    status: row.victim_status,
    sex: row.sex,
    ageGroup: row.age_group,
    forms: row.forms,
    mainForm: row.main_form ?? "_U",
    citizenship: row.citizenship,
    scope: row.scope,
    services: row.services,
  }));
}
