import { MOST_VALUES, numberAt, type ValueFeatures } from "./valueFeatures.js";

const MOST_FEATURES = 64;

/**
 * Decision trees whose leaves are added up (gradient boosting: Friedman 2001). A feature's values are put into the order that the
 * training found, so that each knot asks no more than whether the value stands below a bound. The knots of all trees stand together by
 * the feature they ask for, so that no tree is walked: each knot that leads to the right strikes the leaves on its left, and the first
 * leaf that is left is the tree's (QuickScorer: Lucchese et al. 2015).
 */
export interface Trees {
  /** For each value of a feature, behind the last of its knots that lead to the right: feature * MOST_VALUES + value. */
  readonly behind: Uint16Array;
  /** Where the knots that ask for each feature begin. */
  readonly starts: Uint16Array;
  /** Of each knot, the lowest bounds of a feature first: its tree above `MOST_LEAVES` bits, in which those are set of the leaves that are left where it leads to the right. */
  readonly knots: Int32Array;
  /** Those of each tree begin at a multiple of `MOST_LEAVES`. */
  readonly leaves: Float64Array;
  /** How many trees there are. */
  readonly count: number;
  /** What is added to the sum of the leaves. */
  readonly base: number;
}

/** Trees as they are written to a file. */
export interface WrittenTrees {
  readonly base: number;
  /** Each feature's values in order, one sign each, features parted by spaces. */
  readonly orders: string;
  /** Knots of all trees in the order in which a walk from the root, left before right, meets them: a sign for the feature, "!" for a leaf. */
  readonly features: string;
  readonly bounds: string;
  /** In units of `LEAF_UNIT`, in base 36. */
  readonly leaves: string;
}

/** What a unit of a written leaf stands for. */
export const LEAF_UNIT = 0.01;
export const LEAF_SIGN = "!";

/** @throws when the trees were made for other features. */
export function readTrees({ base, orders, features, bounds, leaves }: WrittenTrees, sizes: readonly number[]): Trees {
  const ordered = orders.split(" ");
  if (ordered.length !== sizes.length || ordered.some((order, feature) => order.length !== sizes[feature]))
    throw new Error("The trees were trained for other features: npm run train:speakers");
  const values = Float64Array.from(leaves.split(" "), (leaf) => Number.parseInt(leaf, 36) * LEAF_UNIT);
  const read: ReadKnot[] = [];
  const firstLeaf: number[] = [];
  let at = 0;
  let knot = 0;
  let leaf = 0;
  /** @returns the number of the first leaf behind the branch. */
  const readBranch = (): number => {
    const sign = features[at++];
    if (sign === LEAF_SIGN) return ++leaf;
    const tree = firstLeaf.length - 1;
    const own = { feature: numberAt(sign, 0), bound: numberAt(bounds, knot++) };
    const from = leaf - firstLeaf[tree];
    const to = readBranch() - firstLeaf[tree];
    const left = ~(bitsBelow(to) & ~bitsBelow(from)) & bitsBelow(MOST_LEAVES);
    read.push({ ...own, knot: (tree << MOST_LEAVES) | left });
    return readBranch();
  };
  while (at < features.length) {
    firstLeaf.push(leaf);
    readBranch();
    if (leaf - firstLeaf[firstLeaf.length - 1] > MOST_LEAVES) throw new Error("The trees have too many leaves: npm run train:speakers");
  }
  if (firstLeaf.length > MOST_TREES) throw new Error("There are too many trees: npm run train:speakers");
  read.sort((a, b) => a.feature - b.feature || a.bound - b.bound);
  const starts = new Uint16Array(sizes.length);
  const behind = new Uint16Array(sizes.length * MOST_VALUES);
  let next = 0;
  ordered.forEach((order, feature) => {
    starts[feature] = next;
    for (let place = 0; place < order.length; place++) {
      while (next < read.length && read[next].feature === feature && read[next].bound <= place) next++;
      behind[feature * MOST_VALUES + numberAt(order, place)] = next;
    }
    while (next < read.length && read[next].feature === feature) next++;
  });
  const padded = new Float64Array(firstLeaf.length * MOST_LEAVES);
  firstLeaf.forEach((first, tree) => {
    padded.set(values.subarray(first, firstLeaf[tree + 1]), tree * MOST_LEAVES);
  });
  return { behind, starts, knots: Int32Array.from(read, (each) => each.knot), leaves: padded, count: firstLeaf.length, base };
}

interface ReadKnot {
  readonly feature: number;
  readonly bound: number;
  readonly knot: number;
}

/** So that a tree's number and a bit for each of its leaves are one number. */
const MOST_LEAVES = 16;
const MOST_TREES = 512;
const alive = new Int32Array(MOST_TREES);

function bitsBelow(count: number): number {
  return (1 << count) - 1;
}

/** The sum of the leaves to which the features lead: the logarithm of the odds. */
export function scoreTrees({ behind, starts, knots, leaves, count, base }: Trees, { values }: ValueFeatures): number {
  for (let tree = 0; tree < count; tree++) alive[tree] = -1;
  for (let feature = 0, at = 0; feature < values.length; feature++, at += MOST_VALUES) {
    const end = behind[at + values[feature]];
    for (let i = starts[feature]; i < end; i++) {
      const knot = knots[i];
      alive[knot >> MOST_LEAVES] &= knot;
    }
  }
  let sum = base;
  // Above the bits of the leaves stands what a knot has there, which is nothing to the lowest bit.
  for (let tree = 0, at = 31; tree < count; tree++, at += MOST_LEAVES) {
    const bits = alive[tree];
    sum += leaves[at - Math.clz32(bits & -bits)];
  }
  return sum;
}

/** Trees that say nothing. */
export const NO_TREES: Trees = {
  behind: new Uint16Array(MOST_FEATURES * MOST_VALUES),
  starts: new Uint16Array(MOST_FEATURES),
  knots: new Int32Array(0),
  leaves: new Float64Array(0),
  count: 0,
  base: 0,
};
