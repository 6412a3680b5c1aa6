import type { Text } from "#basics";
import type { DimensionId } from "../methodology/methodology.ts";

/**
 * One person in a country's record file, without anything that says who it is. Codes are kept as they were given: a
 * narrower code ('SEX_CSEC', 'N12_17', 'PER') is counted into its broader one only when tables are made.
 */
export interface VictimRecord {
  /** Row of the file, from 1. */
  readonly row: number;
  /** The country's own opaque code of the case. */
  readonly caseCode: string;
  /** ISO day of identification. */
  readonly identifiedOn: string;
  readonly status: string;
  readonly sex: string;
  readonly ageGroup: string;
  /** Completed years, when the file gives them. */
  readonly age?: number;
  readonly forms: readonly string[];
  readonly mainForm: string;
  /** ISO 3166-1 alpha-3, 'AMR' or 'WLD' when the file knows no more, or '_U'. */
  readonly citizenship: string;
  readonly scope: string;
  readonly services: readonly string[];
}

export type RecordColumnId =
  | "case_code"
  | "identified_on"
  | "victim_status"
  | "sex"
  | "age_group"
  | "age"
  | "forms"
  | "main_form"
  | "citizenship"
  | "scope"
  | "services";

export interface RecordColumn {
  readonly id: RecordColumnId;
  readonly title: Text;
  /** Code list of its values; absent for codes, dates and years. */
  readonly list?: string;
  readonly dimension?: DimensionId;
  readonly several?: true;
  /** A file without this column cannot be counted at all. Without another one its tables are 'not collected'. */
  readonly required?: true;
  /** Folded names under which national files carry the column. */
  readonly aliases: readonly string[];
}

/** The columns of a record file in the order of the template. */
export const recordColumns: readonly RecordColumn[] = [
  {
    id: "case_code",
    title: { es: "Código de caso", en: "Case code" },
    required: true,
    aliases: ["codigo", "codigo del caso", "codigo caso", "id caso", "id del caso", "caso", "no de caso", "numero de caso", "case", "case id", "case number", "code"],
  },
  {
    id: "identified_on",
    title: { es: "Fecha de identificación", en: "Date of identification" },
    required: true,
    aliases: ["fecha", "fecha identificacion", "fecha de la identificacion", "fecha de registro", "fecha de deteccion", "date", "identification date", "date identified", "registration date"],
  },
  {
    id: "victim_status",
    title: { es: "Situación de la persona", en: "Status of the person" },
    list: "victimStatus",
    dimension: "VICTIM_STATUS",
    required: true,
    aliases: ["situacion", "situacion de la victima", "estatus", "estado de la victima", "condicion", "condicion de la victima", "status", "victim status", "status of the victim"],
  },
  {
    id: "sex",
    title: { es: "Sexo", en: "Sex" },
    list: "sex",
    dimension: "SEX",
    required: true,
    aliases: ["genero", "gender", "sexo de la victima", "sexo de la persona"],
  },
  {
    id: "age_group",
    title: { es: "Grupo de edad", en: "Age group" },
    list: "ageGroup",
    dimension: "AGE",
    aliases: ["grupo etario", "grupo etareo", "rango de edad", "rangos de edad", "mayoria de edad", "menor o mayor de edad", "age range", "age band"],
  },
  { id: "age", title: { es: "Edad en años", en: "Age in years" }, aliases: ["edad", "edad anos", "anos cumplidos", "edad de la victima", "age", "age years", "years of age"] },
  {
    id: "forms",
    title: { es: "Formas de explotación", en: "Forms of exploitation" },
    list: "formOfExploitation",
    dimension: "FORM",
    several: true,
    aliases: [
      "forma de explotacion", "tipo de explotacion", "tipos de explotacion", "modalidad", "modalidades", "modalidad de explotacion",
      "modalidad de trata", "tipo de trata", "form of exploitation", "type of exploitation", "exploitation", "form", "forms",
    ],
  },
  {
    id: "main_form",
    title: { es: "Forma principal", en: "Main form" },
    list: "formOfExploitation",
    dimension: "MAIN_FORM",
    aliases: ["forma principal de explotacion", "modalidad principal", "explotacion principal", "main form of exploitation"],
  },
  {
    id: "citizenship",
    title: { es: "Nacionalidad", en: "Citizenship" },
    list: "origin",
    dimension: "ORIGIN",
    aliases: ["pais de nacionalidad", "nacionalidad de la victima", "pais de origen", "origen", "ciudadania", "nationality", "country of citizenship", "country of origin", "origin"],
  },
  {
    id: "scope",
    title: { es: "Ámbito de la trata", en: "Scope of the trafficking" },
    list: "scope",
    dimension: "SCOPE",
    aliases: ["ambito", "ambito geografico", "tipo de trata interna o externa", "trata interna o externa", "interna o transnacional", "scope"],
  },
  {
    id: "services",
    title: { es: "Servicios brindados", en: "Services provided" },
    list: "servicesProvided",
    dimension: "SERVICE",
    several: true,
    aliases: ["servicios", "servicio", "servicio brindado", "servicios prestados", "asistencia", "asistencia brindada", "services", "assistance", "service"],
  },
];
