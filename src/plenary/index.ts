export { type Measure, type MeasureRecord, type Measured, type Participation, type Period, measures, participationIn } from "./measure.ts";
export { canonicalJson, contentDigest, grouped, revived } from "./act/digest.ts";
export { lineDifferences } from "./act/join.ts";
export { narrativeBlocks, tidy } from "./act/narrative.ts";
export { csvFile } from "./agreement/csv.ts";
export { type AgreementInPeriod, agreementsIn } from "./agreement/period.store.ts";
export { type AdoptedMotion, type RecordMeeting, adoptedMotions, recordMeetings } from "./vote/adopted.store.ts";
