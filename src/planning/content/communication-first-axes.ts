import type { Text } from "#basics";
import { type RowTime, activityOf, tacticOf, timeWords, validity } from "./communication-entry.ts";
import type { Entry } from "./entry.ts";

const page = "p. 17";
const brandTime: RowTime = {
  own: ["2019-09-01", "2019-12-31"],
  words: { es: "producto elaborado entre septiembre y diciembre de 2019 para implementar en 2025", en: "product made between September and December 2019, to be put into use in 2025" },
};
const manualTime: RowTime = { own: ["2022-01-01", "2022-12-31"], words: { es: "producto elaborado para el año 2022", en: "product made for the year 2022" } };
const brand: Text = { es: "Establecer una marca institucional para la CORETT", en: "Establish an institutional brand for CORETT" };
const manual: Text = { es: "Manual de marca", en: "Brand manual" };

/** A result whose activities the source sets in its own row. */
function row(title: Text, time: RowTime, activities: readonly Text[], contents?: Text): Entry {
  const times = timeWords(time);
  return {
    kind: "result",
    title,
    page,
    detail: contents ? { es: `${contents.es} ${times.es}`, en: `${contents.en} ${times.en}` } : times,
    period: time.own ?? validity,
    children: activities.map((activity) => activityOf(page, activity, [title], time)),
  };
}

/** Section 1: one tactic, two rows of the source. */
export const communicationIdentity: Entry = {
  kind: "section",
  code: "1",
  title: { es: "Identidad corporativa", en: "Corporate identity" },
  detail: { es: "Lo que define la identidad gráfica y de comunicación de la CORETT.", en: "What defines the identity of CORETT in graphics and communication." },
  page,
  children: [
    {
      kind: "tactic",
      title: { es: "Diseñar la identidad de la CORETT", en: "Design the identity of CORETT" },
      detail: timeWords({}),
      page,
      period: validity,
      children: [
        row(brand, brandTime, [
          {
            es: "Elaboración de propuesta de actualización de marca que incluya la revisión y actualización del logo y todos los elementos pertinentes a la publicidad y visibilidad de la CORETT",
            en: "Preparation of a proposal to update the brand, including review and update of the logo and of everything that concerns the publicity and visibility of CORETT",
          },
          { es: "Análisis de la necesidad de utilizar siglas o nombre estratégico", en: "Analysis of the need to use initials or a strategic name" },
        ]),
        row(
          manual,
          manualTime,
          [
            { es: "Creación de un manual de identidad de la CORETT", en: "Creation of a manual of identity of CORETT" },
            { es: "Distribución digital del manual", en: "Digital distribution of the manual" },
            { es: "Aplicación a nivel regional", en: "Application at regional level" },
          ],
          {
            es: "Debe contener: la conceptualización de identidad de marca (logo); uso de logo; formato de hojas membretadas en diferentes tamaños; plantillas de presentación en diferentes formatos; uso de imágenes; tipografía; productos de identidad para plataformas digitales (web, celulares, etc.).",
            en: "It has to contain: the concept of brand identity (logo); use of the logo; letterheads in several sizes; presentation templates in several formats; use of images; typography; identity products for digital platforms (web, mobile phones, etc.).",
          },
        ),
      ],
    },
  ],
};

/** Section 2: the key messages. */
export const communicationMessages: Entry = {
  kind: "section",
  code: "2",
  title: { es: "Mensajes claves", en: "Key messages" },
  detail: { es: "Frases cortas para cada público meta.", en: "Short sentences for each target audience." },
  page: "p. 18",
  children: [
    tacticOf(
      "p. 18",
      {
        es: "Posicionar a la CORETT como el espacio para articular a los entes nacionales en la prevención, atención y protección de las víctimas de trata de personas y el tráfico ilícito de migrantes; así como la persecución penal de ambos delitos",
        en: "Position CORETT as the space that connects the national bodies in the prevention, attention and protection of victims of trafficking in persons and smuggling of migrants, and in the criminal prosecution of both crimes",
      },
      [{ es: "Definición de línea discursiva de la CORETT", en: "Definition of CORETT's line of discourse" }],
      [
        { es: "Mapeo de públicos", en: "Mapping of audiences" },
        { es: "Generar mensajes claves", en: "Produce key messages" },
        { es: "Producción de contenido", en: "Production of content" },
        { es: "Reproducción de contenido", en: "Reproduction of content" },
      ],
      { own: ["2021-01-01", "2022-12-31"], words: { es: "años 2021-2022", en: "years 2021-2022" } },
    ),
  ],
};
