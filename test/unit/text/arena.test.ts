import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, integers, shorts } from "../../../src/analysis/text/arena.js";

describe("arrays that share buffers", () => {
  it("are zeros at first and keep what is written to them, whatever is asked for later", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(bytes, shorts, integers), fc.nat(40_000)), { maxLength: 12 }), (asked) => {
        const arrays = asked.map(([make, count], i) => {
          const array = make(count);
          expect(array.length).toBe(count);
          expect(array.every((value) => value === 0)).toBe(true);
          return array.fill(i + 1);
        });
        arrays.forEach((array, i) => {
          expect(array.every((value) => value === i + 1)).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });
});
