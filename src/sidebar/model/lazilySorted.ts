/**
 * Items in an order that is worked out as far as it is asked for, so that the first page of a hundred thousand names costs
 * one pass. Incremental quicksort: Paredes & Navarro, "Optimal Incremental Sorting", ALENEX 2006.
 */
export class LazilySorted<T> {
  readonly #items: T[];
  readonly #ranks: Uint32Array;
  /** Ends of the stretches that are parted from what follows; the last one is the nearest. */
  readonly #bounds: number[];
  #sortedTo = 0;

  /** @param compare as for Array.sort; items that compare equal keep their order. */
  constructor(
    items: readonly T[],
    private readonly compare: (a: T, b: T) => number,
  ) {
    this.#items = [...items];
    this.#ranks = Uint32Array.from(items, (_, index) => index);
    this.#bounds = [items.length];
  }

  get length(): number {
    return this.#items.length;
  }

  /** @returns the item at a place of the order, 0 the first. */
  at(index: number): T {
    while (this.#sortedTo <= index) this.#settleNext();
    return this.#items[this.#ranks[index]];
  }

  #settleNext(): void {
    const start = this.#sortedTo;
    let end = this.#bounds[this.#bounds.length - 1];
    while (end - start > 64) {
      end = this.#part(start, end);
      this.#bounds.push(end);
    }
    this.#ranks.subarray(start, end).sort((a, b) => this.#order(a, b));
    this.#sortedTo = end;
    this.#bounds.pop();
  }

  /** Puts what comes before a pivot in front of it. Returns a bound strictly between start and end. */
  #part(start: number, end: number): number {
    const pivot = this.#median(this.#ranks[start], this.#ranks[(start + end) >>> 1], this.#ranks[end - 1]);
    let low = start;
    let high = end - 1;
    while (low <= high) {
      while (this.#order(this.#ranks[low], pivot) < 0) low++;
      while (this.#order(this.#ranks[high], pivot) > 0) high--;
      if (low > high) break;
      const rank = this.#ranks[low];
      this.#ranks[low++] = this.#ranks[high];
      this.#ranks[high--] = rank;
    }
    return low;
  }

  #median(a: number, b: number, c: number): number {
    if (this.#order(a, b) > 0) return this.#median(b, a, c);
    if (this.#order(b, c) <= 0) return b;
    return this.#order(a, c) <= 0 ? c : a;
  }

  #order(a: number, b: number): number {
    return this.compare(this.#items[a], this.#items[b]) || a - b;
  }
}
