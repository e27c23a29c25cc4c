import {
  LEAF_SIGN,
  LEAF_UNIT,
  MOST_VALUES,
  readTrees,
  scoreTrees,
  signOf,
  TreeFeatures,
  type WrittenTrees,
} from "../analysis/quotes/trees.js";
import { seededRandom } from "./random.js";

/** What is known of one thing: the values of its features, and whether it is so. */
export interface Example {
  readonly values: Uint8Array;
  readonly is: boolean;
}

export interface TreesOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** A leaf has at least so many examples. */
  readonly fewest: number;
  /** How strongly leaves are drawn to zero. */
  readonly decay: number;
  /** Each tree asks for this share of the features only. */
  readonly share: number;
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly gradient: number;
  readonly weight: number;
  readonly depth: number;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  /** Places below it lead to the left. */
  readonly bound: number;
}

type Knot = { readonly leaf: number } | { readonly feature: number; readonly bound: number; left: Knot; right: Knot };

const SEED = 20140612;
const DEEPEST = 8;

/** Candidates of which some are right. */
export interface RankingExample {
  readonly candidates: readonly Uint8Array[];
  /** The indices of the right ones. */
  readonly right: readonly number[];
}

/**
 * Learns trees whose sum is the logarithm of the odds: gradient boosting with second derivatives (Friedman 2001; Chen and Guestrin
 * 2016), leaf by leaf where most is gained. The values of a feature are put into order by how often what has them is so. The same each time.
 * @param sizes for each feature, how many values it has. @param ordered for each feature, whether its values have an order of their own.
 */
export function trainTrees(
  examples: readonly Example[],
  sizes: readonly number[],
  ordered: readonly boolean[],
  options: TreesOptions,
): WrittenTrees {
  const right = examples.filter(({ is }) => is).length;
  const base = round(Math.log(right / (examples.length - right)));
  const step = (scores: Float64Array, gradients: Float64Array, weights: Float64Array): void => {
    for (let i = 0; i < scores.length; i++) {
      const chance = 1 / (1 + Math.exp(-scores[i]));
      gradients[i] = (examples[i].is ? 1 : 0) - chance;
      weights[i] = chance * (1 - chance);
    }
  };
  return boost(examples, sizes, ordered, options, base, step);
}

/** The same for choices: trees by whose sums the right candidate of each is the likeliest. */
export function trainRankingTrees(
  choices: readonly RankingExample[],
  sizes: readonly number[],
  ordered: readonly boolean[],
  options: TreesOptions,
): WrittenTrees {
  const examples = choices.flatMap(({ candidates, right }) => candidates.map((values, i): Example => ({ values, is: right.includes(i) })));
  const step = (scores: Float64Array, gradients: Float64Array, weights: Float64Array): void => {
    let first = 0;
    for (const { candidates } of choices) {
      const last = first + candidates.length;
      let highest = Number.NEGATIVE_INFINITY;
      for (let i = first; i < last; i++) highest = Math.max(highest, scores[i]);
      let all = 0;
      let rights = 0;
      for (let i = first; i < last; i++) {
        weights[i] = Math.exp(scores[i] - highest);
        all += weights[i];
        if (examples[i].is) rights += weights[i];
      }
      for (let i = first; i < last; i++) {
        const chance = weights[i] / all;
        gradients[i] = (examples[i].is ? weights[i] / rights : 0) - chance;
        weights[i] = chance * (1 - chance);
      }
      first = last;
    }
  };
  return boost(examples, sizes, ordered, options, 0, step);
}

function boost(
  examples: readonly Example[],
  sizes: readonly number[],
  ordered: readonly boolean[],
  options: TreesOptions,
  base: number,
  step: (scores: Float64Array, gradients: Float64Array, weights: Float64Array) => void,
): WrittenTrees {
  const count = examples.length;
  const orders = sizes.map((size, feature) => orderOf(examples, feature, size, ordered[feature]));
  const columns = orders.map((order, feature) => {
    const places = new Uint8Array(order.length);
    order.forEach((value, place) => {
      places[value] = place;
    });
    return Uint8Array.from(examples, ({ values }) => places[values[feature]]);
  });
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const weights = new Float64Array(count);
  const rows = new Int32Array(count);
  const random = seededRandom(SEED);
  const trees: Knot[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    step(scores, gradients, weights);
    for (let i = 0; i < count; i++) rows[i] = i;
    const asked = sizes.map((_, feature) => feature).filter(() => random() < options.share);
    trees.push(growTree({ columns, gradients, weights, rows, asked, sizes, options, scores }));
  }
  return write(trees, orders, base);
}

function orderOf(examples: readonly Example[], feature: number, size: number, ordered: boolean): readonly number[] {
  const values = Array.from({ length: size }, (_, value) => value);
  if (ordered) return values;
  const right = new Float64Array(size).fill(4);
  const all = new Float64Array(size).fill(10);
  for (const { values: own, is } of examples) {
    all[own[feature]]++;
    if (is) right[own[feature]]++;
  }
  return values.sort((a, b) => right[a] / all[a] - right[b] / all[b] || a - b);
}

interface Growing {
  readonly columns: readonly Uint8Array[];
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
  readonly rows: Int32Array;
  readonly asked: readonly number[];
  readonly sizes: readonly number[];
  readonly options: TreesOptions;
  readonly scores: Float64Array;
}

