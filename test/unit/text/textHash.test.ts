import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { TextHash } from "../../../src/analysis/text/textHash.js";

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

it("a text's hash is that of its UTF-8, after any edit and with pairs of surrogates at any place", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("x", "😀").map((each) => each.repeat(5000)),
  );
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(9000), added: piece });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(edit, { maxLength: 5 }), (pieces, edits) => {
      const hash = new TextHash();
      let text = pieces.join("");
      expect(hash.of(text)).toBe(hashOf(text));
      for (const { at, removed, added } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + added + text.slice(offset + removed);
        expect(hash.of(text)).toBe(hashOf(text));
      }
    }),
    { numRuns: 60 },
  );
});
