import { describe, expect, it } from "vitest";
import { SHORTLIST, Shortlist } from "../../../src/analysis/quotes/shortlist.js";
import { readTrees, scoreTrees, TreeFeatures } from "../../../src/analysis/quotes/trees.js";
import { seededRandom } from "../../../src/training/random.js";
import { type Example, type TreesOptions, trainRankingTrees, trainTrees } from "../../../src/training/treesTraining.js";

const SIZES = [4, 6, 3];
const ORDERED = [true, false, false];
const OPTIONS: TreesOptions = { trees: 30, leaves: 4, rate: 0.3, fewest: 5, decay: 1, share: 1 };

/** Examples that are so where the first value is high and the second is one of two that do not stand together. */
function examples(): Example[] {
  const random = seededRandom(7);
  return Array.from({ length: 600 }, () => {
    const values = Uint8Array.from(SIZES, (size) => Math.floor(random() * size));
    return { values, is: values[0] >= 2 && (values[1] === 1 || values[1] === 4) };
  });
}

describe("trees", () => {
  it("learn what no sum of single features tells, and are read as they were written", () => {
    const all = examples();
    const trees = readTrees(trainTrees(all, SIZES, ORDERED, OPTIONS), SIZES);
    const features = new TreeFeatures(SIZES);
    for (const { values, is } of all) {
      features.values.set(values);
      expect(scoreTrees(trees, features) > 0).toBe(is);
    }
  });

  it("are the same each time they are trained", () => {
    expect(trainTrees(examples(), SIZES, ORDERED, OPTIONS)).toEqual(trainTrees(examples(), SIZES, ORDERED, OPTIONS));
  });

  it("rank the right candidate of a choice first", () => {
    const choices = Array.from({ length: 200 }, (_, i) => {
      const right = i % 3;
      const candidates = [0, 1, 2].map((place) => Uint8Array.from([place === right ? 3 : 1, (i + place) % 6, place]));
      return { candidates, right: [right] };
    });
    const trees = readTrees(trainRankingTrees(choices, SIZES, ORDERED, OPTIONS), SIZES);
    const features = new TreeFeatures(SIZES);
    for (const { candidates, right } of choices) {
      const scores = candidates.map((values) => {
        features.values.set(values);
        return scoreTrees(trees, features);
      });
      expect(scores.indexOf(Math.max(...scores))).toBe(right[0]);
    }
  });

  it("take a value that is too large for the largest, and one below nothing for the smallest", () => {
    const features = new TreeFeatures(SIZES);
    features.set(0, 99);
    features.set(1, -5);
    expect(Array.from(features.values)).toEqual([3, 0, 0]);
  });

  it("are refused where they were trained for other features", () => {
    const written = trainTrees(examples(), SIZES, ORDERED, OPTIONS);
    expect(() => readTrees(written, [4, 6])).toThrow(/train:speakers/);
    expect(() => readTrees(written, [4, 6, 5])).toThrow(/train:speakers/);
  });
});

describe("a shortlist", () => {
  it("keeps the highest in order, the first of equals first", () => {
    const shortlist = new Shortlist();
    [1, 5, 5, 0, 3, 4].forEach((score, candidate) => {
      shortlist.add(candidate, score);
    });
    expect(Array.from({ length: SHORTLIST }, (_, rank) => shortlist.candidate(rank))).toEqual([1, 2, 5, 4]);
    shortlist.clear();
    shortlist.add(7, 0);
    expect([shortlist.candidate(0), shortlist.contenders, shortlist.likelihood()]).toEqual([7, 1, 1]);
  });

  it("takes for contenders those that come near to the first", () => {
    const shortlist = new Shortlist();
    [2, 9, 1, 8.5].forEach((score, candidate) => {
      shortlist.add(candidate, score);
    });
    expect(shortlist.contenders).toBe(2);
    expect(shortlist.margin(1)).toBe(4);
    expect(shortlist.likelihood()).toBeGreaterThan(0.6);
  });
});
