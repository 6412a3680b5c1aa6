import type { Language, Text } from "#basics";
import { valueWords } from "#charts";
import { TOTAL } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { type Published, REGION, type ReleaseData, type ReleasedArea } from "../release/release-data.ts";
import { printedTable } from "./cells.ts";
import type { InfographicModel, Section, SectionId } from "./model.ts";
import type { Outcome } from "./section.ts";
import { howSection, servicesSection } from "./section-bars.ts";
import { scopeSection, whereSection, whoSection } from "./section-persons.ts";
import { countriesSection, trendSection } from "./section-years.ts";
import { dayWords, groupingOf, listed } from "./words.ts";

/**
 * Everything the infographic of one area says, from the protected release alone. `address` is where the page of this area
 * and year is found; it is printed and put into the QR code.
 *
 * Throws when the release does not have the area.
 */
export function infographicModel(
  release: ReleaseData,
  methodology: Methodology,
  area: string,
  language: Language,
  address: string,
): InfographicModel {
  const released = release.areas.find((each) => each.code === area);
  if (!released) throw new Error(`The release of ${release.year} has no area ${area}`);
  const say = (es: string, en: string) => (language === "es" ? es : en);
  const grouping = groupingOf(area, language);
  const place = released.name[language];
  const value: Published = printedTable(release, area, "victims").years
    ? ownHeadline(release, area)
    : (printedTable(release, area, "victims").at(TOTAL, TOTAL) ?? { kind: "absent", absence: "not-available" });
  const figure = valueWords(value, language, grouping);
  const one = value.kind === "observed" && value.count === 1;
  const counts = one
    ? say("persona víctima de trata identificada", "identified victim of trafficking in persons")
    : say("personas víctimas de trata identificadas", "identified victims of trafficking in persons");
  const message = value.kind === "observed" || value.kind === "range" ? `${figure} ${counts}` : `${counts}: ${figure}`;
  const matter = { release, methodology, area: released, language };
  const makers =
    area === REGION && release.members > 1
      ? [countriesSection, whoSection, howSection, whereSection, scopeSection, servicesSection, trendSection]
      : [whoSection, howSection, whereSection, scopeSection, servicesSection, trendSection];
  const outcomes = makers.map((make) => make(matter));
  const sections = outcomes.filter((each): each is Section => "drawing" in each);
  const note = area === REGION ? regionNote(release, released, language) : undefined;
  return {
    language,
    grouping,
    area,
    place,
    year: release.year,
    title: `${place}, ${release.year}: ${message}`,
    description: [`${message}.`, ...sections.map((section) => `${section.finding}.`)].join(" "),
    ...(release.exercise || released.fictional
      ? {
          exercise: released.fictional
            ? say("EJERCICIO · PAÍS FICTICIO", "EXERCISE · FICTIONAL COUNTRY")
            : say("EJERCICIO · NO SON CIFRAS OFICIALES", "EXERCISE · NOT OFFICIAL FIGURES"),
        }
      : {}),
    kicker: say("Estadísticas sobre la trata de personas", "Statistics on trafficking in persons"),
    headline: { value, figure, counts, ...(note ? { note } : {}) },
    lit: area === REGION ? (released.includes ?? []) : [area],
    ...lead(release, released, value, language, sections.length),
    sections,
    silences: silences(outcomes, released, language),
    foot: foot(
      release,
      released,
      language,
      address,
      sections.some(({ twin }) => twin.rows.flat().includes(valueWords({ kind: "source" }, language, grouping))),
    ),
    tablesTitle: say("Las cifras en tablas", "The figures as tables"),
    publishedOn: release.publishedOn,
  };
}

function ownHeadline(release: ReleaseData, area: string): Published {
  const cell = release.cells.find(
    (each) => each.area === area && each.table === "victims" && !each.years && each.codes.every((code) => code === TOTAL),
  );
  return cell?.published ?? { kind: "absent", absence: "not-available" };
}

function regionNote(release: ReleaseData, area: ReleasedArea, language: Language): string {
  const count = area.includes?.length ?? 0;
  return language === "es"
    ? `Suma de ${count} de los ${release.members} Estados miembros`
    : `Sum of ${count} of the ${release.members} member states`;
}

