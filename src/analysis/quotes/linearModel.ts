/** The features of one thing to be scored: places in a model's weights. Filled, scored and cleared again and again. */
export class Features {
  readonly #offsets: Int32Array;
  readonly #sizes: readonly number[];
  #places = new Int32Array(64);
  #count = 0;

  /** @param sizes for each feature, how many values it has. */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    this.#offsets = new Int32Array(sizes.length);
    let total = 0;
    sizes.forEach((size, feature) => {
      this.#offsets[feature] = total;
      total += size;
    });
  }

  clear(): void {
    this.#count = 0;
  }

  /** Notes that a feature has a value, a whole number from 0 to below the feature's size; larger ones count as the largest. */
  set(feature: number, value: number): void {
    const size = this.#sizes[feature];
    this.#places[this.#count] = this.#offsets[feature] + (value < size ? value : size - 1);
    this.#count++;
  }

  /** The sum of the weights of the features that were set. */
  score(weights: Float32Array): number {
    let sum = 0;
    for (let i = 0; i < this.#count; i++) sum += weights[this.#places[i]];
    return sum;
  }

  /** A copy of the places, for training. */
  places(): Int32Array {
    return this.#places.slice(0, this.#count);
  }
}

export function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a unit of the written weights stands for. */
export const WEIGHT_UNIT = 0.02;

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
