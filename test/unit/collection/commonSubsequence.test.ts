import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WordRow } from "../../../src/collection/commonSubsequence.js";

/** The textbook's table. */
function longest(a: readonly number[], b: readonly number[]): number {
  let last = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) row.push(word === b[j - 1] ? last[j - 1] + 1 : Math.max(last[j], row[j - 1]));
    last = row;
  }
  return last[b.length];
}

describe("the words two rows have in common in order", () => {
  const words = fc.array(fc.nat(6), { maxLength: 150, size: "max" });

  it("are as many as the table says, over any number of words", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(new WordRow(a).common(new WordRow(b))).toBe(longest(a, b));
      }),
    );
  });

  it("are counted in a part of the other row", () => {
    expect(new WordRow([1, 2, 3]).common(new WordRow([1, 9, 2, 3]), 1, 3)).toBe(1);
  });
});
