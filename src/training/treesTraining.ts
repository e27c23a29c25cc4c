import { LEAF_SIGN, LEAF_UNIT, type WrittenTrees } from "../analysis/quotes/trees.js";
import { signOf } from "../analysis/quotes/valueFeatures.js";
import {
  addLeaf,
  type Boosting,
  type BoostingOptions,
  bestOf,
  bestSplit,
  columnsOf,
  type Ground,
  growTrees,
  LEAST_GAIN,
  NO_SPLIT,
  ordersOf,
  partition,
  placesIn,
  type Split,
} from "./boosting.js";

export interface TreesOptions extends BoostingOptions {
  readonly trees: number;
  readonly leaves: number;
}

type Knot = { readonly leaf: number } | { readonly feature: number; readonly bound: number; left: Knot; right: Knot };

/** A leaf that may be parted yet. */
interface Open {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly split: Split;
  readonly place: (knot: Knot) => void;
}

const DEEPEST = 8;

/**
 * Learns trees whose leaves are added up, each grown leaf by leaf where most is gained. The same each time.
 * @param sizes for each feature, how many values it has. @param ordered for each feature, whether its values have an order of their own.
 */
export function trainTrees(boosting: Boosting, sizes: readonly number[], ordered: readonly boolean[], options: TreesOptions): WrittenTrees {
  const { examples, base } = boosting;
  const orders = ordersOf(examples, sizes, ordered);
  const columns = columnsOf(examples, orders.map(placesIn));
  const trees = growTrees(boosting, columns, sizes, options, options.trees, (ground) => growTree(ground, options.leaves));
  return write(trees, orders, base);
}

function growTree(ground: Ground, most: number): Knot {
  const open: Open[] = [];
  let root: Knot = { leaf: 0 };
  const add = (from: number, to: number, depth: number, place: (knot: Knot) => void): void => {
    const split = depth < DEEPEST ? bestOf(ground.asked.map((feature) => bestSplit(ground, from, to, feature))) : NO_SPLIT;
    open.push({ from, to, depth, split, place });
  };
  add(0, ground.rows.length, 0, (knot) => {
    root = knot;
  });
  for (let leaves = 1; leaves < most; leaves++) {
    const best = open.reduce((best, { split }, i) => (split.gain > open[best].split.gain ? i : best), 0);
    const { from, to, depth, split, place } = open[best];
    if (split.gain <= LEAST_GAIN) break;
    open.splice(best, 1);
    const middle = partition(ground, from, to, split);
    const knot = { feature: split.feature, bound: split.bound, left: { leaf: 0 } as Knot, right: { leaf: 0 } as Knot };
    place(knot);
    add(from, middle, depth + 1, (next) => {
      knot.left = next;
    });
    add(middle, to, depth + 1, (next) => {
      knot.right = next;
    });
  }
  for (const { from, to, place } of open) place({ leaf: addLeaf(ground, from, to, LEAF_UNIT) });
  return root;
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
