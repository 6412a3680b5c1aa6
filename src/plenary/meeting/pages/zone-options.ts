import type { Language } from "#basics";
import { cityOf, zoneOf, zones } from "../zone.ts";

/** The zones that a form offers: those of the seats of government first, by city, then all others by name. */
export function zoneOptions(language: Language, countries: readonly string[]): { value: string; label: string }[] {
  const first = [...new Set(countries.map(zoneOf))];
  const label = (zone: string) => `${cityOf(zone)[language]} (${zone})`;
  return [
    ...first.map((value) => ({ value, label: label(value) })).toSorted((one, other) => one.label.localeCompare(other.label, language)),
    ...zones().filter((zone) => !first.includes(zone)).map((value) => ({ value, label: value })),
  ];
}
