import { createHash } from "node:crypto";
import { isLanguage } from "#basics";
import { type Entry, type SheetRow, type Stamp, entryColumns } from "./sheet.ts";

/** Names of the sheets that are not seen. */
export const hiddenSheets = { stamp: "_corett", rows: "_filas" } as const;

const keys = ["format", "plan", "version", "language", "day", "reader"] as const satisfies readonly (keyof Stamp)[];

/** What a row held when the file was made: by it a reader tells which rows somebody changed. */
export interface Base {
  readonly upon: string;
  readonly entry: Entry;
}

/** No secret and no wall: it notices a slip, such as a hidden sheet that was typed over. */
function digestOf(stamp: Stamp, rows: readonly (readonly string[])[]): string {
  return createHash("sha256").update(JSON.stringify([keys.map((key) => stamp[key]), rows])).digest("hex").slice(0, 32);
}

/** The rows of the stamp sheet: name and value. */
export function stampRows(stamp: Stamp, rows: readonly SheetRow[]): [string, string][] {
  return [...keys.map((key): [string, string] => [key, String(stamp[key])]), ["digest", digestOf(stamp, baseRows(rows))]];
}

/** The hidden twin of the open rows: key, report, and the cells as text. An apostrophe stands before each text, which no program takes for anything else. */
export function baseRows(rows: readonly SheetRow[]): string[][] {
  return rows.filter(({ isOpen }) => isOpen).map(({ key, upon, entry }) => [key, upon, ...entryColumns.map((column) => entry[column])]);
}

/** Reads stamp and twin back. Undefined when the file is none of ours; `isIntact` is false when either was changed. */
export function readStamp(stampCells: readonly (readonly string[])[], rows: readonly (readonly string[])[]): { stamp: Stamp; bases: Map<string, Base>; isIntact: boolean } | undefined {
  const values = new Map(stampCells.map(([name = "", value = ""]) => [name, value]));
  const language = values.get("language");
  const [format, version] = [Number(values.get("format")), Number(values.get("version"))];
  const plan = values.get("plan");
  if (!isLanguage(language) || !Number.isInteger(format) || !Number.isInteger(version) || plan === undefined) return undefined;
  const stamp: Stamp = { format, plan, version, language, day: values.get("day") ?? "", reader: values.get("reader") ?? "" };
  const whole = rows.map((cells) => Array.from({ length: 2 + entryColumns.length }, (_, at) => cells[at] ?? ""));
  const bases = new Map(
    whole.map(([key = "", upon = "", ...cells]) => [key, { upon, entry: Object.fromEntries(entryColumns.map((column, at) => [column, cells[at] ?? ""])) as unknown as Entry }]), // every column is given
  );
  return { stamp, bases, isIntact: digestOf(stamp, whole) === values.get("digest") };
}
