import type { Actor } from "#basics";
import type { Reading } from "#database";
import { type BoardRow, nextStep } from "./board.ts";
import { daysBetween } from "./collection.ts";
import { collectionOf } from "./collection.store.ts";
import { openReasons } from "./remark.ts";
import { remarksOf } from "./remark.store.ts";
import { type Submission, submissionsOf } from "./submission.store.ts";
import { validationReport } from "./validation-report.store.ts";

/**
 * The board of a collection: one row for each country that the actor may see. The secretariat and the presidency follow all
 * of them, a state its own. Counts of warnings stand only where the actor may read the figures: a country its own at any
 * time, the secretariat from the signature on.
 */
export async function boardOf(tx: Reading, actor: Actor, collection: string, today: string): Promise<BoardRow[]> {
  const opened = await collectionOf(tx, collection);
  if (!opened) return [];
  const submissions = await submissionsOf(tx, collection);
  const members = await tx.selectFrom("coalition.member").select(["country", "name_es", "name_en", "fictional"]).execute();
  const named = new Map(members.map((member) => [member.country, member]));
  const since = await tx
    .selectFrom("statistics.event")
    .select((eb) => ["country", eb.fn.max("at").as("at")])
    .where("collection", "=", collection)
    .where("act", "not in", ["remind", "load", "let-records-go"])
    .groupBy("country")
    .execute();
  const sinceOf = new Map(since.map((row) => [row.country, row.at]));
  const rows: BoardRow[] = [];
  for (const submission of submissions) {
    const member = named.get(submission.country);
    rows.push({
      country: submission.country,
      name: { es: member?.name_es ?? submission.country, en: member?.name_en ?? submission.country },
      fictional: member?.fictional ?? false,
      state: submission.state,
      round: submission.round,
      kind: submission.kind,
      since: sinceOf.get(submission.country) ?? null,
      remindedAt: submission.remindedAt,
      daysLeft: daysBetween(today, opened.deadline),
      ...(mayReadFigures(actor, submission) ? await countsOf(tx, submission, today) : {}),
      next: nextStep(submission.state),
    });
  }
  return rows;
}

const afterSignature = new Set(["signed", "under-review", "accepted", "released"]);

function mayReadFigures(actor: Actor, submission: Submission): boolean {
  if (actor.kind !== "member") return false;
  if (actor.office === "secretariat") return afterSignature.has(submission.state);
  return actor.country === submission.country;
}

async function countsOf(tx: Reading, submission: Submission, today: string): Promise<Partial<BoardRow>> {
  const report = await validationReport(tx, submission.collection, submission.country, today);
  const reasons = openReasons(await remarksOf(tx, submission)).length;
  return report ? { openWarnings: report.openWarnings, errors: report.errors, openReasons: reasons } : {};
}
