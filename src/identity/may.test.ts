import { expect, test } from "vitest";
import { offices } from "#basics";
import { member } from "../../test/world.ts";
import { type ActName, capabilities, may } from "./may.ts";
import { isStateOffice } from "./office.ts";

const allowed = (act: ActName, country = "GTM") =>
  offices.filter((office) => may(member(office, isStateOffice(office) ? "GTM" : undefined), act, country) === "allowed");

test("only a delegate of the country signs its data, and only its focal point submits it", () => {
  expect(allowed("submission.sign")).toEqual(["delegate-titular", "delegate-alternate"]);
  expect(allowed("submission.sign", "HND")).toEqual([]);
  expect(allowed("submission.submit")).toEqual(["focal-point"]);
  expect(may(member("focal-point", "GTM"), "submission.submit", "HND")).toBe("not-your-country");
});

test("the secretariat never signs, and reads the submission of any country", () => {
  expect(may(member("secretariat"), "submission.sign", "GTM")).toBe("not-your-office");
  expect(may(member("secretariat"), "submission.read", "GTM")).toBe("allowed");
});

test("an administrator keeps accounts and sees no submission by virtue of the job", () => {
  expect(may(member("administrator"), "people.invite")).toBe("allowed");
  expect(may(member("administrator"), "submission.read", "GTM")).toBe("not-your-office");
});

test("an observer does nothing but keep the own account", () => {
  const acts = (Object.keys(capabilities) as ActName[]).filter((act) => may(member("observer"), act, "GTM") === "allowed");
  expect(acts).toEqual(["account.keep"]);
});

test("an act on one state is never open to an office of a state that does not name the country", () => {
  expect(may(member("delegate-titular", "GTM"), "submission.sign")).toBe("not-your-country");
});

test("a visitor does nothing", () => {
  expect(may({ kind: "public" }, "account.keep")).toBe("sign-in-first");
});
