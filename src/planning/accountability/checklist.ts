import type { AccountabilityFacts } from "./facts.ts";
import { partsOf } from "./accountability.ts";

/** Something to be seen to before a report is approved. Errors block; warnings are said. */
export interface Finding {
  readonly level: "error" | "warning";
  readonly kind: "no-plan" | "text-missing" | "untranslated" | "running" | "waiting" | "no-reports" | "undone-unexplained" | "unprintable";
  /** The part, the number or the characters that it is about. */
  readonly what: string;
}

/** The parts that must be written: without them it is no account. */
const required = new Set(["introduction", "conclusions"]);

/**
 * What stands against approving a report. Without a plan in force, or without introduction and conclusions in both languages, it
 * cannot be approved; a period that still runs, reports that wait and things unexplained are said and may stand.
 */
export function reportFindings(facts: AccountabilityFacts, texts: readonly { readonly part: string; readonly language: string; readonly body: string }[], unprintable: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const add = (level: Finding["level"], kind: Finding["kind"], what = "") => findings.push({ level, kind, what });
  if (facts.plans.length === 0) add("error", "no-plan");
  if (facts.isRunning) add("error", "running", facts.asOf);
  const body = (part: string, language: "es" | "en") => texts.find((each) => each.part === part && each.language === language)?.body.trim() ?? "";
  for (const part of partsOf(facts.axes.map(({ code }) => code))) {
    const [es, en] = [body(part, "es"), body(part, "en")];
    if (es === "" && en === "") {
      if (required.has(part) || (part === "not-done" && facts.undone.some(({ why }) => why === ""))) add(required.has(part) ? "error" : "warning", "text-missing", part);
    } else if (es === "" || en === "") add(required.has(part) ? "error" : "warning", "untranslated", part);
  }
  const silent = facts.undone.filter(({ why }) => why === "").length;
  if (silent > 0) add("warning", "undone-unexplained", String(silent));
  if (facts.waiting > 0) add("warning", "waiting", String(facts.waiting));
  if (facts.plans.length > 0 && facts.plans.every(({ reported }) => reported === 0)) add("warning", "no-reports");
  if (unprintable.length > 0) add("warning", "unprintable", unprintable.join(" "));
  return findings;
}
