import { describe, expect, it } from "vitest";
import { compiled } from "../../../src/analysis/text/compiled.js";

describe("compiled", () => {
  it("gives the expression as it was", () => {
    const word = /\p{Lu}\p{Ll}+/gu;
    expect(compiled(word)).toBe(word);
    expect("Karel met Anna".match(word)).toEqual(["Karel", "Anna"]);
  });

  it("leaves an expression that goes on from its last find at the start, also where it finds what is nothing", () => {
    for (const expression of [/[^a-z]+/g, /[^a-z]/y, /(?:)/g, /\p{L}/uy]) expect(compiled(expression).lastIndex).toBe(0);
  });
});
