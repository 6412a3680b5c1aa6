import type { Actor } from "#basics";
import type { PlanResponsible } from "../plan/plan.ts";
import { leads, reportsForCountry } from "./report.ts";

/** Countries of each committee by its id. */
export type CommitteeCountries = ReadonlyMap<string, readonly string[]>;

/** Whether a country has a part in what these answer for: by name, as a member like every other, or through a committee. */
export function countryHasPart(parts: readonly PlanResponsible[], country: string, committees: CommitteeCountries): boolean {
  return parts.some(
    (each) => each.country === country || each.kind === "every-member" || (each.kind === "committee" && (committees.get(each.committee ?? "") ?? []).includes(country)),
  );
}

/**
 * Whether the actor reports on what these answer for. A country reports on its own part. An organ reports on its own, on the
 * plenary's, on an observer organisation's, whose work the organs tell of, and on what nobody was named for.
 * Function `planning.answers_for` and policy `leaders_report` hold the wall.
 */
export function answersFor(actor: Actor, parts: readonly PlanResponsible[], committees: CommitteeCountries): boolean {
  if (actor.kind === "member" && leads(actor)) return parts.length === 0 || parts.some(({ kind }) => kind === actor.office || kind === "plenary" || kind === "observer");
  return reportsForCountry(actor) && countryHasPart(parts, actor.country, committees);
}

/** Who is written to for what these answer for: country codes, 'secretariat', 'presidency'. Who only supports is not. */
export function recipientsOf(parts: readonly PlanResponsible[], members: readonly string[], committees: CommitteeCountries): string[] {
  const answering = parts.filter(({ role }) => role === "responsible");
  if (parts.length === 0) return ["secretariat"];
  return [
    ...new Set(
      answering.flatMap(({ kind, country, committee }): readonly string[] => {
        switch (kind) {
          case "member":
            return country === null ? [] : [country];
          case "every-member":
            return members;
          case "committee":
            return committees.get(committee ?? "") ?? [];
          case "presidency":
          case "secretariat":
            return [kind];
          // What the plenary or an observer took upon itself is told by the secretariat.
          case "plenary":
          case "observer":
            return ["secretariat"];
        }
      }),
    ),
  ];
}
