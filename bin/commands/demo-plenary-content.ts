import type { Text } from "#basics";
import type { ItemKind } from "../../src/plenary/meeting/meeting.ts";
import type { DemoMotion } from "./demo-plenary-decide.ts";
import type { DemoMeeting } from "./demo-plenary-meeting.ts";
import type { State } from "./demo-plenary-people.ts";

/** The meeting of 2024, made up as a whole. */
export const meeting2024: DemoMeeting = {
  ordinal: 5,
  year: 2024,
  place: { es: "Tegucigalpa, Honduras", en: "Tegucigalpa, Honduras" },
  timeZone: "America/Tegucigalpa",
  starts: "2024-11-28T09:00",
  ends: "2024-11-29T17:00",
  convenedOn: new Date("2024-11-20T15:00:00Z"),
  reason: "Reunión ficticia de la demostración; el país sede confirmó el lugar ocho días antes.",
  byLink: ["MEX"],
  papers: [
    {
      name: "propuesta-de-lineamientos.pdf",
      title: "Propuesta de Lineamientos",
      item: "motion",
      paragraphs: [
        "La propuesta actualiza los Lineamientos de Actuación de la Coalición y ordena en un solo texto las funciones del Pleno, de la Presidencia y de la Secretaría Técnica.",
        "Se añade un capítulo sobre reuniones híbridas: verificación del quórum, acreditación y emisión del voto por enlace.",
        "Cada delegación puede enviar comentarios por escrito hasta treinta días después de la reunión.",
      ],
    },
    {
      name: "matriz-de-infografias.pdf",
      title: "Matriz de infografías de tráfico ilícito",
      item: "information",
      paragraphs: [
        "La matriz enumera las infografías regionales sobre tráfico ilícito de personas migrantes, con la institución que revisa cada una.",
        "Ninguna infografía muestra cifras que permitan reconocer a una persona.",
      ],
    },
  ],
};

/** The meeting of 2025, which stays in session so that whoever tries the demonstration can act in it. */
export const meeting2025: DemoMeeting = {
  ordinal: 1,
  year: 2025,
  place: { es: "San José, Costa Rica", en: "San José, Costa Rica" },
  timeZone: "America/Costa_Rica",
  starts: "2025-03-20T09:00",
  ends: "2025-03-21T13:00",
  convenedOn: new Date("2025-03-01T15:00:00Z"),
  byLink: ["BLZ", "MEX"],
  papers: [
    {
      name: "plan-de-trabajo.pdf",
      title: "Plan de trabajo regional, borrador",
      item: "motion",
      paragraphs: ["El plan reparte las actividades del año por trimestre y nombra para cada una el país que responde.", "Las actividades se financian con recursos propios de las instituciones y con cooperación ya comprometida."],
    },
  ],
};

/** Motions of the demonstration by what becomes of them. */
export const motions = {
  agenda: {
    key: "agenda",
    purpose: "agenda",
    title: { es: "Aprobación de la agenda", en: "Approval of the agenda" },
    text: { es: "El Pleno aprueba la agenda de la reunión como fue convocada.", en: "The plenary approves the agenda of the meeting as it was convened." },
  },
  guidelines: {
    key: "guidelines",
    purpose: "substance",
    by: "GTM",
    title: { es: "Actualización de los Lineamientos de Actuación", en: "Update of the Guidelines for Action" },
    text: {
      es: "El Pleno toma nota de la propuesta de Lineamientos y crea un comité que presentará el texto definitivo, con los comentarios de las delegaciones.",
      en: "The plenary takes note of the proposed guidelines and creates a committee that will present the final text, with the comments of the delegations.",
    },
  },
  plan: {
    key: "plan",
    purpose: "substance",
    title: { es: "Plan operativo 2026", en: "Operational plan 2026" },
    text: { es: "El Pleno aprueba el plan operativo 2026 como lo presentó la Secretaría Técnica.", en: "The plenary approves the operational plan 2026 as the technical secretariat presented it." },
  },
  referral: {
    key: "referral",
    purpose: "substance",
    by: "SLV",
    title: { es: "Protocolo regional de remisión de casos", en: "Regional protocol for the referral of cases" },
    text: {
      es: "El Pleno adopta el protocolo regional de remisión de casos y pide a cada Estado nombrar un enlace operativo disponible las veinticuatro horas.",
      en: "The plenary adopts the regional protocol for the referral of cases and asks each state to name an operational contact who can be reached day and night.",
    },
  },
  infographics: {
    key: "infographics",
    purpose: "substance",
    by: "HND",
    title: { es: "Publicación de las infografías de tráfico ilícito", en: "Publication of the infographics on smuggling" },
    text: {
      es: "El Pleno aprueba la matriz de infografías de tráfico ilícito y encarga a Honduras su diseño y publicación.",
      en: "The plenary approves the matrix of infographics on smuggling and entrusts Honduras with their design and publication.",
    },
  },
  campaign: {
    key: "campaign",
    purpose: "substance",
    title: { es: "Propuesta de lema de la campaña regional", en: "Proposed motto of the regional campaign" },
    text: {
      es: "El Pleno escoge el lema «Nadie está en venta» para la campaña regional y pide a la Presidencia presentar el plan de difusión.",
      en: "The plenary chooses the motto “Nobody is for sale” for the regional campaign and asks the presidency to present the plan for spreading it.",
    },
  },
  previousAct: {
    key: "previous-act",
    purpose: "previous-act",
    title: { es: "Aprobación del acta de la reunión V-2024", en: "Approval of the act of meeting V-2024" },
    text: { es: "El Pleno aprueba el acta de la reunión V-2024 con la observación acogida.", en: "The plenary approves the act of meeting V-2024 with the observation that was taken up." },
  },
  workPlan: {
    key: "work-plan",
    purpose: "substance",
    by: "GTM",
    title: { es: "Plan de trabajo regional", en: "Regional work plan" },
    text: {
      es: "El Pleno aprueba el plan de trabajo regional y pide a cada delegación informar de su avance en la siguiente reunión.",
      en: "The plenary approves the regional work plan and asks each delegation to report on its progress at the next meeting.",
    },
  },
} as const satisfies Record<string, DemoMotion>;

