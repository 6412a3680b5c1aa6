import type { PlanEntry } from "./entry.ts";
import { attention2018, prevention2018 } from "./operational-2018-first-axes.ts";
import { institution2018, prosecution2018 } from "./operational-2018-last-axes.ts";
import { strategicId } from "./strategic.ts";

/** The operational plan 2018, chapter X part D: per axis and strategic objective its operational objectives and activities. */
export const operationalPlan2018: PlanEntry = {
  id: "plan-operativo-2018",
  kind: "operational",
  title: { es: "Plan Operativo Anual 2018", en: "Annual Operational Plan 2018" },
  from: "2018-01-01",
  until: "2018-12-31",
  parent: strategicId,
  source: { es: "Plan Estratégico 2018-2027, capítulo X, páginas 52 a 55", en: "Strategic Plan 2018-2027, chapter X, pages 52 to 55" },
  reason: {
    es: "Primera versión, transcrita del plan publicado con su numeración. Las matrices de metas, indicadores, responsables y temporalidad que el texto anuncia no están en el ejemplar consultado, y no se suplen. El apartado C encarga el plan a la Coalición, a los mecanismos nacionales y sus instituciones, a la Presidencia y la Secretaría Técnica y a comités de trabajo; por actividad consta solo el responsable que el texto nombra. El plan no da pesos: entre hermanos son iguales, y el último toma lo que falta para 100.",
    en: "First version, transcribed from the published plan with its numbering. The matrices of targets, indicators, responsibles and timing that the text announces are not in the copy consulted, and nothing was put in their place. Part C entrusts the plan to the coalition, the national mechanisms and their institutions, the presidency and the secretariat, and working committees; for each activity only the responsible that the text names is given. The plan gives no weights: siblings weigh the same, and the last takes what is missing to 100.",
  },
  entries: [prevention2018, attention2018, prosecution2018, institution2018],
};
