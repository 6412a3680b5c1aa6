import type { Entry } from "./entry.ts";
import { by2027, milestone } from "./strategic-indicator.ts";

/** Axis 1: prevention. */
export const strategicPrevention: Entry = {
  kind: "axis",
  code: "1",
  title: { es: "Prevención", en: "Prevention" },
  detail: {
    es: "Las acciones que se preparan, planifican y ejecutan para anticipar, disminuir e impedir la trata de personas y el tráfico ilícito de migrantes.",
    en: "The action that is prepared, planned and carried out to anticipate, reduce and stop trafficking in persons and smuggling of migrants.",
  },
  page: "p. 39",
  goals: [5, 8, 10, 16],
  children: [
    {
      kind: "objective",
      code: "1",
      title: {
        es: "Elaborar una estrategia regional para la prevención de la trata de personas y una para el tráfico ilícito para migrantes implementada por los mecanismos nacionales que conforman la Coalición Regional",
        en: "Draw up a regional strategy for the prevention of trafficking in persons and one for smuggling of migrants, implemented by the national mechanisms that make up the Regional Coalition",
      },
      detail: {
        es: "Nota de la transcripción: la fuente numera este objetivo con «1» y los de los demás ejes con dos cifras.",
        en: "Note on the transcription: the source numbers this objective “1” and those of the other axes with two figures.",
      },
      page: "p. 39",
      children: [
        {
          kind: "result",
          code: "1",
          title: {
            es: "Al 2027 la Coalición Regional cuenta con estrategias de prevención de los delitos de trata de personas y el Tráfico Ilícito de Migrantes y son implementadas por los países miembros",
            en: "By 2027 the Regional Coalition has strategies for the prevention of the crimes of trafficking in persons and smuggling of migrants, and the member countries implement them",
          },
          page: "p. 39",
          children: [
            {
              kind: "indicator",
              code: "1",
              title: {
                es: "Estrategia Regional para la prevención de la trata de personas elaborada e implementada",
                en: "Regional Strategy for the prevention of trafficking in persons drawn up and implemented",
              },
              page: "p. 39",
              target: by2027({ es: "elaborada e implementada", en: "drawn up and implemented" }),
              indicator: milestone,
            },
            {
              kind: "indicator",
              code: "2",
              title: {
                es: "Estrategia Regional para la prevención del tráfico ilícito de migrantes elaborada e implementada",
                en: "Regional Strategy for the prevention of smuggling of migrants drawn up and implemented",
              },
              page: "p. 39",
              target: by2027({ es: "elaborada e implementada", en: "drawn up and implemented" }),
              indicator: milestone,
            },
          ],
        },
      ],
    },
  ],
};

/** Axis 2: comprehensive attention. The source prints a result 2.1 under each of its two objectives. */
export const strategicAttention: Entry = {
  kind: "axis",
  code: "2",
  title: { es: "Atención integral", en: "Comprehensive attention" },
  detail: {
    es: "La respuesta articulada de todos los actores que atienden a las personas: asistencia humanitaria, protección, reasentamiento, reintegración, repatriación y garantía de sus derechos.",
    en: "The joint response of all who attend to the persons concerned: humanitarian assistance, protection, resettlement, reintegration, repatriation and the guarantee of their rights.",
  },
  page: "p. 40",
  goals: [5, 10, 16],
  children: [
    {
      kind: "objective",
      code: "2.1",
      title: {
        es: "Institucionalizar a nivel de los países miembros de la Coalición una Estrategia Regional para la Atención Integral y el acompañamiento a las víctimas de la trata de personas",
        en: "Institutionalise in the member countries of the Coalition a Regional Strategy for the comprehensive attention and accompaniment of victims of trafficking in persons",
      },
      page: "p. 40",
      children: [
        {
          kind: "result",
          code: "2.1",
          title: {
            es: "Al 2027 los países miembros de la Coalición Regional cuentan con una Estrategia Nacional elaborada e implementada derivada de la Estrategia Regional",
            en: "By 2027 the member countries of the Regional Coalition have a national strategy drawn up and implemented, derived from the Regional Strategy",
          },
          page: "p. 40",
          children: [
            {
              kind: "indicator",
              title: { es: "Número de Estrategias nacionales elaboradas e implementadas", en: "Number of national strategies drawn up and implemented" },
              page: "p. 40",
              target: by2027({ es: "en los países miembros; el plan no da una cifra", en: "in the member countries; the plan gives no figure" }),
              indicator: { unit: { es: "estrategias nacionales", en: "national strategies" }, figure: "countries", countedStep: "implemented", direction: "up", targetOn: "2027-12-31" },
            },
          ],
        },
        {
          kind: "result",
          code: "2.2",
          title: {
            es: "Al 2027 el Protocolo Regional para la repatriación de víctimas de trata de personas es implementado en los países miembros por medio de protocolos nacionales",
            en: "By 2027 the Regional Protocol for the repatriation of victims of trafficking in persons is implemented in the member countries by means of national protocols",
          },
          page: "p. 40",
          children: [
            {
              kind: "indicator",
              title: {
                es: "Número de protocolos nacionales para la repatriación de víctimas de trata de personas elaborados, aprobados e implementados",
                en: "Number of national protocols for the repatriation of victims of trafficking in persons drawn up, approved and implemented",
              },
              page: "p. 40",
              target: by2027({ es: "en los países miembros; el plan no da una cifra", en: "in the member countries; the plan gives no figure" }),
              indicator: { unit: { es: "protocolos nacionales", en: "national protocols" }, figure: "countries", countedStep: "implemented", direction: "up", targetOn: "2027-12-31" },
            },
          ],
        },
      ],
    },
    {
      kind: "objective",
      code: "2.2",
      title: {
        es: "Estandarizar una Estrategia Regional que asegure asistencia a personas objeto de tráfico ilícito de migrantes con necesidades de asistencia de conformidad con los instrumentos internacionales",
        en: "Standardise a Regional Strategy that assures assistance to smuggled migrants in need of assistance, in accordance with the international instruments",
      },
      page: "p. 40",
      children: [
        {
          kind: "result",
          code: "2.1",
          title: {
            es: "Al 2027 la Coalición Regional cuenta con una Estrategia estandarizada para la asistencia de personas objeto de tráfico ilícito de migrantes con necesidades de asistencia de conformidad con los instrumentos internacionales",
            en: "By 2027 the Regional Coalition has a standardised Strategy for the assistance of smuggled migrants in need of assistance, in accordance with the international instruments",
          },
          detail: {
            es: "Nota de la transcripción: la fuente repite aquí el número 2.1, que ya lleva el primer resultado del objetivo 2.1.",
            en: "Note on the transcription: the source repeats here the number 2.1, which the first result of objective 2.1 already has.",
          },
          page: "p. 40",
          children: [
            {
              kind: "indicator",
              title: {
                es: "Estrategia Regional para la atención y derivación de personas objeto de tráfico ilícito de migrantes con necesidades de asistencia de conformidad con los instrumentos internacionales, estandarizada",
                en: "Regional Strategy for the attention and referral of smuggled migrants in need of assistance, in accordance with the international instruments, standardised",
              },
              page: "p. 40",
              target: by2027({ es: "estandarizada", en: "standardised" }),
              indicator: milestone,
            },
          ],
        },
      ],
    },
  ],
};
