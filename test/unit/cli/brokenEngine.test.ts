import { expect, it, vi } from "vitest";
import { runInMemory, utf8 } from "./runInMemory.js";

vi.mock("../../../src/analysis/analyze.js", () => ({
  createAnalyzer: () => ({
    analyze(text: string, path?: string) {
      if (text === "break") throw new RangeError("too deep");
      return { document: { path } };
    },
  }),
}));

it("reports a document that breaks the engine and analyses the others", async () => {
  const lines = ["good", "break", "fine"].map((text) => JSON.stringify({ path: `${text}.txt`, text }));
  const { exitCode, stdout, stderr } = await runInMemory(["analyze", "--ndjson-in"], utf8(lines.join("\n")));
  expect(exitCode).toBe(1);
  expect(stdout).toBe('{"document":{"path":"good.txt"}}\n{"document":{"path":"fine.txt"}}\n');
  expect(stderr).toBe("break.txt: the analysis failed (RangeError: too deep); please report this document's form\n");
});
