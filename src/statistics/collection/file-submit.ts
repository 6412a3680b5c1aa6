import type { Actor } from "#basics";
import { type Database, read, write } from "#database";
import type { Finding } from "../validation/finding.ts";
import { type IntakeOutcome, type IntakeProgress, commitUpload } from "./intake-run.ts";
import type { ActRefusal, SavingRefusal } from "./refusal.ts";
import { explain } from "./remark.store.ts";
import { submit } from "./submit.store.ts";
import { storeUpload } from "./upload.store.ts";
import { type ValidationReport, validationReport } from "./validation-report.store.ts";

/** A file to be taken over in one go, as the command line and the demonstration do. */
export interface FileRequest {
  readonly collection: string;
  readonly country: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The moment of the act. */
  readonly now: Date;
  /** Also submits for signature when nothing stands in the way. */
  readonly submit?: boolean;
  /** The country's word on a warning; undefined leaves it open. */
  readonly explain?: (finding: Finding) => string | undefined;
}

/** What became of it: the intake, the checks on what stands now, and the submission if it was asked for. */
export interface FileOutcome {
  readonly upload?: string;
  readonly intake: IntakeOutcome | { readonly outcome: "not-taken"; readonly refusal: SavingRefusal | "empty-file" };
  readonly report?: ValidationReport;
  /** 'submitted', or why not; absent when it was not asked for. */
  readonly submission?: "submitted" | ActRefusal;
}

/** Takes a country's file over, checks the figures, explains warnings and submits: what the pages do step by step. */
export async function submitFileFor(database: Database, actor: Actor, request: FileRequest, onProgress: IntakeProgress = () => undefined): Promise<FileOutcome> {
  const of = { collection: request.collection, country: request.country };
  const today = request.now.toISOString().slice(0, 10);
  const stored = await write(database, actor, (tx) => storeUpload(tx, actor, of, request));
  if ("refusal" in stored) return { intake: { outcome: "not-taken", refusal: stored.refusal } };
  const intake = await commitUpload(database, actor, stored.upload, onProgress);
  if (intake.outcome !== "committed" && intake.outcome !== "same-file") return { upload: stored.upload, intake };

  await onProgress({ es: "Revisando las cifras", en: "Checking the figures" });
  const checked = () => read(database, actor, (tx) => validationReport(tx, of.collection, of.country, today));
  const found = await checked();
  const words = (found?.findings ?? []).flatMap((finding) => {
    const body = finding.severity === "warning" && !finding.explanation ? request.explain?.(finding) : undefined;
    return body ? [{ finding: finding.key, body, ...(finding.cells[0] ? { cell: finding.cells[0] } : {}) }] : [];
  });
  if (words.length > 0)
    await write(database, actor, async (tx) => {
      for (const each of words) await explain(tx, actor, of, each);
    });
  const submission = request.submit ? ((await write(database, actor, (tx) => submit(tx, actor, of, request.now))) ?? "submitted") : undefined;
  const report = await checked();
  return { upload: stored.upload, intake, ...(report ? { report } : {}), ...(submission ? { submission } : {}) };
}
