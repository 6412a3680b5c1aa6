import { dayOf } from "#basics";
import { read } from "#database";
import { officialPdf } from "#documents";
import { notFound } from "#web";
import { reportNow } from "../accountability.store.ts";
import { askedReport } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-file.ts";

/** The draft as a PDF: every page says that it is one. Approved reports are read in the archive. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { database, actor, language, report } = await askedReport(args);
  if (report.state !== "draft") throw notFound();
  const { documents } = await read(database, actor, (tx) => reportNow(tx, report, dayOf(new Date())));
  return new Response(new Uint8Array(await officialPdf(documents[language])), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="BORRADOR-${report.number}-${language}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
