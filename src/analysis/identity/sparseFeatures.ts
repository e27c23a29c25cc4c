/** The features of one case that are not 0, in rising order: of fifty, a case has fifteen. */
export class SparseFeatures {
  readonly #indices: Int32Array;
  readonly #values: Float64Array;
  #count = 0;

  /** @param most how many a case can have. */
  constructor(most: number) {
    this.#indices = new Int32Array(most);
    this.#values = new Float64Array(most);
  }

  clear(): void {
    this.#count = 0;
  }

  /** @param index higher than any that was added since the last clearing. */
  add(index: number, value = 1): void {
    this.#indices[this.#count] = index;
    this.#values[this.#count++] = value;
  }

  /** The sum of the features, each by its weight. */
  weighed(weights: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < this.#count; i++) sum += weights[this.#indices[i]] * this.#values[i];
    return sum;
  }

  /** Every feature, those that are 0 too. */
  dense(): Float64Array {
    const all = new Float64Array(this.#indices.length);
    for (let i = 0; i < this.#count; i++) all[this.#indices[i]] = this.#values[i];
    return all;
  }
}
