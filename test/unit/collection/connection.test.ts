import fc from "fast-check";
import { expect, it } from "vitest";
import { partBetween } from "../../../src/collection/connection.js";

const COUNT = 12;
const pair = fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1));

it("gives all that one of two leads to where the other is not among it, and nothing where they lead to each other", () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 16 }), pair, (pairs, [one, other]) => {
      const near = (each: number) => pairs.flatMap(([a, b]) => (a === each ? [b] : b === each ? [a] : []));
      const all = (start: number) => {
        const met = new Set([start]);
        for (const each of met) for (const next of near(each)) met.add(next);
        return met;
      };
      const part = partBetween(one, other, near);
      if (all(one).has(other)) expect(part).toBeNull();
      else expect(part).toEqual(part?.has(one) ? all(one) : all(other));
    }),
  );
});

it("looks no further than the smaller part is large", () => {
  const looked: number[] = [];
  const near = (each: number) => {
    looked.push(each);
    return each < 3 ? [(each + 1) % 3] : [each + 1];
  };
  expect(partBetween(100, 0, near)).toEqual(new Set([0, 1, 2]));
  expect(looked.length).toBeLessThan(10);
});
