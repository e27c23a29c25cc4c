import fc from "fast-check";
import { expect, it } from "vitest";
import { HUBS, HubTable } from "../../../src/collection/hubTable.js";
import { SavedReader } from "../../../src/collection/savedParts.js";

const hubs = fc.array(fc.nat(1_000_000), { minLength: HUBS, maxLength: HUBS });
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(hubs)), { maxLength: 200 });
/** Fingerprints have 32 bits, the highest too. */
const fingerprintOf = (number: number): number => (number * 0x9e3779b1) >>> 0;

it("has the hubs that were set last for each fingerprint, also when it was saved", () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const table = new HubTable();
      const expected = new Map<number, readonly number[]>();
      for (const [number, each] of changes) {
        const fingerprint = fingerprintOf(number);
        if (each === null) {
          table.delete(fingerprint);
          expected.delete(fingerprint);
        } else {
          table.set(fingerprint, each);
          expected.set(fingerprint, each);
        }
      }
      const parts = [...table.saved()].map((part) => Uint8Array.from(part));
      const restored = new HubTable();
      restored.restore(new SavedReader(() => parts.shift() ?? new Uint8Array(0)));
      for (let number = 0; number <= 40; number++) {
        for (const each of [table, restored]) expect(each.get(fingerprintOf(number))).toEqual(expected.get(fingerprintOf(number)));
      }
    }),
  );
});

it("finds each of many", () => {
  const table = new HubTable();
  for (let i = 0; i < 5000; i++) table.set(fingerprintOf(i), [i, i + 1, i + 2, i + 3]);
  for (let i = 0; i < 5000; i++) expect(table.get(fingerprintOf(i))).toEqual([i, i + 1, i + 2, i + 3]);
  expect(table.get(fingerprintOf(5000))).toBeUndefined();
});
