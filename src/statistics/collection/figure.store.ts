import type { Actor } from "#basics";
import type { Reading, Writing } from "#database";
import type { Figure } from "../figure.ts";
import { cellsOf } from "../methodology/plan.ts";
import { differences } from "./difference.ts";
import { asFigure, asRow, figureColumns } from "./figure-row.ts";
import type { Of } from "./member.ts";
import { collectionOf } from "./collection.store.ts";
import { methodologyOf } from "./methodology.store.ts";
import type { SavingRefusal } from "./refusal.ts";
import { holdFor, isRefusal } from "./submission.store.ts";

/**
 * The figures of a submission as they stand, by cell. Policies decide who sees them: the country always, the secretariat from
 * the signature on, nobody else.
 */
export async function figuresOf(tx: Reading, of: Of): Promise<Figure[]> {
  const rows = await tx
    .selectFrom("statistics.figure")
    .select(figureColumns)
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("cell")
    .execute();
  return rows.map(asFigure);
}

/**
 * Writes some cells of a matrix: those of `cells` that `figures` does not state become blank. Only what changes is written,
 * so that the audit shows what a person did. The caller has checked that the actor may.
 */
export async function replaceFigures(tx: Writing, of: Of, cells: readonly string[], figures: readonly Figure[]): Promise<number> {
  const scope = new Set(cells);
  const standing = (await figuresOf(tx, of)).filter((figure) => scope.has(figure.cell));
  const stated = figures.filter((figure) => scope.has(figure.cell));
  const notes = new Map(standing.map((figure) => [figure.cell, figure.note]));
  const changed = new Set(differences(standing, stated).map((each) => each.cell));
  for (const { cell, note } of stated) if (notes.has(cell) && (notes.get(cell) ?? "") !== (note?.trim() ?? "")) changed.add(cell);
  if (changed.size === 0) return 0;
  await tx
    .deleteFrom("statistics.figure")
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .where("cell", "in", [...changed])
    .execute();
  const rows = stated.filter((figure) => changed.has(figure.cell)).map((figure) => ({ ...of, ...asRow(figure) }));
  if (rows.length > 0) await tx.insertInto("statistics.figure").values(rows).execute();
  return changed.size;
}

/** Saves cells that were entered in the web form, see `readEntries`. A matrix made from records is not edited by hand. */
export async function saveTable(
  tx: Writing,
  actor: Actor,
  of: Of,
  table: { readonly cells: readonly string[]; readonly figures: readonly Figure[] },
): Promise<SavingRefusal | undefined> {
  const submission = await holdFor(tx, actor, of, "enter");
  if (isRefusal(submission)) return submission as SavingRefusal; // `enter` is refused with these words alone
  if (submission.kind === "records") return "made-from-records";
  const collection = await collectionOf(tx, of.collection);
  const methodology = await methodologyOf(tx, collection?.methodology ?? "");
  const known = new Set(methodology.tables.flatMap((plan) => cellsOf(methodology, plan).map((each) => each.cell)));
  if (!table.cells.every((cell) => known.has(cell))) return "unknown-cell";
  const changed = await replaceFigures(tx, of, table.cells, table.figures);
  if (changed > 0 && submission.kind === null) await setKind(tx, of, "matrix");
  return undefined;
}

/** Says whether the submission's matrix was entered as such or made from records. */
export async function setKind(tx: Writing, of: Of, kind: "matrix" | "records"): Promise<void> {
  await tx.updateTable("statistics.submission").set({ kind }).where("collection", "=", of.collection).where("country", "=", of.country).execute();
}

/** The matrix of a round as it was submitted; empty when that round is not the actor's to see. */
export async function roundFigures(tx: Reading, of: Of, round: number): Promise<Figure[]> {
  const rows = await tx
    .selectFrom("statistics.figure_round")
    .select(figureColumns)
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .where("round", "=", round)
    .orderBy("cell")
    .execute();
  return rows.map(asFigure);
}

/** Rounds whose matrix the actor may see, the first one first. */
export async function roundsOf(tx: Reading, of: Of): Promise<number[]> {
  const rows = await tx
    .selectFrom("statistics.figure_round")
    .select("round")
    .distinct()
    .where("collection", "=", of.collection)
    .where("country", "=", of.country)
    .orderBy("round")
    .execute();
  return rows.map((row) => row.round);
}

/** Freezes the matrix as it stands as that of a round. */
export async function freezeRound(tx: Writing, of: Of, round: number): Promise<void> {
  const rows = (await figuresOf(tx, of)).map((figure) => ({ ...of, round, ...asRow(figure) }));
  if (rows.length > 0) await tx.insertInto("statistics.figure_round").values(rows).execute();
}

/**
 * What the same country stated in earlier years, the nearest year first, `years` back at most. Exercises have earlier
 * exercises, real years have real ones. A year for which the actor sees no figures is left out.
 */
export async function earlierFigures(tx: Reading, of: Of, years = 10): Promise<{ year: number; figures: Figure[] }[]> {
  const collection = await collectionOf(tx, of.collection);
  if (!collection) return [];
  const rows = await tx
    .selectFrom("statistics.figure as f")
    .innerJoin("statistics.collection as c", "c.id", "f.collection")
    .select(["c.year", "f.cell", "f.lo", "f.hi", "f.suppressed", "f.absence", "f.note"])
    .where("f.country", "=", of.country)
    .where("c.topic", "=", collection.topic)
    .where("c.exercise", "=", collection.exercise)
    .where("c.year", "<", collection.year)
    .where("c.year", ">=", collection.year - years)
    .orderBy("c.year", "desc")
    .orderBy("f.cell")
    .execute();
  return [...Map.groupBy(rows, (row) => row.year)].map(([year, found]) => ({ year, figures: found.map(asFigure) }));
}
