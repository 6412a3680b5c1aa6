import { communicationAims } from "./communication-aims.ts";
import { audienceContent } from "./communication-audiences.ts";
import { communicationIdentity, communicationMessages } from "./communication-first-axes.ts";
import { communicationAxes } from "./communication-last-axes.ts";
import { communicationMeans } from "./communication-means.ts";
import type { PlanEntry } from "./entry.ts";
import { strategicId } from "./strategic.ts";

/** The visibility and communication strategy: objectives, audiences, nine thematic sections, and what carries them. */
export const communicationStrategy: PlanEntry = {
  id: "estrategia-de-comunicacion-2019-2027",
  kind: "communication",
  title: { es: "Estrategia de visibilidad y comunicación", en: "Visibility and communication strategy" },
  from: "2019-01-01",
  until: "2027-12-31",
  parent: strategicId,
  source: { es: "Estrategia de visibilidad y comunicación de la CORETT, apartados 1 a 9", en: "CORETT visibility and communication strategy, sections 1 to 9" },
  reason: {
    es: "Primera versión, transcrita de la estrategia publicada. La introducción habla de ocho ejes; el texto numera nueve apartados. La estrategia cuenta la vigencia del Plan Estratégico desde 2019; el plan se llama 2018-2027. Donde una fila da años propios junto a esa vigencia, las actividades llevan los años y la táctica la vigencia. De las páginas, solo la 18 está impresa en el ejemplar; las siguientes se cuentan desde ella. La estrategia no da pesos: pesan lo mismo los apartados, y dentro de cada uno las actividades y productos; el último toma lo que falta para 100. Objetivos, públicos, resultados y mensajes no llevan trabajo propio y no pesan.",
    en: "First version, transcribed from the published strategy. Its introduction speaks of eight themes; the text numbers nine sections. The strategy counts the validity of the Strategic Plan from 2019; the plan is called 2018-2027. Where a row gives years of its own beside that validity, the activities bear the years and the tactic the validity. Of the pages, only 18 is printed in the copy; those after it are counted from there. The strategy gives no weights: the sections weigh the same, and so do the activities and products within each; the last takes what is missing to 100. Objectives, audiences, results and messages carry no work of their own and have no weight.",
  },
  entries: [...communicationAims, communicationIdentity, communicationMessages, audienceContent, ...communicationAxes, ...communicationMeans],
};
