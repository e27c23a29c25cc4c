import { readFile } from "node:fs/promises";
import { defineConfig } from "vitest/config";

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

export default defineConfig({
  plugins: [modelFiles],
  test: {
    // A busy machine is no failure: what hangs is ended, what is slow is not.
    testTimeout: 60_000,
    include: ["test/unit/**/*.test.ts"],
    environment: "node",
  },
});
