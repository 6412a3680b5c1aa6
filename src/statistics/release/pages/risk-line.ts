import type { Language } from "#basics";
import { formatCount } from "#basics";
import { releaseWords } from "#words";
import type { GroupRisk } from "../../disclosure/index.ts";
import { TOTAL, parseCell } from "../../figure.ts";
import type { Methodology } from "../../methodology/methodology.ts";
import { dimensionOf, labelOf, tableOf } from "../../methodology/plan.ts";
import { REGION } from "../release-data.ts";

/**
 * A group risk in one sentence: 'Las 425 personas víctimas de Guatemala en 2021 comparten: nacionalidad: Guatemala.'
 * `nameOf` gives an area's name.
 */
export function riskLine(methodology: Methodology, risk: GroupRisk, language: Language, nameOf: (area: string) => string): string {
  const words = releaseWords[language].risks;
  const [years = "", area = "", total = ""] = risk.total.split("/");
  const place = area === REGION ? words.region : nameOf(area);
  const span = years.replace("-", "–");
  const group = attributes(methodology, total, language);
  const who = group === "" ? words.who(place, span) : words.whoOf(place, span, group);
  const [partYears = "", partArea = "", part = ""] = risk.part.split("/");
  const shared = [
    ...(partArea === area ? [] : [words.area(nameOf(partArea))]),
    ...(partYears === years ? [] : [words.years(partYears.replace("-", "–"))]),
    attributes(methodology, part, language, group),
  ]
    .filter(Boolean)
    .join("; ");
  const count = formatCount(risk.count, language, area);
  return risk.count === risk.of ? words.all(count, who, shared) : words.nearly(count, formatCount(risk.of, language, area), who, shared);
}

/** What a cell says of the persons in it: 'Sexo: Mujer; Grupo de edad: Adulta'. Empty for a grand total; `known` is left out. */
function attributes(methodology: Methodology, cell: string, language: Language, known = ""): string {
  const { table: id, codes } = parseCell(cell);
  const table = tableOf(methodology, id);
  return table.dimensions
    .flatMap((dimension, axis) => {
      const code = codes[axis] ?? TOTAL;
      if (code === TOTAL) return [];
      return [`${dimensionOf(methodology, dimension).title[language]}: ${labelOf(methodology, dimension, code)[language]}`];
    })
    .filter((each) => !known.split("; ").includes(each))
    .join("; ");
}