/** The reservation of Mexico to the guidelines, as it goes into the act. */
export const reservation = "México acompaña el consenso y se reserva el capítulo sobre el voto por enlace mientras su área jurídica lo revisa.";

/** Country reports: in plain words, without figures. */
export const reports: readonly (readonly [State, string])[] = [
  ["HND", "Honduras puso en marcha un equipo especializado en la frontera con Guatemala. El personal de los albergues recibió formación en identificación de posibles víctimas."],
  ["GTM", "Guatemala actualizó su ruta de derivación y la dio a conocer en los departamentos fronterizos. La atención a víctimas extranjeras se coordina ahora con los consulados."],
  ["CRI", "Costa Rica revisó su política nacional con participación de organizaciones de sobrevivientes. El nuevo plan se presentará a la Coalición en la próxima reunión."],
  ["DOM", "República Dominicana capacitó a inspectores de trabajo en la detección de la trata laboral. Se abrió una línea de denuncia atendida por personal especializado."],
  ["PAN", "Panamá reforzó la información a personas migrantes a la salida del Darién. Los puestos de atención cuentan con material en varios idiomas."],
];

/** Notes of the points of V-2024, from which its act is written, and the same words in English for the act. */
export const sessionNotes: Readonly<Partial<Record<ItemKind, Text>>> = {
  opening: {
    es: "La Presidencia dio la bienvenida a las delegaciones y agradeció al país sede. La Secretaría Técnica verificó las acreditaciones y el quórum.",
    en: "The presidency welcomed the delegations and thanked the host country. The technical secretariat verified the credentials and the quorum.",
  },
  "previous-act": {
    es: "La Secretaría Técnica dio lectura al acta de la reunión IV-2023. Como ese texto no consta en la plataforma, no se sometió aquí a aprobación.",
    en: "The technical secretariat read the act of meeting IV-2023. As that text is not on the platform, it was not put here for approval.",
  },
  "country-reports": {
    es: "Cinco delegaciones presentaron su informe de situación. Las demás lo enviarán por escrito.",
    en: "Five delegations presented their situation report. The others will send theirs in writing.",
  },
  representation: {
    es: "El Salvador informó sobre su participación en nombre de la Coalición. Las delegaciones agradecieron el informe.",
    en: "El Salvador reported on its participation on behalf of the coalition. The delegations expressed their thanks.",
  },
  motion: {
    es: "Guatemala presentó la propuesta de Lineamientos.\n\n- México pidió más tiempo para el capítulo sobre el voto por enlace.\n- Panamá y Belice apoyaron el texto.\n\nEl Salvador explicó el protocolo de remisión; varias delegaciones pidieron que el enlace operativo atienda las veinticuatro horas.",
    en: "Guatemala presented the proposed guidelines.\n\n- Mexico asked for more time for the chapter on voting by link.\n- Panama and Belize supported the text.\n\nEl Salvador explained the referral protocol; several delegations asked that the operational contact be reachable day and night.",
  },
  information: {
    es: "La Secretaría Técnica repasó los acuerdos pendientes y la matriz de infografías.",
    en: "The technical secretariat went through the pending agreements and the matrix of infographics.",
  },
  election: {
    es: "Se presentaron tres candidaturas. Ninguna alcanzó la mayoría en la primera ronda; en la segunda resultó electa Costa Rica.",
    en: "Three states stood. None reached the majority in the first round; in the second Costa Rica was elected.",
  },
  closing: {
    es: "La Presidencia electa agradeció la confianza. No habiendo más asuntos, se clausuró la reunión.",
    en: "The elected presidency gave thanks for the trust. There being no further matters, the meeting was closed.",
  },
};

/** Words of the act that no notes give. */
export const actHeading: Text = {
  es: "En la ciudad de Tegucigalpa se reunió el Pleno de la Coalición. Esta es el acta de una reunión ficticia, hecha para la demostración.",
  en: "The plenary of the coalition met in the city of Tegucigalpa. This is the act of a fictional meeting, made for the demonstration.",
};
/** What is added to the act because Guatemala's observation was taken up. */
export const observed: Text = {
  es: "Guatemala ofreció coordinar el comité que prepara el texto definitivo.",
  en: "Guatemala offered to coordinate the committee that prepares the final text.",
};
