import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFaces, furtherFaces } from "./fonts.server.ts";

/** What a document is for: 'ua-1' what is published and read, 'a-2a' what is archived. One standard a file. */
export type PdfStandard = "ua-1" | "a-2a" | "a-2b" | "a-3a" | "1.7";

export interface TypesetOptions {
  /** Words for the document, read in Typst as `sys.inputs`; pass structures as JSON. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files that the source names, by path from the root: `{"/chart.svg": "<svg…"}`. */
  readonly assets?: Readonly<Record<string, string | Uint8Array>>;
  readonly standard: PdfStandard;
}

/** A folder that does not exist: a source sees the assets it was given and no file of the machine. */
const root = join(tmpdir(), `corett-typeset-${randomUUID()}`);
let compiler: NodeCompiler | undefined;
let compiled = 0;

/**
 * Typesets a Typst source as PDF. The source must set `document(title:, date:)` and `text(lang:)`: the standards refuse a
 * document without title or alternative texts, and only a set date makes the bytes repeatable.
 *
 * Throws with the compiler's messages when the source is wrong. The compiler stays warm between calls: the first takes
 * about a tenth of a second, the next ones some milliseconds. The bundled faces come before any that the machine has, and
 * no letter falls back to a machine's font.
 */
export async function typeset(source: string, { inputs = {}, assets = {}, standard }: TypesetOptions): Promise<Uint8Array> {
  compiler ??= NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontBlobs: [...fontFaces(), ...furtherFaces()].map((face) => face.truetype) }],
  });
  for (const [path, content] of Object.entries(assets)) compiler.mapShadow(join(root, path), Buffer.from(content));
  try {
    const outcome = compiler.compile({ mainFileContent: `#set text(fallback: false)\n${source}`, inputs: { ...inputs } });
    if (!outcome.result) throw new Error(messages(outcome.takeDiagnostics()?.shortDiagnostics));
    return compiler.pdf(outcome.result, { pdfStandard: standard });
  } catch (fault) {
    throw new Error(`The document could not be typeset: ${fault instanceof Error ? fault.message : messages(fault)}`, {
      cause: fault,
    });
  } finally {
    compiler.resetShadow();
    compiled += 1;
    if (compiled % 20 === 0) compiler.evictCache(10);
  }
}

function messages(diagnostics: unknown): string {
  return JSON.stringify(diagnostics ?? "no message");
}
