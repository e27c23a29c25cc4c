import { describe, expect, it } from "vitest";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";
import { withoutWraps } from "../../../src/analysis/text/wraps.js";

describe("a text whose paragraphs are wrapped", () => {
  it("has a line break only where a paragraph ends", () => {
    const wrapped =
      "The bridge over the river has been shut since noon, and nobody who\nlives on the other side of it knows why, or when it will be open\nagain.\n\nThe ferry goes on.";
    const flat = withoutWraps(readSourceText(wrapped));
    expect(flat.text).toBe(wrapped.replace(/(?<!\n)\n(?!\n)/g, " "));
  });

  it("is itself where nothing is wrapped", () => {
    const source = readSourceText("The bridge is shut.\n\nThe ferry goes on.");
    expect(withoutWraps(source)).toBe(source);
  });
});
