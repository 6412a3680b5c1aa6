import { redirect } from "react-router";
import { databaseContext, languageContext } from "#web";
import { roomSlips } from "../pack.store.ts";
import { slipsPdf } from "../slips.ts";
import { attachment, fileAsked } from "./room-asked.ts";
import type { Route } from "./+types/room-slips.ts";

/** The personal codes of a copy as slips to print, for whoever leads and has its key. */
export async function action(asked: Route.ActionArgs) {
  const { id, key, back } = await fileAsked(asked);
  const given = await roomSlips(asked.context.get(databaseContext), id, key);
  if (typeof given === "string") return back(given);
  return attachment(await slipsPdf(given.meeting, given.slips, asked.context.get(languageContext)), `sala-${given.meeting}.pdf`, "application/pdf");
}

/** Opened as a page it leads to where the key is asked for. */
export function loader({ params, context }: Route.LoaderArgs) {
  return redirect(`/${context.get(languageContext)}/workspace/meetings/${params.meeting}/room-copy`, 303);
}
