import { type Actor, isDay } from "#basics";
import type { Reading, Writing } from "#database";
import { placeOf } from "../progress/report.store.ts";
import { leads } from "../progress/report.ts";
import type { IndicatorRefusal } from "./refusal.ts";

/** A word beside a figure: it explains, it does not change. Days are ISO days. */
export interface Annotation {
  readonly id: string;
  readonly text: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly name: string;
  readonly at: Date;
}

/** The annotations of an indicator, the newest first. Anyone who reads the plan reads them. */
export async function annotationsOf(tx: Reading, key: string): Promise<Annotation[]> {
  return tx
    .selectFrom("planning.annotation")
    .select(["id", "text", "from_day as from", "until_day as until", "name", "at"])
    .where("key", "=", key)
    .orderBy("at", "desc")
    .execute();
}

/** What became of an annotation. */
export type Annotated = { readonly refusal: IndicatorRefusal } | { readonly problems: Record<string, string[]> } | { readonly kept: string };

/** Writes a word beside an indicator's figure. Policy `leaders_annotate`; the table takes nothing back. */
export async function annotate(
  tx: Writing,
  actor: Actor,
  plan: string,
  key: string,
  draft: { readonly id: string; readonly text: string; readonly from: string; readonly until: string },
): Promise<Annotated> {
  if (actor.kind !== "member" || !leads(actor)) return { refusal: "not-yours" };
  const place = await placeOf(tx, plan, key);
  if (!place) return { refusal: "unknown-node" };
  if (place.node.kind !== "indicator") return { refusal: "not-an-indicator" };
  const problems: Record<string, string[]> = {};
  if (draft.text.trim() === "") problems["text"] = ["needed"];
  if (draft.text.length > 4000) problems["text"] = ["too-long"];
  if (draft.from !== "" && !isDay(draft.from)) problems["annotationFrom"] = ["not-a-day"];
  if (draft.until !== "" && !isDay(draft.until)) problems["annotationUntil"] = ["not-a-day"];
  else if (draft.from !== "" && draft.until !== "" && draft.until < draft.from) problems["annotationUntil"] = ["period-reversed"];
  if (Object.keys(problems).length > 0) return { problems };
  await tx
    .insertInto("planning.annotation")
    .values({ id: draft.id, key, text: draft.text.trim(), from_day: draft.from || null, until_day: draft.until || null, account: actor.account, name: actor.name })
    .onConflict((already) => already.doNothing())
    .execute();
  return { kept: draft.id };
}
