import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Browser journeys take minutes, other files seconds: begun last, one of them would run alone at the end. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isJourney = ({ moduleId }: TestSpecification) => moduleId.endsWith(".e2e.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))];
  }
}

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "server/**/*.test.ts", "bin/**/*.test.ts", "test/**/*.test.ts", "test/e2e/*.e2e.ts"],
    globalSetup: ["test/database-template.ts", "test/browser-ready.ts"],
    sequence: { sequencer: JourneysFirst },
    testTimeout: 60_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
