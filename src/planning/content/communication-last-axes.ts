import type { Text } from "#basics";
import { tacticOf } from "./communication-entry.ts";
import type { Entry } from "./entry.ts";

const section = (code: string, page: string, title: Text, detail: Text, tactic: Entry): Entry => ({ kind: "section", code, title, detail, page, children: [tactic] });

/** Sections 4 to 9: one tactic each. */
export const communicationAxes: readonly Entry[] = [
  section(
    "4",
    "p. 23",
    { es: "Alianzas estratégicas", en: "Strategic alliances" },
    {
      es: "Vínculos, acuerdos y negociaciones con instancias nacionales, regionales y extra regionales. Nota de la transcripción: al final de la página la fuente repite «Sociedad Civil», que es el público de la página anterior.",
      en: "Links, agreements and negotiations with national, regional and extra-regional bodies. Note on the transcription: at the end of the page the source repeats “Sociedad Civil” (civil society), the audience of the page before.",
    },
    tacticOf(
      "p. 23",
      {
        es: "Construir vínculos con las organizaciones, incluyendo organizaciones de la sociedad civil, agencias de cooperación, gobiernos y otros espacios regionales y extra regionales",
        en: "Build links with organisations, including civil society organisations, cooperation agencies, governments and other regional and extra-regional spaces",
      },
      [
        {
          es: "Número de alianzas con organizaciones, agencias de cooperación, gobiernos y otros espacios nacionales, regionales y extra regionales",
          en: "Number of alliances with organisations, cooperation agencies, governments and other national, regional and extra-regional spaces",
        },
      ],
      [
        { es: "Actividades estratégicas realizadas en sinergia con diversas organizaciones", en: "Strategic activities held in synergy with various organisations" },
        { es: "Mapeo de organizaciones y agencias de cooperación", en: "Mapping of organisations and cooperation agencies" },
        { es: "Establecer alianzas estratégicas", en: "Establish strategic alliances" },
        {
          es: "Ejecutar acciones para mantener las relaciones por medio de encuentros, reuniones y otros espacios para el intercambio de experiencias y buenas prácticas entre países de la región",
          en: "Take action to keep up relations by gatherings, meetings and other spaces for exchanging experience and good practices among countries of the region",
        },
      ],
      { own: ["2021-01-01", "2025-12-31"], words: { es: "años 2021-2025", en: "years 2021-2025" } },
    ),
  ),
  section(
    "5",
    "p. 24",
    { es: "Integración y comunicación interna", en: "Integration and internal communication" },
    { es: "Una mejor comunicación entre los países miembros para integrarlos en un espacio de trabajo común.", en: "Better communication among the member countries, to bring them together in a common space of work." },
    tacticOf(
      "p. 24",
      { es: "Organizar la estructura y comunicación interna de la CORETT", en: "Organise the structure and internal communication of CORETT" },
      [
        { es: "Manual de comunicación interna (filosofía corporativa, medios de comunicación y procesos de trabajo)", en: "Manual of internal communication (corporate philosophy, means of communication and working processes)" },
        { es: "Encuentros para el intercambio de buenas prácticas en materia de trata de personas y tráfico ilícito de migrantes", en: "Gatherings for the exchange of good practices on trafficking in persons and smuggling of migrants" },
      ],
      [
        { es: "Estudiar la comunicación y estructura interna actual", en: "Study present internal communication and structure" },
        { es: "Establecer filosofía corporativa, medios de comunicación y procesos de trabajo", en: "Establish corporate philosophy, means of communication and working processes" },
        { es: "Redactar manual de comunicación interna", en: "Write a manual of internal communication" },
        { es: "Divulgar el manual de comunicación interna", en: "Spread the manual of internal communication" },
        { es: "Reuniones virtuales y presenciales", en: "Meetings, virtual and in person" },
        { es: "Realizar acciones relacionadas con la organización y desarrollo de encuentros regionales y extra regionales", en: "Take action to organise and hold regional and extra-regional gatherings" },
      ],
    ),
  ),
  section(
    "6",
    "p. 25",
    { es: "Comunicación digital", en: "Digital communication" },
    { es: "Herramientas digitales para difundir e intercambiar información y conocimiento.", en: "Digital tools to spread and exchange information and knowledge." },
    tacticOf(
      "p. 25",
      { es: "Difundir las acciones y resultados de la CORETT por medios digitales", en: "Spread the action and results of CORETT by digital means" },
      [
        { es: "Creación y administración de la página web de la CORETT", en: "Creation and management of CORETT's web page" },
        { es: "Diseño y creación de materiales y contenidos para página web y redes sociales", en: "Design and creation of material and content for web page and social media" },
        {
          es: "Manual de Redes Sociales (objetivos, público meta, tono de escritura, imágenes y mensajes que se puedan divulgar, cronograma de publicaciones, entre otra información)",
          en: "Manual of social media (objectives, target audience, tone of writing, images and messages that may be spread, schedule of publication, among other information)",
        },
        { es: "Incluir normas para uso y administración de la página web y redes sociales de la CORETT", en: "Include rules for the use and management of CORETT's web page and social media" },
      ],
      [
        { es: "Redacción de contenido web", en: "Writing of web content" },
        { es: "Diseño de la página web basado en el manual de identidad", en: "Design of the web page based on the manual of identity" },
        { es: "Aplicar contenido de campaña de posicionamiento", en: "Apply content of the positioning campaign" },
        { es: "Contenido de sesiones de la CORETT", en: "Content of CORETT sessions" },
        { es: "Creación de perfiles de redes sociales de la CORETT", en: "Creation of CORETT's social media profiles" },
      ],
    ),
  ),
  section(
    "7",
    "p. 26",
    { es: "Gestión de información", en: "Information management" },
    { es: "Información actualizada, en palabras y cifras, sobre la situación nacional y regional.", en: "Up-to-date information, in words and figures, on the national and regional situation." },
    tacticOf(
      "p. 26",
      {
        es: "Desarrollar una metodología de recopilación de información y datos acerca de los ejes de trabajo contenido en el plan estratégico de la CORETT",
        en: "Develop a methodology for collecting information and data on the lines of work in CORETT's strategic plan",
      },
      [
        { es: "Contar con una metodología que utilizará la CORETT", en: "Have a methodology that CORETT will use" },
        { es: "Informe anual o documento que recopile los datos e información nacional y regional", en: "Annual report or document that brings together national and regional data and information" },
        { es: "Infografía anual de la CORETT sobre los datos recopilados", en: "CORETT's annual infographic on the data collected" },
      ],
      [
        { es: "Elegir y conceptualizar la metodología que utilizará la CORETT para la recopilación de información y datos", en: "Choose and conceive the methodology that CORETT will use for collecting information and data" },
        { es: "Aplicar metodología/ sistematizar datos", en: "Apply methodology / systematise data" },
        { es: "Recopilar información de los países para elaborar el informe", en: "Collect information of the countries to prepare the report" },
        { es: "Redactar informe", en: "Write report" },
        { es: "Elaborar infografía", en: "Make infographic" },
      ],
    ),
  ),
  section(
    "8",
    "p. 27",
    { es: "Gestión de recursos", en: "Management of resources" },
    { es: "Recursos para llevar a cabo esta estrategia y los planes operativo y estratégico.", en: "Resources to carry out this strategy and the operational and strategic plans." },
    tacticOf(
      "p. 27",
      { es: "Diseñar una estrategia de gestión de recursos", en: "Design a strategy for the management of resources" },
      [
        { es: "Estrategia de gestión de recursos a nivel nacional, regional y extra regional", en: "Strategy for the management of resources at national, regional and extra-regional level" },
        {
          es: "Elaboración de propuestas de proyectos en sinergia con agencias y organizaciones de cooperación a nivel nacional, regional y extra regional",
          en: "Preparation of project proposals in synergy with cooperation agencies and organisations at national, regional and extra-regional level",
        },
      ],
      [
        { es: "Elaboración e implementación de una estrategia de gestión de recursos para la CORETT", en: "Preparation and carrying out of a strategy for the management of resources for CORETT" },
        { es: "Establecimiento de sinergias con instancias de cooperación para la gestión de recursos", en: "Establishment of synergies with bodies of cooperation for the management of resources" },
      ],
    ),
  ),
  section(
    "9",
    "p. 28",
    { es: "Monitoreo y seguimiento", en: "Monitoring and follow-up" },
    { es: "Vinculados a los planes operativos: valorar el cumplimiento y ver qué ajustes hacen falta.", en: "Tied to the operational plans: to judge how it is carried out and which adjustments are needed." },
    tacticOf(
      "p. 28",
      { es: "Establecer una matriz de monitoreo y seguimiento de las acciones de comunicación", en: "Establish a matrix for monitoring and following up communication" },
      [
        { es: "Matriz de monitoreo y seguimiento", en: "Matrix for monitoring and follow-up" },
        { es: "Cronograma de tareas", en: "Schedule of tasks" },
      ],
      [
        { es: "Elaborar y divulgar matriz y cronograma", en: "Prepare and spread matrix and schedule" },
        { es: "Monitoreo, seguimiento, cumplimiento, ajustes, calificación de la estrategia", en: "Monitoring, follow-up, fulfilment, adjustments, rating of the strategy" },
      ],
    ),
  ),
];
