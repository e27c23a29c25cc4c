import { describe, expect, it } from "vitest";
import { checkHostBundle } from "../../../src/development/bundleCheck.mjs";

function metafile(bytes: number, inputs: readonly string[]) {
  const entries = inputs.map((input) => [input, { bytesInOutput: 10 }]);
  return {
    inputs: {},
    outputs: { "dist/extension.js": { bytes, inputs: Object.fromEntries(entries), imports: [], exports: [] } },
  };
}

describe("checkHostBundle", () => {
  it("accepts a small bundle without the engine", () => {
    expect(checkHostBundle(metafile(90_000, ["src/extension.ts", "src/analysis/analysis.ts"]), { shipped: true })).toEqual([]);
  });

  it("refuses a shipped bundle over 150 KB", () => {
    expect(checkHostBundle(metafile(153_601, []), { shipped: true })).toEqual(["dist/extension.js has 153601 bytes; the limit is 153600."]);
  });

  it("lets a bundle for development be as long as it likes", () => {
    expect(checkHostBundle(metafile(153_601, []), { shipped: false })).toEqual([]);
  });

  it.each(["src/analysis/analyze.ts", "src/analysis/text/tokens.ts", "src/analysis/names/names.model"])("refuses %s", (input) => {
    expect(checkHostBundle(metafile(1000, [input]), { shipped: false })).toHaveLength(1);
  });
});
