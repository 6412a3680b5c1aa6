import type { Entry, EntryResponsible } from "./entry.ts";
import { activity2018, operational } from "./operational-entry.ts";

const presidency: EntryResponsible = { kind: "presidency" };
const secretariat: EntryResponsible = { kind: "secretariat" };

/** Axis 3 of 2018. */
export const prosecution2018: Entry = {
  kind: "axis",
  code: "3",
  title: {
    es: "Persecución de los delitos de trata de personas y de tráfico ilícito de migrantes",
    en: "Prosecution of the crimes of trafficking in persons and smuggling of migrants",
  },
  page: "p. 53",
  goals: [8, 16],
  children: [
    {
      kind: "objective",
      code: "3.1",
      title: {
        es: "Fortalecer las capacidades institucionales de las instancias competentes de la investigación, persecución y sanción de los delitos de Trata de Personas y Tráfico Ilícito de Migrantes en los países miembros",
        en: "Strengthen the institutional capacities of the bodies competent for the investigation, prosecution and punishment of the crimes of trafficking in persons and smuggling of migrants in the member countries",
      },
      page: "p. 53",
      children: [
        operational(
          "3.1.1",
          "p. 53",
          { es: "Promover un encuentro regional para el intercambio de buenas prácticas y lecciones aprendidas entre los países miembros", en: "Promote a regional meeting for the exchange of good practices and lessons learned among the member countries" },
          [
            activity2018(
              "p. 54",
              { es: "Planificación y gestiones técnicas y financieras para el Encuentro Regional", en: "Planning and technical and financial arrangements for the Regional Meeting" },
              { responsible: [presidency, secretariat] },
            ),
          ],
        ),
      ],
    },
    {
      kind: "objective",
      code: "3.2",
      title: {
        es: "Promover la coordinación interinstitucional en los países miembros para asegurar la protección a las víctimas durante la investigación y la persecución del delito de trata de personas",
        en: "Promote coordination between institutions in the member countries to assure the protection of victims during the investigation and prosecution of the crime of trafficking in persons",
      },
      page: "p. 54",
      children: [
        operational(
          "3.2.1",
          "p. 54",
          { es: "Impulsar la articulación entre las instancias de atención a víctimas y las de persecución y sanción de la trata de personas", en: "Promote the connection between the bodies that attend to victims and those that prosecute and punish trafficking in persons" },
          [
            activity2018(
              "p. 54",
              {
                es: "Reuniones en los países miembros entre las instancias de persecución y sanción con las instancias competentes de atención para impulsar la articulación",
                en: "Meetings in the member countries between the bodies of prosecution and punishment and the competent bodies of attention, to promote their connection",
              },
              {
                note: {
                  es: "Las hacen las Comisiones, Comités, Consejos y Coaliciones Nacionales en conjunto con la Presidencia y la Secretaría Técnica.",
                  en: "Held by the national commissions, committees, councils and coalitions together with the presidency and the secretariat.",
                },
                responsible: [{ kind: "every-member" }, presidency, secretariat],
              },
            ),
          ],
          { es: "Nota de la transcripción: la fuente imprime «instancias da atención».", en: "Note on the transcription: the source prints “instancias da atención”." },
        ),
      ],
    },
  ],
};

/** Axis 4 of 2018. */
export const institution2018: Entry = {
  kind: "axis",
  code: "4",
  title: {
    es: "Fortalecimiento institucional de la Coalición Regional Contra la Trata de Personas y Tráfico Ilícito de Migrantes",
    en: "Institutional strengthening of the Regional Coalition against Trafficking in Persons and Smuggling of Migrants",
  },
  page: "p. 54",
  goals: [16],
  children: [
    {
      kind: "objective",
      code: "4.1",
      title: {
        es: "Posicionar a la Coalición Regional como un espacio de articulación y coordinación para la promoción del abordaje integral de la trata de personas y el tráfico ilícito de migrantes en los países miembros, otros espacios e instancias regionales y otros países fuera de la región, por medio de una Estrategia de Comunicación Institucional y de movilización de recursos",
        en: "Position the Regional Coalition as a space of connection and coordination for promoting a comprehensive response to trafficking in persons and smuggling of migrants in the member countries, other regional spaces and bodies and other countries outside the region, by means of a Strategy of Institutional Communication and of mobilisation of resources",
      },
      detail: { es: "Nota de la transcripción: aquí la fuente imprime «tráfico ilícito de migrante».", en: "Note on the transcription: here the source prints “tráfico ilícito de migrante”." },
      page: "p. 54",
      children: [
        operational(
          "4.1.1",
          "p. 55",
          {
            es: "Establecer alianzas estratégicas a nivel nacional y regional con las instancias competentes para la articulación y coordinación de acciones en materia de trata de personas y tráfico ilícito de migrantes",
            en: "Establish strategic alliances at national and regional level with the competent bodies, to connect and coordinate action on trafficking in persons and smuggling of migrants",
          },
          [
            activity2018("p. 55", { es: "Mapeo de actores nacionales, regionales y extra regionales", en: "Mapping of national, regional and extra-regional actors" }),
            activity2018("p. 55", {
              es: "Seguimiento a las acciones de gestión y acercamiento para mantener las alianzas existentes y nuevas, nacionales, regionales y extra regionales",
              en: "Follow-up of the steps taken to keep existing and new alliances, national, regional and extra-regional",
            }),
          ],
        ),
        operational(
          "4.1.2",
          "p. 55",
          {
            es: "Elaborar una Estrategia Institucional de Comunicación coadyuvante de la visibilidad y posicionamiento corporativo de la Coalición Regional",
            en: "Draw up an Institutional Communication Strategy that contributes to the visibility and corporate positioning of the Regional Coalition",
          },
          [
            activity2018(
              "p. 55",
              { es: "Integración de un comité con miembros de la Coalición que tenga bajo su responsabilidad la elaboración de la Estrategia de Comunicación", en: "Formation of a committee of members of the Coalition that is responsible for drawing up the Communication Strategy" },
              { note: { es: "La fuente habla de actividades y da esta sola.", en: "The source speaks of activities and gives this one only." } },
            ),
          ],
        ),
        operational(
          "4.1.3",
          "p. 55",
          {
            es: "Diseñar herramientas para la movilización de recursos que garanticen la participación activa y la implementación de acciones conjuntas de los países miembros",
            en: "Design tools for the mobilisation of resources that guarantee the active participation of the member countries and the carrying out of joint action",
          },
          [
            activity2018("p. 55", { es: "Integración de un comité de trabajo", en: "Formation of a working committee" }),
            activity2018("p. 55", { es: "Diseño de una estrategia de movilización de recursos", en: "Design of a strategy for the mobilisation of resources" }),
          ],
        ),
      ],
    },
  ],
};
