import { z } from "zod";
import { quorumRuleFault } from "../../attendance/quorum.ts";

const filled = z.string().trim().min(1, "missing").max(500, "tooLong");
const whole = (from: number, to: number) => z.coerce.number("number").int("number").min(from, "number").max(to, "number");
const entered = { id: z.uuid("choose"), from: z.iso.date("day"), sourceEs: filled, sourceEn: filled };
const kind = z.enum(["simple", "absolute", "two-thirds"], "choose");
const basis = z.enum(["members", "present", "cast"], "choose");

/** The forms by which the secretariat enters a new rule; each tells which sort it is. */
export const QuorumForm = z
  .object({ ...entered, comparison: z.enum(["more-than", "at-least"], "choose"), numerator: whole(1, 100), denominator: whole(1, 100) })
  .refine(({ comparison, numerator, denominator }) => quorumRuleFault({ kind: comparison, numerator, denominator }) === undefined, { path: ["numerator"], message: "unreachable" });
export const NoticeForm = z.object({ ...entered, ordinaryDays: whole(0, 365), extraordinaryDays: whole(0, 365) });
export const MajorityForm = z
  .object({
    ...entered,
    nameEs: filled,
    nameEn: filled,
    kind,
    basis,
    abstentions: z.enum(["in-basis", "out-of-basis"], "choose"),
    notVoting: z.enum(["in-basis", "out-of-basis"], "choose"),
    tie: z.enum(["rejected", "presidency-decides", "second-vote"], "choose"),
  })
  .refine((rule) => rule.kind !== "simple" || rule.basis === "cast", { path: ["basis"], message: "simpleIsCast" });
export const ElectionForm = z.object({ ...entered, kind, basis, method: z.enum(["secret", "roll-call"], "choose"), tie: z.enum(["lots", "second-vote"], "choose"), restTerms: whole(0, 9) });

/** Source as both languages print it. */
export function sourceIn({ sourceEs, sourceEn }: { readonly sourceEs: string; readonly sourceEn: string }) {
  return { es: sourceEs, en: sourceEn };
}
