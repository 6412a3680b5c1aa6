import { dayOf } from "#basics";
import { read } from "#database";
import { notFound } from "#web";
import { readFilter } from "../matrix.ts";
import { matrixFileName } from "../sheet.ts";
import { sheetFileOf } from "../sheet.store.ts";
import { writeMatrix } from "../sheet-write.ts";
import { askedPlanning, planReporters } from "./matrix-asked.ts";
import type { Route } from "./+types/matrix-file.ts";

/** The matrix as a workbook to be filled in by whoever asks; narrowed as the address says. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { database, actor, language } = askedPlanning(args, planReporters);
  const file = await read(database, actor, (tx) => sheetFileOf(tx, actor, args.params.plan, readFilter(args.url.searchParams), language, dayOf(new Date())));
  if (!file) throw notFound();
  return new Response(new Uint8Array(await writeMatrix(file)), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${matrixFileName(file.stamp)}"`,
      "cache-control": "private, no-store",
    },
  });
}
