import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";

const SENTENCES = [
  "Ada Weld met the mayor of Varna.",
  "She said the town had no money.",
  "“It is late,” he said.",
  "The minister, Hugh Hill, left.",
  "The minister spoke of her.",
  "Its members met them.\n\nA mayor came.",
  "The 38-year-old wept.",
];
const TYPED = ["minister", "of", "she", "“no”", "Weld", "a mayor. He", "\n\nThe"];

describe("what references mean", () => {
  it("is the same letter by letter as in a text read afresh", () => {
    const texts = fc.array(fc.constantFrom(...SENTENCES), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom(...TYPED), (sentences, place, typed) => {
        const text = sentences.join(" ");
        const at = place % (text.length + 1);
        const analyzer = createAnalyzer();
        for (let letters = 0; letters <= typed.length; letters++) {
          const edited = text.slice(0, at) + typed.slice(0, letters) + text.slice(at);
          expect(analyzer.analyze(edited)).toEqual(createAnalyzer().analyze(edited));
        }
      }),
      { numRuns: 60 },
    );
  });
});
