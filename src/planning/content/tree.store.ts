import type { Text } from "#basics";
import type { Writing } from "#database";
import type { Entry, EntryIndicator } from "./entry.ts";
import { type Placed, placed } from "./place.ts";

/**
 * Writes a tree of entries into a draft version, with who answers for each place, and gives it back as placed. The database
 * refuses where siblings do not weigh 100 or the version was decided.
 */
export async function insertTree(tx: Writing, plan: string, version: number, entries: readonly Entry[]): Promise<Placed[]> {
  const places = placed(plan, entries);
  // A place without a field keeps what the table gives it.
  await tx.insertInto("planning.node").values(places.map((place) => ({ plan, version, ...row(place) }))).execute();
  const responsible = places.flatMap(({ key, entry }) =>
    (entry.responsible ?? []).map(({ kind, country, committee, organisation, role }) => ({
      plan,
      version,
      key,
      kind,
      country: country ?? null,
      committee: committee ?? null,
      organisation: organisation ?? null,
      role: role ?? "responsible",
    })),
  );
  if (responsible.length > 0) await tx.insertInto("planning.responsible").values(responsible).execute();
  return places;
}

const nothing: Text = { es: "", en: "" };

function row({ key, parent, position, weight, entry }: Placed) {
  const { detail = nothing, target = nothing, verification = nothing, title } = entry;
  return {
    key,
    parent,
    position,
    weight,
    kind: entry.kind,
    code: entry.code ?? "",
    title_es: title.es,
    title_en: title.en,
    detail_es: detail.es,
    detail_en: detail.en,
    source_page: entry.page,
    target_es: target.es,
    target_en: target.en,
    verification_es: verification.es,
    verification_en: verification.en,
    starts_on: entry.period?.[0] ?? null,
    ends_on: entry.period?.[1] ?? null,
    months: [...(entry.months ?? [])],
    goals: [...(entry.goals ?? [])],
    ...(entry.indicator ? measuring(entry.indicator) : {}),
  };
}

function measuring({ unit, figure, direction, baseline, baselineOn, target, targetOn, countedStep, measure }: EntryIndicator) {
  return {
    unit_es: unit.es,
    unit_en: unit.en,
    figure,
    direction: direction ?? null,
    baseline: baseline ?? null,
    baseline_on: baselineOn ?? null,
    target: target ?? null,
    target_on: targetOn ?? null,
    counted_step: countedStep ?? null,
    measure: measure ?? null,
  };
}
