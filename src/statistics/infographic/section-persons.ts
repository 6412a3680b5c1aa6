import { regionMapTwin, sexAgeTwin, sortedBars, barsTwin, type Bar, splitParts, splitTwin, upperEnd } from "#charts";
import { TOTAL, UNKNOWN } from "../figure.ts";
import { dimensionOf } from "../methodology/plan.ts";
import { REGION } from "../release/release-data.ts";
import { exact, printedTable, silence } from "./cells.ts";
import type { Drawing } from "./model.ts";
import {
  type Matter,
  type Outcome,
  headlineOf,
  isPresent,
  notAvailable,
  pooled,
  predicate,
  shareWhole,
  tools,
} from "./section.ts";
import { countryInside } from "./words.ts";

/** Who: sex and age crossed where that is printed, else each by itself. */
export function whoSection(matter: Matter): Outcome {
  const { release, area, language } = matter;
  const { grouping, say, label, share } = tools(matter);
  const subject = say("Quiénes son", "Who they are");
  const table = printedTable(release, area.code, "victims");
  const sexes = ["F", "M"] as const;
  const ages = ["MINOR", "ADULT", UNKNOWN];
  const margins = [...["F", "M", "O", UNKNOWN].map((sex) => table.at(sex, TOTAL)), ...ages.map((age) => table.at(TOTAL, age))];
  const crossed = sexes.flatMap((sex) => ages.map((age) => table.at(sex, age)));
  const quiet = silence([...margins, ...crossed], area.design);
  if (quiet) return { id: "who", subject, silence: quiet };

  const whole = exact(table.at(TOTAL, TOTAL));
  const ofSex = shareWhole(
    matter,
    whole,
    ["F", "M", "O", UNKNOWN].map((sex) => table.at(sex, TOTAL)),
    table.at(UNKNOWN, TOTAL),
  );
  const ofAge = shareWhole(
    matter,
    whole,
    ages.map((age) => table.at(TOTAL, age)),
    table.at(TOTAL, UNKNOWN),
  );
  const claims = [
    {
      count: exact(table.at("F", TOTAL)),
      of: ofSex,
      many: say("eran mujeres o niñas", "were women or girls"),
      one: say("era mujer o niña", "was a woman or girl"),
    },
    {
      count: exact(table.at("M", TOTAL)),
      of: ofSex,
      many: say("eran hombres o niños", "were men or boys"),
      one: say("era hombre o niño", "was a man or boy"),
    },
    {
      count: exact(table.at(TOTAL, "MINOR")),
      of: ofAge,
      many: say("tenían menos de 18 años", "were under 18"),
      one: say("tenía menos de 18 años", "was under 18"),
    },
    {
      count: exact(table.at(TOTAL, "ADULT")),
      of: ofAge,
      many: say("tenían 18 años o más", "were 18 or over"),
      one: say("tenía 18 años o más", "was 18 or over"),
    },
  ].flatMap((claim) => (claim.count === undefined || claim.count === 0 ? [] : [{ ...claim, count: claim.count }]));
  const best = claims.toSorted(
    (one, other) => Number(other.of !== undefined) - Number(one.of !== undefined) || other.count - one.count,
  )[0];
  const finding = best ? predicate(share(best.count, best.of), best.many, best.one) : subject;

  const women = say("Mujeres y niñas", "Women and girls");
  const men = say("Hombres y niños", "Men and boys");
  const ageLabel = (age: string) => (age === UNKNOWN ? say("Edad desconocida", "Age unknown") : label("AGE", age));
  const sexLabel = (sex: string) =>
    ({ F: women, M: men, O: say("Otro sexo", "Other sex") })[sex] ?? say("Sexo desconocido", "Sex unknown");
  const base = { id: "who" as const, subject, finding, ...pooled(table, language) };

  if (crossed.filter((cell) => (upperEnd(cell ?? notAvailable) ?? 0) > 0).length >= 2) {
    const drawing: Extract<Drawing, { kind: "sex-age" }> = {
      kind: "sex-age",
      left: { label: say("Mujeres", "Female"), total: table.at("F", TOTAL) ?? notAvailable },
      right: { label: say("Hombres", "Male"), total: table.at("M", TOTAL) ?? notAvailable },
      ages: ages
        .filter((age) => age !== UNKNOWN || sexes.some((sex) => isPresent(table.at(sex, age))))
        .map((age) => ({
          label: ageLabel(age),
          left: table.at("F", age) ?? notAvailable,
          right: table.at("M", age) ?? notAvailable,
        })),
      others: ["O", UNKNOWN].flatMap((sex) =>
        isPresent(table.at(sex, TOTAL)) ? [{ label: sexLabel(sex), value: table.at(sex, TOTAL) ?? notAvailable }] : [],
      ),
      header: [say("Edad", "Age"), "Total"],
    };
    return { ...base, drawing, twin: sexAgeTwin({ ...drawing, language, grouping }) };
  }
  const header = [say("Grupo", "Group"), say("Personas", "Persons")] as const;
  const sexBars = ["F", "M", "O", UNKNOWN].map((sex) => ({
    label: sexLabel(sex),
    value: table.at(sex, TOTAL) ?? notAvailable,
  }));
  const ageBars = ages.map((age) => ({ label: ageLabel(age), value: table.at(TOTAL, age) ?? notAvailable }));
  const printed = (group: readonly Bar[]) => group.filter(({ value }) => exact(value) !== undefined).length;
  const all = printed(ageBars) > printed(sexBars) ? [...ageBars, ...sexBars] : [...sexBars, ...ageBars];
  const bars = all.filter((bar) => isPresent(bar.value)).map((bar) => ({ ...bar, strong: exact(bar.value) === best?.count }));
  return {
    ...base,
    drawing: { kind: "bars", bars, header },
    twin: barsTwin({ bars: all.filter((bar) => bar.value !== notAvailable), header, language, grouping }),
  };
}

