import { read } from "#database";
import { notFound } from "#web";
import { annotatedUpload } from "../intake-run.ts";
import { uploadOf } from "../upload.store.ts";
import { askedSubmission, enterers } from "./submission-asked.ts";
import type { Route } from "./+types/upload-marked.ts";

/** The user's own workbook with the problems marked in its cells. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, language } = await askedSubmission(args, enterers);
  const upload = await read(database, actor, (tx) => uploadOf(tx, args.params.upload));
  if (!upload || upload.collection !== of.collection || upload.country !== of.country) throw notFound();
  const marked = await annotatedUpload(database, actor, upload.id, language);
  if (!marked) throw notFound();
  return new Response(Buffer.from(marked.bytes), {
    headers: {
      "Content-Type":
        marked.extension === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(marked.name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
