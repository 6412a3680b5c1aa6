import { type Actor, type Language, dayOf } from "#basics";
import { isLanguage } from "#basics";
import { type Writing, sql } from "#database";
import { postMail } from "#mail";
import { plenaryMeetingLetterWords } from "#words";
import { tell } from "../history/event.store.ts";
import { listed } from "./convene.store.ts";
import { confirmationsOf } from "./confirmation.store.ts";
import { whenLine } from "./letter.ts";
import type { Meeting } from "./meeting.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { meetingOf, meetings, seatsOf } from "./meeting.store.ts";
import { reminderDue } from "./reminder.ts";
import { zoneOf } from "./zone.ts";

/** Reminds, by the secretariat's act, the delegations that have not answered; each at most once a day. Gives which ones. */
export async function remindDelegations(tx: Writing, actor: Actor, id: string, now: Date): Promise<{ readonly reminded: string[] } | { readonly refusal: ActRefusal }> {
  const meeting = await meetingOf(tx, id);
  const refusal = actRefusal(actor, "remind", meeting);
  if (refusal !== undefined || !meeting) return { refusal: refusal ?? "unknown-meeting" };
  return { reminded: await post(tx, actor, meeting, await silent(tx, id), now) };
}

/** The platform's daily errand: reminds the delegations that have not answered, 7 and 2 days before. Gives meeting and state. */
export async function postMeetingReminders(tx: Writing, now: Date): Promise<string[]> {
  const actor: Actor = { kind: "system", task: "meeting reminders" };
  const told: string[] = [];
  for (const meeting of await meetings(tx)) {
    if (meeting.state !== "convened" || !meeting.startsAt || meeting.startsAt <= now) continue;
    const meetingDay = dayOf(meeting.startsAt);
    const sent = await tx.selectFrom("plenary.meeting_reminder").select(["country", "sent_on as on"]).where("meeting", "=", meeting.id).execute();
    const due = (await silent(tx, meeting.id)).filter((country) =>
      reminderDue(meetingDay, dayOf(now), sent.filter((each) => each.country === country).map(({ on }) => on)),
    );
    for (const country of await post(tx, actor, meeting, due, now)) told.push(`${meeting.id} ${country}`);
  }
  return told;
}

async function silent(tx: Writing, meeting: string): Promise<string[]> {
  const answered = new Set((await confirmationsOf(tx, meeting)).map(({ country }) => country));
  return (await seatsOf(tx, meeting)).filter((country) => !answered.has(country));
}

async function post(tx: Writing, actor: Actor, meeting: Meeting, countries: readonly string[], now: Date): Promise<string[]> {
  const reminded: string[] = [];
  for (const country of countries) {
    // Two servers on one morning, or a button pressed twice: the one that remembers first writes the mails.
    const first = await tx
      .insertInto("plenary.meeting_reminder")
      .values({ meeting: meeting.id, country, sent_on: dayOf(now) })
      .onConflict((known) => known.doNothing())
      .returning("country")
      .executeTakeFirst();
    if (!first) continue;
    reminded.push(country);
    for (const { email, language } of await delegatesOf(tx, country)) {
      const words = plenaryMeetingLetterWords[language].reminder;
      await postMail(tx, { to: email, subject: words.subject(meeting.id), body: words.body(meeting.id, whenLine(meeting, zoneOf(country), language)) });
    }
  }
  if (reminded.length > 0) {
    const names = listed(reminded);
    await tell(tx, actor, {
      meeting: meeting.id,
      kind: "delegation.reminded",
      sentence: { es: `Se recordó a ${names.es} que confirmen su asistencia.`, en: `${names.en} were reminded to confirm their attendance.` },
      detail: { countries: reminded },
    });
  }
  return reminded;
}

async function delegatesOf(tx: Writing, country: string): Promise<{ email: string; language: Language }[]> {
  const { rows } = await sql<{ email: string; language: string }>`
    select distinct a.email, a.language from identity.office o join identity.account a on a.id = o.account
    where o.country = ${country} and o.office in ('delegate-titular', 'delegate-alternate') and o.until is null order by a.email`.execute(tx);
  return rows.map(({ email, language }) => ({ email, language: isLanguage(language) ? language : "es" }));
}
