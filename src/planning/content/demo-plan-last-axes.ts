import { demoActivity, demoAxis, demoCountries, demoObjective, everyState, presidencyAnswers, secretariatAnswers, state, supportOf } from "./demo-entry.ts";
import type { Entry, EntryResponsible } from "./entry.ts";

/** The last two axes of the demonstration's plan of 2026. `committee` answers for the internal guidelines. */
export const demoLastAxes = (committee: EntryResponsible): readonly Entry[] => [
  demoAxis("3", "25", { es: "Persecución de los delitos", en: "Prosecution of the crimes" }, [8, 16], [
    demoObjective("3.1", "50", { es: "Intercambiar buenas prácticas de investigación", en: "Exchange good practices of investigation" }, [
      demoActivity({
        code: "3.1.1",
        weight: "40",
        title: { es: "Encuentro regional de fiscalías y policías", en: "Regional meeting of prosecutors and police" },
        months: [5, 6],
        target: { es: "Un encuentro con nueve países", en: "One meeting with nine countries" },
        verification: { es: "Lista de asistencia y programa", en: "Attendance list and programme" },
        responsible: [presidencyAnswers, secretariatAnswers],
      }),
      demoActivity({
        code: "3.1.2",
        weight: "35",
        title: { es: "Catálogo de buenas prácticas de investigación", en: "Catalogue of good practices of investigation" },
        months: [6, 11],
        target: { es: "Doce fichas de buenas prácticas", en: "Twelve sheets of good practices" },
        verification: { es: "Catálogo en el archivo", en: "Catalogue in the archive" },
        responsible: [state("GTM"), supportOf("unodc")],
      }),
      demoActivity({
        code: "3.1.3",
        weight: "25",
        title: { es: "Seminario en línea sobre pruebas digitales", en: "Online seminar on digital evidence" },
        months: [3, 3],
        target: { es: "Sesenta participantes", en: "Sixty participants" },
        verification: { es: "Registro de participantes", en: "Register of participants" },
        responsible: [state("MEX")],
      }),
    ]),
    demoObjective("3.2", "50", { es: "Proteger a las víctimas durante la investigación", en: "Protect victims during the investigation" }, [
      demoCountries("3.2.i", { es: "Países con procedimiento de coordinación en uso", en: "Countries with a procedure of coordination in use" }, { es: "países", en: "countries" }, 4, "implemented"),
      demoActivity({
        code: "3.2.1",
        weight: "60",
        title: { es: "Reuniones nacionales entre fiscalías y servicios de atención", en: "National meetings between prosecutors and services of attention" },
        months: [2, 11],
        target: { es: "Una reunión en cada país", en: "One meeting in each country" },
        verification: { es: "Memoria de cada reunión", en: "Record of each meeting" },
        responsible: [everyState],
      }),
      demoActivity({
        code: "3.2.2",
        weight: "40",
        title: { es: "Modelo de procedimiento de coordinación", en: "Model procedure of coordination" },
        months: [3, 8],
        target: { es: "Un modelo para adaptar en cada país", en: "One model to adapt in each country" },
        verification: { es: "Modelo en el archivo", en: "Model in the archive" },
        responsible: [state("HND"), state("SLV")],
      }),
    ]),
  ]),
  demoAxis("4", "20", { es: "Fortalecimiento institucional", en: "Institutional strengthening" }, [16], [
    demoObjective("4.1", "40", { es: "Ordenar las reglas y alianzas de la Coalición", en: "Put the coalition's rules and alliances in order" }, [
      demoActivity({
        code: "4.1.1",
        weight: "50",
        title: { es: "Actualización de los Lineamientos internos", en: "Update of the internal guidelines" },
        months: [1, 6],
        target: { es: "Un proyecto para la Plenaria", en: "One draft for the plenary" },
        verification: { es: "Proyecto en el archivo", en: "Draft in the archive" },
        responsible: [committee],
      }),
      demoActivity({
        code: "4.1.2",
        weight: "30",
        title: { es: "Mapeo de actores nacionales, regionales y extra regionales", en: "Mapping of national, regional and extra-regional actors" },
        months: [2, 4],
        target: { es: "Un mapa con sus contactos", en: "One map with its contacts" },
        verification: { es: "Mapa en el archivo", en: "Map in the archive" },
        responsible: [secretariatAnswers],
      }),
      demoActivity({
        code: "4.1.3",
        weight: "20",
        title: { es: "Reuniones con la Secretaría General del SICA", en: "Meetings with the General Secretariat of SICA" },
        months: [4, 12],
        target: { es: "Dos reuniones en el año", en: "Two meetings in the year" },
        verification: { es: "Nota de cada reunión", en: "Note of each meeting" },
        responsible: [presidencyAnswers],
      }),
    ]),
    demoObjective("4.2", "35", { es: "Mostrar el trabajo de la Coalición", en: "Show the coalition's work" }, [
      demoActivity({
        code: "4.2.1",
        weight: "60",
        title: { es: "Infografías regionales con las cifras publicadas", en: "Regional infographics with the published figures" },
        months: [6, 11],
        target: { es: "Una infografía por país y una regional", en: "One infographic for each country and one regional" },
        verification: { es: "Publicación de la plataforma", en: "Release of the platform" },
        responsible: [secretariatAnswers],
      }),
      demoActivity({
        code: "4.2.2",
        weight: "40",
        title: { es: "Boletín trimestral", en: "Quarterly bulletin" },
        months: [1, 12],
        target: { es: "Cuatro boletines", en: "Four bulletins" },
        verification: { es: "Boletines en el archivo", en: "Bulletins in the archive" },
        responsible: [state("NIC"), secretariatAnswers],
      }),
    ]),
    demoObjective("4.3", "25", { es: "Movilizar recursos para el plan", en: "Mobilise resources for the plan" }, [
      demoActivity({
        code: "4.3.1",
        weight: "100",
        title: { es: "Propuesta de proyecto con organismos de cooperación", en: "Project proposal with cooperation agencies" },
        months: [8, 12],
        target: { es: "Una propuesta presentada", en: "One proposal handed in" },
        verification: { es: "Carta de presentación", en: "Covering letter" },
        responsible: [presidencyAnswers, supportOf("iom")],
      }),
    ]),
  ]),
];
