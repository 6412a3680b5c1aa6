import { type RecordedAgreement, byMember, byPlenary } from "./record.ts";

/** Agreements of the first two meetings (Strategic Plan 2018-2027, chapter II). The source gives them no marks. */
export const earlyAgreements: readonly RecordedAgreement[] = [
  {
    meeting: "I-2011",
    ordinal: 1,
    mark: "",
    title: { es: "Comité Ejecutivo de la Coalición", en: "Executive committee of the coalition" },
    text: {
      es: "Se integra un Comité Ejecutivo: Nicaragua lo coordina, Costa Rica ejerce la Secretaría Técnica y Guatemala es vocal.",
      en: "An executive committee is formed: Nicaragua coordinates it, Costa Rica acts as technical secretariat and Guatemala is its member.",
    },
    responsible: [byMember("NIC"), byMember("CRI"), byMember("GTM")],
    state: "fulfilled",
    fulfilledOn: "2011-09-16",
    closingNote: "La fuente dice que el Comité Ejecutivo se integró en la reunión.",
    offspring: [{ kind: "other", title: { es: "Comité Ejecutivo de 2011: Nicaragua, Costa Rica y Guatemala", en: "Executive committee of 2011: Nicaragua, Costa Rica and Guatemala" } }],
  },
  {
    meeting: "I-2011",
    ordinal: 2,
    mark: "",
    title: { es: "Dar a conocer la Coalición en la región", en: "Make the coalition known in the region" },
    text: {
      es: "Seguir dando a conocer este esfuerzo a las entidades regionales, entre otras SICA, OIM, SISCA, BID, COMIGOB, OCAM, las jefaturas de policía y los consejos.",
      en: "Go on making this effort known to the regional bodies, among them SICA, IOM, SISCA, IDB, COMIGOB, OCAM, the heads of police and the councils.",
    },
    responsible: [byPlenary],
    state: "open",
  },
  {
    meeting: "I-2012",
    ordinal: 1,
    mark: "",
    title: { es: "Invitar a México y Colombia", en: "Invite Mexico and Colombia" },
    text: {
      es: "La Coalición Regional envía una invitación a México y a Colombia.",
      en: "The regional coalition sends an invitation to Mexico and to Colombia.",
    },
    responsible: [byPlenary],
    state: "open",
  },
  {
    meeting: "I-2012",
    ordinal: 2,
    mark: "",
    title: { es: "Herramienta para los indicadores del Protocolo de Palermo", en: "Tool for the indicators of the Palermo Protocol" },
    text: {
      es: "Formar un grupo que elabore una herramienta para reunir los indicadores nacionales y regionales del cumplimiento del Protocolo de Palermo.",
      en: "Form a group that makes a tool to gather the national and regional indicators of compliance with the Palermo Protocol.",
    },
    responsible: [byPlenary],
    state: "open",
  },
  {
    meeting: "I-2012",
    ordinal: 3,
    mark: "",
    title: { es: "Apoyo a la normativa contra la trata de cada país", en: "Support for each country's rules against trafficking" },
    text: {
      es: "La Coalición apoya a todos los comités y coaliciones de la región en la construcción de su normativa contra la trata de personas.",
      en: "The coalition supports all committees and coalitions of the region in building their rules against trafficking in persons.",
    },
    responsible: [byPlenary],
    state: "open",
  },
  {
    meeting: "I-2012",
    ordinal: 4,
    mark: "",
    title: { es: "Aprobación del Plan Operativo 2012-2013", en: "Approval of the operational plan 2012-2013" },
    text: {
      es: "Se aprueba el Plan Operativo 2012-2013 de la Coalición Regional. La fuente lo escribe en letras así, y entre paréntesis «2011-2013».",
      en: "The operational plan 2012-2013 of the regional coalition is approved. The source writes the years so in words, and “2011-2013” in brackets.",
    },
    responsible: [byPlenary],
    state: "fulfilled",
    closingNote: "La fuente dice que el plan se aprobó en la reunión; no dice el día de febrero de 2012.",
    offspring: [{ kind: "document", title: { es: "Plan Operativo 2012-2013", en: "Operational plan 2012-2013" } }],
  },
];
