import { readFile } from "node:fs/promises";
import { configDefaults, defineConfig } from "vitest/config";

/** Loads a *.model file as the bundles do: its bytes, as a Uint8Array, are the default export. */
const modelFiles = {
  name: "model-files",
  enforce: /** @type {const} */ ("pre"),
  /** @param {string} id */
  async load(id) {
    if (!id.endsWith(".model")) return undefined;
    const base64 = (await readFile(id)).toString("base64");
    return `export default new Uint8Array(Buffer.from("${base64}", "base64"));`;
  },
};

/** The tests that put other modules in place of the project's. */
const ALONE = ["test/unit/cli/brokenEngine.test.ts"];

export default defineConfig({
  plugins: [modelFiles],
  test: {
    // A busy machine is no failure: what hangs is ended, what is slow is not.
    testTimeout: 60_000,
    environment: "node",
    projects: [
      // The engine holds no state of its own, and its model and lists take longer to load than most tests.
      {
        extends: true,
        test: { name: "unit", include: ["test/unit/**/*.test.ts"], exclude: [...configDefaults.exclude, ...ALONE], isolate: false },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
  },
});
