import type { Entry } from "./entry.ts";
import { by2027, counted, milestone, noFigure } from "./strategic-indicator.ts";

/** Axis 3: prosecution. */
export const strategicProsecution: Entry = {
  kind: "axis",
  code: "3",
  title: {
    es: "Persecución de los delitos de trata de personas y de tráfico ilícito de migrantes",
    en: "Prosecution of the crimes of trafficking in persons and smuggling of migrants",
  },
  detail: {
    es: "La respuesta de las autoridades ante quienes dirigen y fomentan estos delitos: ubicar las redes y desmantelarlas, en coordinación con los servicios que protegen y asisten a las personas y reparan el daño.",
    en: "The response of the authorities to those who direct and promote these crimes: finding the networks and taking them apart, together with the services that protect and assist persons and repair the harm.",
  },
  page: "p. 40",
  goals: [8, 16],
  children: [
    {
      kind: "objective",
      code: "3.1",
      title: {
        es: "Fortalecer las capacidades institucionales de las instancias competentes de la investigación, persecución y sanción de los delitos de trata de personas y tráfico ilícito de migrantes en los países miembros",
        en: "Strengthen the institutional capacities of the bodies competent for the investigation, prosecution and punishment of the crimes of trafficking in persons and smuggling of migrants in the member countries",
      },
      page: "p. 40",
      children: [
        {
          kind: "result",
          code: "3.1",
          title: {
            es: "Al 2027 las instancias competentes implementan buenas prácticas en la investigación, persecución y sanción de los delitos de trata de personas y tráfico ilícito de migrantes en los países miembros",
            en: "By 2027 the competent bodies implement good practices in the investigation, prosecution and punishment of the crimes of trafficking in persons and smuggling of migrants in the member countries",
          },
          page: "p. 41",
          children: [
            {
              kind: "indicator",
              title: {
                es: "Número de buenas prácticas replicadas entre los países miembros de la Coalición Regional Contra la Trata de Personas y el Tráfico Ilícito de Migrantes",
                en: "Number of good practices replicated among the member countries of the Regional Coalition against Trafficking in Persons and Smuggling of Migrants",
              },
              page: "p. 41",
              target: noFigure,
              indicator: counted({ es: "buenas prácticas", en: "good practices" }),
            },
          ],
        },
      ],
    },
    {
      kind: "objective",
      code: "3.2",
      title: {
        es: "Promover la coordinación interinstitucional en los países miembros para asegurar la protección a las víctimas durante la investigación y la persecución del delito de trata de personas",
        en: "Promote coordination between institutions in the member countries to assure the protection of victims during the investigation and prosecution of the crime of trafficking in persons",
      },
      page: "p. 41",
      children: [
        {
          kind: "result",
          code: "3.2.1",
          title: {
            es: "Al 2027 las instancias a cargo de la investigación y persecución cuentan con un procedimiento estándar de coordinación con las instancias competentes para la protección a las víctimas de trata de personas",
            en: "By 2027 the bodies in charge of investigation and prosecution have a standard procedure of coordination with the bodies competent for the protection of victims of trafficking in persons",
          },
          detail: {
            es: "Nota de la transcripción: la fuente numera este resultado con tres cifras y los demás con dos o una.",
            en: "Note on the transcription: the source numbers this result with three figures and the others with two or one.",
          },
          page: "p. 41",
          children: [
            {
              kind: "indicator",
              title: {
                es: "Número de países miembros que cuentan con un procedimiento de coordinación con las instancias competentes para la protección a las víctimas de trata de personas estandarizado",
                en: "Number of member countries that have a standardised procedure of coordination with the bodies competent for the protection of victims of trafficking in persons",
              },
              page: "p. 41",
              target: noFigure,
              indicator: { unit: { es: "países miembros", en: "member countries" }, figure: "countries", countedStep: "approved", direction: "up", targetOn: "2027-12-31" },
            },
          ],
        },
      ],
    },
  ],
};

