import type { Actor, Language, Text } from "#basics";
import { type Database, type Reading, type Writing, read, write } from "#database";
import { annotateFile } from "../intake/annotate.ts";
import { type IntakeContext, IntakeRefusal, type IntakeResult, readSubmission } from "../intake/index.ts";
import { collectionOf } from "./collection.store.ts";
import { figuresOf, replaceFigures, setKind } from "./figure.store.ts";
import { planCells } from "../validation/matrix.ts";
import { writeEvent } from "./history.store.ts";
import { type IntakeReport, refusalReport, reportOf } from "./intake-report.ts";
import type { Of } from "./member.ts";
import { methodologyOf } from "./methodology.store.ts";
import { landRecords } from "./record.store.ts";
import type { SavingRefusal } from "./refusal.ts";
import { writeSourceSheet } from "./source-sheet.store.ts";
import { type Submission, holdFor, isRefusal } from "./submission.store.ts";
import { eraseUpload, type Upload, keepReport, mappingsOf, markCommitted, sameFile, uploadFile, uploadOf } from "./upload.store.ts";

/** Hears how far the reading of a file is; the same as the progress of a task. */
export type IntakeProgress = (step: Text, done?: number, total?: number) => Promise<void> | void;

/**
 * What became of a file. 'committed': its figures stand. 'same-file': these bytes already stand as they are, nothing was
 * done. 'problems' and 'refused': nothing of it was taken over, the report says why. Otherwise the word of a refusal.
 */
export type IntakeOutcome =
  | { readonly outcome: "committed" | "same-file" | "problems" | "refused"; readonly report: IntakeReport }
  | { readonly outcome: "not-taken"; readonly refusal: SavingRefusal };

const steps = {
  reading: { es: "Leyendo el archivo", en: "Reading the file" },
  comparing: { es: "Comparando con las cifras actuales", en: "Comparing with the figures that stand" },
  storing: { es: "Guardando", en: "Storing" },
} as const satisfies Record<string, Text>;

interface Setting {
  readonly upload: Upload;
  readonly of: Of;
  readonly bytes: Buffer;
  readonly context: IntakeContext;
  readonly sameAs: IntakeReport["sameAs"];
}

async function settingOf(tx: Reading, id: string): Promise<Setting | undefined> {
  const upload = await uploadOf(tx, id);
  const bytes = upload && (await uploadFile(tx, id));
  const collection = upload && (await collectionOf(tx, upload.collection));
  if (!upload || !bytes || !collection) return undefined;
  const of = { collection: upload.collection, country: upload.country };
  const member = await tx.selectFrom("coalition.member").select(["name_es", "name_en"]).where("country", "=", of.country).executeTakeFirstOrThrow();
  const same = await sameFile(tx, of, upload.sha256, id);
  return {
    upload,
    of,
    bytes,
    context: {
      methodology: await methodologyOf(tx, collection.methodology),
      country: { code: of.country, name: { es: member.name_es, en: member.name_en } },
      year: collection.year,
      mappings: await mappingsOf(tx, of.country),
      language: of.country === "BLZ" ? "en" : "es",
    },
    sameAs: same && { ...same, at: same.at.toISOString() },
  };
}

/** The dry run: reads a file to its end, keeps the report with it, and changes nothing else. */
export async function checkUpload(database: Database, actor: Actor, id: string, onProgress: IntakeProgress = () => undefined): Promise<IntakeReport> {
  const setting = await read(database, actor, (tx) => settingOf(tx, id));
  if (!setting) {
    const erased = await read(database, actor, (tx) => uploadOf(tx, id));
    if (erased?.report) return erased.report;
    throw new Error("There is no such file, or it is not the actor's");
  }
  const { context, sameAs } = setting;
  await onProgress(steps.reading);
  try {
    const result = await readSubmission(sourceOf(setting), context, counting(onProgress));
    await onProgress(steps.comparing);
    return await write(database, actor, async (tx) => {
      const report = reportOf(context.methodology, result, await figuresOf(tx, setting.of), sameAs);
      await keepReport(tx, id, "checked", report);
      return report;
    });
  } catch (fault) {
    return keepRefusal(database, actor, setting, fault);
  }
}

/** Undoes the transaction of a file that is not taken over. */
class GivenUp extends Error {
  constructor(readonly report: IntakeReport) {
    super("The file is not taken over");
  }
}

