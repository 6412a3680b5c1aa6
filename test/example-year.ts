import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSubmission } from "../src/statistics/intake/index.ts";
import { trafficking1 as methodology } from "../src/statistics/methodology/trafficking-1.ts";
import type { MemberInput } from "../src/statistics/release/inputs.ts";

const names: Record<string, { es: string; en: string }> = {
  BLZ: { es: "Belice", en: "Belize" },
  CRI: { es: "Costa Rica", en: "Costa Rica" },
  SLV: { es: "El Salvador", en: "El Salvador" },
  GTM: { es: "Guatemala", en: "Guatemala" },
  HND: { es: "Honduras", en: "Honduras" },
  MEX: { es: "México", en: "Mexico" },
  NIC: { es: "Nicaragua", en: "Nicaragua" },
  PAN: { es: "Panamá", en: "Panama" },
  DOM: { es: "República Dominicana", en: "Dominican Republic" },
  XFI: { es: "Isla Ejemplo (país ficticio)", en: "Example Island (fictional country)" },
};

/** A year of the examples as the inputs of a release: the committed workbooks, read as a country's upload would be. */
export async function exampleMembers(year: number, folder = String(year)): Promise<MemberInput[]> {
  const root = resolve(import.meta.dirname, "../examples/trafficking", folder);
  const members: MemberInput[] = [];
  for (const file of readdirSync(root).sort()) {
    const code = /-([A-Z]{3})-\d{4}\.xlsx$/.exec(file)?.[1] ?? "";
    const name = names[code];
    if (!name) throw new Error(`${file} names no country`);
    const path = join(root, file);
    const result = await readSubmission({ name: file, bytes: readFileSync(path) }, { methodology, country: { code, name }, year, mappings: [], language: "es" });
    if (result.totals.errors) throw new Error(`${file}: ${result.problems[0]?.message.en}`);
    const { authority, referenceDate, source } = result.source;
    members.push({ country: code, name, fictional: code === "XFI", ...(authority ? { authority } : {}), ...(referenceDate ? { referenceDate } : {}), ...(source ? { source } : {}), figures: result.figures.toSorted((a, b) => (a.cell < b.cell ? -1 : 1)) });
  }
  return members;
}
