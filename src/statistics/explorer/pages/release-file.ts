import { databaseContext } from "#web";
import { fileAnswer } from "../file-answer.ts";
import type { Route } from "./+types/release-file.ts";

/** A file of a published release, or all of them in one archive. */
export function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  return fileAnswer(context.get(databaseContext), request, {
    collection: params.collection ?? "",
    version: params.version ?? "",
    path: params["*"] ?? "",
  });
}
