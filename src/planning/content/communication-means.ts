import { statement } from "./communication-entry.ts";
import type { Entry } from "./entry.ts";

const page = "p. 29";
const last = "p. 30";

/** What the strategy says after its nine sections: people, leadership, time and capacities. Statements, without work of their own. */
export const communicationMeans: readonly Entry[] = [
  statement("section", page, { es: "Recursos humanos", en: "Human resources" }, {
    children: [
      statement("section", page, {
        es: "Profesionales en comunicación de cada Coalición, Comisión, Consejo y Secretaría Nacional que apoyarán la implementación de la estrategia",
        en: "Communication professionals of each national coalition, commission, council and secretariat who will support the carrying out of the strategy",
      }),
      statement("section", page, {
        es: "Asistencia técnica de agencias y organizaciones de cooperación para el diseño del Manual de visibilidad, marca de la CORETT y otras acciones",
        en: "Technical assistance of cooperation agencies and organisations for the design of the visibility manual, CORETT's brand and other action",
      }),
    ],
  }),
  statement("section", page, { es: "Responsables", en: "Responsible" }, {
    detail: {
      es: "Los países miembros ejecutan e implementan la estrategia, bajo el liderazgo de la Presidencia y la Secretaría Técnica.",
      en: "The member countries carry out the strategy, led by the presidency and the secretariat.",
    },
  }),
  statement("section", page, { es: "Temporalidad", en: "Time" }, {
    detail: { es: "El periodo de esta estrategia está vinculado a la vigencia del Plan Estratégico.", en: "The period of this strategy is tied to the validity of the Strategic Plan." },
  }),
  statement("section", last, { es: "Fortalecimiento de capacidades", en: "Strengthening of capacities" }, {
    children: [
      statement("section", last, { es: "Asumir su capacidad de vocería en la materia a nivel nacional, regional y extra regional", en: "Take up its capacity as spokesperson on the subject at national, regional and extra-regional level" }),
      statement("section", last, { es: "Asesoría para el manejo de eventuales crisis de comunicación", en: "Advice on handling possible crises of communication" }),
      statement("section", last, {
        es: "Establecer procesos, mecanismos y flujos de trabajo para la recopilación y difusión de información",
        en: "Establish processes, mechanisms and workflows for collecting and spreading information",
      }),
    ],
  }),
];
