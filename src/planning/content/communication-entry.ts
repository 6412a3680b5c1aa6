import type { Text } from "#basics";
import { type Entry, type EntryResponsible, weightless } from "./entry.ts";

/** How long the Strategic Plan is in force according to the strategy, which counts it from 2019. */
export const validity: readonly [string, string] = ["2019-01-01", "2027-12-31"];
const validityWords: Text = {
  es: "periodo de vigencia del Plan Estratégico de la CORETT del 2019 al 2027",
  en: "period in which the CORETT Strategic Plan is in force, 2019 to 2027",
};

/** The time of a row of the strategy: its own days where the source gives some beside the validity, and its words. */
export interface RowTime {
  readonly own?: readonly [string, string];
  /** The source's words for its own time. */
  readonly words?: Text;
}

/** States that carry the strategy out; presidency and secretariat lead it, as the strategy says under 'Responsables'. */
const carriers: readonly EntryResponsible[] = [{ kind: "every-member" }, { kind: "presidency", role: "supports" }, { kind: "secretariat", role: "supports" }];

/** The source's words for the time of a row. */
export function timeWords({ words }: RowTime): Text {
  return words
    ? { es: `Tiempos: ${words.es}; ${validityWords.es}.`, en: `Times: ${words.en}; ${validityWords.en}.` }
    : { es: `Tiempos: ${validityWords.es}.`, en: `Times: ${validityWords.en}.` };
}

/** An activity of the strategy, with the results of its row and its time. `sources` are the results it serves. */
export function activityOf(page: string, title: Text, sources: readonly Text[], time: RowTime): Entry {
  return {
    kind: "activity",
    title,
    page,
    detail: timeWords(time),
    target: { es: sources.map(({ es }) => es).join("; "), en: sources.map(({ en }) => en).join("; ") },
    period: time.own ?? validity,
    responsible: carriers,
  };
}

/** A statement of the strategy that carries no work: a result, a message, an audience. */
export function statement(kind: "result" | "section" | "objective", page: string, title: Text, more: Partial<Entry> = {}): Entry {
  return { kind, title, page, weight: weightless, ...more };
}

/**
 * A tactic with its results and activities. The source sets results beside activities without pairing them, so that all of the
 * tactic's results are the target of each activity.
 */
export function tacticOf(page: string, title: Text, results: readonly Text[], activities: readonly Text[], time: RowTime = {}): Entry {
  return {
    kind: "tactic",
    title,
    page,
    detail: timeWords(time),
    period: validity,
    children: [
      ...results.map((result) => statement("result", page, result, { detail: timeWords(time), period: time.own ?? validity })),
      ...activities.map((activity) => activityOf(page, activity, results, time)),
    ],
  };
}
