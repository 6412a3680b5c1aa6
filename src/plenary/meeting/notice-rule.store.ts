import type { Reading } from "#database";
import type { NoticeRule } from "./notice.ts";
import type { MeetingKind } from "./meeting.ts";

/** The notice period in force on a day (ISO) for meetings of a kind: the rule that began last by then. */
export async function noticeRuleOn(tx: Reading, kind: MeetingKind, day: string): Promise<NoticeRule> {
  const rule = await tx
    .selectFrom("plenary.notice_rule")
    .select(["id", "ordinary_days", "extraordinary_days", "source_es", "source_en", "in_force_from"])
    .where("in_force_from", "<=", day)
    .orderBy("in_force_from", "desc")
    .limit(1)
    .executeTakeFirstOrThrow(); // the starting rule holds since the coalition was founded, and rules are never removed
  return {
    id: rule.id,
    meeting: kind,
    days: kind === "ordinary" ? rule.ordinary_days : rule.extraordinary_days,
    source: { es: rule.source_es, en: rule.source_en },
    from: rule.in_force_from,
  };
}

/** The name of the quorum rule in force on a day (ISO). */
export async function quorumRuleOn(tx: Reading, day: string): Promise<string> {
  const rule = await tx
    .selectFrom("plenary.quorum_rule")
    .select("id")
    .where("in_force_from", "<=", day)
    .orderBy("in_force_from", "desc")
    .limit(1)
    .executeTakeFirstOrThrow(); // as above
  return rule.id;
}
