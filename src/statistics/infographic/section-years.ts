import type { Language } from "#basics";
import { type ChartValue, tilesTwin, trendTwin } from "#charts";
import { TOTAL } from "../figure.ts";
import { REGION } from "../release/release-data.ts";
import { exact, printedTable, silence } from "./cells.ts";
import { type Matter, type Outcome, notAvailable, tools } from "./section.ts";
import { listed, numeral } from "./words.ts";

/** Below this many persons a change from year to year is chance, and no sentence is made of it. */
const few = 30;

/** How it changed: the headline of every year since the first published, gaps kept. */
export function trendSection(matter: Matter): Outcome {
  const { release, area, language } = matter;
  const { grouping, say } = tools(matter);
  const subject = say("Cómo ha cambiado", "How it has changed");
  const points = release.trend.filter(
    (point) => point.area === area.code && point.year <= release.year && point.year > release.year - 8,
  );
  if (
    points.length < 2 ||
    silence(
      points.map((point) => point.published),
      area.design,
    )
  )
    return { id: "trend", subject, silence: "hidden" };
  const first = Math.min(...points.map((point) => point.year));
  const years = Array.from({ length: release.year - first + 1 }, (_, at) => {
    const point = points.find((each) => each.year === first + at);
    const reporting = point?.reporting;
    return {
      year: first + at,
      value: point?.published ?? notAvailable,
      ...(reporting === undefined ? {} : { note: say(`${reporting} países`, `${reporting} countries`) }),
    };
  });
  const now = points.find((point) => point.year === release.year);
  const before = points
    .filter((point) => point.year < release.year && exact(point.published) !== undefined)
    .toSorted((one, other) => other.year - one.year)[0];
  const [present, past] = [exact(now?.published), exact(before?.published)];
  let finding = subject;
  const reporters = (year: number) =>
    release.trend
      .filter((point) => point.year === year && point.area !== REGION && point.published.kind !== "absent")
      .map((point) => point.area)
      .toSorted()
      .join();
  if (
    before &&
    area.code === REGION &&
    now?.reporting === before.reporting &&
    reporters(release.year) !== reporters(before.year)
  ) {
    finding = say(
      `En ${release.year} informaron otros países que en ${before.year}: los totales no se comparan`,
      `Other countries reported in ${release.year} than in ${before.year}: the totals do not compare`,
    );
  } else if (before && now?.reporting !== undefined && now.reporting !== before.reporting) {
    finding = say(
      `Informaron ${now.reporting} países en ${release.year} y ${before.reporting} en ${before.year}: los totales no se comparan`,
      `${now.reporting} countries reported in ${release.year} and ${before.reporting} in ${before.year}: the totals do not compare`,
    );
  } else if (before && present !== undefined && past !== undefined && Math.max(present, past) >= few) {
    const change = numeral(Math.abs(present - past), language, grouping);
    const persons = Math.abs(present - past) === 1 ? say("persona", "person") : say("personas", "people");
    finding =
      present === past
        ? say(`Las mismas que en ${before.year}`, `The same as in ${before.year}`)
        : present > past
          ? say(`${change} ${persons} más que en ${before.year}`, `${change} more ${persons} than in ${before.year}`)
          : say(`${change} ${persons} menos que en ${before.year}`, `${change} fewer ${persons} than in ${before.year}`);
    finding = finding.charAt(0).toUpperCase() + finding.slice(1);
  }
  const header = [say("Año", "Year"), say("Personas identificadas", "Persons identified")] as const;
  return {
    id: "trend",
    subject,
    finding,
    drawing: { kind: "trend", years, strong: release.year, header },
    twin: trendTwin({ years, header, language, grouping }),
  };
}

/** The region by country: each with its own figure and years. */
export function countriesSection(matter: Matter): Outcome {
  const { release, area, language } = matter;
  const { grouping, say } = tools(matter);
  const subject = say("País por país", "Country by country");
  const countries = release.areas.filter((each) => each.code !== REGION && !each.fictional);
  const value = (code: string): ChartValue => printedTable(release, code, "victims").at(TOTAL, TOTAL) ?? notAvailable;
  const span = [
    ...new Set(
      release.trend.filter((point) => point.year <= release.year && point.year > release.year - 6).map((point) => point.year),
    ),
  ].toSorted((one, other) => one - other);
  const tiles = countries.map((country) => ({
    label: country.name[language],
    value: value(country.code),
    years: span.map((year) => ({
      year,
      value: release.trend.find((point) => point.area === country.code && point.year === year)?.published ?? notAvailable,
    })),
  }));
  const lacks = (area.lacks ?? []).map((code) => release.areas.find((each) => each.code === code)?.name[language] ?? code);
  const finding =
    lacks.length === 0
      ? say(
          `Informaron los ${numeralMale(release.members, language)} Estados miembros`,
          `All ${numeralMale(release.members, language)} member states reported`,
        )
      : say(
          `Informaron ${release.members - lacks.length} de ${release.members} Estados miembros; sin cifra de ${listed(lacks, language)}`,
          `${release.members - lacks.length} of ${release.members} member states reported; no figure from ${listed(lacks, language)}`,
        );
  const header = [say("País", "Country"), say("Personas identificadas", "Persons identified")] as const;
  return {
    id: "countries",
    subject,
    finding,
    drawing: { kind: "tiles", tiles, header },
    twin: tilesTwin({ tiles, header, language, grouping }),
  };
}

function numeralMale(count: number, language: Language): string {
  return numeral(count, language, "comma");
}
