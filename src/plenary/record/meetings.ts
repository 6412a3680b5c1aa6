import type { RecordedMeeting } from "./record.ts";

const plan = { es: "Plan Estratégico 2018-2027, capítulo II", en: "Strategic Plan 2018-2027, chapter II" };
const summary2022 = { es: "Resumen de la Reunión Plenaria III-2022", en: "Summary of plenary meeting III-2022" };
const summary2023 = {
  es: "Resumen de la reunión IV-2023, Subsecretaría de Derechos Humanos, Población y Migración de México",
  en: "Summary of meeting IV-2023, Under-Secretariat for Human Rights, Population and Migration of Mexico",
};
const volunteer = {
  es: "El resumen nombra a su representación entre las que se ofrecieron para el petit comité; no dice si asistió en persona.",
  en: "The summary names its representation among those that volunteered for the petit comité; it does not say whether it attended in person.",
};
const nine = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"];

/** The coalition's own meetings of which its texts tell. Its forerunners, such as the encounter of 2008, are history and no meetings of it. */
export const recordedMeetings: readonly RecordedMeeting[] = [
  {
    id: "I-2011",
    numberGiven: false,
    mode: "in-person",
    place: { es: "Nicaragua", en: "Nicaragua" },
    timeZone: "America/Managua",
    days: ["2011-09-16", "2011-09-16"],
    source: plan,
    summary: {
      es: "Primera reunión formal de la Coalición, con Nicaragua como sede y con el apoyo de Save the Children y la OIM. La fuente no le da número.",
      en: "First formal meeting of the coalition, hosted by Nicaragua and supported by Save the Children and IOM. The source gives it no number.",
    },
    participation: ["HND", "GTM", "SLV", "PAN", "NIC", "BLZ", "CRI"].map((country) => ({ country })),
  },
  {
    id: "I-2012",
    numberGiven: false,
    mode: "in-person",
    place: { es: "Panamá", en: "Panama" },
    timeZone: "America/Panama",
    source: plan,
    summary: {
      es: "Segunda reunión de la Coalición, en febrero de 2012; la fuente no dice el día ni quiénes participaron, y no le da número. Buscó poner en marcha un plan de trabajo regional.",
      en: "Second meeting of the coalition, in February 2012; the source tells neither the day nor who took part, and gives it no number. It sought to put a regional work plan into operation.",
    },
    participation: [],
  },
  {
    id: "III-2022",
    numberGiven: true,
    mode: "in-person",
    place: { es: "San Salvador, Secretaría General del SICA", en: "San Salvador, General Secretariat of SICA" },
    timeZone: "America/El_Salvador",
    days: ["2022-09-05", "2022-09-06"],
    source: summary2022,
    summary: {
      es: "Se reunieron los nueve Estados miembros, con el apoyo de la Secretaría General del SICA, la OIM, UNODC y la cooperación del Gran Ducado de Luxemburgo.",
      en: "The nine member states met, with the support of the General Secretariat of SICA, IOM, UNODC and the cooperation of the Grand Duchy of Luxembourg.",
    },
    participation: [
      ...nine.map((country) => ({ country, mode: "in-person" as const })),
      ...["SICA", "OIM", "UNODC", "El Pozo de Vida", "Abogados Sin Fronteras Canadá", "ECPAT Guatemala", "Operation Underground Railroad"].map((organisation) => ({
        organisation,
      })),
    ],
    seats: nine,
  },
  {
    id: "III-2023",
    numberGiven: true,
    timeZone: "America/Guatemala",
    source: summary2023,
    summary: {
      es: "De esta reunión la fuente dice solamente que fue la tercera de 2023 y que su acta se aprobó en la reunión IV-2023. No dice el día, el lugar ni la modalidad.",
      en: "Of this meeting the source says only that it was the third of 2023 and that its act was approved in meeting IV-2023. It tells neither the day nor the place nor how it was held.",
    },
    participation: [],
    actApprovedIn: "IV-2023",
  },
  {
    id: "IV-2023",
    numberGiven: true,
    mode: "hybrid",
    place: { es: "Antigua Guatemala, Guatemala", en: "Antigua Guatemala, Guatemala" },
    timeZone: "America/Guatemala",
    days: ["2023-11-30", "2023-11-30"],
    source: summary2023,
    summary: {
      es: "México participó de manera virtual. La fuente no trae la lista completa de asistencia: se anotan los Estados y la organización que el relato de la sesión nombra.",
      en: "Mexico took part virtually. The source brings no full list of attendance: the states and the organisation are noted that its account of the session names.",
    },
    participation: [
      { country: "MEX", mode: "virtual", note: { es: "Participó de manera virtual.", en: "Took part virtually." } },
      {
        country: "GTM",
        note: {
          es: "Ejercía la Presidencia y presentó su informe de gestión.",
          en: "Held the presidency and presented its management report.",
        },
      },
      ...["DOM", "CRI", "SLV", "HND"].map((country) => ({ country, note: volunteer })),
      {
        organisation: "OIM",
        note: { es: "Ofreció su colaboración para actualizar los Lineamientos.", en: "Offered its help with updating the guidelines." },
      },
    ],
  },
];