function growTree(growing: Growing): Knot {
  const { gradients, weights, rows, options, scores } = growing;
  const sums = (from: number, to: number, depth: number): Leaf => {
    let gradient = 0;
    let weight = 0;
    for (let i = from; i < to; i++) {
      gradient += gradients[rows[i]];
      weight += weights[rows[i]];
    }
    return { from, to, gradient, weight, depth };
  };
  interface Open {
    readonly leaf: Leaf;
    readonly split: Split;
    readonly place: (knot: Knot) => void;
  }
  const open: Open[] = [];
  let root: Knot = { leaf: 0 };
  const add = (leaf: Leaf, place: (knot: Knot) => void): void => {
    open.push({ leaf, split: bestSplit(growing, leaf), place });
  };
  add(sums(0, rows.length, 0), (knot) => {
    root = knot;
  });
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let best = 0;
    for (let i = 1; i < open.length; i++) if (open[i].split.gain > open[best].split.gain) best = i;
    const { leaf, split, place } = open[best];
    if (split.gain <= 1e-6) break;
    open.splice(best, 1);
    const middle = partition(growing.columns[split.feature], rows, leaf, split.bound);
    const knot = { feature: split.feature, bound: split.bound, left: { leaf: 0 } as Knot, right: { leaf: 0 } as Knot };
    place(knot);
    add(sums(leaf.from, middle, leaf.depth + 1), (next) => {
      knot.left = next;
    });
    add(sums(middle, leaf.to, leaf.depth + 1), (next) => {
      knot.right = next;
    });
  }
  for (const { leaf, place } of open) {
    const value = round((options.rate * leaf.gradient) / (leaf.weight + options.decay));
    place({ leaf: value });
    for (let i = leaf.from; i < leaf.to; i++) scores[rows[i]] += value;
  }
  return root;
}

function round(value: number): number {
  return Math.round(value / LEAF_UNIT) * LEAF_UNIT;
}

const sumGradients = new Float64Array(MOST_VALUES);
const sumWeights = new Float64Array(MOST_VALUES);
const sumCounts = new Int32Array(MOST_VALUES);

function bestSplit({ columns, gradients, weights, rows, asked, sizes, options }: Growing, leaf: Leaf): Split {
  let best: Split = { gain: 0, feature: 0, bound: 0 };
  const { from, to, gradient, weight, depth } = leaf;
  if (to - from < 2 * options.fewest || depth >= DEEPEST) return best;
  const own = gradient ** 2 / (weight + options.decay);
  for (const feature of asked) {
    const size = sizes[feature];
    sumGradients.fill(0, 0, size);
    sumWeights.fill(0, 0, size);
    sumCounts.fill(0, 0, size);
    const column = columns[feature];
    for (let i = from; i < to; i++) {
      const row = rows[i];
      const place = column[row];
      sumGradients[place] += gradients[row];
      sumWeights[place] += weights[row];
      sumCounts[place]++;
    }
    let leftGradient = 0;
    let leftWeight = 0;
    let leftCount = 0;
    for (let bound = 1; bound < size; bound++) {
      leftGradient += sumGradients[bound - 1];
      leftWeight += sumWeights[bound - 1];
      leftCount += sumCounts[bound - 1];
      if (leftCount < options.fewest || to - from - leftCount < options.fewest) continue;
      const rightGradient = gradient - leftGradient;
      const gain = leftGradient ** 2 / (leftWeight + options.decay) + rightGradient ** 2 / (weight - leftWeight + options.decay) - own;
      if (gain > best.gain) best = { gain, feature, bound };
    }
  }
  return best;
}

/** Puts the rows of a leaf whose place is below the bound before the others. @returns where the others begin. */
function partition(column: Uint8Array, rows: Int32Array, { from, to }: Leaf, bound: number): number {
  const others: number[] = [];
  let at = from;
  for (let i = from; i < to; i++) {
    const row = rows[i];
    if (column[row] < bound) rows[at++] = row;
    else others.push(row);
  }
  rows.set(others, at);
  return at;
}

function write(trees: readonly Knot[], orders: readonly (readonly number[])[], base: number): WrittenTrees {
  let features = "";
  let bounds = "";
  const leaves: string[] = [];
  const add = (knot: Knot): void => {
    if ("leaf" in knot) {
      features += LEAF_SIGN;
      leaves.push(Math.round(knot.leaf / LEAF_UNIT).toString(36));
      return;
    }
    features += signOf(knot.feature);
    bounds += signOf(knot.bound);
    add(knot.left);
    add(knot.right);
  };
  for (const tree of trees) add(tree);
  return { base, orders: orders.map((order) => order.map(signOf).join("")).join(" "), features, bounds, leaves: leaves.join(" ") };
}

/** How often the trees tell rightly whether it is so, in percent. */
export function treesAccuracy(examples: readonly Example[], written: WrittenTrees, sizes: readonly number[]): number {
  const trees = readTrees(written, sizes);
  const features = new TreeFeatures(sizes);
  let right = 0;
  for (const { values, is } of examples) {
    features.values.set(values);
    if (scoreTrees(trees, features) > 0 === is) right++;
  }
  return (100 * right) / Math.max(1, examples.length);
}
