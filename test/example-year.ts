import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { countryName } from "#basics";
import { readSubmission } from "../src/statistics/intake/index.ts";
import { trafficking1 as methodology } from "../src/statistics/methodology/trafficking-1.ts";
import type { MemberInput } from "../src/statistics/release/inputs.ts";


const fictional = { code: "XFI", name: { es: "Isla Ejemplo (país ficticio)", en: "Example Island (fictional country)" } };

/** A year of the examples as the inputs of a release: the committed workbooks, read as a country's upload would be. */
export async function exampleMembers(year: number, folder = String(year)): Promise<MemberInput[]> {
  const root = resolve(import.meta.dirname, "../examples/trafficking", folder);
  const members: MemberInput[] = [];
  for (const file of readdirSync(root).sort()) {
    const code = /-([A-Z]{3})-\d{4}\.xlsx$/.exec(file)?.[1] ?? "";
    const name = code === fictional.code ? fictional.name : countryName(code);
    const path = join(root, file);
    const result = await readSubmission({ name: file, bytes: readFileSync(path) }, { methodology, country: { code, name }, year, mappings: [], language: "es" });
    if (result.totals.errors) throw new Error(`${file}: ${result.problems[0]?.message.en}`);
    const { authority, referenceDate, source } = result.source;
    members.push({ country: code, name, fictional: code === fictional.code, ...(authority ? { authority } : {}), ...(referenceDate ? { referenceDate } : {}), ...(source ? { source } : {}), figures: result.figures.toSorted((a, b) => (a.cell < b.cell ? -1 : 1)) });
  }
  return members;
}
