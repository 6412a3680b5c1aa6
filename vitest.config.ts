import process from "node:process";
import { configDefaults, defineConfig } from "vitest/config";

/** Journeys of many browsers that take minutes: `npm run test:long` runs them, and whoever changes the plenary's pages. */
const long = ["test/e2e/plenary-meeting.e2e.ts", "test/e2e/plenary-pages.e2e.ts", "test/e2e/plenary-record.e2e.ts"];

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "server/**/*.test.ts", "bin/**/*.test.ts", "test/**/*.test.ts", "test/e2e/*.e2e.ts"],
    exclude: [...configDefaults.exclude, ...(process.env["CORETT_LONG"] === "1" ? [] : long)],
    globalSetup: ["test/database-template.ts", "test/browser-ready.ts"],
    testTimeout: 60_000,
    hookTimeout: process.env["CORETT_LONG"] === "1" ? 500_000 : 120_000,
    maxWorkers: 2,
  },
});
