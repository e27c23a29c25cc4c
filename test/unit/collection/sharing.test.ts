import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pair, Sharing } from "../../../src/collection/sharing.js";

const COUNT = 14;
const rankOf = (value: number): number => (value * 5) % COUNT;
const fingerprintsOf = fc
  .array(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), { minLength: COUNT, maxLength: COUNT })
  .map((lists) => lists.map((list) => [...new Set(list)].sort((a, b) => a - b)));

/** How often each pair of the values shares a fingerprint, in pairs with a hub. */
function counts(sharing: Sharing, there: ReadonlySet<number>, fingerprints: readonly (readonly number[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const a of there) for (const b of there) if (a < b) found.set(`${a} ${b}`, sharing.count(a, fingerprints[a], b, fingerprints[b]));
  return found;
}

const keys = (pairs: readonly Pair[]): ReadonlySet<string> => new Set(pairs.map(([a, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`)));

describe("what shares fingerprints", () => {
  it("is told of with every change, and depends on what is there alone", () => {
    fc.assert(
      fc.property(fingerprintsOf, fc.array(fc.nat(COUNT - 1), { minLength: 20, maxLength: 60 }), (fingerprints, toggled) => {
        const sharing = new Sharing(rankOf);
        const there = new Set<number>();
        for (const value of toggled) {
          const before = counts(sharing, there, fingerprints);
          if (there.delete(value)) {
            const more = keys(sharing.remove(value, fingerprints[value]));
            for (const [pair, count] of counts(sharing, there, fingerprints))
              if (count > (before.get(pair) ?? 0)) expect(more).toContain(pair);
          } else {
            const { shared, fewer } = sharing.add(value, fingerprints[value]);
            for (const other of there) {
              expect(shared.get(other) ?? 0).toBe(sharing.count(value, fingerprints[value], other, fingerprints[other]));
            }
            for (const [pair, count] of counts(sharing, there, fingerprints))
              if (count < (before.get(pair) ?? 0)) expect(keys(fewer)).toContain(pair);
            there.add(value);
          }
        }
        const afresh = new Sharing(rankOf);
        for (const value of [...there].sort((a, b) => a - b)) afresh.add(value, fingerprints[value]);
        expect(counts(sharing, there, fingerprints)).toEqual(counts(afresh, there, fingerprints));
      }),
      { numRuns: 200 },
    );
  });
});
