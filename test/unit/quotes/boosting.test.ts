import { describe, expect, it } from "vitest";
import { PAIR_UNIT, readPairSums, sumPairs } from "../../../src/analysis/quotes/pairSums.js";
import { LEAF_UNIT, readTrees, scoreTrees } from "../../../src/analysis/quotes/trees.js";
import { ValueFeatures } from "../../../src/analysis/quotes/valueFeatures.js";
import { type Boosting, type Example, ranking, telling } from "../../../src/training/boosting.js";
import { trainPairSums } from "../../../src/training/pairSumsTraining.js";
import { seededRandom } from "../../../src/training/random.js";
import { trainTrees } from "../../../src/training/treesTraining.js";

const SIZES = [4, 6, 3];
const ORDERED = [true, false, false];
const OPTIONS = { rate: 0.3, fewest: 5, decay: 1, share: 1 };

const KINDS = [
  {
    name: "pair sums",
    unit: PAIR_UNIT,
    train: (boosting: Boosting) => trainPairSums(boosting, SIZES, ORDERED, { ...OPTIONS, rounds: 60, pairs: 3 }),
    reader: (written: unknown, sizes: readonly number[]) => {
      const sums = readPairSums(written as ReturnType<typeof trainPairSums>, sizes);
      return (features: ValueFeatures) => sumPairs(sums, features);
    },
  },
  {
    name: "trees",
    unit: LEAF_UNIT,
    train: (boosting: Boosting) => trainTrees(boosting, SIZES, ORDERED, { ...OPTIONS, trees: 30, leaves: 4 }),
    reader: (written: unknown, sizes: readonly number[]) => {
      const trees = readTrees(written as ReturnType<typeof trainTrees>, sizes);
      return (features: ValueFeatures) => scoreTrees(trees, features);
    },
  },
];

/** Examples that are so where the first value is high and the second is one of two that do not stand together. */
function examples(): Example[] {
  const random = seededRandom(7);
  return Array.from({ length: 600 }, () => {
    const values = Uint8Array.from(SIZES, (size) => Math.floor(random() * size));
    return { values, is: values[0] >= 2 && (values[1] === 1 || values[1] === 4) };
  });
}

describe.each(KINDS)("$name", ({ train, reader, unit }) => {
  it("learn what no sum of single features tells, and are read as they were written", () => {
    const all = examples();
    const score = reader(train(telling(all, unit)), SIZES);
    const features = new ValueFeatures(SIZES);
    for (const { values, is } of all) {
      features.values.set(values);
      expect(score(features) > 0).toBe(is);
    }
  });

  it("are the same each time they are trained", () => {
    expect(train(telling(examples(), unit))).toEqual(train(telling(examples(), unit)));
  });

  it("rank the right candidate of a choice first", () => {
    const choices = Array.from({ length: 200 }, (_, i) => {
      const right = i % 3;
      const candidates = [0, 1, 2].map((place) => Uint8Array.from([place === right ? 3 : 1, (i + place) % 6, place]));
      return { candidates, right: [right] };
    });
    const score = reader(train(ranking(choices)), SIZES);
    const features = new ValueFeatures(SIZES);
    for (const { candidates, right } of choices) {
      const scores = candidates.map((values) => {
        features.values.set(values);
        return score(features);
      });
      expect(scores.indexOf(Math.max(...scores))).toBe(right[0]);
    }
  });

  it("are refused where they were trained for other features", () => {
    const written = train(telling(examples(), unit));
    expect(() => reader(written, [4, 6])).toThrow(/train:speakers/);
    expect(() => reader(written, [5, 7, 5])).toThrow(/train:speakers/);
  });
});

describe("values of features", () => {
  it("that are too large count as the largest, those below nothing as the smallest", () => {
    const features = new ValueFeatures(SIZES);
    features.set(0, 99);
    features.set(1, -5);
    expect(Array.from(features.values)).toEqual([3, 0, 0]);
  });
});
