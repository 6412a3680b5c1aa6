import type { Language } from "#basics";
import type { Database } from "#database";
import type { Methodology } from "../methodology/methodology.ts";
import { dimensionOf } from "../methodology/plan.ts";
import { content } from "../release/note.ts";
import type { ReleaseData } from "../release/release-data.ts";
import { newestOfEach, presentMethodology, publishedHeads, publishedRelease } from "./published.store.ts";

/** What the page of the methodology says: the words of the newest release's note, and every list in full. */
export async function methodologyPage(database: Database, language: Language) {
  const head = newestOfEach(await publishedHeads(database)).find((each) => !each.exercise);
  const release = head && (await publishedRelease(database, head));
  const methodology = release?.methodology ?? (await presentMethodology(database));
  if (!methodology) return undefined;
  const note = content(release?.data ?? unreleased(methodology), methodology, language);
  const used = new Set(methodology.dimensions.map(({ codeList }) => codeList));
  return {
    version: methodology.version,
    adoptedOn: methodology.adoptedOn,
    k: methodology.k,
    fullFrom: methodology.fullFrom,
    marginsFrom: methodology.marginsFrom,
    poolYears: methodology.poolYears,
    // The tables have a list of their own below; empty lists say nothing.
    sections: note.sections
      .map(({ heading, paragraphs, items }) => ({ heading, paragraphs, items: sameTogether(items ?? [], language) }))
      .filter(
        ({ paragraphs, items }) => paragraphs.length > 0 || (items.length > 0 && !isTableList(items, methodology, language)),
      ),
    tables: methodology.tables.map((table) => ({
      id: table.id,
      title: table.title[language],
      unit: table.unit[language],
      dimensions: table.dimensions.map((id) => dimensionOf(methodology, id).title[language]).join(" × "),
    })),
    codeLists: methodology.codeLists
      .filter(({ id }) => used.has(id))
      .map(({ id, title, codes }) => ({
        id,
        title: title[language],
        codes: codes.map(({ code, label }) => ({ code, label })),
      })),
  };
}

/** 'Belize: a source', 'Panama: a source' as one line: many countries cite the same words. */
function sameTogether(items: readonly string[], language: Language): string[] {
  const names = new Map<string, string[]>();
  for (const item of items) {
    const [name = "", ...rest] = item.split(": ");
    const source = rest.join(": ");
    names.set(source, [...(names.get(source) ?? []), name]);
  }
  return [...names].map(([source, own]) =>
    source ? `${new Intl.ListFormat(language).format(own)}: ${source}` : own.join(", "),
  );
}

function isTableList(items: readonly string[], methodology: Methodology, language: Language): boolean {
  return items.every((item) => methodology.tables.some((table) => item.startsWith(table.title[language])));
}

/** Stands for a release while there is none: the rules are the same, the year is the one of their adoption. */
function unreleased(methodology: Methodology): ReleaseData {
  return {
    topic: methodology.topic,
    year: Number(methodology.adoptedOn.slice(0, 4)),
    version: 1,
    exercise: false,
    publishedOn: methodology.adoptedOn,
    methodology: methodology.version,
    k: methodology.k,
    members: 0,
    areas: [],
    cells: [],
    trend: [],
  };
}
