import { archivedFileAnswer } from "#archive";
import { read } from "#database";
import { documentFile } from "../document.store.ts";
import { askedMeeting } from "./meeting-asked.ts";
import type { Route } from "./+types/document-file.ts";

/** The file of a paper, for whoever may read it; 404 for everyone else. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { database, actor, meeting } = await askedMeeting(args);
  return archivedFileAnswer(args.request, await read(database, actor, (tx) => documentFile(tx, meeting.id, args.params.document)));
}
