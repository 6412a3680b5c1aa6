import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "server/**/*.test.ts", "bin/**/*.test.ts", "test/**/*.test.ts", "test/e2e/*.e2e.ts"],
    globalSetup: ["test/database-template.ts", "test/browser-ready.ts"],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
