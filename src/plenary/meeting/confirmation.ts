import type { Meeting, MeetingMode } from "./meeting.ts";

/** What a delegation answers to the convocation. */
export interface Answer {
  readonly answer: "attends" | "declines";
  /** How it comes; null when it declines. */
  readonly mode: "in-person" | "virtual" | null;
  readonly note: string;
}

export type AnswerProblem = "answer-missing" | "mode-missing" | "mode-unfit" | "too-long";

/** Reads the form of a delegation's answer, or says what is wrong by field. Only a hybrid meeting leaves a choice of mode. */
export function readAnswer(meetingMode: MeetingMode | null, said: (field: string) => string): { readonly answer: Answer } | { readonly problems: Record<string, AnswerProblem[]> } {
  const answer = said("answer");
  const note = said("note");
  if (answer !== "attends" && answer !== "declines") return { problems: { answer: ["answer-missing"] } };
  if (note.length > 1000) return { problems: { note: ["too-long"] } };
  if (answer === "declines") return { answer: { answer, mode: null, note } };
  const mode = meetingMode === "hybrid" ? said("mode") : meetingMode;
  if (mode === "in-person" || mode === "virtual") return { answer: { answer, mode, note } };
  return { problems: { mode: ["mode-missing"] } };
}

/** Whether a mode of coming fits the meeting; the store asks it again, since a form can be made up. */
export function modeFits(meeting: Pick<Meeting, "mode">, mode: Answer["mode"]): boolean {
  return mode === null || meeting.mode === "hybrid" || meeting.mode === mode;
}
