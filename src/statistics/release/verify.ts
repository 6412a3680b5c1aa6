import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Text } from "#basics";
import { type Finding, attack } from "../disclosure/index.ts";
import { cellAddress } from "../figure.ts";
import type { Methodology } from "../methodology/methodology.ts";
import { manifestPath, readManifest, sha256 } from "./manifest.ts";
import { filledTables } from "./observation.ts";
import { readerViews } from "./reader-view.ts";
import type { ReleaseData } from "./release-data.ts";
import { tableCsv } from "./table-csv.ts";

/** One fault of a release folder: where, and what is wrong. */
export interface VerificationFault {
  readonly path: string;
  readonly fault: Text;
}

/** What came of verifying a folder. Sound when there are neither faults nor findings. */
export interface Verification {
  readonly files: number;
  readonly cells: number;
  readonly hidden: number;
  readonly faults: readonly VerificationFault[];
  /** What the attacker proves from the folder alone. */
  readonly findings: readonly Pick<Finding, "kind" | "cell">[];
}

const faults = {
  noManifest: { es: "No hay un manifiesto legible en la carpeta.", en: "There is no readable manifest in the folder." },
  missing: { es: "El manifiesto nombra este archivo y no está.", en: "The manifest names this file and it is not there." },
  altered: { es: "El contenido no es el que el manifiesto declara.", en: "The content is not what the manifest states." },
  stranger: { es: "Este archivo no está en el manifiesto.", en: "This file is not in the manifest." },
  otherFigures: { es: "La tabla no dice las mismas cifras que release.json.", en: "The table does not give the same figures as release.json." },
  smallCount: { es: "Una cifra publicada está por debajo del umbral.", en: "A published figure is below the threshold." },
  unreadable: { es: "El archivo no se puede leer.", en: "The file cannot be read." },
} satisfies Record<string, Text>;

/**
 * Verifies a release folder without trusting whoever made it: every file against the manifest, every table against the
 * figures of the release, and the attacker against all that the folder tells.
 */
export async function verifyRelease(folder: string): Promise<Verification> {
  const found: VerificationFault[] = [];
  let listed = new Map<string, string>();
  try {
    listed = readManifest(await readFile(join(folder, manifestPath), "utf8"));
  } catch {
    return { files: 0, cells: 0, hidden: 0, faults: [{ path: manifestPath, fault: faults.noManifest }], findings: [] };
  }
  const present = new Set((await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => relative(folder, join(each.parentPath, each.name)).split(sep).join("/")));
  for (const [path, digest] of listed) {
    if (!present.has(path)) found.push({ path, fault: faults.missing });
    else if (sha256(await readFile(join(folder, path))) !== digest) found.push({ path, fault: faults.altered });
  }
  for (const path of present) if (path !== manifestPath && !listed.has(path)) found.push({ path, fault: faults.stranger });

  let release: ReleaseData;
  let methodology: Methodology;
  try {
    release = JSON.parse(await readFile(join(folder, "release.json"), "utf8")) as ReleaseData;
    methodology = JSON.parse(await readFile(join(folder, "methodology.json"), "utf8")) as Methodology;
    for (const table of filledTables(release, methodology)) {
      const path = `tables/${table.id}.csv`;
      if (present.has(path) && (await readFile(join(folder, path), "utf8")) !== tableCsv(release, methodology, table)) found.push({ path, fault: faults.otherFigures });
    }
  } catch {
    return { files: listed.size, cells: 0, hidden: 0, faults: [...found, { path: "release.json", fault: faults.unreadable }], findings: [] };
  }
  for (const { area, table, codes, published } of release.cells) {
    const isSmall = published.kind === "observed" && published.count > 0 && published.count < release.k;
    if (isSmall) found.push({ path: `release.json ${area}/${cellAddress(table, codes)}`, fault: faults.smallCount });
  }
  const { view, prior } = readerViews(release, methodology);
  const findings = await attack(view, { prior });
  return {
    files: listed.size,
    cells: release.cells.length,
    hidden: release.cells.filter((cell) => cell.published.kind === "protected" || cell.published.kind === "source").length,
    faults: found,
    findings: findings.map(({ kind, cell }) => ({ kind, cell })),
  };
}
