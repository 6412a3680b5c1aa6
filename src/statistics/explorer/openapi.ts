const text = { type: "string" } as const;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parameter = (name: string, description: string, example: string, pattern: string) => ({
  name,
  in: "query",
  required: false,
  description,
  schema: { type: "string", pattern },
  example,
});
const collection = {
  name: "collection",
  in: "path",
  required: true,
  description: "Topic and year: trafficking-2022, trafficking-2022-exercise.",
  schema: text,
  example: "trafficking-2022",
};
const version = {
  name: "version",
  in: "path",
  required: true,
  description: "Number of the version, or latest.",
  schema: { type: "string", pattern: "^([1-9][0-9]{0,3}|latest)$" },
  example: "latest",
};
const lang = parameter("lang", "Language of labels and problems.", "en", "^(es|en)$");
const area = parameter(
  "area",
  "Areas, separated by commas: ISO 3166-1 alpha-3, or _R for the region.",
  "GTM,HND",
  "^(_R|[A-Z]{3})(,(_R|[A-Z]{3}))*$",
);
const problem = {
  description: "What was not understood, in words.",
  content: { "application/problem+json": { schema: ref("Problem") } },
};
const json = (description: string, schema: object) => ({ description, content: { "application/json": { schema } } });
const list = (items: object) => ({ type: "array", items });
const object = (properties: Record<string, object>, required: readonly string[]) => ({ type: "object", properties, required });
const bilingual = object({ es: text, en: text }, ["es", "en"]);

/** The description of the interface as an OpenAPI 3.1 document. `origin` is the public address of the platform. */
export function openApi(origin: string): object {
  const get = (summary: string, parameters: readonly object[], ok: object) => ({
    get: { summary, parameters, responses: { "200": ok, "400": problem, "404": problem } },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "CORETT open statistics / Estadísticas abiertas de la CORETT",
      version: "1.0.0",
      description:
        "Protected statistics on trafficking in persons. Only published cells are given out; nothing is computed in answering, and a hidden cell has no value. / Estadísticas protegidas sobre la trata de personas. Solo se entregan celdas publicadas; nada se calcula al responder y una celda oculta no tiene valor.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/releases": get(
        "All published releases, newest first",
        [lang],
        json("Releases.", object({ releases: list(ref("ReleaseHead")) }, ["releases"])),
      ),
      "/releases/{collection}/{version}": get(
        "One release: areas, tables and files with their digests",
        [collection, version, lang],
        json("The release.", ref("Release")),
      ),
      "/releases/{collection}/{version}/cells": get(
        "Published cells",
        [
          collection,
          version,
          area,
          parameter("table", "Tables, separated by commas.", "victims,forms", "^[a-z_]+(,[a-z_]+)*$"),
          parameter(
            "period",
            "Years, or a year and a duration for pooled years.",
            "2022",
            "^\\d{4}(/P\\d{1,2}Y)?(,\\d{4}(/P\\d{1,2}Y)?)*$",
          ),
          lang,
        ],
        json(
          "Cells.",
          object({ collection: text, version: { type: "integer" }, cells: list(ref("Cell")) }, [
            "collection",
            "version",
            "cells",
          ]),
        ),
      ),
      "/releases/{collection}/{version}/tables/{table}.csv": get(
        "A table as CSV in the manner of SDMX-CSV 2.0",
        [collection, version, { name: "table", in: "path", required: true, schema: text, example: "victims" }, area, lang],
        {
          description: "The table.",
          content: { "text/csv": { schema: text } },
        },
      ),
      "/releases/{collection}/{version}/tables/{table}.json": get(
        "A table as JSON-stat 2.0",
        [collection, version, { name: "table", in: "path", required: true, schema: text, example: "victims" }, area, lang],
        json("The dataset.", { type: "object" }),
      ),
      "/catalog.jsonld": get("DCAT catalogue of all official releases", [lang], {
        description: "The catalogue.",
        content: { "application/ld+json": { schema: { type: "object" } } },
      }),
    },
    components: {
      schemas: {
        ReleaseHead: object(
          {
            collection: text,
            version: { type: "integer" },
            year: { type: "integer" },
            exercise: { type: "boolean", description: "True for a fictional country: not official figures." },
            publishedOn: { type: "string", format: "date" },
            methodology: text,
            href: text,
            newest: { type: "boolean" },
          },
          ["collection", "version", "year", "exercise", "publishedOn", "methodology", "href", "newest"],
        ),
        Release: {
          allOf: [
            ref("ReleaseHead"),
            object(
              {
                manifestSha256: text,
                smallestPrinted: { type: "integer", description: "Counts from 1 to one less than this are not printed." },
                areas: list(object({ code: text, name: bilingual, fictional: { type: "boolean" } }, ["code", "name"])),
                tables: list(
                  object({ id: text, title: bilingual, unit: bilingual, dimensions: list(text), csv: text, jsonStat: text }, [
                    "id",
                    "title",
                    "dimensions",
                  ]),
                ),
                files: list(
                  object({ path: text, mediaType: text, size: { type: "integer" }, sha256: text, href: text }, [
                    "path",
                    "sha256",
                    "href",
                  ]),
                ),
              },
              ["manifestSha256", "areas", "tables", "files"],
            ),
          ],
        },
        Cell: object(
          {
            area: text,
            period: { type: "string", description: "2022, or 2020/P3Y for three years together." },
            table: text,
            codes: { type: "object", additionalProperties: text },
            value: { type: "integer", description: "Exact count. Absent when it is not printed." },
            lower: { type: "integer", description: "Lower limit of a count known between limits." },
            upper: { type: "integer" },
            status: {
              enum: ["A", "E", "Q", "L", "O", "M"],
              description: "A observed, E between limits, Q hidden, L not collected, O not available, M not applicable.",
            },
            confidentiality: { enum: ["F", "C"], description: "F free, C hidden to protect persons." },
          },
          ["area", "period", "table", "codes", "status", "confidentiality"],
        ),
        Problem: object({ type: text, title: text, status: { type: "integer" }, detail: text, parameter: text }, [
          "title",
          "status",
          "detail",
        ]),
      },
    },
  };
}
