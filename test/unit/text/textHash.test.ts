import fc from "fast-check";
import { expect, it } from "vitest";
import { hashText } from "../../../src/analysis/text/textHash.js";
import { sha256 } from "../../../src/sha256.js";

it("a text's hash is that of its UTF-8, whoever makes it, with pairs of surrogates and halves of them", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("x", "😀", "\ud83d", "\ude00").map((each) => each.repeat(5000)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      expect(hashText(text)).toBe(sha256(text));
    }),
    { numRuns: 60 },
  );
  expect(hashText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
