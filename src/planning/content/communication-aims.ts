import type { Entry } from "./entry.ts";
import { statement } from "./communication-entry.ts";

const audiences = "Público meta";
const knowledge = "Conocimientos, actitudes y prácticas";
const aims = "Objetivos";

/** Whom the strategy addresses, what they know, and its objectives: statements before the thematic sections. */
export const communicationAims: readonly Entry[] = [
  statement("section", audiences, { es: "Público meta", en: "Target audience" }, {
    children: [
      statement("section", audiences, {
        es: "Altas autoridades estatales; comisiones, comités, coaliciones nacionales y miembros de los tres poderes del Estado",
        en: "High state authorities; national commissions, committees, coalitions and members of the three branches of the state",
      }, { code: "Público 1" }),
      statement("section", audiences, {
        es: "Representantes ante foros como la Conferencia Regional sobre Migración (CRM), Sistema de Integración Centroamericana (SICA), Organización de Estados Americanos (OEA), Comunidad del Caribe (Caricom) y otros espacios regionales y extra regionales que se identifiquen como prioritarios",
        en: "Representatives to forums such as the Regional Conference on Migration (CRM), the Central American Integration System (SICA), the Organization of American States (OAS), the Caribbean Community (Caricom) and other regional and extra-regional spaces identified as priorities",
      }, { code: "Público 2" }),
      statement("section", audiences, { es: "Organismos internacionales y agencias de cooperación", en: "International organisations and cooperation agencies" }, { code: "Público 3" }),
      statement("section", audiences, {
        es: "Sociedad civil, ONGs, sector privado multinacional (turismo y empresas), medios de comunicación",
        en: "Civil society, NGOs, multinational private sector (tourism and companies), news media",
      }, { code: "Público 4" }),
      statement("section", audiences, { es: "Otros actores y sectores vinculados", en: "Other actors and sectors concerned" }, { code: "Público 5" }),
    ],
  }),
  statement("section", knowledge, { es: "Conocimientos, actitudes y prácticas", en: "Knowledge, attitudes and practices" }, {
    children: [
      statement("section", knowledge, { es: "Conocimiento", en: "Knowledge" }, {
        detail: {
          es: "Públicos 1, 2, 3 y 4: débil información sobre la CORETT, su quehacer, vinculación e impacto a nivel nacional, regional y extra regional.",
          en: "Audiences 1, 2, 3 and 4: little information on CORETT, what it does, its links and its effect at national, regional and extra-regional level.",
        },
      }),
      statement("section", knowledge, { es: "Actitud", en: "Attitude" }, {
        detail: {
          es: "Públicos 1, 2, 3 y 4: positiva. Gobierno: cumple obligaciones nacionales y acuerdos internacionales. Foros y organismos: impulsan los temas en sus agendas. Sociedad civil: asistencia y protección de derechos humanos.",
          en: "Audiences 1, 2, 3 and 4: positive. Governments meet national obligations and international agreements. Forums and organisations promote the subjects in their agendas. Civil society: assistance and protection of human rights.",
        },
      }),
      statement("section", knowledge, { es: "Prácticas", en: "Practices" }, {
        detail: {
          es: "Hay disposición al cambio. Gobierno: mostrar que con la CORETT se cumplen sus obligaciones. Foros y organismos: promover espacios en sus agendas y procurar sinergias. Sociedad civil: espacios y sinergias con ONGs. Medios de comunicación: buscar visibilidad en espacios estratégicos.",
          en: "There is willingness to change. Governments: show that their obligations are met through CORETT. Forums and organisations: promote room in their agendas and seek synergies. Civil society: room and synergies with NGOs. News media: seek visibility in strategic places.",
        },
      }),
    ],
  }),
  statement("section", aims, { es: "Objetivos", en: "Objectives" }, {
    children: [
      statement("objective", aims, {
        es: "Posicionar el trabajo de la CORETT en espacios regionales y extra regionales, para la promoción del abordaje integral de tráfico ilícito de migrantes y la trata de personas",
        en: "Position the work of CORETT in regional and extra-regional spaces, to promote a comprehensive response to smuggling of migrants and trafficking in persons",
      }, {
        code: "Objetivo general",
        children: [
          statement("objective", aims, {
            es: "Visibilizar a la CORETT como la instancia referente en materia de trata de personas y tráfico ilícito de migrantes ante países miembros, foros e instancias regionales, organismos internacionales, ONGs y otros espacios relevantes",
            en: "Make CORETT visible as the body of reference on trafficking in persons and smuggling of migrants to member countries, regional forums and bodies, international organisations, NGOs and other relevant spaces",
          }),
          statement("objective", aims, {
            es: "Establecer alianzas estratégicas para dar a conocer el trabajo de la CORETT a nivel nacional, regional y extra regional con el fin de impulsar iniciativas conjuntas",
            en: "Establish strategic alliances to make the work of CORETT known at national, regional and extra-regional level, so as to promote joint initiatives",
          }),
          statement("objective", aims, {
            es: "Posicionar la imagen de la CORETT a nivel nacional, regional y extra regional, por medio de la construcción de una imagen organizacional única y definida",
            en: "Position the image of CORETT at national, regional and extra-regional level by building a single, defined image of the organisation",
          }),
        ],
      }),
    ],
  }),
];
