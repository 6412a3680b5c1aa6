import { type Database, read } from "#database";
import type { Actor, Language } from "#basics";
import { collectionOf } from "../../src/statistics/collection/collection.store.ts";
import { collectionId } from "../../src/statistics/collection/collection.ts";
import { earlierFigures, figuresOf } from "../../src/statistics/collection/figure.store.ts";
import { methodologyOf } from "../../src/statistics/collection/methodology.store.ts";
import { templateFileName, writeTemplate } from "../../src/statistics/template/index.ts";
import { CommandFault } from "../terminal.ts";

/** A country's template of a year with the figures that stand, and the last year's beside them. */
export async function templateFor(
  database: Database,
  actor: Actor,
  request: { readonly country: string; readonly year: number; readonly exercise?: boolean; readonly language: Language; readonly kind: "matrix" | "records" },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { country, year, language, kind } = request;
  const id = collectionId(year, request.exercise);
  return read(database, actor, async (tx) => {
    const opened = await collectionOf(tx, id);
    if (!opened) throw new CommandFault(language === "es" ? `El año ${year} no está abierto.` : `The year ${year} is not open.`);
    const of = { collection: id, country };
    const member = await tx.selectFrom("coalition.member").select(["name_es", "name_en"]).where("country", "=", country).executeTakeFirstOrThrow();
    const [before] = await earlierFigures(tx, of, 1);
    const figures = await figuresOf(tx, of);
    const bytes = await writeTemplate({
      methodology: await methodologyOf(tx, opened.methodology),
      country: { code: country, name: { es: member.name_es, en: member.name_en } },
      year,
      language,
      kind,
      collectionId: id,
      ...(kind === "matrix" ? { figures } : {}),
      ...(before ? { lastYear: before.figures } : {}),
    });
    return { name: templateFileName(country, year, language, kind), bytes };
  });
}