/** Axis 4: strength of the institution. Two of its indicators are figures that the plenary publishes. */
export const strategicInstitution: Entry = {
  kind: "axis",
  code: "4",
  title: {
    es: "Fortalecimiento institucional de la Coalición Regional Contra la Trata de Personas y Tráfico Ilícito de Migrantes",
    en: "Institutional strengthening of the Regional Coalition against Trafficking in Persons and Smuggling of Migrants",
  },
  detail: {
    es: "Lo que hace funcionar bien a la Coalición según sus Lineamientos de Actuación: alianzas, uso de los recursos, capacidades, comunicación interna, visibilidad y movilización de fondos.",
    en: "What makes the coalition work well according to its guidelines: alliances, use of resources, capacities, internal communication, visibility and the mobilisation of funds.",
  },
  page: "p. 41",
  goals: [16],
  children: [
    {
      kind: "objective",
      code: "4.1",
      title: {
        es: "Posicionar a la Coalición Regional como un espacio de articulación y coordinación para la promoción del abordaje integral de la trata de personas y el tráfico ilícito de migrantes en los países miembros, otros espacios e instancias regionales y otros países fuera de la región, por medio de una Estrategia de Comunicación Institucional y de movilización de recursos",
        en: "Position the Regional Coalition as a space of connection and coordination for promoting a comprehensive response to trafficking in persons and smuggling of migrants in the member countries, other regional spaces and bodies and other countries outside the region, by means of a Strategy of Institutional Communication and of mobilisation of resources",
      },
      page: "p. 41",
      children: [
        {
          kind: "result",
          code: "4.1",
          title: {
            es: "Al 2027 la Coalición Regional es reconocida como un espacio de articulación y coordinación para la promoción del abordaje integral de la trata de personas y tráfico ilícito de migrantes",
            en: "By 2027 the Regional Coalition is recognised as a space of connection and coordination for promoting a comprehensive response to trafficking in persons and smuggling of migrants",
          },
          page: "p. 41",
          children: [
            {
              kind: "indicator",
              title: { es: "Número de alianzas con otros espacios regionales", en: "Number of alliances with other regional spaces" },
              page: "p. 41",
              target: noFigure,
              indicator: counted({ es: "alianzas", en: "alliances" }),
            },
            {
              kind: "indicator",
              title: { es: "Número de acciones conjuntas con otros espacios regionales", en: "Number of joint actions with other regional spaces" },
              page: "p. 41",
              target: noFigure,
              indicator: counted({ es: "acciones conjuntas", en: "joint actions" }),
            },
          ],
        },
        {
          kind: "result",
          code: "4.2",
          title: {
            es: "Al 2027 la Coalición Regional cuenta con e implementa una Estrategia Institucional de Comunicación coadyuvante de la visibilidad y posicionamiento corporativo",
            en: "By 2027 the Regional Coalition has and implements an Institutional Communication Strategy that contributes to visibility and corporate positioning",
          },
          page: "p. 42",
          children: [
            {
              kind: "indicator",
              title: { es: "Estrategia Institucional de Comunicación creada e implementada", en: "Institutional Communication Strategy created and implemented" },
              page: "p. 42",
              target: by2027({ es: "creada e implementada", en: "created and implemented" }),
              indicator: milestone,
            },
          ],
        },
        {
          kind: "result",
          code: "4.3",
          title: {
            es: "Al 2027 la Coalición Regional cuenta con herramientas para la movilización de recursos que garanticen la participación activa y la implementación de acciones conjuntas de los países miembros",
            en: "By 2027 the Regional Coalition has tools for the mobilisation of resources that guarantee the active participation of the member countries and the carrying out of joint action",
          },
          detail: {
            es: "Nota de la transcripción: el resultado habla de movilizar recursos, pero sus dos indicadores miden acuerdos y participación, como en la fuente.",
            en: "Note on the transcription: the result speaks of mobilising resources, but its two indicators measure agreements and participation, as in the source.",
          },
          page: "p. 42",
          children: [
            {
              kind: "indicator",
              title: { es: "Número de acuerdos de la Coalición Regional cumplidos", en: "Number of agreements of the Regional Coalition fulfilled" },
              page: "p. 42",
              target: noFigure,
              indicator: counted({ es: "acuerdos", en: "agreements" }, "plenary.agreements-fulfilled"),
            },
            {
              kind: "indicator",
              title: {
                es: "Número de participación de los países miembros que participan en las reuniones ordinarias y extraordinarias de la Coalición Regional",
                en: "Number of participation of the member countries that take part in the ordinary and extraordinary meetings of the Regional Coalition",
              },
              page: "p. 42",
              target: noFigure,
              indicator: counted({ es: "participaciones", en: "participations" }, "plenary.member-participation"),
            },
          ],
        },
      ],
    },
  ],
};
