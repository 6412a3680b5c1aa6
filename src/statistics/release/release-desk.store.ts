import { type Reading, sql } from "#database";
import type { GroupRisk, Reason } from "../disclosure/index.ts";
import type { Published, ReleasedArea } from "./release-data.ts";

/** What the secretariat reads of a candidate's protection: numbers by reason, never which cell for which reason. */
export interface ProtectionSummary {
  /** Numbers examined together. */
  readonly cells: number;
  readonly hidden: number;
  readonly byReason: readonly { readonly reason: Reason; readonly count: number }[];
  readonly unavoidable: number;
  readonly groupRisks: readonly GroupRisk[];
}

/** The protection of a release in numbers; undefined for everyone but secretariat and platform. */
export async function protectionSummary(tx: Reading, collection: string, version: number): Promise<ProtectionSummary | undefined> {
  const row = await tx
    .selectFrom("statistics.release_protection")
    .select(sql<{ cells: number; hidden: Record<string, Reason>; unavoidable: string[]; groupRisks: GroupRisk[] }>`report - 'figures'`.as("report"))
    .where("collection", "=", collection)
    .where("version", "=", version)
    .executeTakeFirst();
  if (!row) return undefined;
  const { cells, hidden, unavoidable, groupRisks } = row.report;
  const byReason = [...Map.groupBy(Object.values(hidden), (reason) => reason)].map(([reason, all]) => ({ reason, count: all.length }));
  return { cells, hidden: Object.keys(hidden).length, byReason: byReason.toSorted((a, b) => b.count - a.count), unavoidable: unavoidable.length, groupRisks };
}

/** An area of a release with the number of its cells by what the public gets to know of them. */
export interface AreaTally {
  readonly area: ReleasedArea;
  readonly cells: Readonly<Record<Published["kind"], number>>;
}

/** The areas of a release in the order of print, as far as the actor may see them. */
export async function areaTallies(tx: Reading, collection: string, version: number): Promise<AreaTally[]> {
  const areas = await tx
    .selectFrom("statistics.release_area")
    .select(["area", sql<ReleasedArea>`document -> 'area'`.as("document")])
    .where("collection", "=", collection)
    .where("version", "=", version)
    .orderBy("position")
    .execute();
  const counts = await tx
    .selectFrom("statistics.release_cell")
    .select(["area", "kind", (eb) => eb.fn.countAll<number>().as("count")])
    .where("collection", "=", collection)
    .where("version", "=", version)
    .groupBy(["area", "kind"])
    .execute();
  const count = (area: string, kind: Published["kind"]) => counts.find((each) => each.area === area && each.kind === kind)?.count ?? 0;
  return areas.map(({ area, document }) => ({
    area: document,
    cells: { observed: count(area, "observed"), range: count(area, "range"), protected: count(area, "protected"), source: count(area, "source"), absent: count(area, "absent") },
  }));
}

/** Who approved a country's page, newest first; `digest` says which page it was. */
export async function approvalsOf(tx: Reading, collection: string, country: string) {
  return tx
    .selectFrom("statistics.page_approval")
    .select(["page_sha256 as digest", "author", "at"])
    .where("collection", "=", collection)
    .where("country", "=", country)
    .orderBy("at", "desc")
    .execute();
}
