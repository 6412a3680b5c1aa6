import { spawn } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { XlsxStreamWriter } from "hucre/xlsx";
import { recordColumns, validatedBatches } from "../src/statistics/intake/index.ts";
import { benchDatabase } from "./intake-database.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";

const rowCount = 100_000;
const context = { methodology: trafficking1, country: { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } }, year: 2021, mappings: [], language: "es" } as const;

/** The same row twice gives the same person: everything follows from the number of the row. */
function recordRow(i: number): string[] {
  const pick = (choices: readonly string[], step: number) => choices[Math.floor(i / step) % choices.length] ?? "";
  const day = `${String((i % 28) + 1).padStart(2, "0")}/${String((i % 12) + 1).padStart(2, "0")}/2021`;
  const age = i % 61;
  const form = pick(["Explotación sexual", "Trabajo o servicios forzados", "Mendicidad forzada", "Servidumbre doméstica"], 3);
  return [
    `GT-${String(i).padStart(7, "0")}`, day, pick(["Identificada", "Acreditada", "Presunta"], 2), pick(["Mujer", "Hombre"], 1), age < 18 ? "Menor de edad" : "Adulta", String(age),
    i % 5 === 0 ? `${form}; Matrimonio forzado` : form, form, pick(["Guatemala", "Honduras", "salvadoreña", "Nicaragua", "Venezuela"], 7), pick(["Interna", "Transnacional", "Se desconoce"], 4),
    pick(["Albergue", "Albergue; Atención psicológica", "Legal; Salud; Educación", ""], 6),
  ];
}

async function writeCsv(path: string): Promise<void> {
  const lines = [recordColumns.map((column) => column.title.es).join(",")];
  for (let i = 0; i < rowCount; i++) lines.push(recordRow(i).join(","));
  await writeFile(path, `${lines.join("\r\n")}\r\n`);
}

async function writeWorkbook(path: string): Promise<void> {
  const writer = new XlsxStreamWriter({ name: "Registros" });
  writer.addRow(recordColumns.map((column) => column.title.es));
  for (let i = 0; i < rowCount; i++) writer.addRow(recordRow(i).map((cell, column) => (column === 5 ? Number(cell) : cell)));
  await writeFile(path, await writer.finish());
}

/** What a child process measured while it read one file: seconds, records and its own peak of memory in MB. */
interface Measured {
  readonly seconds: number;
  readonly records: number;
  readonly peak: number;
}

/** Reads a file to its end in this process and says how it went. */
async function measureReading(path: string): Promise<Measured> {
  const start = performance.now();
  let records = 0;
  for await (const batch of validatedBatches({ name: path, path }, context)) records += batch.length;
  return { seconds: (performance.now() - start) / 1000, records, peak: process.resourceUsage().maxRSS / 1024 };
}

function measureInChild(path: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), "read", path], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (piece: Buffer) => (said += piece.toString()));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve(JSON.parse(said) as Measured) : reject(new Error(`reading ended with ${code}`)))); // printed below
  });
}

/**
 * Reads 100,000 records from XLSX and from CSV, each in a process of its own, and prints rows per second and peak memory.
 *
 * Promised: the workbook validated and stored in under 20 s within 400 MB; CSV fully validated at no less than half the floor
 * (split, three checks, `COPY`) in the same run. `validatedBatches` is what a `COPY` is fed with.
 */
export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "corett-bench-"));
  try {
    for (const [name, write] of [["records.xlsx", writeWorkbook], ["records.csv", writeCsv]] as const) {
      const path = join(folder, name);
      await write(path);
      const { seconds, records, peak } = await measureInChild(path);
      const megabytes = (await stat(path)).size / 1024 / 1024;
      if (records !== rowCount) throw new Error(`${name}: ${records} of ${rowCount} rows were taken for good`);
      console.log(`  read and check ${name.padEnd(13)} ${megabytes.toFixed(1)} MB  ${seconds.toFixed(2)} s  ${Math.round(records / seconds).toLocaleString("en-US")} rows/s  peak ${Math.round(peak)} MB`);
    }
    await benchDatabase(join(folder, "records.csv"), join(folder, "records.xlsx"), rowCount);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === "read" && process.argv[3] !== undefined) console.log(JSON.stringify(await measureReading(process.argv[3])));
