import countries from "i18n-iso-countries";
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import { fold } from "./fold.ts";

/** Countries and territories of the Americas beyond those that the tables name (United Nations M49, area 019). */
const americas = new Set(
  (
    "AIA ATG ARG ABW BHS BRB BLZ BMU BOL BES BVT BRA CAN CYM CHL COL CRI CUB CUW DMA DOM ECU SLV FLK GUF GRL GRD GLP GTM GUY HTI HND " +
    "JAM MTQ MEX MSR NIC PAN PRY PER PRI BLM KNA LCA MAF SPM VCT SXM SGS SUR TTO TCA USA URY VEN VGB VIR"
  ).split(" "),
);

/** Stems of demonyms that take -o, -a, -os, -as in Spanish. */
const gendered: Readonly<Record<string, string>> = {
  SLV: "salvadoren", GTM: "guatemaltec", HND: "honduren", MEX: "mexican", PAN: "panamen", DOM: "dominican quisqueyan",
  BLZ: "belicen", COL: "colombian", VEN: "venezolan", CUB: "cuban", HTI: "haitian", ECU: "ecuatorian", PER: "peruan",
  BRA: "brasilen brasiler", BOL: "bolivian", CHL: "chilen", ARG: "argentin", URY: "uruguay", PRY: "paraguay", JAM: "jamaiquin jamaican",
  CHN: "chin", RUS: "rus", UKR: "ucranian", ITA: "italian", RUM: "ruman", ROU: "ruman", PHL: "filipin", SYR: "siri", CMR: "camerun",
};

/** Demonyms and short forms that are written one way only. */
const fixed: Readonly<Record<string, string>> = {
  CRI: "costarricense costarricenses tico tica costa rican", NIC: "nicaraguense nicaraguenses nica nicaraguan", BLZ: "belizean",
  USA: "estadounidense,estadounidenses,norteamericano,norteamericana,ee uu,eeuu,e u a,eua,usa,us citizen,u s a",
  GTM: "guatemalan chapin", HND: "honduran catracho catracha", SLV: "salvadoran salvadorean", MEX: "mexican,estados unidos mexicanos",
  PAN: "panamanian", DOM: "dominican,rep dominicana,r dominicana,r d,rd", COL: "colombian", VEN: "venezuelan,venezuela bolivarian republic of,republica bolivariana de venezuela",
  CUB: "cuban", HTI: "haitian", ECU: "ecuadorian ecuadorean ecuatoriana", PER: "peruvian", BRA: "brazilian", BOL: "bolivian", CHN: "chinese",
  ESP: "espanol espanola spanish spaniard", IND: "indio,india,hindu,indian", CAN: "canadiense canadian", NPL: "nepali nepales nepalesa", BGD: "bangladesi bangladeshi",
};

function addWords(words: Map<string, string>, code: string, names: readonly string[]): void {
  for (const name of names) if (!words.has(fold(name))) words.set(fold(name), code);
}

/**
 * Folded words for countries, each with its ISO 3166-1 alpha-3 code: names in Spanish and English, codes, and demonyms of
 * the nationalities that are met in the region.
 */
export function countryWords(): Map<string, string> {
  const words = new Map<string, string>();
  const alpha3 = countries.getAlpha2Codes();
  for (const code of Object.keys(countries.getAlpha3Codes())) words.set(code.toLowerCase(), code);
  for (const names of [es.countries, en.countries] as Record<string, string | string[]>[]) {
    for (const [alpha2, name] of Object.entries(names)) {
      const code = alpha3[alpha2];
      if (code !== undefined) addWords(words, code, [name].flat());
    }
  }
  for (const [code, stems] of Object.entries(gendered))
    for (const stem of stems.split(" ")) addWords(words, code, ["o", "a", "os", "as"].map((ending) => stem + ending));
  for (const [code, list] of Object.entries(fixed)) addWords(words, code, list.includes(",") ? list.split(",") : list.split(" "));
  words.set("costa rican", "CRI");
  return words;
}

/** The row of the origin table that a country is counted in: itself when the table names it, the rest of the Americas, or of the world. */
export function originRow(code: string, named: ReadonlySet<string>): string {
  if (named.has(code)) return code;
  return americas.has(code) ? "AMR" : "WLD";
}
