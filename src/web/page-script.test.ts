import { expect, test } from "vitest";
import { isForMembers, sendsScript } from "./page-script.ts";

test("the innermost route that says so decides whether a page sends script; public pages say nothing", () => {
  expect(sendsScript([undefined, {}, { tab: "x" }])).toBe(false);
  expect(sendsScript([undefined, { scripted: true }, undefined])).toBe(true);
  expect(sendsScript([undefined, { scripted: true }, { scripted: false }])).toBe(false);
  expect(sendsScript([{ scripted: "yes" }])).toBe(false);
});

test("a page of the workspace without script is still for members", () => {
  expect(isForMembers([undefined, { scripted: true }, { scripted: false }])).toBe(true);
  expect(isForMembers([undefined, {}])).toBe(false);
});
