import { read } from "#database";
import { officesFor } from "#identity";
import { databaseContext, memberIn, notFound } from "#web";
import { releaseFile, releasesOf } from "../release.store.ts";
import type { Route } from "./+types/release-file.ts";

/**
 * One file of a release that is not public yet, or of the version that `?version=` names. Policies decide: a state has the
 * files about itself alone, the secretariat all of them.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, officesFor("submission.read"));
  const path = params["*"];
  const asked = new URL(request.url).searchParams.get("version");
  const file = await read(context.get(databaseContext), actor, async (tx) => {
    const heads = await releasesOf(tx, params.collection);
    const head = asked === null ? heads[0] : heads.find((each) => String(each.version) === asked);
    return head && releaseFile(tx, params.collection, head.version, path);
  });
  if (!file) throw notFound();
  const name = `${params.collection}-${path.split("/").at(-1) ?? "file"}`;
  const isShown = /^(image\/png|image\/svg|application\/pdf|text\/plain|application\/json)/.test(file.mediaType);
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `${isShown ? "inline" : "attachment"}; filename="${name}"`,
      "Content-Length": String(file.size),
      "Cache-Control": "private, no-store",
    },
  });
}
