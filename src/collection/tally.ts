/** Counts strings; of one string only, as most are, it is small. */
export class Tally {
  #first = "";
  #firstCount = 0;
  #others: Map<string, number> | null = null;

  add(value: string, count = 1): void {
    if (this.#firstCount === 0 && this.#others === null) {
      this.#first = value;
      this.#firstCount = count;
    } else if (value === this.#first) this.#firstCount += count;
    else {
      this.#others ??= new Map();
      this.#others.set(value, (this.#others.get(value) ?? 0) + count);
    }
  }

  remove(value: string): void {
    if (value === this.#first) {
      this.#firstCount--;
      return;
    }
    const count = this.#others?.get(value) ?? 0;
    if (count > 1) this.#others?.set(value, count - 1);
    else this.#others?.delete(value);
    if (this.#others?.size === 0) this.#others = null;
  }

  /** The strings that are there, each with its count, in no order. */
  *entries(): IterableIterator<readonly [string, number]> {
    if (this.#firstCount > 0) yield [this.#first, this.#firstCount];
    if (this.#others !== null) yield* this.#others;
  }

  get isEmpty(): boolean {
    return this.#firstCount === 0 && this.#others === null;
  }
}

/** Sorts counted strings: the most frequent first, of equals the longest, then by their letters. */
export function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
}
