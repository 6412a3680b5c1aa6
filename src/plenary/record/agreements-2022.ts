import { type RecordedAgreement, byPlenary, byPresidency, bySecretariat, supportedBy } from "./record.ts";

const meeting = "III-2022";
/** The source tells two days together; by the second it was done. */
const done = (what: string) => ({
  state: "fulfilled" as const,
  fulfilledOn: "2022-09-06",
  closingNote: `El resumen dice que ${what} en la reunión del 5 y 6 de septiembre de 2022.`,
});

/** Agreements of III-2022 by the marks A to G of its summary. */
export const agreements2022: readonly RecordedAgreement[] = [
  {
    meeting,
    ordinal: 1,
    mark: "A",
    title: { es: "Memorándum de entendimiento con Operation Underground Railroad", en: "Memorandum of understanding with Operation Underground Railroad" },
    text: {
      es: "Se aprueba y suscribe un memorándum de entendimiento con Operation Underground Railroad (OUR), centrado en la cooperación que la organización ya venía prestando, como financiar la repatriación de personas víctimas de trata.",
      en: "A memorandum of understanding with Operation Underground Railroad (OUR) is approved and signed. It centres on the cooperation that the organisation already gave, such as paying for the repatriation of victims of trafficking.",
    },
    responsible: [byPlenary, supportedBy("our")],
    ...done("el memorándum se aprobó y suscribió"),
    offspring: [{ kind: "memorandum", title: { es: "Memorándum de entendimiento CORETT – Operation Underground Railroad", en: "Memorandum of understanding between CORETT and Operation Underground Railroad" } }],
  },
  {
    meeting,
    ordinal: 2,
    mark: "B",
    title: { es: "Memorándum de entendimiento con El Pozo de Vida", en: "Memorandum of understanding with El Pozo de Vida" },
    text: {
      es: "Se aprueba y suscribe un memorándum de entendimiento con El Pozo de Vida, que colabora, entre otras cosas, en dar visibilidad al trabajo de la Coalición con la página web y en preparar materiales informativos sobre la trata en Mesoamérica.",
      en: "A memorandum of understanding with El Pozo de Vida is approved and signed. It helps, among other things, to make the coalition's work visible with the web page and to prepare information material on trafficking in Mesoamerica.",
    },
    responsible: [byPlenary, supportedBy("el-pozo-de-vida")],
    ...done("el memorándum se aprobó y suscribió"),
    offspring: [{ kind: "memorandum", title: { es: "Memorándum de entendimiento CORETT – El Pozo de Vida", en: "Memorandum of understanding between CORETT and El Pozo de Vida" } }],
  },
  {
    meeting,
    ordinal: 3,
    mark: "C",
    title: { es: "Aprobación del Plan Operativo de Acción 2023-2025", en: "Approval of the operational plan of action 2023-2025" },
    text: {
      es: "Se aprueba el Plan Operativo de Acción 2023-2025, con los objetivos y las acciones que corresponden a la Presidencia, la Secretaría Técnica, los países miembros y los observadores.",
      en: "The operational plan of action 2023-2025 is approved, with the objectives and the actions that fall to the presidency, the technical secretariat, the member countries and the observers.",
    },
    responsible: [byPlenary, byPresidency, bySecretariat],
    ...done("el plan se aprobó"),
    offspring: [{ kind: "document", title: { es: "Plan Operativo de Acción 2023-2025", en: "Operational plan of action 2023-2025" } }],
  },
  {
    meeting,
    ordinal: 4,
    mark: "D",
    title: { es: "Unir esfuerzos con la Secretaría General del SICA", en: "Join efforts with the General Secretariat of SICA" },
    text: {
      es: "Tras reunirse con el nuevo Secretario General del SICA y sus asesores, la Coalición busca unir esfuerzos contra la trata y el tráfico ilícito y llevar ambos temas al más alto nivel de la agenda centroamericana. Ya trabajaba con el SICA por medio de la Comisión de Seguridad de Centroamérica.",
      en: "Having met the new Secretary General of SICA and his advisers, the coalition seeks to join efforts against trafficking and smuggling and to bring both to the highest level of the Central American agenda. It already worked with SICA through the Central American Security Commission.",
    },
    responsible: [byPresidency, bySecretariat, supportedBy("sica")],
    state: "open",
  },
  {
    meeting,
    ordinal: 5,
    mark: "E",
    title: { es: "Cooperación con el Programa Regional sobre Migración de la OIM", en: "Cooperation with IOM's Regional Migration Programme" },
    text: {
      es: "La Coalición agradece el apoyo del Programa Regional sobre Migración de la OIM y reafirma su compromiso de cooperar: infografías sobre trata de cada país y de la región, un posible estudio sobre los factores de riesgo de las mujeres migrantes, y proyectos coordinados entre la Secretaría General del SICA, la OIM, la CORETT y la STM-COMMCA ante la violencia que enfrentan las mujeres migrantes.",
      en: "The coalition thanks IOM's Regional Migration Programme for its support and reaffirms its commitment to cooperate: infographics on trafficking for each country and the region, a possible study of the risk factors of migrant women, and projects coordinated among the General Secretariat of SICA, IOM, CORETT and STM-COMMCA on the violence that migrant women face.",
    },
    responsible: [byPlenary, supportedBy("iom"), supportedBy("sica")],
    state: "open",
  },
  {
    meeting,
    ordinal: 6,
    mark: "F",
    title: { es: "Capacitación de comisiones y comités locales", en: "Training of local commissions and committees" },
    text: {
      es: "Se agradece y aprueba el apoyo de la OIM y de la Secretaría General del SICA para capacitar a las comisiones y comités locales en prevención de la trata y del tráfico ilícito, en atención a las personas afectadas y en el protocolo de repatriación de personas víctimas de trata.",
      en: "The support of IOM and the General Secretariat of SICA is welcomed and approved, to train the local commissions and committees in preventing trafficking and smuggling, in assisting those affected, and in the protocol for the repatriation of victims of trafficking.",
    },
    responsible: [byPlenary, supportedBy("iom"), supportedBy("sica")],
    state: "open",
  },
  {
    meeting,
    ordinal: 7,
    mark: "G",
    title: { es: "Folleto para medios sobre cómo comunicar la trata", en: "Leaflet for the media on communicating about trafficking" },
    text: {
      es: "Se agradece y aprueba el folleto para medios de comunicación de la región sobre cómo informar acerca de la trata de personas, elaborado con el apoyo de UNODC.",
      en: "The leaflet for the region's media on how to report on trafficking in persons, made with the support of UNODC, is welcomed and approved.",
    },
    responsible: [byPlenary, supportedBy("unodc")],
    ...done("el folleto se aprobó"),
    offspring: [{ kind: "document", title: { es: "Folleto sobre comunicación de la trata de personas para medios", en: "Leaflet on communicating about trafficking in persons, for the media" } }],
  },
];
