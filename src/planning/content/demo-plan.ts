import type { Entry } from "./entry.ts";
import { committeeAnswers, demoActivity, demoAxis, demoCountries, demoObjective, everyState, presidencyAnswers, secretariatAnswers, state, supportOf } from "./demo-entry.ts";
import { demoLastAxes } from "./demo-plan-last-axes.ts";

/** The committee of 2023 for the internal guidelines, which is in the coalition's starting content. */
export const guidelinesCommittee = "c0000000-0000-4000-8000-000000002023";

/** The first two axes of the demonstration's plan of 2026: fictional activities in the form of the coalition's plans. */
const firstAxes: readonly Entry[] = [
  demoAxis("1", "30", { es: "Prevención", en: "Prevention" }, [5, 8, 10, 16], [
    demoObjective("1.1", "60", { es: "Preparar la estrategia regional de prevención de la trata de personas", en: "Prepare the regional strategy for the prevention of trafficking in persons" }, [
      demoActivity({
        code: "1.1.1",
        weight: "20",
        title: { es: "Línea base de las campañas de prevención en los nueve países", en: "Baseline of prevention campaigns in the nine countries" },
        months: [1, 3],
        target: { es: "Una línea base con nueve países", en: "One baseline with nine countries" },
        verification: { es: "Documento en el archivo", en: "Document in the archive" },
        responsible: [state("CRI"), supportOf("iom")],
      }),
      demoActivity({
        code: "1.1.2",
        weight: "35",
        title: { es: "Redacción de la estrategia con aportes de las delegaciones", en: "Writing of the strategy with contributions of the delegations" },
        months: [4, 9],
        target: { es: "Un texto que la Plenaria pueda aprobar", en: "A text that the plenary can approve" },
        verification: { es: "Borrador con comentarios de las delegaciones", en: "Draft with the delegations' comments" },
        responsible: [state("CRI"), state("GTM")],
      }),
      demoActivity({
        code: "1.1.3",
        weight: "15",
        title: { es: "Consulta a organizaciones de la sociedad civil", en: "Consultation of civil society organisations" },
        months: [6, 7],
        target: { es: "Dos consultas en línea", en: "Two consultations on line" },
        verification: { es: "Memoria de cada consulta", en: "Record of each consultation" },
        responsible: [presidencyAnswers, supportOf("ecpat-guatemala")],
      }),
      demoActivity({
        code: "1.1.4",
        weight: "30",
        title: { es: "Semana regional contra la trata de personas, en torno al 30 de julio", en: "Regional week against trafficking in persons, around 30 July" },
        months: [7, 8],
        target: { es: "Actividades en los nueve países", en: "Activities in the nine countries" },
        verification: { es: "Enlace a los materiales de cada país", en: "Link to the material of each country" },
        responsible: [state("DOM"), secretariatAnswers],
      }),
    ]),
    demoObjective("1.2", "40", { es: "Preparar la estrategia regional de prevención del tráfico ilícito de migrantes", en: "Prepare the regional strategy for the prevention of smuggling of migrants" }, [
      demoActivity({
        code: "1.2.1",
        weight: "45.5",
        title: { es: "Línea base sobre rutas y mensajes de riesgo", en: "Baseline on routes and messages of risk" },
        months: [2, 6],
        target: { es: "Una línea base regional", en: "One regional baseline" },
        verification: { es: "Documento en el archivo", en: "Document in the archive" },
        responsible: [state("PAN"), state("HND")],
      }),
      demoActivity({
        code: "1.2.2",
        weight: "54.5",
        title: { es: "Taller regional para acordar los mensajes de prevención", en: "Regional workshop to agree the messages of prevention" },
        months: [10, 11],
        target: { es: "Un taller con nueve delegaciones", en: "One workshop with nine delegations" },
        verification: { es: "Lista de asistencia y acuerdos del taller", en: "Attendance list and agreements of the workshop" },
        responsible: [state("PAN"), supportOf("unodc")],
      }),
    ]),
  ]),
  demoAxis("2", "25", { es: "Atención integral", en: "Comprehensive attention" }, [5, 10, 16], [
    demoObjective("2.1", "55", { es: "Impulsar los protocolos nacionales de repatriación de víctimas de trata", en: "Promote the national protocols for the repatriation of victims of trafficking" }, [
      demoCountries("2.1.i", { es: "Países con protocolo nacional de repatriación aprobado", en: "Countries with an approved national protocol for repatriation" }, { es: "países", en: "countries" }, 6),
      demoActivity({
        code: "2.1.1",
        weight: "25",
        title: { es: "Capacitación sobre el protocolo regional de repatriación", en: "Training on the regional protocol for repatriation" },
        months: [3, 5],
        target: { es: "Dos personas capacitadas por país", en: "Two persons trained in each country" },
        verification: { es: "Constancias de participación", en: "Certificates of participation" },
        responsible: [secretariatAnswers, supportOf("iom"), supportOf("sica")],
      }),
      demoActivity({
        code: "2.1.2",
        weight: "35",
        title: { es: "Sesiones nacionales para revisar el protocolo de repatriación", en: "National sessions to review the protocol for repatriation" },
        months: [4, 10],
        target: { es: "Una sesión en cada país", en: "One session in each country" },
        verification: { es: "Memoria de la sesión nacional", en: "Record of the national session" },
        responsible: [everyState],
      }),
      demoActivity({
        code: "2.1.3",
        weight: "25",
        title: { es: "Directorio de contactos para repatriaciones urgentes", en: "Directory of contacts for urgent repatriations" },
        months: [1, 4],
        target: { es: "Un contacto confirmado por país", en: "One confirmed contact in each country" },
        verification: { es: "Directorio de la plataforma", en: "Directory of the platform" },
        responsible: [state("SLV")],
      }),
      demoActivity({
        code: "2.1.4",
        weight: "15",
        title: { es: "Ejercicio de repatriación simulada entre dos países", en: "Simulated repatriation between two countries" },
        months: [9, 10],
        target: { es: "Un ejercicio con sus lecciones", en: "One exercise with its lessons" },
        verification: { es: "Informe de lecciones", en: "Report of lessons" },
        responsible: [state("BLZ"), state("MEX")],
      }),
    ]),
    demoObjective("2.2", "45", { es: "Revisar la asistencia a personas objeto de tráfico ilícito", en: "Review the assistance to smuggled persons" }, [
      demoActivity({
        code: "2.2.1",
        weight: "50",
        title: { es: "Diagnóstico del marco jurídico y de asistencia", en: "Diagnosis of the legal framework and of assistance" },
        months: [2, 8],
        target: { es: "Un diagnóstico con nueve fichas de país", en: "One diagnosis with nine country sheets" },
        verification: { es: "Documento en el archivo", en: "Document in the archive" },
        responsible: [state("MEX"), supportOf("iom")],
      }),
      demoActivity({
        code: "2.2.2",
        weight: "30",
        title: { es: "Intercambio de rutas de derivación entre albergues", en: "Exchange of referral routes between shelters" },
        months: [5, 9],
        target: { es: "Cuatro rutas descritas", en: "Four routes described" },
        verification: { es: "Fichas de cada ruta", en: "Sheet of each route" },
        responsible: [state("NIC")],
      }),
      demoActivity({
        code: "2.2.3",
        weight: "20",
        title: { es: "Guía breve de primera asistencia, en español e inglés", en: "Short guide to first assistance, in Spanish and English" },
        months: [10, 12],
        target: { es: "Una guía en dos idiomas", en: "One guide in two languages" },
        verification: { es: "Guía en el archivo", en: "Guide in the archive" },
        responsible: [state("BLZ"), supportOf("asf-canada")],
      }),
    ]),
  ]),
];

/** The whole tree of the demonstration's operational plan 2026: four axes, 24 activities, two indicators by country. */
export const demoPlan: readonly Entry[] = [...firstAxes, ...demoLastAxes(committeeAnswers(guidelinesCommittee))];
