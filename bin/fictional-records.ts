import type { VictimRecord } from "../src/statistics/intake/index.ts";

/** Draws the same numbers from 0 to 1 at every run (mulberry32), so that the example file is always the same. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Invented records of an invented country, with the shape of real ones: more women than men, forms that depend on age and
 * sex, several services a person. No person stands behind any of them.
 */
export function fictionalRecords(year: number, count: number): VictimRecord[] {
  const draw = draws(year);
  const pick = <T>(options: readonly (readonly [T, number])[]): T => {
    let rest = draw() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) if ((rest -= weight) <= 0) return option;
    return options.at(-1)![0]; // the list is never empty
  };
  return Array.from({ length: count }, (_, i) => {
    const sex = pick([["F", 66], ["M", 31], ["O", 2], ["_U", 1]]);
    const minor = draw() < (sex === "F" ? 0.42 : 0.3);
    const age = minor ? 8 + Math.floor(draw() * 10) : 18 + Math.floor(draw() ** 1.7 * 38);
    const mainForm = minor
      ? pick([["SEX", sex === "F" ? 70 : 30], ["BEG", 12], ["CRIM", sex === "M" ? 30 : 6], ["LAB", 14], ["MARR", sex === "F" ? 8 : 0]])
      : pick([["SEX", sex === "F" ? 58 : 10], ["LAB", sex === "M" ? 70 : 24], ["SERV", 9], ["CRIM", 6], ["_U", 3]]);
    const second = draw() < 0.14 ? pick([["LAB", 3], ["SERV", 3], ["CRIM", 2], ["BEG", 1]]) : mainForm;
    const citizenship = pick([["WLD", 2], ["VEN", 14], ["COL", 8], ["HND", 12], ["NIC", 11], ["GTM", 6], ["SLV", 6], ["HTI", 9], ["CUB", 4], ["DOM", 5], ["AMR", 22], ["_U", 1]]);
    const scope = pick([["CROSS", 46], ["INTERNAL", 42], ["BOTH", 9], ["_U", 3]]);
    const services = (
      [["SHELTER", 0.55], ["FOOD", 0.6], ["HEALTH", 0.7], ["PSYCH", 0.82], ["LEGAL", 0.6], ["PROTECT", 0.2], ["MIGSTATUS", 0.22], ["EDUC", 0.24], ["ECON", 0.12], ["FAMREUN", 0.2], ["REPAT", 0.16], ["REINT", 0.28]] as const
    ).flatMap(([code, chance]) => (draw() < chance ? [code] : []));
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(draw() * 365)));
    return {
      row: i + 1,
      caseCode: `EJ-${year}-${String(i + 1).padStart(4, "0")}`,
      identifiedOn: day.toISOString().slice(0, 10),
      status: pick([["IDENTIFIED", 78], ["ACCREDITED", 22]]),
      sex,
      ageGroup: minor ? "MINOR" : "ADULT",
      age,
      forms: [...new Set([mainForm, second])],
      mainForm,
      citizenship,
      scope,
      services,
    };
  });
}
