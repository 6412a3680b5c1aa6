import { type PlanEntry, weightless } from "./entry.ts";
import { strategicAttention, strategicPrevention } from "./strategic-first-axes.ts";
import { strategicInstitution, strategicProsecution } from "./strategic-last-axes.ts";

/** The plan's id, under which other plans stand and agreements are traced. */
export const strategicId = "plan-estrategico-2018-2027";

/** The Strategic Plan 2018-2027, chapter VII: general objective, four axes, six strategic objectives, results and indicators. */
export const strategicPlan: PlanEntry = {
  id: strategicId,
  kind: "strategic",
  title: { es: "Plan Estratégico 2018-2027", en: "Strategic Plan 2018-2027" },
  from: "2018-01-01",
  until: "2027-12-31",
  source: { es: "Plan Estratégico 2018-2027, capítulo VII, páginas 39 a 42", en: "Strategic Plan 2018-2027, chapter VII, pages 39 to 42" },
  reason: {
    es: "Primera versión, transcrita del plan publicado con su numeración. El plan no da pesos: entre hermanos son iguales, y el último toma lo que falta para 100; el objetivo general no pesa. El plan vincula su trabajo con los Objetivos de Desarrollo Sostenible 5, 8, 10 y 16 en conjunto; el reparto por eje lo hace la plataforma.",
    en: "First version, transcribed from the published plan with its numbering. The plan gives no weights: siblings weigh the same, and the last takes what is missing to 100; the general objective has no weight. The coalition ties its work to Sustainable Development Goals 5, 8, 10 and 16 as a whole; the platform divides them among the axes.",
  },
  entries: [
    {
      kind: "section",
      code: "1",
      title: {
        es: "Objetivo general: Fortalecer las capacidades de la Coalición Regional contra la Trata de Personas y el Tráfico Ilícito de Migrantes para la incidencia, coordinación y articulación en el impulso de iniciativas y mecanismos para el abordaje integral de la trata de personas y el tráfico ilícito de migrantes por medio de los espacios nacionales de los Estados Parte",
        en: "General objective: Strengthen the capacities of the Regional Coalition against Trafficking in Persons and Smuggling of Migrants to influence, coordinate and connect in promoting initiatives and mechanisms for a comprehensive response to trafficking in persons and smuggling of migrants through the national bodies of the States Parties",
      },
      page: "p. 39",
      weight: weightless,
    },
    strategicPrevention,
    strategicAttention,
    strategicProsecution,
    strategicInstitution,
  ],
};
