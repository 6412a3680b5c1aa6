import { redirect } from "react-router";
import { dayOf } from "#basics";
import { forbidden, originContext } from "#web";
import { asked, leaders, said } from "../../progress/pages/asked.ts";
import { readWish } from "../handover.ts";
import { makePackage } from "../package.store.ts";
import type { Route } from "./+types/package-file.ts";

/** The file comes by the form alone: making it leaves an entry. Its address leads to the page. */
export function loader(args: Route.LoaderArgs): never {
  const { language } = asked(args, leaders);
  throw redirect(`/${language}/workspace/plans/handover`, 303);
}

/** Makes the package and gives it; with a bad wish, or without a term, back to the page, which says what is wrong. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const { actor, database, language } = asked(args, leaders);
  const form = await args.request.formData();
  const today = dayOf(new Date());
  const read = readWish((name) => said(form, name), today);
  const page = `/${language}/workspace/plans/handover?${new URLSearchParams({ office: said(form, "office"), day: said(form, "day") })}`;
  if ("problems" in read) return redirect(page, 303);
  const made = await makePackage(database, actor, read.wish, today, args.context.get(originContext));
  if ("refusal" in made) {
    if (made.refusal === "not-yours") throw forbidden();
    return redirect(page, 303);
  }
  return new Response(new Uint8Array(made.bytes), {
    headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${made.name}"`, "cache-control": "private, no-store" },
  });
}
