import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";
import { buildRelease } from "../src/statistics/release/build.ts";
import { exampleMembers } from "../test/example-year.ts";
import { bench as disclosure } from "./disclosure.ts";
import { bench as documents } from "./documents.ts";

/** A year's release in seconds, split by step, on the real figures of the examples; then its two heavy halves on larger ground. */
export async function bench(): Promise<void> {
  const members = await exampleMembers(2022);
  const marks: [step: string, at: number][] = [];
  const started = performance.now();
  const built = await buildRelease(
    { topic: "trafficking", year: 2022, version: 1, exercise: false, publishedOn: "2026-11-16", methodology: trafficking1, members, earlier: [] },
    {
      baseUrl: "https://coalicioncorett.com",
      onProgress: ({ en }) => {
        if (marks.at(-1)?.[0] !== en) marks.push([en, performance.now()]);
      },
    },
  );
  const ended = performance.now();
  console.log(`A year's release, real figures of 2022: ${built.data.cells.length} cells, ${built.files.length} files, ${((ended - started) / 1000).toFixed(1)} s`);
  marks.forEach(([step, at], i) => console.log(`  ${(((marks[i + 1]?.[1] ?? ended) - at) / 1000).toFixed(2).padStart(6)} s  ${step}`));
  await disclosure();
  await documents();
}
