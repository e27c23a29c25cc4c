import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_ROW, Rows } from "../../../src/collection/rows.js";
import { SavedReader } from "../../../src/collection/savedParts.js";
import { ShortForms } from "../../../src/collection/shortForms.js";

const NAMES = 12;
const step = fc.record({ long: fc.nat(NAMES - 1), short: fc.nat(NAMES - 1), isRemoval: fc.boolean() });

function names(): Rows {
  const rows = new Rows(2);
  for (let i = 0; i < NAMES; i++) rows.cells.fill(NO_ROW, rows.add() * 2, i * 2 + 2);
  return rows;
}

describe("which names are used for which", () => {
  it("is known from either side, whatever came and went, and after it was saved", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const rows = names();
        const written = new ShortForms(rows, 0, 1);
        const counts = new Map<string, number>();
        for (const { long, short, isRemoval } of steps) {
          const key = `${long} ${short}`;
          const known = counts.get(key) ?? 0;
          if (isRemoval && known === 0) continue;
          if (isRemoval) written.remove(long, short);
          else written.add(long, short);
          counts.set(key, known + (isRemoval ? -1 : 1));
        }
        const parts = Array.from(written.saved(), (part) => part.slice());
        const read = new ShortForms(rows, 0, 1);
        read.restore(new SavedReader(() => parts.shift() ?? new Uint8Array(0)));
        const all = Array.from({ length: NAMES }, (_, i) => i);
        for (const pairs of [written, read]) {
          for (const one of all) {
            const has = (long: number, short: number) => (counts.get(`${long} ${short}`) ?? 0) > 0;
            expect([...pairs.shortForms(one)].sort((a, b) => a - b)).toEqual(all.filter((other) => has(one, other)));
            expect([...pairs.shortFor(one)].sort((a, b) => a - b)).toEqual(all.filter((other) => has(other, one)));
            for (const other of all) expect(pairs.count(one, other)).toBe(counts.get(`${one} ${other}`) ?? 0);
          }
        }
      }),
    );
  });
});
