import { expect, test } from "vitest";
import { z } from "zod";
import { formProblems, formRefusal, formState } from "./form-state.ts";

const Year = z.object({ year: z.coerce.number().min(2011, "too-early"), name: z.string().min(1, "empty") });

/** A form as the browser sends it. */
function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test("a form with problems comes back with 400, its problems in words at the fields, and what was typed", () => {
  const form = sent({ year: "1899", name: "" });
  const checked = Year.safeParse(Object.fromEntries(form));
  const answer = formProblems(checked.error ?? { issues: [] }, form);
  const page = formState(answer.data, { "too-early": "El año debe ser 2011 o posterior.", empty: "Escriba un nombre." });
  expect(answer.init?.status).toBe(400);
  expect(page.problems).toEqual([
    { name: "year", text: "El año debe ser 2011 o posterior." },
    { name: "name", text: "Escriba un nombre." },
  ]);
  expect(page.field("year")).toMatchObject({ value: "1899", problem: "El año debe ser 2011 o posterior." });
});

test("a refused act comes back with 409 and its reason", () => {
  const answer = formRefusal("already-sent", sent({ name: "Ana" }));
  expect(answer.init?.status).toBe(409);
  expect(formState(answer.data, { "already-sent": "Ya se envió." })).toMatchObject({ refusal: "Ya se envió.", problems: [] });
});

test("a longer text of a refused form is kept apart, since its field may be gone; ids are not", () => {
  const typed = { note: "La delegación pide que conste su posición.", id: "0b3c1f0a-0000-4000-8000-000000000001", name: "Ana" };
  expect(formState(formRefusal("closed", sent(typed)).data).kept).toEqual([typed.note]);
  expect(formState(formProblems({ name: ["empty"] }, sent(typed)).data).kept).toEqual([]);
});

test("secrets and files are never sent back", () => {
  const form = sent({ password: "hunter2", totpCode: "123456", email: "a@b.example" });
  form.append("file", new File(["x"], "datos.xlsx"));
  expect(formProblems({ email: ["unknown"] }, form).data.typed).toEqual({ email: ["a@b.example"] });
});

test("an untouched form shows its initial values; a returned one shows only what was chosen", () => {
  expect(formState(undefined).field("terms", ["a", "b"]).chosen).toEqual(["a", "b"]);
  const returned = formState({ typed: {}, problems: { terms: ["none"] } });
  expect(returned.field("terms", ["a", "b"]).chosen).toEqual([]);
});
