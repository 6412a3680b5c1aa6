import { cpus } from "node:os";
import { infographicModel, renderInfographics } from "../src/statistics/infographic/index.ts";
import { fullCells, sampleRelease } from "../src/statistics/infographic/release-sample.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";

const areas = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM", "_R"] as const;

/**
 * Times all documents of a year at their fullest: nine countries and the region, in Spanish and English, as SVG, PNG and
 * PDF on A4 and Letter. Promised: under ten seconds on two processors, without a warm start.
 */
export async function bench(): Promise<void> {
  const release = sampleRelease(2022, areas.flatMap(fullCells));
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const models = areas.flatMap((area) =>
    (["es", "en"] as const).map((language) =>
      infographicModel(release, trafficking1, area, language, `https://corett.example/${language}/2022/${area}`),
    ),
  );
  const files = await renderInfographics(models);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const work = ((user + system) / 1e6).toFixed(2);
  const megabytes = files.reduce((sum, file) => sum + file.content.length, 0) / 1024 / 1024;
  console.log(
    `documents of a year  ${files.length} files  ${megabytes.toFixed(1)} MB  ${seconds.toFixed(2)} s (${work} s of work) on ${cpus().length} processors  (promised: under 10 s)`,
  );
}
