import type { EntryKind } from "./entry.ts";

/** A heading or line of a source that the platform has to hold: what it is, the number printed with it, some of its words. */
type SourceLine = readonly [kind: EntryKind, code: string, words: string];

/** The lines of one page of a source, in reading order. */
export interface SourcePage {
  readonly page: string;
  readonly lines: readonly SourceLine[];
}

/**
 * Strategic Plan 2018-2027, chapter VII, made by going through its pages, not from the data: the transcription is held against
 * it in both directions.
 */
export const strategicChecklist: readonly SourcePage[] = [
  {
    page: "p. 39",
    lines: [
      ["section", "1", "para la incidencia, coordinación y articulación"],
      ["axis", "1", "Prevención"],
      ["objective", "1", "Elaborar una estrategia regional para la prevención"],
      ["result", "1", "cuenta con estrategias de prevención de los delitos"],
      ["indicator", "1", "Estrategia Regional para la prevención de la trata de personas elaborada"],
      ["indicator", "2", "Estrategia Regional para la prevención del tráfico ilícito de migrantes elaborada"],
    ],
  },
  {
    page: "p. 40",
    lines: [
      ["axis", "2", "Atención integral"],
      ["objective", "2.1", "Institucionalizar a nivel de los países miembros"],
      ["result", "2.1", "cuentan con una Estrategia Nacional elaborada e implementada derivada"],
      ["indicator", "", "Número de Estrategias nacionales elaboradas e implementadas"],
      ["result", "2.2", "Protocolo Regional para la repatriación de víctimas"],
      ["indicator", "", "Número de protocolos nacionales para la repatriación"],
      ["objective", "2.2", "Estandarizar una Estrategia Regional que asegure asistencia"],
      ["result", "2.1", "cuenta con una Estrategia estandarizada para la asistencia"],
      ["indicator", "", "Estrategia Regional para la atención y derivación"],
      ["axis", "3", "Persecución de los delitos"],
      ["objective", "3.1", "Fortalecer las capacidades institucionales"],
    ],
  },
  {
    page: "p. 41",
    lines: [
      ["result", "3.1", "implementan buenas prácticas en la investigación"],
      ["indicator", "", "número de buenas prácticas replicadas"],
      ["objective", "3.2", "Promover la coordinación interinstitucional"],
      ["result", "3.2.1", "procedimiento estándar de coordinación"],
      ["indicator", "", "Número de países miembros que cuentan con un procedimiento"],
      ["axis", "4", "Fortalecimiento institucional"],
      ["objective", "4.1", "Posicionar a la Coalición Regional como un espacio"],
      ["result", "4.1", "es reconocida como un espacio de articulación"],
      ["indicator", "", "Número de alianzas con otros espacios regionales"],
      ["indicator", "", "Número de acciones conjuntas con otros espacios regionales"],
    ],
  },
  {
    page: "p. 42",
    lines: [
      ["result", "4.2", "cuenta con e implementa una Estrategia Institucional de Comunicación"],
      ["indicator", "", "Estrategia Institucional de Comunicación creada e implementada"],
      ["result", "4.3", "herramientas para la movilización de recursos"],
      ["indicator", "", "Número de acuerdos de la Coalición Regional cumplidos"],
      ["indicator", "", "Número de participación de los países miembros"],
    ],
  },
];

/** Operational plan 2018, chapter X part D. An activity of the text stands under the operational objective that it serves. */
export const operationalChecklist: readonly SourcePage[] = [
  {
    page: "p. 52",
    lines: [
      ["axis", "1", "Prevención"],
      ["objective", "", "Elaborar una estrategia regional para la prevención de la TdP"],
      ["operational-objective", "1.1", "Formular una estrategia regional para la prevención de la trata"],
      ["activity", "", "Línea Base para formulación de estrategia de prevención de la trata de personas"],
      ["operational-objective", "1.2", "Formular una estrategia regional para la prevención del tráfico"],
      ["activity", "", "Línea Base para formulación de estrategia de prevención del tráfico"],
      ["axis", "2", "Atención integral"],
      ["objective", "2.1", "Institucionalizar a nivel de los países"],
      ["operational-objective", "2.1.1", "Actualizar la Estrategia Regional de Atención Integral"],
    ],
  },
  { page: "p. 53", lines: [["activity", "", "Sesiones técnicas de los miembros"]] },
  { page: "p. 52", lines: [["operational-objective", "2.1.2", "protocolos interinstitucionales de atención en los países miembros"]] },
  { page: "p. 53", lines: [["activity", "", "se revisen los protocolos nacionales"]] },
  { page: "p. 52", lines: [["operational-objective", "2.1.3", "Impulsar la aprobación de los protocolos nacionales para la repatriación"]] },
  {
    page: "p. 53",
    lines: [
      ["activity", "", "impulsar la aprobación de los protocolos nacionales por parte de las autoridades correspondientes"],
      ["objective", "2.2", "Estandarizar una Estrategia Regional"],
      ["operational-objective", "2.2.1", "Revisar el marco jurídico legal, asistencial e institucional"],
      ["activity", "", "Elaboración de un diagnóstico sobre el marco jurídico"],
      ["axis", "3", "Persecución de los delitos"],
      ["objective", "3.1", "Fortalecer las capacidades institucionales"],
      ["operational-objective", "3.1.1", "Promover un encuentro regional"],
    ],
  },
  {
    page: "p. 54",
    lines: [
      ["activity", "", "gestiones técnicas y financieras para el Encuentro Regional"],
      ["objective", "3.2", "Promover la coordinación interinstitucional"],
      ["operational-objective", "3.2.1", "Impulsar la articulación entre las instancias"],
      ["activity", "", "Reuniones en los países miembros entre las instancias de persecución"],
      ["axis", "4", "Fortalecimiento institucional"],
      ["objective", "4.1", "Posicionar a la Coalición Regional"],
    ],
  },
  {
    page: "p. 55",
    lines: [
      ["operational-objective", "4.1.1", "Establecer alianzas estratégicas a nivel nacional y regional"],
      ["activity", "", "mapeo de actores nacionales, regionales"],
      ["activity", "", "seguimiento a las acciones de gestión y acercamiento"],
      ["operational-objective", "4.1.2", "Elaborar una Estrategia Institucional de Comunicación"],
      ["activity", "", "la elaboración de la Estrategia de Comunicación"],
      ["operational-objective", "4.1.3", "Diseñar herramientas para la movilización de recursos"],
      ["activity", "", "integración de un comité de trabajo"],
      ["activity", "", "Diseño de una estrategia de movilización de recursos"],
    ],
  },
];
