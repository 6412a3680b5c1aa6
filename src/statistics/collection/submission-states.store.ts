import type { Text } from "#basics";
import { type Reading, sql } from "#database";
import type { SubmissionState } from "./act.ts";

/** In which state a country's submission is: all that one member state may know of another before the release. */
export interface StandingOf {
  readonly collection: string;
  readonly country: string;
  readonly name: Text;
  readonly state: SubmissionState;
}

/** The state of every submission, by collection and country. The function gives neither names, dates nor figures. */
export async function submissionStates(tx: Reading): Promise<StandingOf[]> {
  const { rows } = await sql<{ collection: string; country: string; state: SubmissionState; name_es: string; name_en: string }>`
    select s.collection, s.country, s.state, m.name_es, m.name_en
    from statistics.submission_states() s join coalition.member m on m.country = s.country`.execute(tx);
  return rows.map(({ collection, country, state, name_es, name_en }) => ({
    collection,
    country,
    state,
    name: { es: name_es, en: name_en },
  }));
}
