const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
];

/** Words of the pages about the coalition, in English. */
export const coalitionEn = {
  states: (count: number) => numbers[count] ?? String(count),
  home: {
    tab: "Home",
    title: (states: string) => `${states} states count together, so that nobody is left uncounted`,
    lead: "CORETT is the official regional body that joins the national mechanisms of Mesoamerica and the Caribbean against trafficking in persons and the smuggling of migrants. Each year the statistics that its states report and sign are published here.",
    toStatistics: "See the statistics",
    toAbout: "What CORETT is",
    mapTitle: "The member states on the map",
    mapDetail:
      "One dot for each member state. A line joins Mexico, Guatemala, El Salvador, Honduras, Nicaragua, Costa Rica and Panama; Belize and the Dominican Republic stand beside it.",
    latestTitle: "The latest figure",
    latestEmpty: "No year has been published yet",
    latestEmptyDetail:
      "The latest regional figure will be here. The Technical Secretariat publishes it when the countries have signed their data and every cell is protected.",
    latestMore: (year: string) => `See all of ${year}`,
    promisesTitle: "What you can expect of these figures",
    promises: [
      ["Signed by each country", "Two people in each state review and sign the data before they are added to the others."],
      [
        "Protected",
        "Numbers so small that a person could be recognised are not published, nor can they be worked out from others.",
      ],
      ["Comparable", "One methodology and the same definitions for all. What is missing is said: it never becomes a zero."],
      [
        "Stable",
        "What is published does not change in silence. A correction is a new version, and the earlier one stays available.",
      ],
    ],
    membersTitle: "The member states and their national mechanisms",
    membersLead: "In each state an institution or a commission coordinates the response. Together they form the Coalition.",
    state: "State",
    mechanism: "National mechanism",
    basis: "Legal basis",
    basisUnknown: "Not given in the source",
    membersSource: "Sources: CORETT institutional brochure; Strategic Plan 2018-2027, chapter III.",
  },
  about: {
    title: (states: string) => `A space of ${states} states against two crimes that do not stop at borders`,
    tab: "What CORETT is",
    lead: "Since 2011 the Regional Coalition against Trafficking in Persons and Smuggling of Migrants has brought together the national commissions, coalitions, councils and secretariats that respond to both crimes in Mesoamerica and the Caribbean.",
    doesTitle: "What it does",
    does: [
      "It promotes regional standards, policies and processes to prevent and combat both crimes.",
      "It promotes statistical records, the ground for public policies that improve the detection and care of victims of trafficking and of smuggled migrants.",
      "It advises member states that ask for it.",
      "Each year it documents what was done: the identification of victims, their profiles, the purposes of trafficking and the services they received.",
    ],
    organsTitle: "How it is organised",
    historyTitle: "Where it comes from",
    history: [
      ["16 September 2011", "First formal meeting, hosted by Nicaragua."],
      ["February 2012", "Second meeting, in Panama: Mexico is to be invited and common indicators prepared."],
      ["From 2018", "The Strategic Plan 2018-2027 begins."],
      ["2019 and 2020", "First years with an infographic for each country and one for the region."],
      ["5 and 6 September 2022", "Plenary III-2022 in San Salvador: the Operational Plan 2023-2025 is approved."],
      [
        "30 November 2023",
        "Plenary IV-2023 in Antigua Guatemala: the joint declaration is presented and Honduras is elected to preside in 2024.",
      ],
    ],
    twoTitle: "Two different crimes",
    trafficking:
      "In trafficking in persons someone is recruited, moved or harboured in order to be exploited, and this can happen without crossing a border. The crime is against the person.",
    smuggling:
      "In the smuggling of migrants someone procures, for gain, the irregular crossing of a border; it is always transnational. Migrants are the object of smuggling, never responsible for it.",
    sources: "Sources: CORETT institutional brochure; Strategic Plan 2018-2027; summaries of plenaries III-2022 and IV-2023.",
  },
} as const;
