/** Counts strings; of one string only, as most are, it is small. */
export class Tally {
  #first = "";
  #firstCount = 0;
  #others: Map<string, number> | null = null;

  /** @returns whether the string was not there before. */
  add(value: string, count = 1): boolean {
    if (this.#firstCount === 0 && this.#others === null) {
      this.#first = value;
      this.#firstCount = count;
      return true;
    }
    if (value === this.#first) {
      this.#firstCount += count;
      return this.#firstCount === count;
    }
    this.#others ??= new Map();
    const known = this.#others.get(value) ?? 0;
    this.#others.set(value, known + count);
    return known === 0;
  }

  /** Takes out one of a string that is there. @returns whether it was the last. */
  remove(value: string): boolean {
    if (value === this.#first) return --this.#firstCount === 0;
    const count = this.#others?.get(value) ?? 0;
    if (count > 1) {
      this.#others?.set(value, count - 1);
      return false;
    }
    this.#others?.delete(value);
    if (this.#others?.size === 0) this.#others = null;
    return true;
  }

  /** The strings that are there, each with its count, in no order. */
  *entries(): IterableIterator<readonly [string, number]> {
    if (this.#firstCount > 0) yield [this.#first, this.#firstCount];
    if (this.#others !== null) yield* this.#others;
  }
}

/** Sorts counted strings: the most frequent first, of equals the longest, then by their letters. */
export function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
}
