import { isLanguage } from "#basics";
import { read } from "#database";
import { templateFileName, writeTemplate } from "../../template/index.ts";
import { earlierFigures, figuresOf } from "../figure.store.ts";
import { recordsOf } from "../record.store.ts";
import { askedSubmission } from "./submission-asked.ts";
import type { Route } from "./+types/template-file.ts";

/** The workbook of a country and year, with what is in already and last year's figures beside the cells. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, name, collection, submission, methodology, language: ofPage } = await askedSubmission(args);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("language") ?? undefined;
  const language = isLanguage(asked) ? asked : ofPage;
  const kind = query.get("kind") === "records" ? "records" : "matrix";
  const { figures, earlier, records } = await read(database, actor, async (tx) => ({
    figures: await figuresOf(tx, of),
    earlier: (await earlierFigures(tx, of, 1))[0],
    // Records stay with their country: for the secretariat the sheet is empty.
    records: kind === "records" && actor.country !== undefined ? await recordsOf(tx, of) : [],
  }));
  const { authority, referenceDate, source } = submission;
  const bytes = await writeTemplate({
    methodology,
    country: { code: of.country, name },
    year: collection.year,
    language,
    kind,
    collectionId: of.collection,
    figures: kind === "matrix" ? figures : [],
    records,
    ...(earlier ? { lastYear: earlier.figures } : {}),
    source: { ...(authority ? { authority } : {}), ...(referenceDate ? { referenceDate } : {}), ...(source ? { source } : {}) },
  });
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${templateFileName(of.country, collection.year, language, kind)}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
