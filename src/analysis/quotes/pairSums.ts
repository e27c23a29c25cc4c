import { MOST_VALUES, numberAt, type ValueFeatures } from "./valueFeatures.js";

/**
 * A sum of one number for each of a few pairs of features, looked up by the two values (additive models with pairwise interactions:
 * Lou, Caruana, Gehrke and Hooker 2013). Values that no number tells apart share a row or a column of their pair's table.
 */
export interface PairSums {
  /** The two features of each pair. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** Where in `numbers` the row of a pair and a value of its first feature begins: pair * MOST_VALUES + value. */
  readonly rows: Uint16Array;
  /** The column of a pair and a value of its second feature. */
  readonly columns: Uint8Array;
  /** In units of `PAIR_UNIT`. */
  readonly numbers: Int16Array;
  /** What is added to the sum. */
  readonly base: number;
}

/** Pair sums as they are written to a file. */
export interface WrittenPairSums {
  readonly base: number;
  /** For each feature, how many values it has. */
  readonly sizes: readonly number[];
  /** For each pair: a sign for each of its features, then a sign for the row or the column of each value of the first and of the second. */
  readonly pairs: readonly string[];
  /** For each pair, row by row, its numbers in units of `PAIR_UNIT`, in base 36. */
  readonly numbers: readonly string[];
}

/** What a unit of a written number stands for. */
export const PAIR_UNIT = 0.01;
/** @throws when they were made for other features. */
export function readPairSums({ base, sizes: before, pairs, numbers }: WrittenPairSums, sizes: readonly number[]): PairSums {
  if (before.length !== sizes.length || before.some((size, feature) => size !== sizes[feature]))
    throw new Error("The pair sums were trained for other features: npm run train:speakers");
  const features = pairs.map((pair) => [0, 1].map((at) => numberAt(pair, at)));
  const columns = new Uint8Array(pairs.length * MOST_VALUES);
  const rows = new Uint16Array(pairs.length * MOST_VALUES);
  const read: number[] = [];
  pairs.forEach((pair, index) => {
    const [first] = features[index];
    const places = Array.from(pair.slice(2), (sign) => numberAt(sign, 0));
    const width = Math.max(...places.slice(sizes[first])) + 1;
    for (let value = 0; value < sizes[first]; value++) rows[index * MOST_VALUES + value] = read.length + places[value] * width;
    columns.set(places.slice(sizes[first]), index * MOST_VALUES);
    for (const number of numbers[index].split(" ")) read.push(Number.parseInt(number, 36));
  });
  return {
    first: Uint8Array.from(features, ([first]) => first),
    second: Uint8Array.from(features, ([, second]) => second),
    rows,
    columns,
    numbers: Int16Array.from(read),
    base,
  };
}

/** The sum for the features: the logarithm of the odds. */
export function sumPairs({ first, second, rows, columns, numbers, base }: PairSums, { values }: ValueFeatures): number {
  let sum = 0;
  for (let pair = 0, at = 0; pair < first.length; pair++, at += MOST_VALUES)
    sum += numbers[rows[at + values[first[pair]]] + columns[at + values[second[pair]]]];
  return base + sum * PAIR_UNIT;
}
