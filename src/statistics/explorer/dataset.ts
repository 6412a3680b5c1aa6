import type { Language } from "#basics";
import { filledTables } from "../release/observation.ts";
import { REGION } from "../release/release-data.ts";
import { apiAddress, fileAddress, pageAddress, zipName } from "./address.ts";
import type { PublishedRelease } from "./published.store.ts";

const licence = "https://creativecommons.org/licenses/by/4.0/";
const names = {
  es: (year: number) => `Personas víctimas de trata identificadas en los Estados miembros de la CORETT, ${year}`,
  en: (year: number) => `Identified victims of trafficking in persons in the member states of CORETT, ${year}`,
};
const descriptions = {
  es: "Estadísticas protegidas por país, sexo, edad, forma de explotación, nacionalidad, ámbito y servicios.",
  en: "Protected statistics by country, sex, age, form of exploitation, citizenship, scope and services.",
};

/** The release as a schema.org dataset, for search engines of data. */
export function datasetOf(
  { head, data, methodology }: PublishedRelease,
  origin: string,
  language: Language,
): Record<string, unknown> {
  const url = (path: string) => `${origin}${path}`;
  const file = (path: string) => url(fileAddress(head.collection, head.version, path));
  const download = (encodingFormat: string, contentUrl: string, name: string) => ({
    "@type": "DataDownload",
    encodingFormat,
    contentUrl,
    name,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": url(pageAddress("es", data, REGION)),
    name: names[language](data.year),
    description: `${data.exercise ? (language === "es" ? "EJERCICIO con un país ficticio. " : "EXERCISE with a fictional country. ") : ""}${descriptions[language]}`,
    url: url(pageAddress(language, data, REGION)),
    inLanguage: ["es", "en"],
    version: String(head.version),
    datePublished: head.publishedOn,
    temporalCoverage: String(data.year),
    spatialCoverage: data.areas
      .filter(({ code }) => code !== REGION)
      .map(({ name }) => ({ "@type": "Place", name: name[language] })),
    license: licence,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "CORETT", url: origin },
    publisher: { "@type": "Organization", name: "CORETT", url: origin },
    distribution: [
      ...filledTables(data, methodology).map((table) =>
        download("text/csv", file(`tables/${table.id}.csv`), table.title[language]),
      ),
      download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file(`tables.${language}.xlsx`), "XLSX"),
      download("application/zip", file(zipName(head)), "ZIP"),
    ],
  };
}

/** All published releases as a DCAT 3 catalogue in JSON-LD, for portals that harvest open data. */
export function catalogOf(releases: readonly PublishedRelease[], origin: string): Record<string, unknown> {
  const text = (es: string, en: string) => [
    { "@language": "es", "@value": es },
    { "@language": "en", "@value": en },
  ];
  const url = (path: string) => `${origin}${path}`;
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      spdx: "http://spdx.org/rdf/terms#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": url("/api/v1/catalog.jsonld"),
    "@type": "dcat:Catalog",
    "dct:title": text("Estadísticas de la CORETT sobre la trata de personas", "CORETT statistics on trafficking in persons"),
    "dct:publisher": { "@type": "foaf:Organization", "foaf:name": "CORETT", "foaf:homepage": { "@id": origin } },
    "dct:license": { "@id": licence },
    "dcat:dataset": releases.map(({ head, data, methodology }) => {
      const file = (path: string) => url(fileAddress(head.collection, head.version, path));
      const distribution = (mediaType: string, address: string, title: string) => ({
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${mediaType}` },
        "dcat:downloadURL": { "@id": address },
        "dct:license": { "@id": licence },
      });
      return {
        "@id": url(apiAddress(head.collection, head.version)),
        "@type": "dcat:Dataset",
        "dct:identifier": `${head.collection}-v${head.version}`,
        "dct:title": text(names.es(data.year), names.en(data.year)),
        "dct:description": text(descriptions.es, descriptions.en),
        "dct:issued": { "@type": "xsd:date", "@value": head.publishedOn },
        "dcat:version": String(head.version),
        "dct:temporal": {
          "@type": "dct:PeriodOfTime",
          "dcat:startDate": `${data.year}-01-01`,
          "dcat:endDate": `${data.year}-12-31`,
        },
        "dct:spatial": data.areas
          .filter(({ code }) => code !== REGION)
          .map(({ name }) => ({ "@type": "dct:Location", "dct:title": text(name.es, name.en) })),
        "dcat:landingPage": { "@id": url(pageAddress("es", data, REGION)) },
        "dcat:distribution": [
          ...filledTables(data, methodology).flatMap((table) => [
            distribution("text/csv", file(`tables/${table.id}.csv`), `${table.title.en} (CSV)`),
            distribution("application/json", file(`json-stat/${table.id}.en.json`), `${table.title.en} (JSON-stat 2.0)`),
          ]),
          distribution("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file("tables.en.xlsx"), "XLSX"),
          distribution("application/zip", file(zipName(head)), "ZIP"),
        ],
      };
    }),
  };
}
