import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type Invitation, calendarFile, calendarId, folded, invitation } from "./calendar.ts";
import { meetingLetter } from "./letter.ts";
import { localTime } from "./zone.ts";

const meeting = {
  id: "V-2024",
  kind: "ordinary",
  mode: "in-person",
  place: { es: "Ciudad de Panamá, salón «Simón Bolívar»; piso 3", en: "Panama City, “Simón Bolívar” hall; floor 3" },
  startsAt: new Date("2024-03-20T15:00:00Z"),
  endsAt: new Date("2024-03-20T23:00:00Z"),
  timeZone: "America/Guatemala",
  cancelReason: null,
} as const;
const wish: Invitation = {
  meeting,
  kind: "convocation",
  sequence: 0,
  person: { name: "María Fernanda Ñúñez Peña, delegada titular de la República Dominicana ante la Coalición", email: "maria@example.org", isVoter: true },
  language: "es",
  organizer: { name: "CORETT", email: "corett@example.org" },
  page: "https://corett.example/es/workspace/meetings/V-2024",
  now: new Date("2024-02-20T12:00:00Z"),
};

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("no event");
  return { method: calendar.getFirstPropertyValue("method"), component, event: new ICAL.Event(component) };
}

test("a real calendar reads the invitation as it was meant: one person, the right instant, the person's language", () => {
  const { method, text } = invitation(wish);
  const { event, component, ...read } = parsed(text);
  expect([method, read.method]).toEqual(["REQUEST", "REQUEST"]);
  expect(event.uid).toBe(calendarId("V-2024"));
  expect(event.sequence).toBe(0);
  expect(event.startDate.toJSDate()).toEqual(meeting.startsAt);
  expect(event.endDate.toJSDate()).toEqual(meeting.endsAt);
  expect(event.summary).toBe("Reunión V-2024 de CORETT (ordinaria)");
  expect(event.location).toBe(meeting.place.es);
  expect(event.description).toContain(wish.page);
  expect(component.getFirstPropertyValue("url")).toBe(wish.page);
  expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(component.getAllProperties("attendee").map((each) => String(each.getFirstValue()).toLowerCase())).toEqual(["mailto:maria@example.org"]);
  expect(component.getFirstProperty("attendee")?.getFirstParameter("cn")).toContain("Ñúñez Peña, delegada titular");
  expect(String(component.getFirstPropertyValue("organizer")).toLowerCase()).toBe("mailto:corett@example.org");
  const english = parsed(invitation({ ...wish, language: "en" }).text).event;
  expect([english.summary, english.location]).toEqual(["Meeting V-2024 of CORETT (ordinary)", meeting.place.en]);
});

test("an update is the same appointment with a higher sequence, and a cancellation takes it out", () => {
  const first = parsed(invitation(wish).text);
  const later = new Date("2024-03-20T16:00:00Z");
  const update = parsed(invitation({ ...wish, kind: "update", sequence: 1, meeting: { ...meeting, startsAt: later } }).text);
  expect(update.event.uid).toBe(first.event.uid);
  expect([first.event.sequence, update.event.sequence]).toEqual([0, 1]);
  expect([update.method, update.event.startDate.toJSDate()]).toEqual(["REQUEST", later]);
  const cancelled = parsed(invitation({ ...wish, kind: "cancellation", sequence: 2 }).text);
  expect([cancelled.method, cancelled.component.getFirstPropertyValue("status"), cancelled.event.sequence, cancelled.event.uid]).toEqual(["CANCEL", "CANCELLED", 2, first.event.uid]);
});

test("in every zone of the region the calendar shows the hour of that zone, on the days on which clocks change too", () => {
  for (const [zone, hour] of [["America/Panama", "10:00"], ["America/Guatemala", "09:00"], ["America/Santo_Domingo", "11:00"], ["America/New_York", "11:00"]] as const)
    expect(localTime(parsed(invitation(wish).text).event.startDate.toJSDate(), zone).slice(11), zone).toBe(hour);
  const change = new Date("2022-10-30T06:30:00Z"); // clocks in Mexico went back at two that night
  const read = parsed(invitation({ ...wish, meeting: { ...meeting, startsAt: change, endsAt: new Date("2022-10-30T09:00:00Z") } }).text).event;
  expect(read.startDate.toJSDate()).toEqual(change);
});

test("no line is longer than 75 octets, and no letter is cut: ñ and tildes come back whole", () => {
  const { text } = invitation(wish);
  const lines = text.split("\r\n");
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  expect(text.includes("�")).toBe(false);
  const long = `DESCRIPTION:${"ñandú áéíóú 🕊 ".repeat(30)}`;
  const back = folded(long).replaceAll("\r\n ", "").replace(/\r\n$/, "");
  expect(back).toBe(long);
});

test("a file for one's own calendar names nobody and asks for nothing", () => {
  const text = calendarFile({ meeting, kind: "convocation", sequence: 3, language: "es", page: wish.page, now: wish.now });
  const { method, event, component } = parsed(text);
  expect([method, event.sequence, component.getAllProperties("attendee"), component.getFirstProperty("organizer")]).toEqual(["PUBLISH", 3, [], null]);
});

test("the letter tells the hour in the meeting's zone and in the reader's, and leads to the platform", () => {
  const letter = meetingLetter({ ...wish, meeting, readerZone: "America/Santo_Domingo" });
  expect(letter.subject).toBe("Convocatoria a la reunión V-2024 de CORETT");
  expect(letter.body).toContain("20 de marzo de 2024, 09:00 en Ciudad de Guatemala · 11:00 en su hora (Santo Domingo)");
  expect(letter.body).toContain(wish.page);
  expect(letter.calendar?.method).toBe("REQUEST");
});
