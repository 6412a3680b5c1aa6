import type { Actor } from "#basics";
import type { Writing } from "#database";
import type { Figure } from "../figure.ts";
import { type VictimRecord, aggregateRecords } from "../intake/index.ts";
import type { DimensionId, Methodology } from "../methodology/methodology.ts";
import { parseCell } from "../figure.ts";
import { planCells } from "../validation/matrix.ts";
import { figuresOf, replaceFigures, setKind } from "./figure.store.ts";
import type { Of } from "./member.ts";
import { recordsOf } from "./record.store.ts";
import type { SavingRefusal } from "./refusal.ts";
import { holdFor, isRefusal } from "./submission.store.ts";

/** Adds one record and counts the tables anew. With the first one the submission is made from records. */
export async function addRecord(
  tx: Writing,
  actor: Actor,
  of: Of,
  methodology: Methodology,
  record: VictimRecord,
): Promise<SavingRefusal | "case-code-twice" | undefined> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return submission as SavingRefusal; // `enter` is refused with these words alone
  const standing = await recordsOf(tx, of);
  if (standing.some((each) => each.caseCode === record.caseCode)) return "case-code-twice";
  const line = Math.max(0, ...standing.map((each) => each.row)) + 1;
  await tx
    .insertInto("statistics.record")
    .values({
      ...of,
      line,
      case_code: record.caseCode,
      identified_on: record.identifiedOn || null,
      victim_status: record.status,
      sex: record.sex,
      age_group: record.ageGroup,
      forms: [...record.forms],
      main_form: record.mainForm || null,
      citizenship: record.citizenship,
      scope: record.scope,
      services: [...record.services],
    })
    .execute();
  const missing = submission.kind === "records" ? missingDimensions(methodology, await figuresOf(tx, of)) : [];
  await replaceFigures(tx, of, planCells(methodology), aggregateRecords([...standing, record], methodology, missing));
  if (submission.kind !== "records") await setKind(tx, of, "records");
  return undefined;
}

/** Removes one record and counts the tables anew. */
export async function removeRecord(
  tx: Writing,
  actor: Actor,
  of: Of,
  methodology: Methodology,
  line: number,
): Promise<SavingRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return submission as SavingRefusal;
  const standing = await recordsOf(tx, of);
  if (submission.kind !== "records" || !standing.some((each) => each.row === line)) return "not-found";
  const missing = missingDimensions(methodology, await figuresOf(tx, of));
  await tx
    .deleteFrom("statistics.record")
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .where("line", "=", line)
    .execute();
  const rest = standing.filter((each) => each.row !== line);
  await replaceFigures(tx, of, planCells(methodology), aggregateRecords(rest, methodology, missing));
  return undefined;
}

/**
 * Attributes for which the country's file had no column: every table by them is 'not collected' as it stands. One more record
 * must not turn that into a count of zero.
 */
function missingDimensions(methodology: Methodology, figures: readonly Figure[]): DimensionId[] {
  const stated = new Set(
    figures
      .filter(({ value }) => value.kind !== "absent" || value.absence !== "not-collected")
      .map(({ cell }) => parseCell(cell).table),
  );
  const known = new Set(figures.map(({ cell }) => parseCell(cell).table));
  return methodology.dimensions
    .map((dimension) => dimension.id)
    .filter((id) =>
      methodology.tables
        .filter((table) => table.dimensions.includes(id))
        .every((table) => known.has(table.id) && !stated.has(table.id)),
    );
}
