import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMeetings, meetingId, readMeetingId } from "./number.ts";

test("meetings are numbered as the coalition numbers them", () => {
  expect(meetingId(3, 2022)).toBe("III-2022");
  expect(meetingId(4, 2023)).toBe("IV-2023");
  expect(meetingId(5, 2024)).toBe("V-2024");
  expect(readMeetingId("IV-2023")).toEqual({ ordinal: 4, year: 2023 });
});

test("every number is read back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), fc.integer({ min: 2011, max: 2999 }), (ordinal, year) => {
      expect(readMeetingId(meetingId(ordinal, year))).toEqual({ ordinal, year });
    }),
  );
});

test("only the canonical form is read", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[IVX]{1,4}-20[12]\d$/), (text) => {
      const number = readMeetingId(text);
      expect(number === undefined || meetingId(number.ordinal, number.year) === text).toBe(true);
    }),
  );
  for (const text of [
    "IIII-2022",
    "VX-2022",
    "iii-2022",
    "III-22",
    " III-2022",
    "3-2022",
    "-2022",
    "III-2010",
    "III-3000",
    "III-2022\n",
  ])
    expect(readMeetingId(text), text).toBeUndefined();
});

test("there is no meeting zero, none before the coalition and no half one", () => {
  expect(() => meetingId(0, 2022)).toThrow(RangeError);
  expect(() => meetingId(1.5, 2022)).toThrow(RangeError);
  expect(() => meetingId(1, 2010)).toThrow(RangeError);
});

test("meetings are sorted by year and then by ordinal, not by their letters", () => {
  const ids = ["IX-2023", "V-2023", "I-2024", "III-2022"].map((id) => readMeetingId(id) ?? { ordinal: 0, year: 0 });
  expect(ids.sort(compareMeetings).map(({ ordinal, year }) => meetingId(ordinal, year))).toEqual([
    "III-2022",
    "V-2023",
    "IX-2023",
    "I-2024",
  ]);
});
