/** The features of one thing to be scored, one value each: places in a model's weights. Set anew, scored, and set anew again. */
export class Features {
  /** Where the weight of each feature's value stands. */
  readonly #places: Int32Array;
  readonly #offsets: Int32Array;
  readonly #sizes: Int32Array;

  /** @param sizes for each feature, how many values it has. @param first where the features' weights begin. */
  constructor(sizes: readonly number[], first = 0) {
    this.#offsets = new Int32Array(sizes.length);
    this.#sizes = Int32Array.from(sizes);
    let total = first;
    sizes.forEach((size, feature) => {
      this.#offsets[feature] = total;
      total += size;
    });
    this.#places = this.#offsets.slice();
  }

  /** Notes that a feature has a value, a whole number from 0 to below the feature's size. */
  set(feature: number, value: number): void {
    this.#places[feature] = this.#offsets[feature] + value;
  }

  /** The sum of the weights of all features, or of those from one to before another. */
  score(weights: Float32Array, from = 0, to = this.#places.length): number {
    const places = this.#places;
    let sum = 0;
    for (let i = from; i < to; i++) sum += weights[places[i]];
    return sum;
  }

  /**
   * The places of all features in the weights, for training.
   * @throws where a value is not below its feature's size.
   */
  places(): Int32Array {
    this.#places.forEach((place, feature) => {
      const value = place - this.#offsets[feature];
      if (!(value >= 0 && value < this.#sizes[feature])) throw new Error(`Feature ${feature} has no value ${value}.`);
    });
    return this.#places.slice();
  }
}

/** Scores further from the best than this add nothing to the sum of shares. */
const FARTHEST = 37;

/** Finds the best of several scores, and its share of all by softmax. Filled, asked, and cleared again and again. */
export class Ranking {
  #scores = new Float64Array(64);
  #count = 0;
  #best = 0;

  clear(): void {
    this.#count = 0;
    this.#best = 0;
  }

  add(score: number): void {
    if (this.#count === this.#scores.length) {
      const longer = new Float64Array(2 * this.#count);
      longer.set(this.#scores);
      this.#scores = longer;
    }
    this.#scores[this.#count] = score;
    if (score > this.#scores[this.#best]) this.#best = this.#count;
    this.#count++;
  }

  /** The place of the highest score among those added, the first of equals. */
  get best(): number {
    return this.#best;
  }

  /** The share of the highest score, 0..1. */
  likelihood(): number {
    const scores = this.#scores;
    const highest = scores[this.#best];
    let sum = 0;
    for (let i = 0; i < this.#count; i++) {
      const below = highest - scores[i];
      if (below < FARTHEST) sum += Math.exp(-below);
    }
    return 1 / sum;
  }
}

export function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a unit of the written weights stands for. */
export const WEIGHT_UNIT = 0.1;

/**
 * Reads weights as the training writes them: whole numbers in base 36, and "_" with a number for a run of zeros.
 * @throws when there are not as many as the model has places.
 */
export function readWeights(written: string, sizes: readonly number[]): Float32Array {
  const weights = new Float32Array(sumOf(sizes));
  let at = 0;
  for (const part of written.split(" ")) {
    if (part.startsWith("_")) at += Number.parseInt(part.slice(1), 36);
    else if (part.length > 0) {
      weights[at] = Number.parseInt(part, 36) * WEIGHT_UNIT;
      at++;
    }
  }
  if (at !== weights.length)
    throw new Error(`A model of attributions has ${at} weights where ${weights.length} belong. Train it anew: npm run train:speakers`);
  return weights;
}

/** Writes weights as `readWeights` reads them. */
export function writeWeights(weights: Float32Array): string {
  const parts: string[] = [];
  let zeros = 0;
  const flush = (): void => {
    if (zeros > 0) parts.push(`_${zeros.toString(36)}`);
    zeros = 0;
  };
  for (const weight of weights) {
    const unit = Math.round(weight / WEIGHT_UNIT);
    if (unit === 0) zeros++;
    else {
      flush();
      parts.push(unit.toString(36));
    }
  }
  flush();
  return parts.join(" ");
}

/** A number on a scale of eight steps that widen: 0, 1, 2, 3, 4–5, 6–9, 10–17, 18 and more. */
export function step(value: number): number {
  if (value <= 3) return Math.max(0, value);
  if (value <= 5) return 4;
  if (value <= 9) return 5;
  return value <= 17 ? 6 : 7;
}

export const STEPS = 8;
