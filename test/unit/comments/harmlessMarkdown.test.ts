import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmlessMarkdown } from "../../../src/comments/harmlessMarkdown.js";

describe("Markdown from a file", () => {
  it("leaves words, emphasis and links as they are", () => {
    const text = "**No!** [The minutes](https://example.org) say otherwise.";
    expect(harmlessMarkdown(text)).toBe(text);
  });

  it("holds no image, whatever stands before it", () => {
    expect(harmlessMarkdown("![a](https://example.org/seen.png)")).not.toContain("![");
    expect(harmlessMarkdown("\\![a](https://example.org/seen.png)")).not.toContain("![");
    fc.assert(
      fc.property(fc.array(fc.constantFrom("!", "[", "]", "\\", "(x)", " ", "a", "\n")), (parts) => {
        const shown = harmlessMarkdown(parts.join(""));
        expect(shown).not.toContain("![");
        expect(shown.replaceAll("\u200b", "")).toBe(parts.join(""));
      }),
    );
  });
});
