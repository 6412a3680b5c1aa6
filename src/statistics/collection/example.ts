import type { Actor } from "#basics";
import { type Database, write } from "#database";
import type { Figure } from "../figure.ts";
import { cellsOf, tableOf } from "../methodology/plan.ts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { exampleFigures } from "../validation/example-figures.ts";
import { openCollection } from "./collection.store.ts";
import { saveTable } from "./figure.store.ts";
import { explain } from "./remark.store.ts";
import { saveSourceSheet } from "./source-sheet.store.ts";
import { adoptMethodology } from "./methodology.store.ts";
import type { Of } from "./member.ts";
import { validationReport } from "./validation-report.store.ts";

const secretariatTask: Actor = { kind: "system", task: "example" };

/** Adopts the methodology and opens a year for these countries. */
export async function openExampleYear(database: Database, year: number, members: readonly string[]): Promise<string> {
  return write(database, secretariatTask, async (tx) => {
    await adoptMethodology(tx, trafficking1);
    const opened = await openCollection(tx, secretariatTask, {
      year,
      methodology: trafficking1.version,
      deadline: `${year + 1}-03-31`,
      publishOn: `${year + 1}-06-30`,
      members,
    });
    if ("refusal" in opened) throw new Error(opened.refusal);
    return opened.id;
  });
}

/** Enters figures and a source sheet as the focal point does in the web form. */
export async function enterExample(database: Database, focalPoint: Actor, of: Of, figures: readonly Figure[] = exampleFigures()): Promise<void> {
  await write(database, focalPoint, async (tx) => {
    for (const plan of trafficking1.tables) {
      const cells = cellsOf(trafficking1, tableOf(trafficking1, plan.id)).map(({ cell }) => cell);
      const refusal = await saveTable(tx, focalPoint, of, { cells, figures });
      if (refusal) throw new Error(refusal);
    }
    const year = Number(/\d{4}/.exec(of.collection)?.[0]);
    await saveSourceSheet(tx, focalPoint, of, { authority: "Ministerio Público", referenceDate: `${year + 1}-02-01`, source: "Registro nacional" });
  });
}

/** Explains every open warning, so that the submission may go on. */
export async function explainAll(database: Database, focalPoint: Actor, of: Of, today: string): Promise<number> {
  return write(database, focalPoint, async (tx) => {
    const report = await validationReport(tx, of.collection, of.country, today);
    const open = (report?.findings ?? []).filter((each) => each.severity === "warning" && !each.explanation);
    for (const each of open) await explain(tx, focalPoint, of, { finding: each.key, body: "Revisado con el registro." });
    return open.length;
  });
}
