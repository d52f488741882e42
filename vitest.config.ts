import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/support/built.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: { include: ["packages/*/src/**/*.ts"] },
  },
});