/** What a country with few cases says in large letters instead of figures that would point at persons. */
function lead(
  release: ReleaseData,
  area: ReleasedArea,
  value: Published,
  language: Language,
  sections: number,
): { lead?: string } {
  const es = language === "es";
  if (area.code === REGION) return {};
  if (value.kind === "absent")
    return {
      lead: es
        ? `El país no informó cuántas personas identificó en ${release.year}.`
        : `The country did not report how many persons it identified in ${release.year}.`,
    };
  if (area.design === "full") return {};
  const pooled = release.cells.find(
    (cell) => cell.area === area.code && cell.table === "victims" && cell.years && cell.codes.every((code) => code === TOTAL),
  );
  const years = pooled?.years;
  const together = pooled?.published.kind === "observed" && years ? pooled.published.count : undefined;
  const sum =
    together !== undefined && years
      ? es
        ? ` De ${years[0]} a ${years[1]} fueron ${together}.`
        : ` From ${years[0]} to ${years[1]} they were ${together}.`
      : "";
  if (value.kind !== "observed") {
    const hidden = es
      ? `La cifra de ${release.year} no se publica: son tan pocas personas que podrían ser reconocidas.`
      : `The figure for ${release.year} is not published: they are so few that they could be recognised.`;
    return { lead: hidden + sum };
  }
  const why = es
    ? "Detrás de cada número hay una persona. Cuando son pocas, más detalle permitiría reconocerlas; por eso esta página dice menos."
    : "Behind every number there is a person. When they are few, more detail would let them be recognised; so this page says less.";
  return sections > 4 ? (sum ? { lead: sum.trim() } : {}) : { lead: `${why}${sum}` };
}

const missingWords = {
  who: { es: "el sexo y la edad", en: "sex and age" },
  how: { es: "las formas de explotación", en: "the forms of exploitation" },
  where: { es: "la nacionalidad", en: "citizenship" },
  scope: { es: "si la trata fue interna o transnacional", en: "whether trafficking was internal or cross-border" },
  services: { es: "los servicios brindados", en: "the services provided" },
  trend: { es: "los años anteriores", en: "earlier years" },
  countries: { es: "las cifras por país", en: "the figures by country" },
} satisfies Record<SectionId, Text>;

function silences(outcomes: readonly Outcome[], area: ReleasedArea, language: Language): string[] {
  const es = language === "es";
  const quiet = outcomes.flatMap((each) => ("silence" in each && each.id !== "trend" ? [each] : []));
  if (area.design === "none") return [];
  const names = (kind: "not-reported" | "hidden") =>
    quiet.filter((each) => each.silence === kind).map((each) => missingWords[each.id][language]);
  const missing = names("not-reported");
  const hidden = names("hidden");
  const who =
    area.code === REGION
      ? es
        ? "Los países no informaron"
        : "The countries did not report"
      : es
        ? "El país no informó"
        : "The country did not report";
  return [
    ...(missing.length > 0 ? [`${who}: ${listed(missing, language)}.`] : []),
    ...(hidden.length > 0 && area.design === "total"
      ? [
          es
            ? "Siendo tan pocas personas, no se publica más detalle de este año."
            : "They are so few that no further detail of this year is published.",
        ]
      : []),
    ...(hidden.length > 0 && area.design !== "total"
      ? [
          es
            ? `No se publica, para no exponer a nadie: ${listed(hidden, language)}.`
            : `Not published, so that nobody is exposed: ${listed(hidden, language)}.`,
        ]
      : []),
  ];
}

function foot(
  release: ReleaseData,
  area: ReleasedArea,
  language: Language,
  address: string,
  withheld: boolean,
): InfographicModel["foot"] {
  const es = language === "es";
  const published = dayWords(release.publishedOn, language);
  const drawn = area.referenceDate
    ? es
      ? `, datos al ${dayWords(area.referenceDate, language)}`
      : `, data as of ${dayWords(area.referenceDate, language)}`
    : "";
  const source = area.source ? ` ${area.source.replace(/\.$/, "")}.` : "";
  const authority = area.authority ?? (es ? "Estados miembros de la CORETT" : "Member states of CORETT");
  return {
    method: es
      ? `Personas que la autoridad competente identificó como víctimas en ${release.year}; sin presuntas ni acreditadas.`
      : `Persons whom the competent authority identified as victims in ${release.year}; without presumed or accredited victims.`,
    protection:
      (es
        ? `Protegido: las cifras de 1 a ${release.k - 1} personas, y las que permitirían calcularlas, no se publican, para que nadie sea reconocido. El rayado no indica tamaño.`
        : `Protected: counts of 1 to ${release.k - 1} persons, and those that would give them away, are not published, so that nobody is recognised. Hatching shows no size.`) +
      (withheld
        ? es
          ? " Reservado: el propio país no da la cifra."
          : " Withheld: the country itself does not give the figure."
        : ""),
    source: `${es ? "Fuente" : "Source"}: ${authority}${drawn}.${source}`,
    licence: es
      ? `CORETT, versión ${release.version} del ${published}. CC BY 4.0`
      : `CORETT, version ${release.version} of ${published}. CC BY 4.0`,
    address,
  };
}
