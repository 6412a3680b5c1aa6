import { type Actor, type Language, languages } from "#basics";
import { documentOf, renditionFile } from "#archive";
import { type Database, type Reading, read, write } from "#database";
import { type OfficialDocument, officialPdf } from "#documents";
import { csvFile } from "#plenary";
import { planningHandoverWords } from "#words";
import type { Accountability } from "../accountability/accountability.ts";
import { reportNow, snapshotOf } from "../accountability/accountability.store.ts";
import { verifiable } from "../accountability/freeze.store.ts";
import { sheetFileOf } from "../matrix/sheet.store.ts";
import { writeMatrix } from "../matrix/sheet-write.ts";
import { type SheetFile, matrixFileName } from "../matrix/sheet.ts";
import { contentsDocument, listsDocument } from "./document.ts";
import type { PackageFacts } from "./facts.ts";
import { packageFacts } from "./facts.store.ts";
import { type PackageRefusal, type PackageWish, mayMakePackage, packageNumber } from "./handover.ts";
import { type ListName, bareRows, packageLists } from "./list.ts";
import { type ListedFile, type PackageFile, listed, packed, sha256 } from "./package.ts";

/** A package ready to be handed over. */
export interface MadePackage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A package that was made before. */
export interface PackageMade {
  readonly id: string;
  readonly office: string;
  readonly day: string;
  readonly author: string;
  readonly at: Date;
  readonly sha256: string;
  readonly files: number;
}

/** A report of the term: as the archive keeps it, or the document that stands for it meanwhile. */
type TermReport = { readonly path: string; readonly report: Accountability; readonly language: Language } & ({ readonly bytes: Uint8Array } | { readonly document: OfficialDocument });

/**
 * Makes the package of an office that hands over: matrices, lists, the report of the term and a table of contents. Everything is
 * read in one transaction as the actor sees it; that it was made, by whom and what was in it is kept, and so audited.
 */
export async function makePackage(database: Database, actor: Actor, wish: PackageWish, today: string, origin: string): Promise<MadePackage | { readonly refusal: PackageRefusal }> {
  if (!mayMakePackage(actor)) return { refusal: "not-yours" };
  const found = await read(database, actor, async (tx) => {
    const facts = await packageFacts(tx, wish);
    return facts === "no-term" ? facts : { facts, sheets: await sheetsOf(tx, actor, facts), terms: await termReports(tx, facts, today, origin) };
  });
  if (found === "no-term") return { refusal: found };
  const { facts, sheets, terms } = found;
  const files: PackageFile[] = [...(await matrixFiles(sheets)), ...(await listFiles(facts)), ...(await termFiles(terms))];
  for (const language of languages) {
    const document = contentsDocument(facts, listed(files.filter(({ path }) => !isContents(path))), language);
    files.push({ path: contentsName[language], what: contentsWords, bytes: await officialPdf(document) });
  }
  const name = packageNumber(wish);
  const bytes = packed(name, wish.day, files);
  const sum = sha256(bytes);
  await write(database, actor, (tx) =>
    tx
      .insertInto("planning.handover_package")
      .values({ office: wish.office, on_day: wish.day, term: facts.term.id, sha256: sum, files: JSON.stringify(listed(files).map(kept)), account: actor.account, name: actor.name })
      .execute(),
  );
  return { name: `${name}.zip`, bytes, sha256: sum };
}

const contentsName = { es: "00-indice.pdf", en: "00-contents.pdf" } as const satisfies Record<Language, string>;
const contentsWords = { es: planningHandoverWords.es.contents.kind, en: planningHandoverWords.en.contents.kind };
const isContents = (path: string) => Object.values(contentsName).some((each) => each === path);
const kept = ({ path, size, sha256: sum }: ListedFile) => ({ path, size, sha256: sum });

/** The packages that were made, the newest first; the leaders alone see them. */
export async function packagesMade(tx: Reading): Promise<PackageMade[]> {
  const rows = await tx.selectFrom("planning.handover_package").select(["id", "office", "on_day", "name", "made_at", "sha256", "files"]).orderBy("made_at", "desc").limit(50).execute();
  return rows.map(({ on_day, name, made_at, files, ...row }) => ({ ...row, day: on_day, author: name, at: made_at, files: Array.isArray(files) ? files.length : 0 }));
}

/** The matrix of each plan in force, in both languages. */
async function sheetsOf(tx: Reading, actor: Actor, { plans, wish }: PackageFacts): Promise<SheetFile[]> {
  const sheets: SheetFile[] = [];
  for (const { id } of plans)
    for (const language of languages) {
      const sheet = await sheetFileOf(tx, actor, id, {}, language, wish.day);
      if (sheet) sheets.push(sheet);
    }
  return sheets;
}

async function matrixFiles(sheets: readonly SheetFile[]): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  for (const sheet of sheets) files.push({ path: `${sheet.stamp.language}/${matrixFileName(sheet.stamp)}`, what: both((words) => words.files.matrix(sheet.title)), bytes: await writeMatrix(sheet) });
  return files;
}

/** The lists as one official document and each as CSV, in both languages. */
async function listFiles(facts: PackageFacts): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  const lists = { es: packageLists(facts, "es"), en: packageLists(facts, "en") };
  const titleOf = (wanted: ListName, language: Language) => lists[language].find(({ name }) => name === wanted)?.title ?? "";
  for (const language of languages) {
    const { fileNames } = planningHandoverWords[language];
    files.push({ path: `${language}/${fileNames.lists}.pdf`, what: both((words) => words.files.lists), bytes: await officialPdf(listsDocument(facts, language)) });
    for (const list of lists[language])
      files.push({
        path: `${language}/${fileNames[list.name]}.csv`,
        what: { es: titleOf(list.name, "es"), en: titleOf(list.name, "en") },
        bytes: new TextEncoder().encode(csvFile([list.columns.map(({ head }) => head), ...bareRows(list)])),
      });
  }
  return files;
}

function both(line: (words: (typeof planningHandoverWords)[Language]) => string) {
  return { es: line(planningHandoverWords.es), en: line(planningHandoverWords.en) };
}

async function termReports(tx: Reading, { termReports: reports }: PackageFacts, today: string, origin: string): Promise<TermReport[]> {
  const found: TermReport[] = [];
  for (const report of reports) {
    const archived = report.document === null ? undefined : await documentOf(tx, report.document);
    const fixed = report.state === "draft" ? undefined : await snapshotOf(tx, report);
    for (const language of languages) {
      const { bytes } = (archived && (await renditionFile(tx, { document: archived.id, version: archived.latest, format: "pdf", language }))) ?? {};
      const path = `${language}/${report.state === "draft" ? `${planningHandoverWords[language].fileNames.draft}-` : ""}${report.number}-${language}.pdf`;
      if (bytes) found.push({ path, report, language, bytes: new Uint8Array(bytes) });
      else if (fixed && report.digest !== null) found.push({ path, report, language, document: verifiable(fixed[language], report.digest, origin) });
      else found.push({ path, report, language, document: (await reportNow(tx, report, today)).documents[language] });
    }
  }
  return found;
}

async function termFiles(reports: readonly TermReport[]): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  for (const each of reports) files.push({ path: each.path, what: both((words) => words.files.term(words.reportStates[each.report.state])), bytes: "bytes" in each ? each.bytes : await officialPdf(each.document) });
  return files;
}
