import { notFound, originContext } from "#web";
import { calendarFile } from "../calendar.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting } from "./meeting-asked.ts";
import type { Route } from "./+types/calendar-file.ts";

/** The meeting as a calendar file for whoever may read it. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { meeting, language } = await askedMeeting(args);
  if (!meeting.startsAt || !meeting.endsAt || meeting.isRecord) throw notFound();
  const text = calendarFile({
    meeting,
    kind: meeting.state === "cancelled" ? "cancellation" : "convocation",
    sequence: meeting.sequence,
    language,
    page: `${args.context.get(originContext)}${meetingAddress(language, meeting.id)}`,
    now: new Date(),
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${meeting.id}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
}
