import type { Actor } from "#basics";
import { write } from "#database";
import { accept } from "../../../src/statistics/collection/accept.store.ts";
import { beginReview } from "../../../src/statistics/collection/begin-review.store.ts";
import { enterExample, explainAll } from "../../../src/statistics/collection/example.ts";
import { reopen } from "../../../src/statistics/collection/reopen.store.ts";
import { returnWithReasons } from "../../../src/statistics/collection/return.store.ts";
import { sign } from "../../../src/statistics/collection/sign.store.ts";
import { submit } from "../../../src/statistics/collection/submit.store.ts";
import type { Figure } from "../../../src/statistics/figure.ts";
import { exampleFigures, figure } from "../../../src/statistics/validation/example-figures.ts";
import { type Platform, demoMember } from "./platform.ts";

/** Guatemala: 80 persons, of whom 3 boys, a count that must never be printed; the table of main forms is left blank. */
export function guatemalaFigures(): Figure[] {
  const changed: Record<string, number> = { "victims:M.MINOR": 3, "victims:M.ADULT": 13, "victims:_T.MINOR": 27, "victims:_T.ADULT": 53 };
  return times(2)
    .map((each) => (each.cell in changed ? figure(each.cell, changed[each.cell] ?? 0) : each))
    .filter(({ cell }) => !cell.startsWith("main_form:"));
}

/** The small example year with every count multiplied, so that its numbers are found again wherever they turn up. */
export function times(factor: number): Figure[] {
  return exampleFigures().map((each) => (each.value.kind === "count" ? figure(each.cell, each.value.count * factor) : each));
}

/** The same figures with one cell changed. */
export function withCell(figures: readonly Figure[], cell: string, count: number): Figure[] {
  return figures.map((each) => (each.cell === cell ? figure(cell, count) : each));
}

/** How far a country is brought without a browser. */
export type Station = "entered" | "submitted" | "signed" | "accepted";

/** Brings a country's figures to a station in the names of the demonstration's people. */
export async function bringTo(station: Station, { world }: Platform, of: { collection: string; country: string }, figures: readonly Figure[]): Promise<void> {
  const { database } = world;
  const [focal, titular] = [demoMember("focal-point", of.country), demoMember("delegate-titular", of.country)];
  const secretariat = demoMember("secretariat");
  const now = new Date();
  const act = async (actor: Actor, work: Parameters<typeof write<string | undefined>>[2]): Promise<void> => {
    const refusal = await write(database, actor, work);
    if (refusal) throw new Error(`${of.country}: ${refusal}`);
  };
  await enterExample(database, focal, of, figures);
  if (station === "entered") return;
  await explainAll(database, focal, of, now.toISOString().slice(0, 10));
  await act(focal, (tx) => submit(tx, focal, of, now));
  if (station === "submitted") return;
  await act(titular, (tx) => sign(tx, titular, of, now));
  if (station === "signed") return;
  await act(secretariat, (tx) => beginReview(tx, secretariat, of));
  await act(secretariat, (tx) => accept(tx, secretariat, of));
}

/** Lets a country correct accepted figures: reopened, returned, entered again, and accepted once more. */
export async function correct(platform: Platform, of: { collection: string; country: string }, figures: readonly Figure[]): Promise<void> {
  const secretariat = demoMember("secretariat");
  const { database } = platform.world;
  await write(database, secretariat, (tx) => reopen(tx, secretariat, of, "El país avisó de un error."));
  await write(database, secretariat, (tx) => returnWithReasons(tx, secretariat, of, [{ body: "Corrija el dato." }]));
  await bringTo("accepted", platform, of, figures);
}
