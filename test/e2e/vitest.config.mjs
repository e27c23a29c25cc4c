import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: resolve(fileURLToPath(new URL("../..", import.meta.url))),
  test: {
    include: ["test/e2e/**/*.test.ts"],
    environment: "node",
    // One window at a time: two would fight for the processor and for nothing else.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What a window shows is waited for as long as a slow machine takes: the second that polling has by itself would assert a time.
    expect: { poll: { timeout: 30_000 } },
    // Setting up code-server is a long way; it is done once, before the first test's clock runs.
    globalSetup: ["test/e2e/provideVsCode.mjs"],
  },
});
