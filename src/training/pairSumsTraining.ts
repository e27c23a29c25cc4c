import { PAIR_UNIT, type WrittenPairSums } from "../analysis/quotes/pairSums.js";
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

export interface PairSumsOptions extends BoostingOptions {
  /** How many small trees are added up. */
  readonly rounds: number;
  /** How many pairs of features are kept. */
  readonly pairs: number;
}

/** A tree that asks for two features at most. */
interface PairTree {
  readonly root: Split;
  /** How each side of the root is parted again, by one feature for both. */
  readonly sides: readonly [Split, Split];
  readonly second: number;
  /** From the left; a side that is not parted has the same value twice. */
  readonly leaves: readonly [number, number, number, number];
}

/** Two features in one number. */
const KEY = 64;

function keyOf(first: number, second: number): number {
  return Math.min(first, second) * KEY + Math.max(first, second);
}

/**
 * Learns sums over pairs of features by trees that ask for two features at most, first for any two, then anew for those pairs by which
 * most was gained (Lou, Caruana, Gehrke and Hooker 2013). The same each time.
 * @param sizes for each feature, how many values it has. @param ordered for each feature, whether its values have an order of their own.
 */
export function trainPairSums(
  boosting: Boosting,
  sizes: readonly number[],
  ordered: readonly boolean[],
  options: PairSumsOptions,
): WrittenPairSums {
  const { examples, base } = boosting;
  const places = ordersOf(examples, sizes, ordered).map(placesIn);
  const columns = columnsOf(examples, places);
  const grown = (allowed: ReadonlySet<number> | null): readonly PairTree[] =>
    growTrees(boosting, columns, sizes, options, options.rounds, (ground) => growPairTree(ground, allowed)).filter((tree) => tree !== null);
  const gains = new Map<number, number>();
  for (const { root, second, sides } of grown(null)) {
    const key = keyOf(root.feature, second);
    gains.set(key, (gains.get(key) ?? 0) + root.gain + sides[0].gain + sides[1].gain);
  }
  const best = [...gains].sort(([a, gained], [b, more]) => more - gained || a - b).slice(0, options.pairs);
  return write(grown(new Set(best.map(([key]) => key))), places, base);
}

/** @param allowed the pairs it may ask for; null for any. @returns null where nothing is gained. */
function growPairTree(ground: Ground, allowed: ReadonlySet<number> | null): PairTree | null {
  const { asked, rows } = ground;
  const seconds = (first: number): readonly number[] =>
    allowed === null ? asked : asked.filter((second) => allowed.has(keyOf(first, second)));
  const firsts = asked.filter((feature) => seconds(feature).length > 0);
  const root = bestOf(firsts.map((feature) => bestSplit(ground, 0, rows.length, feature)));
  if (root.gain <= LEAST_GAIN) return null;
  const middle = partition(ground, 0, rows.length, root);
  let sides: readonly [Split, Split] = [NO_SPLIT, NO_SPLIT];
  let second = root.feature;
  for (const feature of seconds(root.feature)) {
    const left = bestSplit(ground, 0, middle, feature);
    const right = bestSplit(ground, middle, rows.length, feature);
    if (left.gain + right.gain <= sides[0].gain + sides[1].gain) continue;
    sides = [left, right];
    second = feature;
  }
  const leavesOf = (from: number, to: number, side: Split): readonly [number, number] => {
    if (side.bound === 0) {
      const value = addLeaf(ground, from, to, PAIR_UNIT);
      return [value, value];
    }
    const parting = partition(ground, from, to, side);
    return [addLeaf(ground, from, parting, PAIR_UNIT), addLeaf(ground, parting, to, PAIR_UNIT)];
  };
  return { root, sides, second, leaves: [...leavesOf(0, middle, sides[0]), ...leavesOf(middle, rows.length, sides[1])] };
}

/** @param places for each feature, the place of each value in its order. */
function write(trees: readonly PairTree[], places: readonly Uint8Array[], base: number): WrittenPairSums {
  const byPair = new Map<number, PairTree[]>();
  for (const tree of trees) {
    const key = keyOf(tree.root.feature, tree.second);
    const own = byPair.get(key);
    if (own) own.push(tree);
    else byPair.set(key, [tree]);
  }
  const written = [...byPair].sort(([a], [b]) => a - b).map(([key, own]) => writePair(own, Math.floor(key / KEY), key % KEY, places));
  return {
    base,
    sizes: places.map(({ length }) => length),
    pairs: written.map(({ pair }) => pair),
    numbers: written.map(({ numbers }) => numbers),
  };
}

/** A feature by itself is a pair with itself: a table of one row. */
function writePair(
  trees: readonly PairTree[],
  first: number,
  second: number,
  places: readonly Uint8Array[],
): { readonly pair: string; readonly numbers: string } {
  const rowBounds = first === second ? [] : boundsOf(trees, first);
  const columnBounds = boundsOf(trees, second);
  const signs = (bounds: readonly number[], feature: number): readonly string[] =>
    Array.from(places[feature], (place) => signOf(bounds.filter((bound) => bound <= place).length));
  const table = [0, ...rowBounds].flatMap((row) =>
    [0, ...columnBounds].map((column) =>
      trees.reduce((sum, tree) => sum + leafAt(tree, first === second ? column : row, column, first), 0),
    ),
  );
  return {
    pair: [signOf(first), signOf(second), ...signs(rowBounds, first), ...signs(columnBounds, second)].join(""),
    numbers: table.map((sum) => Math.round(sum / PAIR_UNIT).toString(36)).join(" "),
  };
}

/** The bounds at which trees part a feature, in order. */
function boundsOf(trees: readonly PairTree[], feature: number): readonly number[] {
  const splits = trees.flatMap(({ root, sides }) => [root, ...sides]).filter((split) => split.bound > 0 && split.feature === feature);
  return [...new Set(splits.map(({ bound }) => bound))].sort((a, b) => a - b);
}

/** The leaf of a tree for the places of its two features. @param first the feature that the place `row` is of. */
function leafAt({ root, sides, second, leaves }: PairTree, row: number, column: number, first: number): number {
  const side = (root.feature === first ? row : column) < root.bound ? 0 : 1;
  return leaves[2 * side + ((second === first ? row : column) < sides[side].bound ? 0 : 1)];
}
