import { read } from "#database";
import { actorContext, databaseContext } from "#web";
import { renditionFile } from "../document.store.ts";
import { archivedFileAnswer } from "../file-answer.ts";
import type { Route } from "./+types/document-file.ts";

/** A file of an archived document, for whoever may read it by the policies of the archive; 404 for everyone else. */
export async function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  const version = /^[1-9]\d{0,5}$/.test(params.version) ? Number(params.version) : undefined;
  if (version === undefined) return archivedFileAnswer(request, undefined);
  const wish = { document: params.number, version, name: params.file };
  return archivedFileAnswer(
    request,
    await read(context.get(databaseContext), context.get(actorContext), (tx) => renditionFile(tx, wish)),
  );
}