/**
 * Takes a file over: reads it again, and replaces the submission's figures, records and source sheet in one transaction. A
 * file with errors, a refusal or a server that is killed leaves everything as it was.
 */
export async function commitUpload(database: Database, actor: Actor, id: string, onProgress: IntakeProgress = () => undefined): Promise<IntakeOutcome> {
  const setting = await read(database, actor, (tx) => settingOf(tx, id));
  if (!setting) return { outcome: "not-taken", refusal: "not-found" };
  try {
    return await write(database, actor, async (tx) => {
      const submission = await holdFor(tx, actor, setting.of, "enter");
      if (isRefusal(submission)) return { outcome: "not-taken", refusal: submission as SavingRefusal }; // `enter` is refused with these words alone
      return takeOver(tx, actor, setting, submission, onProgress);
    });
  } catch (fault) {
    if (!(fault instanceof GivenUp)) return { outcome: "refused", report: await keepRefusal(database, actor, setting, fault) };
    await write(database, actor, (tx) => keepReport(tx, id, "checked", fault.report));
    return { outcome: "problems", report: fault.report };
  }
}

async function takeOver(tx: Writing, actor: Actor, setting: Setting, submission: Submission, onProgress: IntakeProgress): Promise<IntakeOutcome> {
  const { context, of, sameAs, upload } = setting;
  const landing = landRecords(tx, of);
  const count = counting(onProgress);
  let result: IntakeResult;
  try {
    await onProgress(steps.reading);
    result = await readSubmission(sourceOf(setting), context, async (batch) => {
      await count(batch);
      await landing.take(batch);
    });
  } finally {
    await landing.finish();
  }
  const report = reportOf(context.methodology, result, await figuresOf(tx, of), sameAs);
  if (report.outcome !== "clean") throw new GivenUp(report);
  if (sameAs?.committed && report.differenceCount === 0 && submission.kind === result.kind) {
    await keepReport(tx, upload.id, "checked", report);
    return { outcome: "same-file", report };
  }
  await onProgress(steps.storing);
  await landing.settle();
  await replaceFigures(tx, of, planCells(context.methodology), result.figures);
  await setKind(tx, of, result.kind);
  await writeSourceSheet(tx, of, {
    authority: result.source.authority ?? submission.authority,
    referenceDate: result.source.referenceDate ?? submission.referenceDate,
    source: result.source.source ?? submission.source,
  });
  await markCommitted(tx, of, upload.id, report);
  await writeEvent(tx, actor, of, { act: "load", round: submission.round, detail: { file: upload.name, kind: result.kind } });
  return { outcome: "committed", report };
}

function sourceOf({ upload, bytes }: Setting): { name: string; bytes: Uint8Array } {
  return { name: upload.name, bytes };
}

function counting(onProgress: IntakeProgress): (batch: readonly unknown[]) => Promise<void> {
  let done = 0;
  return async (batch) => {
    done += batch.length;
    await onProgress(steps.reading, done);
  };
}

async function keepRefusal(database: Database, actor: Actor, setting: Setting, fault: unknown): Promise<IntakeReport> {
  if (!(fault instanceof IntakeRefusal)) throw fault;
  const report = refusalReport(fault, setting.sameAs);
  await write(database, actor, async (tx) => {
    await keepReport(tx, setting.upload.id, "refused", report);
    if (fault.code.startsWith("identity-")) await eraseUpload(tx, setting.upload.id);
  });
  return report;
}

/** The user's own file with the cells of its problems marked; undefined when there is none or nothing to mark. */
export async function annotatedUpload(
  database: Database,
  actor: Actor,
  id: string,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly extension: "xlsx" | "csv" } | undefined> {
  const found = await read(database, actor, async (tx) => {
    const upload = await uploadOf(tx, id);
    const bytes = upload && (await uploadFile(tx, id));
    return upload?.report && bytes ? { upload, bytes, problems: upload.report.problems } : undefined;
  });
  if (!found || found.problems.length === 0) return undefined;
  try {
    const { bytes, extension } = await annotateFile(found.bytes, found.problems, language);
    const mark = { es: "revisado", en: "checked" }[language];
    return { name: `${found.upload.name.replace(/\.[^.]*$/, "")}-${mark}.${extension}`, bytes, extension };
  } catch (fault) {
    if (fault instanceof IntakeRefusal) return undefined; // a file that cannot be opened cannot be marked
    throw fault;
  }
}
