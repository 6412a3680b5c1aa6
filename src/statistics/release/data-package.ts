import type { Methodology } from "../methodology/methodology.ts";
import { filledTables } from "./observation.ts";
import type { ReleaseData } from "./release-data.ts";

const licence = { name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/", title: "Creative Commons Attribution 4.0" };

/** The name under which a release is kept and cited: `corett-trafficking-2021-v1`. */
export function releaseName(release: Pick<ReleaseData, "topic" | "year" | "version" | "exercise">): string {
  return `corett-${release.topic}-${release.year}${release.exercise ? "-exercise" : ""}-v${release.version}`;
}

/** Frictionless Data Package descriptor of the release's CSV tables, with field descriptions in both languages. */
export function dataPackage(release: ReleaseData, methodology: Methodology): string {
  const field = (name: string, type: string, es: string, en: string) => ({ name, type, title: en, description: `${en} / ${es}` });
  const resources = filledTables(release, methodology).map((table) => ({
    name: table.id.replaceAll("_", "-"),
    path: `tables/${table.id}.csv`,
    title: table.title.en,
    description: `${table.title.en}. ${table.unit.en}. / ${table.title.es}. ${table.unit.es}.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: [
        field("STRUCTURE", "string", "Tipo de estructura SDMX", "SDMX kind of structure"),
        field("STRUCTURE_ID", "string", "Estructura y versión", "Structure and version"),
        field("ACTION", "string", "Acción SDMX", "SDMX action"),
        field("REF_AREA", "string", "País (ISO 3166-1 alfa-3) o _R, la región", "Country (ISO 3166-1 alpha-3) or _R, the region"),
        field("TIME_PERIOD", "string", "Año, o primer año y duración", "Year, or first year and duration"),
        ...table.dimensions.map((id) => field(id, "string", methodology.dimensions.find((each) => each.id === id)?.title.es ?? id, methodology.dimensions.find((each) => each.id === id)?.title.en ?? id)),
        field("OBS_VALUE", "integer", "Conteo exacto; vacío si no se publica", "Exact count; empty when it is not printed"),
        field("OBS_STATUS", "string", "A observado, E entre dos límites, Q oculto, L no recopilado, O no disponible, M no aplica", "A observed, E between two limits, Q hidden, L not collected, O not available, M not applicable"),
        field("CONF_STATUS", "string", "F libre, C oculto para proteger a las personas", "F free, C hidden to protect persons"),
        field("OBS_LOWER", "integer", "Límite inferior cuando el conteo se conoce entre dos límites", "Lower limit when the count is known between two limits"),
        field("OBS_UPPER", "integer", "Límite superior", "Upper limit"),
        field("UNIT_MEASURE", "string", "PS: personas", "PS: persons"),
      ],
      primaryKey: ["REF_AREA", "TIME_PERIOD", ...table.dimensions],
    },
  }));
  return `${JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: releaseName(release),
      title: `Identified victims of trafficking in persons, CORETT member states, ${release.year}`,
      description: release.exercise ? "EXERCISE with a fictional country: not official figures." : "Protected statistics of the member states of CORETT.",
      version: `${release.version}.0.0`,
      created: `${release.publishedOn}T00:00:00Z`,
      licenses: [licence],
      contributors: [{ title: "CORETT", roles: ["creator"] }],
      sources: release.areas.filter((area) => area.source).map((area) => ({ title: `${area.name.en}: ${area.source}` })),
      resources,
    },
    null,
    2,
  )}\n`;
}

/** How to cite the release, in both languages. */
export function citation(release: ReleaseData): string {
  const name = releaseName(release);
  const year = release.publishedOn.slice(0, 4);
  return [
    `CORETT (${year}). Personas víctimas de trata identificadas en los Estados miembros, ${release.year}. Versión ${release.version} [conjunto de datos ${name}]. CC BY 4.0.`,
    `CORETT (${year}). Identified victims of trafficking in persons in the member states, ${release.year}. Version ${release.version} [dataset ${name}]. CC BY 4.0.`,
    "",
  ].join("\n");
}
