import "../bin/mode.ts";
import process from "node:process";

// `npm run bench` runs every bench; `npm run bench -- intake release` only those. Each prints its figures and its ratio to a
// baseline that ran beside it, because the machine's own speed drifts. Nothing here is a test: no figure makes it fail.
const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  intake: () => import("./intake.ts"),
  release: () => import("./release.ts"),
  plenary: () => import("./plenary.ts"),
  planning: () => import("./planning.ts"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.\n`);
  process.exit(2);
}
for (const [name, load] of Object.entries(benches)) {
  if (asked.length && !asked.includes(name)) continue;
  process.stdout.write(`\n== ${name}\n`);
  await (await load()).bench();
}

