import { expect, test } from "vitest";
import { countryName } from "#basics";
import { trafficking1 } from "../../methodology/trafficking-1.ts";
import { riskLine } from "./risk-line.ts";

const say = (total: string, part: string, count: number, of: number, language: "es" | "en" = "es") =>
  riskLine(trafficking1, { total, part, count, of, small: false }, language, (area) => countryName(area)[language]);

test("a group of which all share an attribute is told in one sentence", () => {
  expect(say("2021/GTM/victims:_T._T", "2021/GTM/scope:INTERNAL", 425, 425)).toBe("Las 425 personas víctimas de Guatemala en 2021 comparten: Ámbito de la trata: Interna (dentro de un país).");
  expect(say("2021/GTM/victims:_T._T", "2021/GTM/forms_sex:SEX._T", 425, 425, "en")).toBe("All 425 victims in Guatemala in 2021 share: Form of exploitation: Sexual exploitation.");
});

test("a group of which all but one share it says so, and names the group without repeating it", () => {
  expect(say("2021/HND/forms_sex:SEX._T", "2021/HND/forms_sex:SEX.F", 36, 37)).toBe("36 de 37 personas víctimas de Honduras en 2021 (Forma de explotación: Explotación sexual) comparten: Sexo: Mujer.");
});

test("where all of a region's persons come from one country, or all of several years from one, that is what they share", () => {
  expect(say("2021/_R/scope:CROSS", "2021/GTM/scope:CROSS", 20, 20)).toBe("Las 20 personas víctimas de la región en 2021 (Ámbito de la trata: Transnacional) comparten: País que las identificó: Guatemala.");
  expect(say("2020-2022/BLZ/victims:_T._T", "2021/BLZ/victims:_T._T", 12, 12)).toBe("Las 12 personas víctimas de Belice en 2020–2022 comparten: Año en que se identificaron: 2021.");
});
