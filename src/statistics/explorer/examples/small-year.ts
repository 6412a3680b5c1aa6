import type { Actor } from "#basics";
import { type Database, write } from "#database";
import { openCollection } from "../../collection/collection.store.ts";
import { adoptMethodology } from "../../collection/methodology.store.ts";
import type { Figure } from "../../figure.ts";
import { trafficking1 as methodology } from "../../methodology/trafficking-1.ts";
import type { BuiltRelease } from "../../release/build.ts";
import type { MemberInput, ReleaseInputs } from "../../release/inputs.ts";
import { keepCandidate } from "../../release/release.store.ts";

/** Where the small year is kept. */
export const collection = "trafficking-2022";
const platform: Actor = { kind: "system", task: "test" };

const counts = (figures: Record<string, number>): Figure[] =>
  Object.entries(figures).map(([cell, count]) => ({ cell, value: { kind: "count", count } }));
const country = (code: string, es: string, en: string, figures: Figure[]): MemberInput => ({
  country: code,
  name: { es, en },
  fictional: false,
  authority: `Autoridad de ${es}`,
  referenceDate: "2023-03-31",
  figures: figures.toSorted((one, other) => (one.cell < other.cell ? -1 : 1)),
});

/** Figures of a country. Numbers that occur nowhere else, so that a hidden one would be found wherever it stood. Three boys make four cells unsafe. */
export const guatemala = counts({
  "victims:F.MINOR": 4013,
  "victims:F.ADULT": 3517,
  "victims:F._T": 7530,
  "victims:M.MINOR": 3,
  "victims:M.ADULT": 2719,
  "victims:M._T": 2722,
  "victims:_T.MINOR": 4016,
  "victims:_T.ADULT": 6236,
  "victims:_T._T": 10252,
  "forms:SEX._T": 5101,
  "forms:LAB._T": 1207,
});
/** A year of three countries: one in full, one with few cases, one without a figure. */
export const smallYear: ReleaseInputs = {
  topic: "trafficking",
  year: 2022,
  version: 1,
  exercise: false,
  publishedOn: "2023-11-30",
  methodology,
  members: [
    country("BLZ", "Belice", "Belize", counts({ "victims:_T._T": 12 })),
    country("GTM", "Guatemala", "Guatemala", guatemala),
    country("PAN", "Panamá", "Panama", [{ cell: "victims:_T._T", value: { kind: "absent", absence: "not-available" } }]),
  ],
  earlier: [],
};

/** Adopts the methodology, as the platform does when it starts. */
export function adoptRules(database: Database) {
  return write(database, platform, (tx) => adoptMethodology(tx, methodology));
}

/** Opens the small year for its three countries. */
export function openSmallYear(database: Database) {
  const members = smallYear.members.map((each) => each.country);
  return write(database, platform, (tx) =>
    openCollection(tx, platform, {
      year: 2022,
      methodology: methodology.version,
      deadline: "2023-03-31",
      publishOn: "2023-11-30",
      members,
    }),
  );
}

/** Keeps a built release as the candidate of that version. */
export function keepVersion(database: Database, built: BuiltRelease, version: number) {
  const note = version > 1 ? { es: "Corrige a Panamá.", en: "Corrects Panama." } : undefined;
  return write(database, platform, (tx) =>
    keepCandidate(
      tx,
      collection,
      { ...smallYear, version },
      { ...built, data: { ...built.data, version } },
      { inputsSha256: "0".repeat(64), baseUrl: "https://corett.example" },
      note,
    ),
  );
}

/** Publishes a kept version past the checklist, which other tests look at. */
export function publishVersion(database: Database, version: number) {
  return write(database, platform, (tx) =>
    tx
      .updateTable("statistics.release")
      .set({ state: "published", published_at: new Date() })
      .where("collection", "=", collection)
      .where("version", "=", version)
      .execute(),
  );
}
