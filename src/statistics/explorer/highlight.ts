import type { Database } from "#database";
import { formatCount } from "#basics";
import type { Highlight } from "#web";
import { REGION } from "../release/release-data.ts";
import { yearPart } from "./address.ts";
import { headlineOf } from "./area-page.ts";
import { newestOfEach, publishedHeads, publishedRelease } from "./published.store.ts";

/** The figure that the home page leads with: the newest official year in which the region's sum is one exact number. */
export async function regionalHighlight(database: Database): Promise<Highlight | undefined> {
  for (const head of newestOfEach(await publishedHeads(database)).filter((each) => !each.exercise)) {
    const release = await publishedRelease(database, head);
    const value = release && headlineOf(release, REGION);
    if (value?.kind !== "observed") continue;
    const reported = release?.data.areas.find(({ code }) => code === REGION)?.includes?.length ?? 0;
    const members = formatCount(release?.data.members ?? 0, "es");
    return {
      href: `/statistics/${yearPart(head)}`,
      year: head.year,
      count: value.count,
      counted: {
        es: `personas víctimas de trata identificadas en la región en ${head.year}`,
        en: `victims of trafficking in persons identified in the region in ${head.year}`,
      },
      source: {
        es: `Suma de ${reported} de los ${members} Estados miembros. Publicación ${head.year}, versión ${head.version}.`,
        en: `Sum of ${reported} of the ${members} member states. Release ${head.year}, version ${head.version}.`,
      },
    };
  }
  return undefined;
}
