import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LazilySorted } from "../../../src/sidebar/model/lazilySorted.js";

const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value;

describe("LazilySorted", () => {
  it("has the order of a stable sort, however it is read", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 1500 }), fc.array(fc.nat(1500), { maxLength: 5 }), (values, reads) => {
        const items = values.map((value, rank) => ({ value, rank }));
        const lazy = new LazilySorted(items, byValue);
        const sorted = [...items].sort(byValue);
        for (const index of reads) if (index < items.length) expect(lazy.at(index)).toBe(sorted[index]);
        expect(sorted.map((_, index) => lazy.at(index))).toEqual(sorted);
      }),
    );
  });

  it("compares far less for a first page than a whole sort does", () => {
    let compared = 0;
    const items = Array.from({ length: 50_000 }, (_, rank) => ({ value: (rank * 7919) % 50_021 }));
    const lazy = new LazilySorted(items, (a, b) => {
      compared++;
      return a.value - b.value;
    });
    const page = Array.from({ length: 200 }, (_, index) => lazy.at(index).value);
    expect(page).toEqual([...page].sort((a, b) => a - b));
    expect(page[0]).toBe(Math.min(...items.map(({ value }) => value)));
    expect(compared).toBeLessThan(50_000 * 6);
  });
});
