import fc from "fast-check";
import { expect, it } from "vitest";
import { TELLING } from "../../../src/collection/fingerprints.js";
import { isOneUtterance, mayBeOneUtterance, utteranceWords } from "../../../src/collection/utterance.js";

/** Of a few words, some of which tell something. */
const words = fc.array(
  fc.nat(4).map((word) => (word < 2 ? word : word | TELLING)),
  { minLength: 4, maxLength: 12 },
);

it("takes two for one utterance whichever of them came first, and never leaves out two that are one", () => {
  fc.assert(
    fc.property(words, words, fc.boolean(), (one, other, oneSpeaker) => {
      const [a, b] = [utteranceWords(one), utteranceWords(other)];
      const isOne = isOneUtterance(a, b, oneSpeaker);
      expect(isOneUtterance(b, a, oneSpeaker)).toBe(isOne);
      if (isOne) expect([mayBeOneUtterance(a, other), mayBeOneUtterance(b, one)]).toEqual([true, true]);
    }),
    { numRuns: 1000 },
  );
});