/** From where: citizenship on the map of the region, arcs into the country. */
export function whereSection(matter: Matter): Outcome {
  const { release, methodology, area, language } = matter;
  const { grouping, say, label, share } = tools(matter);
  const subject = say("De dónde son", "Where they are from");
  const codes = dimensionOf(methodology, "ORIGIN").codes;
  const table = printedTable(release, area.code, "origin");
  const quiet = silence(
    codes.map((code) => table.at(code)),
    area.design,
  );
  if (quiet) return { id: "where", subject, silence: quiet };
  const places = codes.flatMap((code) => {
    const value = table.at(code);
    return value === undefined
      ? []
      : [
          {
            code,
            label: code === UNKNOWN ? say("Sin dato de nacionalidad", "Citizenship unknown") : label("ORIGIN", code),
            value,
          },
        ];
  });
  const header = [say("Nacionalidad", "Citizenship"), say("Personas", "Persons")] as const;
  const first = sortedBars(places)[0];
  const code = places.find(({ label: name }) => name === first?.label)?.code ?? "";
  const count = exact(first?.value);
  const total = exact(table.at(TOTAL)) ?? headlineOf(release, area.code, table);
  const whole = shareWhole(
    matter,
    total,
    codes.map((each) => table.at(each)),
    table.at(UNKNOWN),
  );
  const named = first !== undefined && code !== "AMR" && code !== "WLD" && code !== UNKNOWN;
  const from = named ? countryInside(code, first.label, language) : "";
  const finding =
    named && count && (whole === undefined || count <= whole)
      ? predicate(share(count, whole), say(`eran de ${from}`, `were from ${from}`), say(`era de ${from}`, `was from ${from}`))
      : subject;
  const members = release.areas.map((each) => each.code).filter((each) => each !== REGION);
  const drawing: Drawing = {
    kind: "map",
    places,
    members: [...new Set([...members, "BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"])],
    header,
    ...(area.code === REGION || area.fictional ? {} : { to: area.code }),
  };
  return {
    id: "where",
    subject,
    finding,
    drawing,
    ...pooled(table, language),
    twin: regionMapTwin({ places, header, language, grouping }),
  };
}

/** Internal or cross-border: two parts of one bar when all parts are printed, else a bar each. */
export function scopeSection(matter: Matter): Outcome {
  const { release, area, language } = matter;
  const { grouping, say, label, share } = tools(matter);
  const subject = say("Interna o transnacional", "Internal or cross-border");
  const table = printedTable(release, area.code, "scope");
  const codes = ["INTERNAL", "CROSS", "BOTH", UNKNOWN];
  const quiet = silence(
    codes.map((code) => table.at(code)),
    area.design,
  );
  if (quiet) return { id: "scope", subject, silence: quiet };
  const header = [say("Ámbito", "Scope"), say("Personas", "Persons")] as const;
  const name = (code: string) => (code === UNKNOWN ? say("Sin dato", "Unknown") : label("SCOPE", code));
  const parts = codes.flatMap((code) => {
    const value = table.at(code);
    return value === undefined ? [] : [{ label: name(code), value }];
  });
  const total = exact(table.at(TOTAL)) ?? headlineOf(release, area.code, table);
  const whole = shareWhole(
    matter,
    total,
    codes.map((each) => table.at(each)),
    table.at(UNKNOWN),
  );
  const internal = exact(table.at("INTERNAL"));
  const cross = exact(table.at("CROSS"));
  const byInternal = internal !== undefined && internal >= (cross ?? 0);
  const count = byInternal ? internal : cross;
  const place = byInternal ? say("dentro de un país", "within one country") : say("a través de fronteras", "across borders");
  const finding =
    count && (whole === undefined || count <= whole)
      ? predicate(
          share(count, whole),
          say(`sufrieron trata ${place}`, `were trafficked ${place}`),
          say(`sufrió trata ${place}`, `was trafficked ${place}`),
        )
      : subject;
  const twin = splitTwin({ parts, header, language, grouping });
  const drawing: Drawing = splitParts(parts)
    ? { kind: "split", parts, header }
    : { kind: "bars", bars: parts.filter((part) => isPresent(part.value)), header };
  return { id: "scope", subject, finding, drawing, ...pooled(table, language), twin };
}
