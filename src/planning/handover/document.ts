import { type Language, formatCount, formatDate } from "#basics";
import type { Block, OfficialDocument } from "#documents";
import { planningHandoverWords } from "#words";
import { percentWords } from "../indicator/figure-words.ts";
import type { PackageFacts } from "./facts.ts";
import { packageNumber } from "./handover.ts";
import { packageLists, saidRows } from "./list.ts";
import type { ListedFile } from "./package.ts";

/** What every document of a package begins with: office, holder, term, and the day that it is judged by. */
function headed(facts: PackageFacts, language: Language, kind: string, title: string, body: readonly Block[]): OfficialDocument {
  const words = planningHandoverWords[language];
  const { wish, term, holder } = facts;
  return {
    language,
    kind,
    number: packageNumber(wish),
    title,
    subtitle: words.document.onDay(formatDate(wish.day, language)),
    date: new Date(`${wish.day}T00:00:00Z`),
    summary: [
      { label: words.office, value: words.offices[wish.office] },
      { label: words.holder, value: holder[language] },
      { label: words.term, value: words.termText(formatDate(term.from, language), term.until === undefined ? null : formatDate(term.until, language)) },
    ],
    body,
    footer: words.document.footer,
  };
}

/** The lists of a package as an official document, with how far each plan in force is. */
export function listsDocument(facts: PackageFacts, language: Language): OfficialDocument {
  const words = planningHandoverWords[language];
  const percent = (figure: string) => words.percent(percentWords(figure, language));
  return headed(facts, language, words.document.kind, words.document.title(words.offices[facts.wish.office]), [
    { kind: "paragraph", text: words.document.lead },
    { kind: "heading", level: 2, text: words.plans },
    ...table(words.plans, [words.columns.plan, words.columns.version, words.columns.done, words.columns.should], facts.plans.map(({ title, version, done, due }) => [title[language], String(version), percent(done), percent(due)]), words.document.nothing, [3, 1, 1, 1]),
    ...packageLists(facts, language).flatMap((list): Block[] => [
      { kind: "heading", level: 2, text: list.title },
      list.rows.length === 0 ? { kind: "paragraph", text: words.document.nothing } : { kind: "table", caption: list.title, columns: list.columns, rows: saidRows(list) },
    ]),
    { kind: "note", text: words.document.rule },
  ]);
}

/** The table of contents of a package: every other file with its size and its fingerprint. */
export function contentsDocument(facts: PackageFacts, files: readonly ListedFile[], language: Language): OfficialDocument {
  const words = planningHandoverWords[language];
  const { contents } = words;
  return headed(facts, language, contents.kind, contents.title(words.offices[facts.wish.office]), [
    { kind: "paragraph", text: contents.lead },
    ...table(
      contents.caption,
      [contents.file, contents.bytes, contents.digest],
      // In four lines, so that the name of the file needs no hyphen that is none of its own.
      files.map(({ path, what, size, sha256 }) => [`${path}\n${what[language]}`, formatCount(size, language), (sha256.match(/.{16}/g) ?? []).join("\n")]),
      words.document.nothing,
      [3.3, 0.6, 0.9],
    ),
    { kind: "note", text: contents.note },
  ]);
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[], nothing: string, shares: readonly number[]): Block[] {
  if (rows.length === 0) return [{ kind: "paragraph", text: nothing }];
  return [{ kind: "table", caption, columns: heads.map((head, at) => ({ head, kind: "text", share: shares[at] ?? 1 })), rows }];
}
