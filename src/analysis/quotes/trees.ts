import { MOST_VALUES, numberAt, type ValueFeatures } from "./valueFeatures.js";

const MOST_FEATURES = 64;

/**
 * Decision trees whose leaves are added up (gradient boosting: Friedman 2001). A feature's values are put into the order that the
 * training found, so that each knot asks no more than whether the value stands below a bound. The knots of all trees stand together by
 * the feature they ask for, so that no tree is walked: each knot that leads to the right strikes the leaves on its left, and the first
 * leaf that is left is the tree's (QuickScorer: Lucchese et al. 2015).
 */
export interface Trees {
  /** The place of each value in its feature's order: feature * MOST_VALUES + value. */
  readonly places: Uint8Array;
  /** Where the knots that ask for each feature begin, and behind the last. */
  readonly starts: Int32Array;
  /** Of each knot, the lowest bounds of a feature first: from which place on it leads to the right, its tree, and the leaves that are left then, a bit for each. */
  readonly bounds: Uint8Array;
  readonly treeOf: Uint16Array;
  readonly left: Int32Array;
  readonly leaves: Float64Array;
  /** Where the leaves of each tree begin. */
  readonly firstLeaf: Int32Array;
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
  const places = new Uint8Array(sizes.length * MOST_VALUES);
  const ordered = orders.split(" ");
  if (ordered.length !== sizes.length || ordered.some((order, feature) => order.length !== sizes[feature]))
    throw new Error("The trees were trained for other features: npm run train:speakers");
  ordered.forEach((order, feature) => {
    for (let place = 0; place < order.length; place++) places[feature * MOST_VALUES + numberAt(order, place)] = place;
  });
  const values = Float64Array.from(leaves.split(" "), (leaf) => Number.parseInt(leaf, 36) * LEAF_UNIT);
  const knots: ReadKnot[] = [];
  const firstLeaf: number[] = [];
  let at = 0;
  let knot = 0;
  let leaf = 0;
  /** @returns the number of the first leaf behind the branch. */
  const readBranch = (): number => {
    const sign = features[at++];
    if (sign === LEAF_SIGN) return ++leaf;
    const own = { feature: numberAt(sign, 0), bound: numberAt(bounds, knot++), tree: firstLeaf.length - 1 };
    const from = leaf - firstLeaf[own.tree];
    const to = readBranch() - firstLeaf[own.tree];
    knots.push({ ...own, left: ~(bitsBelow(to) & ~bitsBelow(from)) });
    return readBranch();
  };
  while (at < features.length) {
    firstLeaf.push(leaf);
    readBranch();
    if (leaf - firstLeaf[firstLeaf.length - 1] > MOST_LEAVES) throw new Error("The trees have too many leaves: npm run train:speakers");
  }
  if (firstLeaf.length > MOST_TREES) throw new Error("There are too many trees: npm run train:speakers");
  knots.sort((a, b) => a.feature - b.feature || a.bound - b.bound);
  const starts = new Int32Array(sizes.length + 1);
  for (const { feature } of knots) starts[feature + 1]++;
  for (let feature = 0; feature < sizes.length; feature++) starts[feature + 1] += starts[feature];
  return {
    places,
    starts,
    bounds: Uint8Array.from(knots, (each) => each.bound),
    treeOf: Uint16Array.from(knots, (each) => each.tree),
    left: Int32Array.from(knots, (each) => each.left),
    leaves: values,
    firstLeaf: Int32Array.from(firstLeaf),
    base,
  };
}

interface ReadKnot {
  readonly feature: number;
  readonly bound: number;
  readonly tree: number;
  readonly left: number;
}

const MOST_LEAVES = 31;
const MOST_TREES = 512;
const alive = new Int32Array(MOST_TREES);

function bitsBelow(count: number): number {
  return (1 << count) - 1;
}

/** The sum of the leaves to which the features lead: the logarithm of the odds. */
export function scoreTrees({ places, starts, bounds, treeOf, left, leaves, firstLeaf, base }: Trees, { values }: ValueFeatures): number {
  const count = firstLeaf.length;
  for (let tree = 0; tree < count; tree++) alive[tree] = -1;
  for (let feature = 0; feature < values.length; feature++) {
    const place = places[feature * MOST_VALUES + values[feature]];
    const behind = starts[feature + 1];
    for (let knot = starts[feature]; knot < behind && bounds[knot] <= place; knot++) alive[treeOf[knot]] &= left[knot];
  }
  let sum = base;
  for (let tree = 0; tree < count; tree++) {
    const bits = alive[tree];
    sum += leaves[firstLeaf[tree] + 31 - Math.clz32(bits & -bits)];
  }
  return sum;
}

/** Trees that say nothing. */
export const NO_TREES: Trees = {
  places: new Uint8Array(MOST_FEATURES * MOST_VALUES),
  starts: new Int32Array(MOST_FEATURES + 1),
  bounds: new Uint8Array(0),
  treeOf: new Uint16Array(0),
  left: new Int32Array(0),
  leaves: new Float64Array(0),
  firstLeaf: new Int32Array(0),
  base: 0,
};
