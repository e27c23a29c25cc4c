import { seededRandom } from "./random.js";

/** What is known of one thing: the values of its features, and whether it is so. */
export interface Example {
  readonly values: Uint8Array;
  readonly is: boolean;
}

/** Candidates of which some are right. */
export interface RankingExample {
  readonly candidates: readonly Uint8Array[];
  /** The indices of the right ones. */
  readonly right: readonly number[];
}

/** How small trees are added up, whatever they are made into. */
export interface BoostingOptions {
  readonly rate: number;
  /** A leaf has at least so many examples. */
  readonly fewest: number;
  /** How strongly leaves are drawn to zero. */
  readonly decay: number;
  /** Each tree asks for this share of the features only. */
  readonly share: number;
}

/** What is to be learned by gradient boosting with second derivatives (Friedman 2001; Chen and Guestrin 2016). */
export interface Boosting {
  readonly examples: readonly Example[];
  /** The score of each example before the first tree. */
  readonly base: number;
  /** Sets the gradients and their weights by the scores so far. */
  readonly step: (scores: Float64Array, gradients: Float64Array, weights: Float64Array) => void;
}

const SEED = 20140612;

/** Scores that are the logarithm of the odds that something is so. @param unit what scores are rounded to. */
export function telling(examples: readonly Example[], unit: number): Boosting {
  const right = examples.filter(({ is }) => is).length;
  return {
    examples,
    base: rounded(Math.log(right / (examples.length - right)), unit),
    step: (scores, gradients, weights) => {
      for (let i = 0; i < scores.length; i++) {
        const chance = 1 / (1 + Math.exp(-scores[i]));
        gradients[i] = (examples[i].is ? 1 : 0) - chance;
        weights[i] = chance * (1 - chance);
      }
    },
  };
}

/** Scores by which the right candidate of each choice is the likeliest. */
export function ranking(choices: readonly RankingExample[]): Boosting {
  const examples = choices.flatMap(({ candidates, right }) => candidates.map((values, i): Example => ({ values, is: right.includes(i) })));
  return {
    examples,
    base: 0,
    step: (scores, gradients, weights) => {
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
    },
  };
}

/** What a tree grows from. */
export interface Ground {
  /** For each feature, the places of all examples' values in its order. */
  readonly columns: readonly Uint8Array[];
  /** For each feature, how many values it has. */
  readonly sizes: readonly number[];
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
  /** The examples, those of one leaf together; parted while a tree grows. */
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  /** The features this tree may ask for. */
  readonly asked: readonly number[];
  readonly options: BoostingOptions;
}

/** Grows so many trees, one after the other, by what those before leave open; each adds its leaves to the scores. The same each time. */
export function growTrees<T>(
  { examples, base, step }: Boosting,
  columns: readonly Uint8Array[],
  sizes: readonly number[],
  options: BoostingOptions,
  rounds: number,
  grow: (ground: Ground) => T,
): readonly T[] {
  const count = examples.length;
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const weights = new Float64Array(count);
  const rows = new Int32Array(count);
  const random = seededRandom(SEED);
  return Array.from({ length: rounds }, () => {
    step(scores, gradients, weights);
    for (let i = 0; i < count; i++) rows[i] = i;
    const asked = sizes.map((_, feature) => feature).filter(() => random() < options.share);
    return grow({ columns, sizes, gradients, weights, rows, scores, asked, options });
  });
}

/** For each feature its values in order: their own, or by how often what has them is so. @param ordered whether a feature's values have an order of their own. */
export function ordersOf(
  examples: readonly Example[],
  sizes: readonly number[],
  ordered: readonly boolean[],
): readonly (readonly number[])[] {
  return sizes.map((size, feature) => {
    const values = Array.from({ length: size }, (_, value) => value);
    if (ordered[feature]) return values;
    const right = new Float64Array(size).fill(4);
    const all = new Float64Array(size).fill(10);
    for (const { values: own, is } of examples) {
      all[own[feature]]++;
      if (is) right[own[feature]]++;
    }
    return values.sort((a, b) => right[a] / all[a] - right[b] / all[b] || a - b);
  });
}

/** The place of each value in an order. */
export function placesIn(order: readonly number[]): Uint8Array {
  const places = new Uint8Array(order.length);
  order.forEach((value, place) => {
    places[value] = place;
  });
  return places;
}

/** For each feature, the places of the examples' values in its order. */
export function columnsOf(examples: readonly Example[], places: readonly Uint8Array[]): readonly Uint8Array[] {
  return places.map((place, feature) => Uint8Array.from(examples, ({ values }) => place[values[feature]]));
}

export interface Split {
  readonly gain: number;
  readonly feature: number;
  /** Places below it lead to the left; 0 where nothing is gained. */
  readonly bound: number;
}

export const NO_SPLIT: Split = { gain: 0, feature: 0, bound: 0 };
/** What gains less is no split. */
export const LEAST_GAIN = 1e-6;

/** Where the rows from..to are best parted by a feature. */
export function bestSplit({ columns, gradients, weights, rows, sizes, options }: Ground, from: number, to: number, feature: number): Split {
  if (to - from < 2 * options.fewest) return NO_SPLIT;
  const size = sizes[feature];
  const sumGradients = new Float64Array(size);
  const sumWeights = new Float64Array(size);
  const counts = new Int32Array(size);
  const column = columns[feature];
  let gradient = 0;
  let weight = 0;
  for (let i = from; i < to; i++) {
    const row = rows[i];
    const place = column[row];
    sumGradients[place] += gradients[row];
    sumWeights[place] += weights[row];
    counts[place]++;
    gradient += gradients[row];
    weight += weights[row];
  }
  const own = gradient ** 2 / (weight + options.decay);
  let best = NO_SPLIT;
  let leftGradient = 0;
  let leftWeight = 0;
  let leftCount = 0;
  for (let bound = 1; bound < size; bound++) {
    leftGradient += sumGradients[bound - 1];
    leftWeight += sumWeights[bound - 1];
    leftCount += counts[bound - 1];
    if (leftCount < options.fewest || to - from - leftCount < options.fewest) continue;
    const rightGradient = gradient - leftGradient;
    const gain = leftGradient ** 2 / (leftWeight + options.decay) + rightGradient ** 2 / (weight - leftWeight + options.decay) - own;
    if (gain > best.gain) best = { gain, feature, bound };
  }
  return best;
}

/** The split by which most is gained. */
export function bestOf(splits: readonly Split[]): Split {
  return splits.reduce((best, split) => (split.gain > best.gain ? split : best), NO_SPLIT);
}

/** Puts the rows from..to whose place is below the bound before the others. @returns where the others begin. */
export function partition({ columns, rows }: Ground, from: number, to: number, { feature, bound }: Split): number {
  const column = columns[feature];
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

/** Makes a leaf of the rows from..to, adds it to their scores, and gives its value. @param unit what it is rounded to. */
export function addLeaf({ gradients, weights, rows, scores, options }: Ground, from: number, to: number, unit: number): number {
  let gradient = 0;
  let weight = 0;
  for (let i = from; i < to; i++) {
    gradient += gradients[rows[i]];
    weight += weights[rows[i]];
  }
  const value = rounded((options.rate * gradient) / (weight + options.decay), unit);
  for (let i = from; i < to; i++) scores[rows[i]] += value;
  return value;
}

function rounded(value: number, unit: number): number {
  return Math.round(value / unit) * unit;
}
