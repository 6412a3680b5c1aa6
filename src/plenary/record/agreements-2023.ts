import { type RecordedAgreement, byCommittee, byMember, byPlenary, bySecretariat, supportedBy } from "./record.ts";

const meeting = "IV-2023";
const day = "2023-11-30";
/** The petit comité of the starting content of the coalition: its six countries stand there. */
const guidelinesCommittee = "c0000000-0000-4000-8000-000000002023";

/** Agreements of IV-2023 by the numbers 1 to 6 of its summary. */
export const agreements2023: readonly RecordedAgreement[] = [
  {
    meeting,
    ordinal: 1,
    mark: "1",
    title: { es: "Aprobación del acta III-2023", en: "Approval of act III-2023" },
    text: {
      es: "Se aprueba el Acta Administrativa número III-2023, de la tercera reunión del año.",
      en: "Administrative act number III-2023, of the third meeting of the year, is approved.",
    },
    responsible: [byPlenary],
    state: "fulfilled",
    fulfilledOn: day,
    closingNote: "El resumen dice que el acta se aprobó en la reunión.",
  },
  {
    meeting,
    ordinal: 2,
    mark: "2",
    title: { es: "Informe de gestión de la Presidencia 2023", en: "Management report of the presidency 2023" },
    text: {
      es: "Guatemala, todavía en la Presidencia por medio de la SVET, presenta el informe ejecutivo de su gestión de 2023: lo que fortaleció a la Coalición y al abordaje de los dos delitos, y las dinámicas y métodos de trabajo de las plenarias promovidos desde 2021.",
      en: "Guatemala, still holding the presidency through SVET, presents the executive report of its management in 2023: what strengthened the coalition and the response to both crimes, and the ways and methods of work of the plenaries promoted since 2021.",
    },
    responsible: [byMember("GTM")],
    state: "fulfilled",
    fulfilledOn: day,
    closingNote: "El resumen dice que el informe se presentó en la reunión.",
    offspring: [{ kind: "document", title: { es: "Informe de gestión de la Presidencia de la CORETT, 2023", en: "Management report of the presidency of CORETT, 2023" } }],
  },
  {
    meeting,
    ordinal: 3,
    mark: "3",
    title: { es: "Declaración conjunta sobre trata y tráfico ilícito", en: "Joint declaration on trafficking and smuggling" },
    text: {
      es: "Se presenta la Declaración conjunta en materia de trata de personas y tráfico ilícito de migrantes, que México respalda. La fuente no dice qué otros Estados la respaldaron ni si se suscribió.",
      en: "The joint declaration on trafficking in persons and smuggling of migrants is presented; Mexico supports it. The source does not say which other states supported it, nor whether it was signed.",
    },
    responsible: [byPlenary],
    state: "open",
    offspring: [{ kind: "document", title: { es: "Declaración conjunta en materia de trata de personas y tráfico ilícito de migrantes", en: "Joint declaration on trafficking in persons and smuggling of migrants" } }],
  },
  {
    meeting,
    ordinal: 4,
    mark: "4",
    title: { es: "Infografías sobre trata, y matriz para las de tráfico ilícito", en: "Infographics on trafficking, and a matrix for those on smuggling" },
    text: {
      es: "Se da seguimiento a las infografías sobre trata de personas de 2022 y se presenta una propuesta de matriz para construir infografías sobre tráfico ilícito de migrantes.",
      en: "The infographics on trafficking in persons for 2022 are followed up, and a matrix is proposed for building infographics on the smuggling of migrants.",
    },
    responsible: [byPlenary, bySecretariat],
    state: "open",
    offspring: [
      { kind: "document", title: { es: "Infografías sobre trata de personas, 2022", en: "Infographics on trafficking in persons, 2022" } },
      { kind: "document", title: { es: "Propuesta de matriz para infografías sobre tráfico ilícito de migrantes", en: "Proposed matrix for infographics on the smuggling of migrants" } },
    ],
  },
  {
    meeting,
    ordinal: 5,
    mark: "5",
    title: { es: "Actualización de los Lineamientos internos", en: "Update of the internal guidelines" },
    text: {
      es: "Se establece la necesidad de un proyecto para actualizar los Lineamientos internos de la CORETT y se crea un petit comité que trabaje el documento base y lo presente en la primera plenaria de 2024 para su revisión. Se ofrecen a formarlo República Dominicana, Costa Rica, El Salvador, Honduras, México y Guatemala; la OIM ofrece su colaboración.",
      en: "A project to update CORETT's internal guidelines is found necessary, and a petit comité is created to work on the base document and present it at the first plenary of 2024 for review. The Dominican Republic, Costa Rica, El Salvador, Honduras, Mexico and Guatemala volunteer to form it; IOM offers its help.",
    },
    responsible: [byCommittee(guidelinesCommittee), supportedBy("iom")],
    due: { kind: "plenary", ordinal: 1, year: 2024 },
    dueSaid: "primera plenaria del 2024",
    state: "open",
    offspring: [
      {
        kind: "committee",
        title: { es: "Petit comité para los Lineamientos internos", en: "Petit comité for the internal guidelines" },
        committee: guidelinesCommittee,
      },
      { kind: "project", title: { es: "Proyecto de actualización de los Lineamientos internos", en: "Project to update the internal guidelines" } },
    ],
  },
  {
    meeting,
    ordinal: 6,
    mark: "6",
    title: { es: "Elección de la Presidencia 2024", en: "Election of the presidency 2024" },
    text: {
      es: "La Secretaría Técnica conduce la elección de la Presidencia para 2024; México da su voto de confianza a Honduras, que presidirá por un año.",
      en: "The technical secretariat conducts the election of the presidency for 2024; Mexico gives its vote of confidence to Honduras, which will preside for one year.",
    },
    responsible: [byPlenary, bySecretariat],
    state: "fulfilled",
    fulfilledOn: day,
    closingNote: "El resumen dice que la elección se hizo en la reunión.",
    offspring: [{ kind: "other", title: { es: "Presidencia de Honduras, 2024", en: "Presidency of Honduras, 2024" } }],
  },
];
