import type { Reading, Writing, sql } from "#database";

type Query = ReturnType<typeof sql<unknown>>;

/**
 * The rows of a statement in SQL. Its shape is said where it is written: `ask<{ name: string }>(tx, sql`select name …`)`.
 *
 * A reading transaction stays one: PostgreSQL refuses a write in it, whatever the statement says.
 */
export async function ask<Row>(tx: Reading, query: Query): Promise<Row[]> {
  const { rows } = await query.execute(tx);
  return rows as Row[]; // the statement beside the call decides the shape
}

/** How many rows a statement changed. */
export async function change(tx: Writing, query: Query): Promise<number> {
  const { numAffectedRows } = await query.execute(tx);
  return Number(numAffectedRows ?? 0);
}
