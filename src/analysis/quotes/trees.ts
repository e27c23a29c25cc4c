/** The features of one thing to be judged, one small whole number each: set anew, judged, and set anew again. */
export class TreeFeatures {
  readonly values: Uint8Array;
  readonly #sizes: readonly number[];

  /** @param sizes for each feature, how many values it has, at most `MOST_VALUES`. */
  constructor(sizes: readonly number[]) {
    this.values = new Uint8Array(sizes.length);
    this.#sizes = sizes;
  }

  /** Notes that a feature has a value, a whole number from 0 to below the feature's size; larger ones count as the largest, smaller ones as 0. */
  set(feature: number, value: number): void {
    const size = this.#sizes[feature];
    this.values[feature] = value < 0 ? 0 : value < size ? value : size - 1;
  }
}

/** So many values a feature can have, and so many features trees can ask for. */
export const MOST_VALUES = 66;
const MOST_FEATURES = 64;

/**
 * Decision trees whose leaves are added up (gradient boosting: Friedman 2001). A feature's values are put into the order that the
 * training found, so that each knot asks no more than whether the value stands below a bound.
 */
export interface Trees {
  /** The place of each value in its feature's order: feature * MOST_VALUES + value. */
  readonly places: Uint8Array;
  /** Of each knot of all trees four numbers: the feature it asks for, from which place on it leads to the right, and where left and right lead to: where a knot begins, or ~index of a leaf. */
  readonly knots: Int32Array;
  readonly leaves: Float64Array;
  /** Where the first knot of each tree begins. */
  readonly roots: Int32Array;
  /** For each tree the highest sum that it and those behind it can have. */
  readonly highest: Float64Array;
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
const FIRST_SIGN = 40;
export const LEAF_SIGN = "!";

/** The sign that stands for a whole number below 86 in written trees. */
export function signOf(value: number): string {
  return String.fromCharCode(FIRST_SIGN + value);
}

/** @throws when the trees were made for other features. */
export function readTrees({ base, orders, features, bounds, leaves }: WrittenTrees, sizes: readonly number[]): Trees {
  const places = new Uint8Array(sizes.length * MOST_VALUES);
  const ordered = orders.split(" ");
  if (ordered.length !== sizes.length || ordered.some((order, feature) => order.length !== sizes[feature]))
    throw new Error("The trees were trained for other features: npm run train:speakers");
  ordered.forEach((order, feature) => {
    for (let place = 0; place < order.length; place++) places[feature * MOST_VALUES + order.charCodeAt(place) - FIRST_SIGN] = place;
  });
  const values = Float64Array.from(leaves.split(" "), (leaf) => Number.parseInt(leaf, 36) * LEAF_UNIT);
  const knots = new Int32Array(bounds.length * KNOT);
  const roots: number[] = [];
  const highest: number[] = [];
  let at = 0;
  let knot = 0;
  let leaf = 0;
  const readKnot = (): number => {
    if (features[at] === LEAF_SIGN) {
      at++;
      return ~leaf++;
    }
    const own = knot;
    knot += KNOT;
    knots[own] = features.charCodeAt(at) - FIRST_SIGN;
    knots[own + 1] = bounds.charCodeAt(own / KNOT) - FIRST_SIGN;
    at++;
    knots[own + 2] = readKnot();
    knots[own + 3] = readKnot();
    return own;
  };
  while (at < features.length) {
    const first = leaf;
    roots.push(readKnot());
    highest.push(Math.max(...values.subarray(first, leaf)));
  }
  for (let tree = highest.length - 2; tree >= 0; tree--) highest[tree] += highest[tree + 1];
  return { places, knots, leaves: values, roots: Int32Array.from(roots), highest: Float64Array.from(highest), base };
}

const KNOT = 4;
const placed = new Uint8Array(MOST_FEATURES);

/**
 * The sum of the leaves to which the features lead: the logarithm of the odds.
 * @param least where the sum cannot reach it, minus infinity is given.
 */
export function scoreTrees(
  { places, knots, leaves, roots, highest, base }: Trees,
  { values }: TreeFeatures,
  least = Number.NEGATIVE_INFINITY,
): number {
  for (let feature = 0; feature < values.length; feature++) placed[feature] = places[feature * MOST_VALUES + values[feature]];
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    if (sum + highest[tree] < least) return Number.NEGATIVE_INFINITY;
    let knot = roots[tree];
    while (knot >= 0) knot = placed[knots[knot]] < knots[knot + 1] ? knots[knot + 2] : knots[knot + 3];
    sum += leaves[~knot];
  }
  return sum;
}

/** Trees that say nothing. */
export const NO_TREES: Trees = {
  places: new Uint8Array(MOST_FEATURES * MOST_VALUES),
  knots: new Int32Array(0),
  leaves: new Float64Array(0),
  roots: new Int32Array(0),
  highest: new Float64Array(0),
  base: 0,
};
