import { inventedYear } from "../src/statistics/disclosure/examples/region-year.ts";
import { audit, protect } from "../src/statistics/disclosure/index.ts";

const years = [
  { name: "all tables of all countries", year: inventedYear({ seed: 1 }) },
  { name: "half of the small counts '<5' at source", year: inventedYear({ seed: 2, suppressedShare: 0.5 }) },
  { name: "small countries printed coarser", year: inventedYear({ seed: 3, suppressedShare: 0.3, coarse: true }) },
];

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
}

/**
 * Protects and attacks invented years of nine countries and the region in all tables of the methodology, jointly, and
 * prints cells, hidden cells and seconds. Promise: control and audit under 30 seconds on two cores.
 */
export async function bench(): Promise<void> {
  console.log("Disclosure control: nine countries and the region jointly; target: protect + attack under 30 s");
  for (const { name, year } of years) {
    const [protection, protecting] = await timed(() => protect(year));
    const [findings, attacking] = await timed(() => audit(year, protection));
    const reasons = Object.groupBy(protection.hidden.values(), (reason) => reason);
    const counted = Object.entries(reasons).map(([reason, list]) => `${list.length} ${reason}`).sort();
    console.log(`  ${name}: ${year.cells.length} cells, hidden: ${counted.join(", ")}`);
    console.log(
      `    protect ${protecting.toFixed(1)} s (${protection.solves} programs), attack ${attacking.toFixed(1)} s,` +
        ` breaches ${findings.length}, unprotectable ${protection.unprotectable.length}`,
    );
  }
}
