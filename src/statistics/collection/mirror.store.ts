import type { Reading } from "#database";
import { type MirrorHint, mirrorHints } from "../validation/mirror/double-report.ts";
import { collectionOf } from "./collection.store.ts";
import { figuresOf } from "./figure.store.ts";
import { methodologyOf } from "./methodology.store.ts";
import { submissionsOf } from "./submission.store.ts";

/**
 * Hints of persons counted by two countries, over all figures that the actor may read. It is for the secretariat and the
 * platform: policies show the secretariat signed figures only, and a state that asked would see its own side alone.
 */
export async function mirrorReport(tx: Reading, collection: string): Promise<MirrorHint[]> {
  const opened = await collectionOf(tx, collection);
  if (!opened) return [];
  const methodology = await methodologyOf(tx, opened.methodology);
  const handedIn = (await submissionsOf(tx, collection)).filter(({ state }) => ["signed", "under-review", "accepted", "released"].includes(state));
  const sides = [];
  for (const { country } of handedIn) sides.push({ country, figures: await figuresOf(tx, { collection, country }) });
  const members = await tx.selectFrom("coalition.member").select(["country", "name_es", "name_en"]).execute();
  return mirrorHints(methodology, sides, new Map(members.map((each) => [each.country, { es: each.name_es, en: each.name_en }])));
}
