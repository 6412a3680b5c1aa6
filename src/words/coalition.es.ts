const numbers = [
  "cero",
  "un",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
  "trece",
  "catorce",
  "quince",
];

/** Words of the pages about the coalition, in Spanish. */
export const coalitionEs = {
  /** How many member states, in a word that stands before 'Estados'. */
  states: (count: number) => numbers[count] ?? String(count),
  home: {
    tab: "Inicio",
    title: (states: string) => `${states} Estados cuentan juntos, para que nadie quede fuera de la cuenta`,
    lead: "La CORETT es la instancia regional oficial que articula a los mecanismos nacionales de Mesoamérica y el Caribe contra la trata de personas y el tráfico ilícito de migrantes. Aquí se publican, cada año, las estadísticas que sus Estados aportan y firman.",
    toStatistics: "Ver las estadísticas",
    toAbout: "Qué es la CORETT",
    mapTitle: "Los Estados miembros en el mapa",
    mapDetail:
      "Un punto por cada Estado miembro. Una línea une México, Guatemala, El Salvador, Honduras, Nicaragua, Costa Rica y Panamá; Belice y la República Dominicana quedan a su lado.",
    latestTitle: "La cifra más reciente",
    latestEmpty: "Todavía no hay un año publicado",
    latestEmptyDetail:
      "Aquí estará la cifra regional más reciente. La publica la Secretaría Técnica cuando los países han firmado sus datos y cada celda está protegida.",
    latestMore: (year: string) => `Ver el año ${year} completo`,
    promisesTitle: "Qué puede esperar de estas cifras",
    promises: [
      ["Firmadas por cada país", "Dos personas de cada Estado revisan y firman los datos antes de que se sumen a los demás."],
      [
        "Protegidas",
        "Los números tan pequeños que permitirían reconocer a una persona no se publican, ni pueden deducirse de otros.",
      ],
      [
        "Comparables",
        "Una misma metodología y las mismas definiciones para todos. Lo que falta se dice: no se convierte en cero.",
      ],
      ["Estables", "Lo publicado no cambia en silencio. Una corrección es una versión nueva y la anterior sigue disponible."],
    ],
    membersTitle: "Los Estados miembros y sus mecanismos nacionales",
    membersLead:
      "En cada Estado, una institución o una comisión coordina la respuesta. Son ellas las que integran la Coalición.",
    state: "Estado",
    mechanism: "Mecanismo nacional",
    basis: "Base legal",
    basisUnknown: "Sin dato en la fuente",
    membersSource: "Fuentes: folleto institucional de la CORETT; Plan Estratégico 2018-2027, capítulo III.",
  },
  about: {
    title: (states: string) => `Un espacio de ${states} Estados contra dos delitos que no se detienen en las fronteras`,
    tab: "Qué es la CORETT",
    lead: "La Coalición Regional contra la Trata de Personas y el Tráfico Ilícito de Migrantes reúne desde 2011 a las comisiones, coaliciones, consejos y secretarías nacionales que responden a ambos delitos en Mesoamérica y el Caribe.",
    doesTitle: "Lo que hace",
    does: [
      "Impulsa normas, políticas y procesos regionales para prevenir y combatir ambos delitos.",
      "Promueve el registro de datos estadísticos, base de políticas públicas que mejoran la detección y la atención de las personas víctimas de trata y de las personas migrantes objeto de tráfico ilícito.",
      "Facilita asesoramiento a los Estados miembros que lo requieran.",
      "Documenta cada año lo realizado: la identificación de víctimas, sus perfiles, las finalidades de la trata y los servicios que recibieron.",
    ],
    organsTitle: "Cómo se organiza",
    historyTitle: "De dónde viene",
    history: [
      ["16 de septiembre de 2011", "Primera reunión formal, con Nicaragua como sede."],
      ["Febrero de 2012", "Segunda reunión, en Panamá: se acuerda invitar a México y preparar indicadores comunes."],
      ["Desde 2018", "Comienza el Plan Estratégico 2018-2027."],
      ["2019 y 2020", "Primeros años con infografías por país y una regional."],
      ["5 y 6 de septiembre de 2022", "Plenaria III-2022 en San Salvador: se aprueba el Plan Operativo 2023-2025."],
      [
        "30 de noviembre de 2023",
        "Plenaria IV-2023 en Antigua Guatemala: se presenta la declaración conjunta y se elige a Honduras para presidir en 2024.",
      ],
    ],
    twoTitle: "Dos delitos distintos",
    trafficking:
      "En la trata de personas se capta, traslada o acoge a una persona para explotarla, y puede ocurrir sin cruzar una frontera. El delito es contra la persona.",
    smuggling:
      "En el tráfico ilícito de migrantes se facilita, por un beneficio, el cruce irregular de una frontera; siempre es transnacional. Las personas migrantes son objeto de ese tráfico, nunca responsables de él.",
    sources:
      "Fuentes: folleto institucional de la CORETT; Plan Estratégico 2018-2027; resúmenes de las plenarias III-2022 y IV-2023.",
  },
} as const;
