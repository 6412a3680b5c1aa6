import { type Bar, barsTwin, sortedBars } from "#charts";
import { TOTAL, UNKNOWN } from "../figure.ts";
import { dimensionOf } from "../methodology/plan.ts";
import type { Published } from "../release/release-data.ts";
import { type PrintedTable, exact, printedTable, silence } from "./cells.ts";
import type { Section, SectionId } from "./model.ts";
import { type Matter, type Outcome, headlineOf, isPresent, pooled, predicate, shareWhole, tools } from "./section.ts";
import { groupingOf, inner, numeral } from "./words.ts";

/** How: forms of exploitation, every mention counted; the main form when only that was reported. */
export function howSection(matter: Matter): Outcome {
  const { release, methodology, area, language } = matter;
  const { say, label, share } = tools(matter);
  const subject = say("Formas de explotación", "Forms of exploitation");
  const codes = dimensionOf(methodology, "FORM").codes;
  const mentions = printedTable(release, area.code, "forms");
  const main = printedTable(release, area.code, "main_form");
  const byMention = !silence(
    codes.map((code) => mentions.at(code, TOTAL)),
    area.design,
  );
  const table = byMention ? mentions : main;
  const at = (code: string) => (byMention ? mentions.at(code, TOTAL) : main.at(code));
  const quiet = silence(codes.map(at), area.design);
  if (quiet) return { id: "how", subject, silence: quiet };
  const whole = shareWhole(matter, headlineOf(release, area.code, table), codes.map(at), at(UNKNOWN));
  return barsSection(matter, {
    id: "how",
    subject,
    table,
    codes,
    at,
    label: (code) => (code === UNKNOWN ? say("Forma aún sin determinar", "Form not yet determined") : label("FORM", code)),
    header: [subject, say("Personas", "Persons")],
    finding: (count, name) =>
      whole === undefined || count <= whole
        ? predicate(
            share(count, whole),
            say(`sufrieron ${inner(name)}`, `suffered ${inner(name)}`),
            say(`sufrió ${inner(name)}`, `suffered ${inner(name)}`),
          )
        : undefined,
    note:
      pooled(table, language).note ??
      (byMention ? say("Una persona puede haber sufrido varias", "One person may have suffered several") : undefined),
  });
}

/** What was done: persons who received each service. */
export function servicesSection(matter: Matter): Outcome {
  const { release, methodology, area, language } = matter;
  const { say, label, grouping } = tools(matter);
  const subject = say("Servicios brindados", "Services provided");
  const codes = dimensionOf(methodology, "SERVICE").codes;
  const table = printedTable(release, area.code, "services");
  const quiet = silence(
    codes.map((code) => table.at(code)),
    area.design,
  );
  if (quiet) return { id: "services", subject, silence: quiet };
  return barsSection(matter, {
    id: "services",
    subject,
    table,
    codes,
    at: (code) => table.at(code),
    label: (code) => label("SERVICE", code),
    header: [subject, say("Personas atendidas", "Persons served")],
    finding: (count, name) => {
      const persons = numeral(count, language, grouping);
      return say(
        `${name} para ${persons} ${count === 1 ? "persona" : "personas"}`,
        `${name} for ${persons} ${count === 1 ? "person" : "people"}`,
      );
    },
    note: pooled(table, language).note,
  });
}

interface BarsPlan {
  readonly id: SectionId;
  readonly subject: string;
  readonly table: PrintedTable;
  readonly codes: readonly string[];
  readonly at: (code: string) => Published | undefined;
  readonly label: (code: string) => string;
  readonly header: readonly [string, string];
  readonly finding: (count: number, name: string) => string | undefined;
  readonly note: string | undefined;
}

function barsSection({ language, area }: Matter, plan: BarsPlan): Section {
  const grouping = groupingOf(area.code, language);
  const all = plan.codes.flatMap((code) => {
    const value = plan.at(code);
    return value === undefined ? [] : [{ code, label: plan.label(code), value }];
  });
  const named = sortedBars(all.filter(({ code }) => code !== "OTHER" && code !== UNKNOWN));
  const unnamed = all.filter(({ code }) => code === "OTHER" || code === UNKNOWN);
  const first = named[0];
  const count = exact(first?.value);
  const finding = first && count ? plan.finding(count, first.label) : undefined;
  const bars: Bar[] = [...named, ...unnamed]
    .filter(({ value }) => isPresent(value))
    .map(({ label, value }) => ({ label, value, strong: finding !== undefined && label === first?.label }));
  return {
    id: plan.id,
    subject: plan.subject,
    finding: finding ?? plan.subject,
    drawing: { kind: "bars", bars, header: plan.header },
    ...(plan.note ? { note: plan.note } : {}),
    twin: barsTwin({ bars: all, header: plan.header, language, grouping }),
  };
}
