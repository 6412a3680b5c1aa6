import { type Language, countryName, dayOf, formatDate } from "#basics";
import type { TableColumn } from "#documents";
import { planningAccountabilityWords, planningHandoverWords, planningProgressWords } from "#words";
import { percentWords } from "../indicator/figure-words.ts";
import type { OpenLine, PackageFacts } from "./facts.ts";

/** The lists of a package, in the order of print; also the names of their files. */
export const listNames = ["late", "due", "waiting", "agreements", "accountability"] as const;
/** One of `listNames`. */
export type ListName = (typeof listNames)[number];

/** What stands in a place of a list: in words for the print, and bare for programs: ISO days, percent without a sign. */
export type Cell = string | { readonly said: string; readonly bare: string };

/** One list in one language: what its CSV and its print show. */
export interface PackageList {
  readonly name: ListName;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The rows of a list as they are printed. */
export function saidRows({ rows }: PackageList): string[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.said)));
}

/** The rows of a list as programs read them. */
export function bareRows({ rows }: PackageList): string[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.bare)));
}

/** The lists of a package in a language. The same facts give the same lists. */
export function packageLists(facts: PackageFacts, language: Language): PackageList[] {
  const words = planningHandoverWords[language];
  const { columns: head } = words;
  const until = formatDate(facts.dueUntil, language);
  const text = (name: string, share: number): TableColumn => ({ head: name, kind: "text", share });
  const number = (name: string): TableColumn => ({ head: name, kind: "number" });
  const progress = planningProgressWords[language];
  const percent = (figure: string | null): Cell => (figure === null ? "" : { said: progress.dashboard.percent(percentWords(figure, language)), bare: String(Number(figure)) });
  const day = (on: string | null): Cell => (on === null ? "" : { said: formatDate(on, language), bare: on });
  const state = ({ light, isMissing }: OpenLine) => (light === null ? words.indicator : isMissing ? progress.dashboard.missing : progress.node.lights[light]);
  const line = (each: OpenLine) => [each.name[language], each.plan[language], each.responsible[language], percent(each.done), percent(each.due), state(each), day(each.ends)];
  const lineColumns = [text(head.part, 2.4), text(head.plan, 1.4), text(head.responsible, 1.4), number(head.done), number(head.should), text(head.state, 1), text(head.ends, 1.1)];
  const accountability = planningAccountabilityWords[language];
  return [
    { name: "late", title: words.lists.late, columns: lineColumns, rows: facts.late.map(line) },
    { name: "due", title: words.lists.due(until), columns: lineColumns, rows: facts.due.map(line) },
    {
      name: "waiting",
      title: words.lists.waiting,
      columns: [text(head.part, 2.4), text(head.what, 1), text(head.from, 1.2), text(head.author, 1.2), text(head.until, 1.1), text(head.sent, 1.1)],
      rows: facts.waiting.map(({ name, kind, country, author, until: told, at }) => [
        name[language], words.waitingKinds[kind], country === null ? words.organ : countryName(country)[language], author, day(told), day(dayOf(at)),
      ]),
    },
    {
      name: "agreements",
      title: words.lists.agreements,
      columns: [text(head.number, 1.2), text(head.agreement, 2.4), text(head.responsible, 1.6), text(head.state, 0.9), text(head.ends, 1.1)],
      rows: facts.agreements.map(({ number: id, title, responsible, standing, dueOn }) => [id, title[language], responsible[language], accountability.document.standings[standing], day(dueOn)]),
    },
    {
      name: "accountability",
      title: words.lists.accountability,
      columns: [text(head.number, 1.4), text(head.report, 2.2), text(head.what, 1.4), text(head.period, 1.8), text(head.state, 0.9)],
      rows: facts.accountability.map(({ number: id, title, kind, from, until: last, state: standing }) => [
        id, title[language], accountability.kinds[kind], accountability.period(formatDate(from, language), formatDate(last, language)), accountability.states[standing],
      ]),
    },
  ];
}
