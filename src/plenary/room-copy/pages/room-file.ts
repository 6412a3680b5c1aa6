import { redirect } from "react-router";
import { databaseContext, languageContext } from "#web";
import { sessionFile } from "../pack.store.ts";
import { attachment, fileAsked } from "./room-asked.ts";
import type { Route } from "./+types/room-file.ts";

/** The sealed file of a session that was handed over, for whoever leads and has its key. */
export async function action(asked: Route.ActionArgs) {
  const { id, key, back } = await fileAsked(asked);
  const packed = await sessionFile(asked.context.get(databaseContext), id, key);
  return typeof packed === "string" ? back(packed) : attachment(packed.file, `sala-${packed.meeting}.corett`, "application/octet-stream");
}

/** Opened as a page it leads to where the key is asked for. */
export function loader({ params, context }: Route.LoaderArgs) {
  return redirect(`/${context.get(languageContext)}/workspace/meetings/${params.meeting}/room-copy`, 303);
}
