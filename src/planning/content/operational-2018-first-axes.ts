import type { Entry, EntryResponsible } from "./entry.ts";
import { activity2018, operational } from "./operational-entry.ts";

/** A working committee that the plan says is to be formed; it names no members. */
const workingCommittee: EntryResponsible = { kind: "committee" };
const committeeNote = {
  es: "Se integrarán dos comités de trabajo con representantes ante la Coalición, responsables de las dos líneas base; la fuente da esta actividad para los objetivos 1.1 y 1.2 en conjunto.",
  en: "Two working committees are formed of representatives to the coalition, responsible for the two baselines; the source gives this activity for objectives 1.1 and 1.2 together.",
};

/** Axis 1 of 2018. */
export const prevention2018: Entry = {
  kind: "axis",
  code: "1",
  title: { es: "Prevención", en: "Prevention" },
  page: "p. 52",
  goals: [5, 8, 10, 16],
  children: [
    {
      kind: "objective",
      title: {
        es: "Elaborar una estrategia regional para la prevención de la TdP y una para el tráfico ilícito para migrantes implementada por los mecanismos nacionales que conforman la Coalición Regional",
        en: "Draw up a regional strategy for the prevention of trafficking in persons and one for smuggling of migrants, implemented by the national mechanisms that make up the Regional Coalition",
      },
      detail: {
        es: "Nota de la transcripción: aquí la fuente no numera el objetivo; «TdP» es trata de personas.",
        en: "Note on the transcription: here the source does not number the objective; its “TdP” stands for trafficking in persons.",
      },
      page: "p. 52",
      children: [
        operational("1.1", "p. 52", { es: "Formular una estrategia regional para la prevención de la trata de personas", en: "Formulate a regional strategy for the prevention of trafficking in persons" }, [
          activity2018(
            "p. 52",
            { es: "Diseño y elaboración de la Línea Base para formulación de estrategia de prevención de la trata de personas", en: "Design and preparation of the baseline for formulating a strategy for the prevention of trafficking in persons" },
            { note: committeeNote, responsible: [workingCommittee] },
          ),
        ]),
        operational("1.2", "p. 52", { es: "Formular una estrategia regional para la prevención del tráfico ilícito para migrantes", en: "Formulate a regional strategy for the prevention of smuggling of migrants" }, [
          activity2018(
            "p. 52",
            { es: "Diseño y elaboración de la Línea Base para formulación de estrategia de prevención del tráfico Ilícito de Migrantes", en: "Design and preparation of the baseline for formulating a strategy for the prevention of smuggling of migrants" },
            { note: { es: `${committeeNote.es} La fuente imprime «Mirantes».`, en: `${committeeNote.en} The source prints “Mirantes” for migrants.` }, responsible: [workingCommittee] },
          ),
        ]),
      ],
    },
  ],
};

const nationalSessions = {
  es: "En la fuente es una sola frase: las Coaliciones, Comisiones, Comités o Consejos Nacionales hacen sesiones de trabajo en los países a los que se les elaboró una propuesta de protocolos nacionales, revisan esos protocolos y toman acuerdos para impulsar su aprobación por las autoridades. La revisión se anota en 2.1.2 y los acuerdos en 2.1.3.",
  en: "In the source this is one sentence: the national coalitions, commissions, committees or councils hold working sessions in the countries for which a proposal of national protocols was drawn up, review those protocols and agree how to promote their approval by the authorities. The review is entered in 2.1.2 and the agreements in 2.1.3.",
};
const everyMember: EntryResponsible = { kind: "every-member" };

/** Axis 2 of 2018. */
export const attention2018: Entry = {
  kind: "axis",
  code: "2",
  title: { es: "Atención integral", en: "Comprehensive attention" },
  page: "p. 52",
  goals: [5, 10, 16],
  children: [
    {
      kind: "objective",
      code: "2.1",
      title: {
        es: "Institucionalizar a nivel de los países miembros de la Coalición una Estrategia Regional para la Atención Integral y el acompañamiento a las víctimas de la trata de personas",
        en: "Institutionalise in the member countries of the Coalition a Regional Strategy for the comprehensive attention and accompaniment of victims of trafficking in persons",
      },
      page: "p. 52",
      children: [
        operational("2.1.1", "p. 52", { es: "Actualizar la Estrategia Regional de Atención Integral y Acompañamiento a las Víctimas (2015)", en: "Update the Regional Strategy of comprehensive attention and accompaniment of victims (2015)" }, [
          activity2018(
            "p. 53",
            {
              es: "Sesiones técnicas de los miembros de la Coalición Regional en las cuales se realizará la revisión de la Estrategia Regional y harán las propuestas para actualizarlas",
              en: "Technical sessions of the members of the Regional Coalition in which the Regional Strategy is reviewed and proposals to update it are made",
            },
            { responsible: [everyMember] },
          ),
        ]),
        operational(
          "2.1.2",
          "p. 52",
          { es: "Revisar los protocolos interinstitucionales de atención en los países miembros con relación a la Estrategia Regional", en: "Review the protocols of attention between institutions in the member countries in relation to the Regional Strategy" },
          [
            activity2018(
              "p. 53",
              { es: "Sesiones de trabajo de las Coaliciones, Comisiones, Comités y/o Consejos Nacionales en las cuales se revisen los protocolos nacionales", en: "Working sessions of the national coalitions, commissions, committees or councils in which the national protocols are reviewed" },
              { note: nationalSessions, responsible: [everyMember] },
            ),
          ],
          { es: "Nota de la transcripción: la fuente imprime «Revisar de los protocolos».", en: "Note on the transcription: the source prints “Revisar de los protocolos”." },
        ),
        operational("2.1.3", "p. 52", { es: "Impulsar la aprobación de los protocolos nacionales para la repatriación de víctimas de trata de personas", en: "Promote the approval of the national protocols for the repatriation of victims of trafficking in persons" }, [
          activity2018(
            "p. 53",
            { es: "Acuerdos para impulsar la aprobación de los protocolos nacionales por parte de las autoridades correspondientes", en: "Agreements to promote the approval of the national protocols by the authorities concerned" },
            { note: nationalSessions, responsible: [everyMember] },
          ),
        ]),
      ],
    },
    {
      kind: "objective",
      code: "2.2",
      title: {
        es: "Estandarizar una Estrategia Regional que asegure asistencia a personas objeto de tráfico ilícito de migrantes con necesidades de asistencia de conformidad con los instrumentos internacionales",
        en: "Standardise a Regional Strategy that assures assistance to smuggled migrants in need of assistance, in accordance with the international instruments",
      },
      page: "p. 53",
      children: [
        operational("2.2.1", "p. 53", { es: "Revisar el marco jurídico legal, asistencial e institucional sobre el tráfico ilícito de migrantes", en: "Review the legal, assistance and institutional framework on smuggling of migrants" }, [
          activity2018(
            "p. 53",
            { es: "Elaboración de un diagnóstico sobre el marco jurídico legal, asistencial e institucional sobre el tráfico ilícito de migrantes", en: "Preparation of a diagnosis of the legal, assistance and institutional framework on smuggling of migrants" },
            {
              note: {
                es: "Debe identificar, entre otros: mecanismo de asistencia, buenas prácticas, armonización con los estándares de derechos humanos suscritos por los países miembros, y actores.",
                en: "It has to identify, among others: mechanism of assistance, good practices, harmony with the human rights standards signed by the member countries, and actors.",
              },
            },
          ),
        ]),
      ],
    },
  ],
};
