import type { Actor } from "#basics";
import { type Database, type Writing, write } from "#database";
import { dueRow } from "../agreement/due-row.ts";
import { agreementNumber } from "../agreement/number.ts";
import { readMeetingId } from "../meeting/number.ts";
import { instantAt } from "../meeting/zone.ts";
import { agreements2022 } from "./agreements-2022.ts";
import { agreements2023 } from "./agreements-2023.ts";
import { earlyAgreements } from "./agreements-early.ts";
import { recordedMeetings } from "./meetings.ts";
import type { RecordedAgreement, RecordedMeeting } from "./record.ts";

/** Every agreement of the record, as it was taken. */
const recordedAgreements: readonly RecordedAgreement[] = [...earlyAgreements, ...agreements2022, ...agreements2023];

const platform: Actor = { kind: "system", task: "record" };

/**
 * Enters the coalition's record of past meetings, in the platform's own name, as it starts. What is there already stays as it
 * is, with all that members have since done with it. Policies `platform_enters_record` let nobody else enter record rows.
 */
export async function enterRecord(database: Database): Promise<void> {
  await write(database, platform, async (tx) => {
    for (const meeting of recordedMeetings) await enterMeeting(tx, meeting);
    for (const { id, actApprovedIn } of recordedMeetings)
      if (actApprovedIn !== undefined)
        await tx
          .insertInto("plenary.act")
          .values({ meeting: id, state: "approved", approved_in: actApprovedIn, is_record: true })
          .onConflict((already) => already.doNothing())
          .execute();
    for (const agreement of recordedAgreements) await enterAgreement(tx, agreement);
  });
}

function instant(day: string, hour: string, zone: string): Date {
  const read = instantAt(`${day}T${hour}`, zone);
  if (typeof read === "string") throw new Error(`${day} in ${zone}: ${read}`);
  return read.at;
}

async function enterMeeting(tx: Writing, meeting: RecordedMeeting): Promise<void> {
  const number = readMeetingId(meeting.id);
  if (!number) throw new Error(`${meeting.id} is no number of a meeting`);
  const { days, timeZone, place, mode } = meeting;
  const entered = await tx
    .insertInto("plenary.meeting")
    .values({
      id: meeting.id,
      ...number,
      mode: mode ?? null,
      place_es: place?.es ?? null,
      place_en: place?.en ?? null,
      time_zone: timeZone,
      starts_at: days === undefined ? null : instant(days[0], "00:00", timeZone),
      ends_at: days === undefined ? null : instant(days[1], "23:59", timeZone),
      state: "closed",
      agenda_state: "approved",
      is_record: true,
      number_given: meeting.numberGiven,
      whole_days: true,
      source_es: meeting.source.es,
      source_en: meeting.source.en,
      summary_es: meeting.summary.es,
      summary_en: meeting.summary.en,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return;
  if (meeting.participation.length > 0)
    await tx
      .insertInto("plenary.participation")
      .values(
        meeting.participation.map(({ country, organisation, mode: how, note }) => ({
          meeting: meeting.id,
          country: country ?? null,
          organisation: organisation ?? null,
          mode: how ?? null,
          note_es: note?.es ?? "",
          note_en: note?.en ?? "",
        })),
      )
      .execute();
  if (meeting.seats) await tx.insertInto("plenary.seat").values(meeting.seats.map((country) => ({ meeting: meeting.id, country }))).execute();
}

async function enterAgreement(tx: Writing, each: RecordedAgreement): Promise<void> {
  const year = readMeetingId(each.meeting)?.year;
  if (year === undefined) throw new Error(`${each.meeting} is no number of a meeting`);
  const entered = await tx
    .insertInto("plenary.agreement")
    .values({
      // The same key in every installation, so that what hangs on it fits wherever it is carried.
      id: `a0000000-0000-4000-8000-${year}${String(each.ordinal).padStart(8, "0")}`,
      number: agreementNumber(year, each.ordinal),
      year,
      ordinal: each.ordinal,
      meeting: each.meeting,
      mark: each.mark,
      title_es: each.title.es,
      title_en: each.title.en,
      text_es: each.text.es,
      text_en: each.text.en,
      ...dueRow(each.due ?? { kind: "none" }),
      due_words: each.dueSaid ?? "",
      // The record comes from public texts.
      is_public: true,
      state: each.state,
      fulfilled_on: each.fulfilledOn ?? null,
      closing_note: each.closingNote ?? "",
      is_record: true,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return;
  await tx.insertInto("plenary.agreement_responsible").values(each.responsible.map((one) => ({ ...one, agreement: entered.id }))).execute();
  const offspring = each.offspring ?? [];
  if (offspring.length > 0)
    await tx
      .insertInto("plenary.agreement_offspring")
      .values(offspring.map(({ kind, title, committee }) => ({ agreement: entered.id, kind, title_es: title.es, title_en: title.en, committee: committee ?? null })))
      .execute();
}
