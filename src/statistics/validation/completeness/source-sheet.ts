import type { Text } from "#basics";
import { type Finding, findingKey } from "../finding.ts";
import type { ValidationInput } from "../matrix.ts";

function missing(rule: string, message: Text, mend: Text): Finding {
  return { key: findingKey(rule, "source"), class: "completeness", severity: "error", rule, cells: [], message, mend };
}

/**
 * Every figure is somebody's: the authority behind it, the day it was drawn, and the register it comes from.
 *
 * Official sources of one country and year differ by a factor of three (Guatemala 2019: 678 and 434), so a figure without
 * these three cannot be compared with anything. Source: HTCDS, 'decision making organisation'; GLOTIP questionnaire, which
 * asks for article and source beside each number.
 */
export function sourceSheet(input: ValidationInput): Finding[] {
  const { authority, referenceDate, source } = input.sheet;
  const findings: Finding[] = [];
  if (!authority)
    findings.push(
      missing(
        "authority-missing",
        { es: "Falta la institución que responde por las cifras.", en: "The institution that answers for the figures is missing." },
        { es: "Escríbala en los datos de la fuente.", en: "Write it in the details of the source." },
      ),
    );
  if (!referenceDate)
    findings.push(
      missing(
        "reference-date-missing",
        { es: "Falta la fecha en que se extrajeron las cifras.", en: "The day on which the figures were drawn is missing." },
        { es: "Escriba la fecha de referencia en los datos de la fuente.", en: "Write the reference date in the details of the source." },
      ),
    );
  if (!source)
    findings.push(
      missing(
        "source-missing",
        { es: "Falta el registro o la publicación de donde salen las cifras.", en: "The register or publication the figures come from is missing." },
        { es: "Escríbalo en los datos de la fuente.", en: "Write it in the details of the source." },
      ),
    );
  return [...findings, ...referenceDateOutOfStep(input)];
}

function referenceDateOutOfStep({ sheet, year, today }: ValidationInput): Finding[] {
  const day = sheet.referenceDate;
  if (!day) return [];
  if (day > today)
    return [
      missing(
        "reference-date-ahead",
        { es: "La fecha de referencia está en el futuro.", en: "The reference date lies in the future." },
        { es: "Escriba el día en que se extrajeron las cifras.", en: "Write the day on which the figures were drawn." },
      ),
    ];
  if (day >= `${year}-12-31`) return [];
  return [
    {
      key: findingKey("reference-date-early", "source", day),
      class: "completeness",
      severity: "warning",
      rule: "reference-date-early",
      cells: [],
      message: {
        es: `Las cifras se extrajeron antes de terminar el año ${year}: pueden faltar personas.`,
        en: `The figures were drawn before the year ${year} ended: persons may be missing.`,
      },
      mend: { es: "Corrija la fecha, o explique qué meses incluyen.", en: "Mend the date, or explain which months they include." },
    },
  ];
}
