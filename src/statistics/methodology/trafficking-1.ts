import lists from "./code-lists.json" with { type: "json" };
import type { CodeList, Methodology } from "./methodology.ts";

/** Countries of origin that the tables name one by one: the nine, and those from which the region receives most persons. */
const originCodes = [
  "BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM",
  "COL", "VEN", "CUB", "HTI", "ECU", "AMR", "WLD", "_U",
] as const;

/** Forms at the first level of the code list. 'OTHER' also takes what a source gives as 'other forms' without naming them. */
const formCodes = [
  "SEX", "LAB", "SERV", "SLAV", "MARR", "BEG", "CRIM", "ORGAN", "ADOPT", "PREG", "MIL", "OTHER", "_U",
] as const;

const origin: CodeList = {
  id: "origin",
  title: { es: "Nacionalidad", en: "Citizenship" },
  codes: [
    { code: "BLZ", label: { es: "Belice", en: "Belize" } },
    { code: "CRI", label: { es: "Costa Rica", en: "Costa Rica" } },
    { code: "SLV", label: { es: "El Salvador", en: "El Salvador" } },
    { code: "GTM", label: { es: "Guatemala", en: "Guatemala" } },
    { code: "HND", label: { es: "Honduras", en: "Honduras" } },
    { code: "MEX", label: { es: "México", en: "Mexico" } },
    { code: "NIC", label: { es: "Nicaragua", en: "Nicaragua" } },
    { code: "PAN", label: { es: "Panamá", en: "Panama" } },
    { code: "DOM", label: { es: "República Dominicana", en: "Dominican Republic" } },
    { code: "COL", label: { es: "Colombia", en: "Colombia" } },
    { code: "VEN", label: { es: "Venezuela", en: "Venezuela" } },
    { code: "CUB", label: { es: "Cuba", en: "Cuba" } },
    { code: "HTI", label: { es: "Haití", en: "Haiti" } },
    { code: "ECU", label: { es: "Ecuador", en: "Ecuador" } },
    { code: "AMR", label: { es: "Otros países de América", en: "Other countries of the Americas" } },
    { code: "WLD", label: { es: "Resto del mundo", en: "Rest of the world" } },
    { code: "_U", label: { es: "Se desconoce", en: "Unknown" } },
  ],
};

/** The first methodology for trafficking in persons. What it says holds for every year that was opened under it. */
export const trafficking1: Methodology = {
  version: "trafficking-1",
  topic: "trafficking",
  title: {
    es: "Metodología de estadísticas sobre personas víctimas de trata, versión 1",
    en: "Methodology for statistics on persons who are victims of trafficking, version 1",
  },
  adoptedOn: "2026-11-22",
  k: 5,
  fullFrom: 60,
  marginsFrom: 20,
  poolYears: 3,
  poolOrigin: 2017,
  codeLists: [...(lists as readonly CodeList[]), origin],
  dimensions: [
    {
      id: "VICTIM_STATUS",
      title: { es: "Situación de la persona", en: "Status of the person" },
      codeList: "victimStatus",
      codes: ["PRESUMED", "IDENTIFIED", "ACCREDITED", "RESCUED"],
      additive: false,
      recordField: "victim_status",
    },
    { id: "SEX", title: { es: "Sexo", en: "Sex" }, codeList: "sex", codes: ["F", "M", "O", "_U"], additive: true, recordField: "sex" },
    {
      id: "AGE",
      title: { es: "Grupo de edad", en: "Age group" },
      codeList: "ageGroup",
      codes: ["MINOR", "ADULT", "_U"],
      additive: true,
      recordField: "age_group",
    },
    {
      id: "FORM",
      title: { es: "Forma de explotación", en: "Form of exploitation" },
      codeList: "formOfExploitation",
      codes: formCodes,
      additive: false,
      recordField: "forms",
    },
    {
      id: "MAIN_FORM",
      title: { es: "Forma principal de explotación", en: "Main form of exploitation" },
      codeList: "formOfExploitation",
      codes: formCodes,
      additive: true,
      recordField: "main_form",
    },
    {
      id: "ORIGIN",
      title: { es: "Nacionalidad", en: "Citizenship" },
      codeList: "origin",
      codes: originCodes,
      additive: true,
      recordField: "citizenship",
    },
    {
      id: "SCOPE",
      title: { es: "Ámbito de la trata", en: "Scope of the trafficking" },
      codeList: "scope",
      codes: ["INTERNAL", "CROSS", "BOTH", "_U"],
      additive: true,
      recordField: "scope",
    },
    {
      id: "SERVICE",
      title: { es: "Servicio brindado", en: "Service provided" },
      codeList: "servicesProvided",
      codes: [
        "SHELTER", "FOOD", "HEALTH", "PSYCH", "LEGAL", "PROTECT", "MIGSTATUS", "EDUC", "ECON", "FAMREUN", "REPAT", "REINT",
      ],
      additive: false,
      recordField: "services",
    },
  ],
  tables: [
    {
      id: "status",
      title: { es: "Personas por situación", en: "Persons by status" },
      unit: { es: "personas en esa situación", en: "persons with that status" },
      dimensions: ["VICTIM_STATUS"],
      counts: "statuses",
      sensitive: false,
    },
    {
      id: "victims",
      title: { es: "Personas víctimas identificadas, por sexo y edad", en: "Identified victims, by sex and age" },
      unit: { es: "personas víctimas identificadas", en: "identified victims" },
      dimensions: ["SEX", "AGE"],
      counts: "persons",
      sensitive: false,
    },
    {
      id: "forms",
      title: { es: "Formas de explotación, por edad", en: "Forms of exploitation, by age" },
      unit: {
        es: "personas víctimas identificadas que sufrieron esa forma (una persona puede haber sufrido varias)",
        en: "identified victims who suffered that form (one person may have suffered several)",
      },
      dimensions: ["FORM", "AGE"],
      counts: "mentions",
      sensitive: true,
    },
    {
      id: "forms_sex",
      title: { es: "Formas de explotación, por sexo", en: "Forms of exploitation, by sex" },
      unit: {
        es: "personas víctimas identificadas que sufrieron esa forma (una persona puede haber sufrido varias)",
        en: "identified victims who suffered that form (one person may have suffered several)",
      },
      dimensions: ["FORM", "SEX"],
      counts: "mentions",
      sensitive: true,
    },
    {
      id: "main_form",
      title: { es: "Forma principal de explotación", en: "Main form of exploitation" },
      unit: { es: "personas víctimas identificadas", en: "identified victims" },
      dimensions: ["MAIN_FORM"],
      counts: "persons",
      sensitive: true,
    },
    {
      id: "origin",
      title: { es: "Nacionalidad de las personas víctimas", en: "Citizenship of the victims" },
      unit: { es: "personas víctimas identificadas", en: "identified victims" },
      dimensions: ["ORIGIN"],
      counts: "persons",
      sensitive: false,
    },
    {
      id: "scope",
      title: { es: "Trata interna o transnacional", en: "Internal or cross-border trafficking" },
      unit: { es: "personas víctimas identificadas", en: "identified victims" },
      dimensions: ["SCOPE"],
      counts: "persons",
      sensitive: false,
    },
    {
      id: "services",
      title: { es: "Servicios brindados", en: "Services provided" },
      unit: {
        es: "personas atendidas con ese servicio (pueden incluir personas identificadas en años anteriores)",
        en: "persons who received that service (they may have been identified in earlier years)",
      },
      dimensions: ["SERVICE"],
      counts: "served",
      sensitive: true,
    },
  ],
};
