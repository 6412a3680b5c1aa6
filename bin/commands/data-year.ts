import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Actor } from "#basics";
import { type Database, read, write } from "#database";
import { accept } from "../../src/statistics/collection/accept.store.ts";
import { beginReview } from "../../src/statistics/collection/begin-review.store.ts";
import { collectionId } from "../../src/statistics/collection/collection.ts";
import { submitFileFor } from "../../src/statistics/collection/file-submit.ts";
import { refusalText } from "../../src/statistics/collection/refusal.ts";
import { sign } from "../../src/statistics/collection/sign.store.ts";
import { submissionOf } from "../../src/statistics/collection/submission.store.ts";
import { CommandFault, type Terminal } from "../terminal.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** Which submission a command is about. */
export interface YearOf {
  readonly year: number;
  readonly country: string;
  readonly exercise: boolean;
}

/** Loads a country's file and submits it for signature; faults say what to mend. `explanation` answers every warning. */
export async function submitFile(
  database: Database,
  terminal: Terminal,
  actor: Member,
  request: YearOf & { readonly file: string; readonly explanation?: string; readonly loadOnly?: boolean },
): Promise<{ figures: number; records: number; warnings: number; state: string }> {
  const { language } = terminal;
  const of = { collection: collectionId(request.year, request.exercise), country: request.country };
  const progress = terminal.step(`${request.country} ${request.year} · ${basename(request.file)}`);
  const bytes = await readFile(request.file).catch(() => {
    throw new CommandFault(`${request.file}: ${language === "es" ? "no se puede leer el archivo" : "the file cannot be read"}`, 2);
  });
  const outcome = await submitFileFor(
    database,
    actor,
    {
      ...of,
      name: basename(request.file),
      bytes,
      now: new Date(),
      submit: !request.loadOnly,
      ...(request.explanation === undefined ? {} : { explain: () => request.explanation }),
    },
    async (step, done, total) => progress.tell(step, done, total),
  );
  const { intake } = outcome;
  if (intake.outcome === "not-taken") {
    progress.done();
    throw new CommandFault(intake.refusal === "empty-file" ? (language === "es" ? "El archivo está vacío." : "The file is empty.") : refusalText(intake.refusal)[language]);
  }
  if (intake.outcome === "problems" || intake.outcome === "refused") {
    progress.done();
    const { report } = intake;
    const lines = [
      ...(report.refusal ? [`${report.refusal.text[language]} ${report.refusal.mend[language]}`] : []),
      ...report.problems.slice(0, 20).map((each) => `${each.sheet} ${each.row}${each.column ? ` ${each.column.letter}` : ""}: ${each.message[language]} ${each.mend[language]}`),
    ];
    throw new CommandFault(`${request.file}\n${lines.join("\n")}`);
  }
  if (outcome.submission && outcome.submission !== "submitted") {
    progress.done();
    const open = (outcome.report?.findings ?? []).filter((each) => each.severity === "error" || !each.explanation);
    throw new CommandFault([refusalText(outcome.submission)[language], ...open.map((each) => `- ${each.message[language]} ${each.mend[language]}`)].join("\n"));
  }
  const submission = await read(database, actor, (tx) => submissionOf(tx, of));
  const warnings = outcome.report?.warnings ?? 0;
  const open = outcome.report?.openWarnings ?? 0;
  const words = language === "es" ? `${warnings} avisos, ${open} sin explicar` : `${warnings} warnings, ${open} not explained`;
  progress.done(`${submission?.state ?? ""}${warnings ? `, ${words}` : ""}`);
  return { figures: intake.report.figures ?? 0, records: intake.report.records ?? 0, warnings, state: submission?.state ?? "" };
}

/** Signs what the focal point submitted, in the name of a titular or alternate. */
export async function signSubmission(database: Database, terminal: Terminal, actor: Member, of: YearOf): Promise<void> {
  const refusal = await write(database, actor, (tx) => sign(tx, actor, { collection: collectionId(of.year, of.exercise), country: of.country }, new Date()));
  if (refusal) throw new CommandFault(`${of.country} ${of.year}: ${refusalText(refusal)[terminal.language]}`);
}

/** The secretariat takes a signed submission under review and accepts it. */
export async function acceptSubmission(database: Database, terminal: Terminal, actor: Member, of: YearOf): Promise<void> {
  const which = { collection: collectionId(of.year, of.exercise), country: of.country };
  const state = (await read(database, actor, (tx) => submissionOf(tx, which)))?.state;
  const refusal = await write(database, actor, async (tx) => {
    if (state === "signed") {
      const stopped = await beginReview(tx, actor, which);
      if (stopped) return stopped;
    }
    return accept(tx, actor, which);
  });
  if (refusal) throw new CommandFault(`${of.country} ${of.year}: ${refusalText(refusal)[terminal.language]}`);
}
