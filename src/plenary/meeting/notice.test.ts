import fc from "fast-check";
import { expect, test } from "vitest";
import { type NoticeRule, noticeOf, startingNoticeRules } from "./notice.ts";

const [ordinary] = startingNoticeRules;
const start = new Date("2024-03-20T15:00:00Z");

test("a convocation sent exactly fifteen days before was sent in time, a millisecond later it was not", () => {
  expect(noticeOf(ordinary, new Date("2024-03-05T15:00:00Z"), start)).toEqual({ days: 15, hours: 0, required: 15, kept: true });
  expect(noticeOf(ordinary, new Date("2024-03-05T15:00:00.001Z"), start)).toEqual({
    days: 14,
    hours: 23,
    required: 15,
    kept: false,
  });
});

test("a convocation sent after the start gave no notice", () => {
  expect(noticeOf(ordinary, new Date("2024-03-21T15:00:00Z"), start)).toEqual({ days: 0, hours: 0, required: 15, kept: false });
  const none: NoticeRule = { ...ordinary, days: 0 };
  expect(noticeOf(none, new Date("2024-03-20T15:00:01Z"), start).kept).toBe(false);
  expect(noticeOf(none, start, start).kept).toBe(true);
});

test("a notice is kept just when its whole days reach those required", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 86_400_000 }), fc.integer({ min: 0, max: 40 }), (length, days) => {
      const notice = noticeOf({ ...ordinary, days }, new Date(start.getTime() - length), start);
      expect(notice.kept).toBe(notice.days >= days);
      expect(notice.hours).toBeLessThan(24);
    }),
  );
});

test("the starting periods say that no text of the coalition states them", () => {
  for (const rule of startingNoticeRules) expect(rule.source.es).toContain("confírmese con los Lineamientos de Actuación");
});
