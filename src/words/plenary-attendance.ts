import { plenaryAttendanceEn } from "./plenary-attendance.en.ts";
import { plenaryAttendanceEs } from "./plenary-attendance.es.ts";
import { bilingual } from "./words.ts";

/** Words of the attendance of a meeting and of its quorum. */
export const plenaryAttendanceWords = bilingual(plenaryAttendanceEs, plenaryAttendanceEn);
