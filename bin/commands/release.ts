import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Actor } from "#basics";
import { type Database, read, write } from "#database";
import { collectionId } from "../../src/statistics/collection/collection.ts";
import { buildRelease } from "../../src/statistics/release/build.ts";
import { releaseInputs } from "../../src/statistics/release/inputs.store.ts";
import { manifestPath, sha256 } from "../../src/statistics/release/manifest.ts";
import { ReleaseRefused } from "../../src/statistics/release/protect-release.ts";
import { buildCandidate, candidateChecklist, publish, releaseRefusalText, signOff } from "../../src/statistics/release/publish.store.ts";
import { verifyRelease } from "../../src/statistics/release/verify.ts";
import { CommandFault, type Terminal } from "../terminal.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** Builds a year's release from its accepted figures and writes its files to a folder. Nothing on the platform changes. */
export async function buildToFolder(
  database: Database,
  terminal: Terminal,
  request: { readonly year: number; readonly exercise: boolean; readonly out: string; readonly baseUrl: string },
): Promise<{ version: number; files: number; cells: number; hidden: number; manifest: string }> {
  const found = await read(database, { kind: "system", task: "release build" }, (tx) => releaseInputs(tx, collectionId(request.year, request.exercise)));
  if ("refusal" in found) {
    const about = "countries" in found && found.countries.length ? ` (${found.countries.join(", ")})` : "";
    throw new CommandFault(`${releaseRefusalText[found.refusal][terminal.language]}${about}`);
  }
  const progress = terminal.step(`${terminal.language === "es" ? "Publicación" : "Release"} ${request.year}`);
  try {
    const built = await buildRelease(found.inputs, { baseUrl: found.baseUrl ?? request.baseUrl, onProgress: (step, done, total) => progress.tell(step, done, total) });
    await writeFiles(request.out, built.files);
    const manifest = sha256(built.files.find((file) => file.path === manifestPath)?.bytes ?? "");
    const hidden = built.data.cells.filter((cell) => cell.published.kind === "protected" || cell.published.kind === "source").length;
    progress.done(`${built.files.length} ${terminal.language === "es" ? "archivos" : "files"}`);
    return { version: built.data.version, files: built.files.length, cells: built.data.cells.length, hidden, manifest };
  } catch (fault) {
    progress.done();
    if (fault instanceof ReleaseRefused) throw new CommandFault(`${releaseRefusalText.refused[terminal.language]}\n${fault.cells.slice(0, 20).join("\n")}`, 3);
    throw fault;
  }
}

/** Writes the files of a release into a folder of their own; what an earlier build left there goes. */
export async function writeFiles(folder: string, files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
}

/** Prepares a year's candidate on the platform, for the countries to approve. */
export async function prepareCandidate(database: Database, terminal: Terminal, request: { readonly year: number; readonly exercise: boolean; readonly baseUrl: string }): Promise<number> {
  const progress = terminal.step(`${terminal.language === "es" ? "Publicación" : "Release"} ${request.year}${request.exercise ? " · XFI" : ""}`);
  const outcome = await buildCandidate(database, collectionId(request.year, request.exercise), {
    baseUrl: request.baseUrl,
    onProgress: (step, done, total) => progress.tell(step, done, total),
  });
  progress.done();
  if ("refusal" in outcome) throw new CommandFault(`${releaseRefusalText[outcome.refusal][terminal.language]} ${outcome.about.slice(0, 12).join(", ")}`);
  return outcome.version;
}

/** Answers for every open group of the checklist with one word, and publishes. Refused while a country has not approved its page. */
export async function publishCandidate(database: Database, terminal: Terminal, actor: Member, request: { readonly year: number; readonly exercise: boolean; readonly word?: string }): Promise<void> {
  const collection = collectionId(request.year, request.exercise);
  if (request.word) {
    const points = (await read(database, actor, (tx) => candidateChecklist(tx, collection))) ?? [];
    for (const point of points) {
      if (point.kind !== "group" || point.done) continue;
      const word = request.word;
      await write(database, actor, (tx) => signOff(tx, actor, collection, point.item, word));
    }
  }
  const refusal = await publish(database, actor, collection);
  if (!refusal) return;
  const open = ((await read(database, actor, (tx) => candidateChecklist(tx, collection))) ?? []).filter((point) => !point.done);
  const about = open.map((point) => (point.kind === "approval" ? point.country : point.kind === "group" ? point.item : point.kind));
  throw new CommandFault(`${releaseRefusalText[refusal][terminal.language]}${about.length ? ` (${about.join(", ")})` : ""}`);
}

/** Verifies a release folder and says what is wrong with it; throws with code 3 when anything is. */
export async function verifyFolder(terminal: Terminal, folder: string): Promise<void> {
  const { language } = terminal;
  const result = await verifyRelease(folder);
  const sound = result.faults.length === 0 && result.findings.length === 0;
  terminal.outcome({ sound, ...result });
  if (sound) {
    terminal.say(
      language === "es"
        ? `Íntegra: ${result.files} archivos coinciden con el manifiesto; ${result.cells} celdas, ${result.hidden} protegidas; el ataque no recupera ninguna.`
        : `Sound: ${result.files} files match the manifest; ${result.cells} cells, ${result.hidden} protected; the attack recovers none.`,
    );
    return;
  }
  const lines = [...result.faults.map((each) => `${each.path}: ${each.fault[language]}`), ...result.findings.map((each) => `${each.cell}: ${each.kind}`)];
  throw new CommandFault(lines.join("\n"), 3);
}
